package org.gradloom.ui.practice;

import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;

/** A field in which one character can be underlined with a wave. */
final class PointedField extends StackPane {
  private static final double WAVE = 3;
  private static final double DEEP = 1.5;

  /** Half of the least width of a wave: a character may be as narrow as a point. */
  private static final double HALF = 5;

  private final TextField field;
  private final Polyline wave = new Polyline();
  private OptionalInt character = OptionalInt.empty();

  PointedField(TextField field) {
    this.field = field;
    Pane over = new Pane(wave);
    over.setMouseTransparent(true);
    over.setManaged(false);
    wave.setId("practice-code-wave");
    wave.getStyleClass().add("error-wave");
    wave.setVisible(false);
    getChildren().setAll(field, over);
    // A long line moves within the field as the caret does.
    field.caretPositionProperty().addListener((observed, before, now) -> requestLayout());
    field.textProperty().addListener((observed, before, now) -> requestLayout());
  }

  /**
   * Underlines one character, or none.
   *
   * @param place from 1; one past the end is where something is missing
   */
  void point(OptionalInt place) {
    character = place;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    wave.setVisible(false);
    if (field.getSkin() instanceof TextFieldSkin skin) {
      character.ifPresent(place -> draw(skin, place));
    }
  }

  private void draw(TextFieldSkin skin, int place) {
    int index = Math.clamp(place - 1L, 0, field.getLength());
    Rectangle2D at = skin.getCharacterBounds(index);
    Point2D from = inThis(at.getMinX(), at.getMaxY());
    Point2D to = inThis(at.getMaxX(), at.getMaxY());
    double middle = (from.getX() + to.getX()) / 2;
    double half = Math.max(HALF, (to.getX() - from.getX()) / 2);
    Bounds inside = field.getBoundsInParent();
    if (middle < inside.getMinX() || middle > inside.getMaxX()) {
      return;
    }
    wave.getPoints().clear();
    boolean down = false;
    for (double x = middle - half; x <= middle + half; x += WAVE) {
      wave.getPoints().addAll(x, from.getY() + (down ? DEEP : -DEEP));
      down = !down;
    }
    wave.setVisible(true);
  }

  private Point2D inThis(double x, double y) {
    return field.localToParent(x, y);
  }
}
