package org.gradloom.ui.explore;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.gradloom.ui.control.FormulaView;
import org.gradloom.ui.control.GreatestHeight;
import org.gradloom.ui.control.TexLine;

/**
 * The formula, and what stands for those of its lines that are covered. It is as high before an
 * answer opens it as after, so that the matrices above stay where they are.
 */
final class FormulaCard extends VBox {
  private final FormulaView formula;
  private final GreatestHeight kept = new GreatestHeight();

  /** All lines, those too that are covered. */
  private List<TexLine> whole = List.of();

  FormulaCard(FormulaView formula, Node... covers) {
    super(covers);
    this.formula = formula;
    getStyleClass().addAll("card", "formula-card");
  }

  /** Keeps room for lines, whichever of them are seen. */
  void keepRoomFor(List<TexLine> lines) {
    whole = List.copyOf(lines);
    if (roomFor(getWidth()) > kept.height()) {
      requestLayout();
    }
  }

  /** What comes now need not be as high as what was there. */
  void beginAnew() {
    formula.beginAnew();
    kept.forget();
    requestLayout();
  }

  private double roomFor(double width) {
    double ends = snappedLeftInset() + snappedRightInset();
    return snappedTopInset() + formula.heightOf(whole, width - ends) + snappedBottomInset();
  }

  /** Its lines shrink, or get a bar, where it is narrow. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return held(width, super.computePrefHeight(width));
  }

  @Override
  protected double computeMinHeight(double width) {
    return held(width, super.computeMinHeight(width));
  }

  private double held(double asked, double height) {
    double width = asked < 0 ? getWidth() : asked;
    return kept.with(width, formula.em(), Math.max(height, roomFor(width)));
  }
}
