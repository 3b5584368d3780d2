package org.gradloom.ui.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.gradloom.text.Texts;

/**
 * A network as units and wires, of which those are lit that carry the present place. Units and
 * wires can be clicked; with the keyboard, the arrows walk from a unit to its wires and on to the
 * unit at their end, and Enter chooses.
 */
public final class NetworkView extends Control {
  private final Texts texts;
  private final ObjectProperty<NetworkPicture> picture =
      new SimpleObjectProperty<>(this, "picture", new NetworkPicture(List.of(), List.of()));
  private Consumer<String> onChoose = id -> {};

  public NetworkView(Texts texts) {
    this.texts = texts;
    getStyleClass().add("network-view");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(texts.get("control.network"));
    setFocusTraversable(false);
  }

  public ObjectProperty<NetworkPicture> pictureProperty() {
    return picture;
  }

  public NetworkPicture getPicture() {
    return picture.get();
  }

  public void setPicture(NetworkPicture shown) {
    picture.set(shown);
  }

  /** Who hears of the id of the unit or wire that was chosen. */
  public void setOnChoose(Consumer<String> listener) {
    onChoose = listener;
  }

  void choose(String id) {
    onChoose.accept(id);
  }

  String hiddenUnits(int count) {
    return texts.get("control.network.hidden", count);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new NetworkSkin(this);
  }
}
