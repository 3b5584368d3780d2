package org.gradloom.ui.explore;

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

  @Override
  protected double computePrefHeight(double width) {
    return orientation == Orientation.HORIZONTAL
        ? Math.max(name.prefHeight(-1), caption.prefHeight(-1)) + snappedBottomInset()
        : name.prefHeight(-1) + caption.prefHeight(-1) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = name.prefWidth(-1);
    double nameHeight = name.prefHeight(-1);
    double captionHeight = caption.prefHeight(-1);
    name.resizeRelocate(0, 0, nameWidth, nameHeight);
    if (orientation == Orientation.HORIZONTAL) {
      double baseline = name.getBaselineOffset() - caption.getBaselineOffset();
      caption.resizeRelocate(
          Math.ceil(nameWidth + GAP), Math.rint(baseline), caption.prefWidth(-1), captionHeight);
    } else {
      caption.resizeRelocate(0, nameHeight, caption.prefWidth(-1), captionHeight);
    }
  }
}
