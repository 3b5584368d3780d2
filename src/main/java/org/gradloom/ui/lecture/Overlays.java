package org.gradloom.ui.lecture;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Lecture;

/** What can lie over a lecture: black or white, a spotlight, and a line of words. */
final class Overlays extends StackPane {
  /** The radius of the light, of the screen's height. */
  private static final double LIGHT = 0.16;

  private static final Color DARK = Color.rgb(0, 0, 0, 0.72);

  private final Texts texts;
  private final Region blank = new Region();
  private final Label words = new Label();
  private final StackPane light = new StackPane();
  private double x = -1;
  private double y = -1;
  private boolean lit;

  Overlays(Texts texts) {
    this.texts = texts;
    setMouseTransparent(true);
    setPickOnBounds(false);
    blank.setId("lecture-blank");
    words.setId("lecture-words");
    words.getStyleClass().add("lecture-words");
    setAlignment(words, Pos.BOTTOM_CENTER);
    light.setMouseTransparent(true);
    getChildren().addAll(light, blank, words);
    NodeVisibility.set(words, false);
    NodeVisibility.set(blank, false);
    NodeVisibility.set(light, false);
    parentProperty()
        .subscribe(parent -> {
          if (parent != null) {
            parent.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
          }
        });
  }

  private void follow(MouseEvent event) {
    x = event.getX();
    y = event.getY();
    if (lit) {
      shine();
    }
  }

  /** Everything is darker but a circle around the pointer, or in the middle before it moves. */
  private void shine() {
    double centreX = x < 0 ? getWidth() / 2 : x;
    double centreY = y < 0 ? getHeight() / 2 : y;
    Shape around =
        Shape.subtract(
            new Rectangle(0, 0, getWidth(), getHeight()),
            new Circle(centreX, centreY, LIGHT * getHeight()));
    around.setFill(DARK);
    around.setManaged(false);
    light.getChildren().setAll(around);
  }

  void show(Lecture lecture) {
    lit = lecture.spotlight();
    NodeVisibility.set(light, lit);
    if (lit) {
      shine();
    }
    blank.setBackground(
        // Black and white in any theme.
        switch (lecture.blank()) {
          case NOTHING -> Background.EMPTY;
          case BLACK -> Background.fill(Color.BLACK);
          case WHITE -> Background.fill(Color.WHITE);
        });
    NodeVisibility.set(blank, lecture.blank() != Lecture.Blank.NOTHING);
    words.setText(
        lecture.asksToLeave()
            ? texts.get("lecture.leave")
            : lecture.number() > 0 ? texts.get("lecture.typed", lecture.number()) : "");
    NodeVisibility.set(words, !words.getText().isEmpty());
  }
}
