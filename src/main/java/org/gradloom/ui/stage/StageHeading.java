package org.gradloom.ui.stage;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.ui.control.TexLabel;

/** A matrix's name and caption: side by side, or one under the other where room is short. */
final class StageHeading extends Region {
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
  private static final double GAP = 8;

  private final TexLabel name;
  private final Label caption;
  private Orientation orientation = Orientation.HORIZONTAL;

  /** How far the baseline is from the top, and the bottom from there, at least. */
  private Reach least = Reach.NONE;

  /** How far letters reach above and below a baseline, in pixels. */
  record Reach(double above, double below) {
    static final Reach NONE = new Reach(0, 0);

    Reach and(Reach other) {
      return new Reach(Math.max(above, other.above), Math.max(below, other.below));
    }
  }

  StageHeading(TexLabel name, Label caption) {
    this.name = name;
    this.caption = caption;
    getStyleClass().add("stage-heading");
    getChildren().setAll(name, caption);
  }

  void setOrientation(Orientation wanted) {
    if (wanted != orientation) {
      orientation = wanted;
      pseudoClassStateChanged(STACKED, wanted == Orientation.VERTICAL);
      requestLayout();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    double nameWidth = name.prefWidth(-1);
    double captionWidth = caption.prefWidth(-1);
    return orientation == Orientation.HORIZONTAL
        ? nameWidth + GAP + captionWidth
        : Math.max(nameWidth, captionWidth);
  }

  /** What its words reach by themselves. */
  Reach reach() {
    Reach ofName = new Reach(name.getBaselineOffset(), below(name));
    return orientation == Orientation.HORIZONTAL
        ? ofName.and(new Reach(caption.getBaselineOffset(), below(caption)))
        : ofName;
  }

  private static double below(Region words) {
    return words.prefHeight(-1) - words.getBaselineOffset();
  }

  /** Lets it reach as far as the others of its row, so that all stand on one baseline. */
  void setLeast(Reach wanted) {
    if (!wanted.equals(least)) {
      least = wanted;
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    Reach reach = reach().and(least);
    double line = Math.ceil(reach.above()) + Math.ceil(reach.below());
    return orientation == Orientation.HORIZONTAL
        ? line + snappedBottomInset()
        : line + caption.prefHeight(-1) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = name.prefWidth(-1);
    Reach reach = reach().and(least);
    double baseline = Math.ceil(reach.above());
    name.resizeRelocate(0, baseline - name.getBaselineOffset(), nameWidth, name.prefHeight(-1));
    if (orientation == Orientation.HORIZONTAL) {
      caption.resizeRelocate(
          Math.ceil(nameWidth + GAP),
          Math.rint(baseline - caption.getBaselineOffset()),
          caption.prefWidth(-1),
          caption.prefHeight(-1));
    } else {
      caption.resizeRelocate(
          0, baseline + Math.ceil(reach.below()), caption.prefWidth(-1), caption.prefHeight(-1));
    }
  }
}
