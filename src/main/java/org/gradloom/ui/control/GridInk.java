package org.gradloom.ui.control;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;

/**
 * The colours and fonts that the stylesheets give to painted grids. A view with many grids has one,
 * among its children, where CSS reaches it.
 */
public final class GridInk extends Group {
  private static final List<String> NAMES =
      List.of(
          "surface",
          "line",
          "outline",
          "text",
          "muted",
          "accent",
          "left",
          "left-fill",
          "left-border",
          "right",
          "right-fill",
          "right-border",
          "result",
          "result-fill",
          "result-border",
          "halo",
          "result-halo",
          "success",
          "danger",
          "danger-fill",
          "heat-positive",
          "heat-negative");

  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private final CssPalette palette = new CssPalette(() -> version.set(version.get() + 1), NAMES);

  public GridInk() {
    getStyleClass().add("grid-ink");
    setManaged(false);
    getChildren().add(palette);
  }

  /** Another number whenever a colour or a font has changed. */
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  Color of(String name) {
    return palette.of(name);
  }

  /** The size of plain text, in pixels. */
  public double em() {
    return palette.em();
  }

  static Font plain(double size) {
    return Font.font("IBM Plex Sans", size);
  }

  static Font strong(double size) {
    return Font.font("IBM Plex Sans SmBld", size);
  }

  static Font slanted(double size) {
    return Font.font("IBM Plex Sans", FontPosture.ITALIC, size);
  }
}
