package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;
import org.gradloom.typeset.TexPicture;
import org.gradloom.typeset.TexRole;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one formula at one size, with the baseline on a whole pixel. Nodes are kept from
 * formula to formula; what did not change is not touched.
 */
final class TexPane extends Region {
  /** Of the active term's box, in em: room at either side, above and below, and its least reach. */
  private static final double PAD_X = 0.2;

  private static final double PAD_Y = 0.17;
  private static final double LEAST_ASCENT = 0.68;
  private static final double LEAST_DESCENT = 0.21;

  private final Rectangle box = new Rectangle();
  private final List<SVGPath> paths = new ArrayList<>();
  private final List<Rectangle> lines = new ArrayList<>();
  private final Scale scale = new Scale();
  private @Nullable TexPicture picture;
  private double size;

  TexPane() {
    box.getStyleClass().add("tex-active-box");
    box.setManaged(false);
  }

  /** Shows a formula whose em is so many pixels. */
  void show(TexPicture shown, double em) {
    if (shown.equals(picture) && em == size) {
      return;
    }
    if (!shown.equals(picture)) {
      fit(paths, shown.runs().size(), SVGPath::new);
      fit(lines, shown.rules().size(), Rectangle::new);
      for (int i = 0; i < paths.size(); i++) {
        TexPicture.Run run = shown.runs().get(i);
        restyle(paths.get(i), run.role());
        paths.get(i).setContent(run.outline());
      }
      for (int i = 0; i < lines.size(); i++) {
        restyle(lines.get(i), shown.rules().get(i).role());
      }
      if (shown.active().isEmpty()) {
        getChildren().remove(box);
      } else if (box.getParent() == null) {
        getChildren().addFirst(box);
      }
    }
    picture = shown;
    size = em;
    scale.setX(em / TexPicture.UNITS);
    scale.setY(em / TexPicture.UNITS);
    requestLayout();
  }

  /** How far the formula reaches above its baseline, its box included, in whole pixels. */
  double ascent() {
    return picture == null ? 0 : Math.ceil(ascent(picture) * size);
  }

  double descent() {
    return picture == null ? 0 : Math.ceil(descent(picture) * size);
  }

  double width() {
    return picture == null ? 0 : picture.width() * size;
  }

  /** Where the box of the active term stands. */
  @Nullable Rectangle activeBox() {
    return box.getParent() == null ? null : box;
  }

  /** How far a formula reaches above its baseline, in em, its box included. */
  static double ascent(TexPicture picture) {
    return picture
        .active()
        .map(term -> Math.max(picture.ascent(), Math.max(-term.y(), LEAST_ASCENT) + PAD_Y))
        .orElse(picture.ascent());
  }

  static double descent(TexPicture picture) {
    return picture
        .active()
        .map(term ->
            Math.max(picture.descent(), Math.max(term.y() + term.height(), LEAST_DESCENT) + PAD_Y))
        .orElse(picture.descent());
  }

  @Override
  public double getBaselineOffset() {
    return ascent();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(width());
  }

  @Override
  protected double computePrefHeight(double width) {
    return ascent() + descent();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    TexPicture shown = picture;
    if (shown == null) {
      return;
    }
    double baseline = ascent();
    for (SVGPath path : paths) {
      path.setLayoutY(baseline);
    }
    for (int i = 0; i < lines.size(); i++) {
      TexPicture.Bounds rule = shown.rules().get(i).bounds();
      Rectangle line = lines.get(i);
      line.setX(rule.x() * size);
      line.setY(Math.rint(baseline + rule.y() * size));
      line.setWidth(rule.width() * size);
      line.setHeight(Math.max(1, Math.rint(rule.height() * size)));
    }
    shown.active().ifPresent(term -> placeBox(term, baseline));
  }

  /** Its border is a pixel and a half wide and stands on whole pixels. */
  private void placeBox(TexPicture.Bounds term, double baseline) {
    double top = Math.min(term.y(), -LEAST_ASCENT) - PAD_Y;
    double bottom = Math.max(term.y() + term.height(), LEAST_DESCENT) + PAD_Y;
    box.setX(Math.floor((term.x() - PAD_X) * size) + 0.5);
    box.setWidth(Math.ceil((term.width() + 2 * PAD_X) * size));
    box.setY(Math.floor(baseline + top * size) + 0.5);
    box.setHeight(Math.ceil((bottom - top) * size));
  }

  private <T extends Shape> void fit(List<T> shapes, int count, Supplier<T> make) {
    while (shapes.size() > count) {
      getChildren().remove(shapes.removeLast());
    }
    while (shapes.size() < count) {
      T shape = make.get();
      shape.setManaged(false);
      if (shape instanceof SVGPath) {
        shape.getTransforms().add(scale);
      }
      shapes.add(shape);
      getChildren().add(shape);
    }
  }

  private static void restyle(Shape shape, TexRole role) {
    String styleClass = "tex-" + role.colour();
    if (!shape.getStyleClass().contains(styleClass)) {
      shape.getStyleClass().setAll(styleClass);
    }
  }
}
