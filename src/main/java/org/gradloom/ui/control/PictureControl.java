package org.gradloom.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import org.jspecify.annotations.Nullable;

/**
 * A control that draws one immutable picture, which its owner sets: what all such controls have in
 * common.
 *
 * @param <P> what it shows
 */
public abstract sealed class PictureControl<P> extends Control
    permits CurveChart, NetworkMap, NetworkView, RegionPlot {
  private final ObjectProperty<P> picture;

  PictureControl(String styleClass, AccessibleRole role, P nothing) {
    picture = new SimpleObjectProperty<>(this, "picture", nothing);
    getStyleClass().add(styleClass);
    setAccessibleRole(role);
  }

  public final ObjectProperty<P> pictureProperty() {
    return picture;
  }

  public final P getPicture() {
    return picture.get();
  }

  /** Shows another picture; nothing is laid out as long as only numbers differ. */
  public final void setPicture(P shown) {
    picture.set(shown);
  }

  /** What a screen reader says of it, asked for only when a reader comes by. */
  abstract String spoken();

  @Override
  public final @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
