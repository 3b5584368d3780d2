package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.gradloom.matrix.Matrix;

/** Small grey pictures, such as digits of 8 × 8 pixels, each with words below it. */
public final class PixelPictures extends FlowPane {
  /** How wide and high a picture is, in em. */
  private static final double SIDE = 4.5;

  private final CssPalette ink;
  private final List<Canvas> canvases = new ArrayList<>();
  private List<Picture> shown = List.of();

  /**
   * A picture.
   *
   * @param pixels rows from the top, 0 for paper and 1 for full ink
   * @param caption what stands below it, and what a screen reader says
   */
  public record Picture(Matrix pixels, String caption) {}

  public PixelPictures() {
    getStyleClass().add("pixel-pictures");
    ink = new CssPalette(this::draw, List.of("zero", "text"));
    build();
  }

  /** Shows these instead of what was shown. */
  public void setPictures(List<Picture> pictures) {
    if (!pictures.equals(shown)) {
      shown = List.copyOf(pictures);
      build();
    }
  }

  private void build() {
    canvases.clear();
    getChildren().setAll(ink);
    for (Picture picture : shown) {
      Canvas canvas = new Canvas();
      canvases.add(canvas);
      Label caption = new Label(picture.caption());
      caption.getStyleClass().add("pixel-caption");
      VBox box = new VBox(canvas, caption);
      box.setAlignment(Pos.TOP_CENTER);
      box.getStyleClass().add("pixel-picture");
      box.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      box.setAccessibleText(picture.caption());
      getChildren().add(box);
    }
    draw();
  }

  private void draw() {
    for (int i = 0; i < canvases.size(); i++) {
      draw(canvases.get(i), shown.get(i).pixels());
    }
  }

  /** Pixels as squares of whole screen pixels, so that none is wider than its neighbour. */
  private void draw(Canvas canvas, Matrix pixels) {
    double pixel = Math.max(1, Math.floor(SIDE * ink.em() / Math.max(1, pixels.columns())));
    canvas.setWidth(pixel * pixels.columns());
    canvas.setHeight(pixel * pixels.rows());
    GraphicsContext g = canvas.getGraphicsContext2D();
    Color paper = ink.of("zero");
    Color full = ink.of("text");
    for (int i = 0; i < pixels.rows(); i++) {
      for (int j = 0; j < pixels.columns(); j++) {
        g.setFill(paper.interpolate(full, Math.clamp(pixels.get(i, j), 0, 1)));
        g.fillRect(j * pixel, i * pixel, pixel, pixel);
      }
    }
  }
}
