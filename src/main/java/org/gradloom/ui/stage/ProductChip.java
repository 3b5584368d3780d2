package org.gradloom.ui.stage;

import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.TermRole;
import org.gradloom.matrix.Numbers;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.MatrixControl;
import org.jspecify.annotations.Nullable;

/**
 * The product of the active pair, beside the right operand or, in a line, under everything. Where
 * matrices that cross show only a part of themselves, their lines have its room, and it is left out
 * where they leave too little: the formula says it, too.
 */
final class ProductChip extends Label {
  private static final double GAP = 6;
  private static final double MOST_EMS = 18;
  private static final int DIGITS = 4;

  private final Texts texts;

  /** Whether the step multiplies a pair. */
  private boolean ofPair;

  /** Nobody sees it; it is as wide as the longest product will be. */
  private final Text probe = new Text();

  /** Where the longest was looked for. */
  private @Nullable Step measured;

  ProductChip(Texts texts) {
    this.texts = texts;
    setId("product");
    getStyleClass().add("product-chip");
    setManaged(false);
  }

  void show(Step at) {
    ofPair = at.granularity() == Granularity.TERM && multiplies(at);
    setVisible(ofPair);
    if (ofPair) {
      String factors = new Factors(at, DIGITS).product();
      setText(factors);
      setAccessibleText(factors.replace(Numbers.BLANK, texts.get("say.covered")));
    }
  }

  /** True if the term is two numbers multiplied: not a bias, and not what is made at one stroke. */
  static boolean multiplies(Step at) {
    return switch (at.operation()) {
      case Operation.Product _ -> at.role(at.term()) != TermRole.BIAS;
      case Operation.RowGradient _ -> at.role(at.term()) == TermRole.ADDED;
      case Operation.BatchSum _,
          Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          false;
    };
  }

  /** The size of letters, in which cells are measured, too. */
  double em() {
    return getFont().getSize();
  }

  /** The width to keep free for it: what the longest of the matrix will need. */
  double wantedRoom(Staged staged) {
    if (!hasPlace(staged)) {
      return 0;
    }
    double width = longest(staged.step());
    // In steps, so that not every number asks for another one.
    double wanted = Math.ceil((width + GAP) / (2 * em())) * 2 * em();
    return Math.min(wanted, MOST_EMS * em());
  }

  /** The width that the longest product of a matrix takes. */
  private double longest(Step at) {
    if (getSkin() == null) {
      applyCss();
    }
    measureLongest(at);
    double padding = snappedLeftInset() + snappedRightInset();
    return Math.max(prefWidth(-1), probe.getLayoutBounds().getWidth() + padding);
  }

  private boolean hasPlace(Staged staged) {
    return ofPair && !(staged.crossed() && staged.isCrowded());
  }

  private void measureLongest(Step at) {
    Step before = measured;
    if (before == null
        || !before.section().equals(at.section())
        || !before.trace().equals(at.trace())) {
      measured = at;
      probe.setText(Factors.longest(at.operation(), at.trace(), DIGITS));
    }
    probe.setFont(getFont());
  }

  /**
   * Puts it to the pair, within the stage.
   *
   * @param stageWidth in pixels
   */
  void place(Staged staged, double stageWidth) {
    setVisible(hasPlace(staged));
    if (!isVisible()) {
      return;
    }
    double width = prefWidth(-1);
    double height = prefHeight(-1);
    // What the penalty adds is read from no matrix on the stage, and stands beside what it makes.
    boolean added = staged.step().isAddend(staged.step().term());
    StageSlot seat = added ? StageSlot.RESULT : StageSlot.RIGHT;
    staged
        .step()
        .right()
        .flatMap(read -> staged.at(seat).flatMap(matrix -> matrix.boundsOf(read.cell())))
        .ifPresent(pair -> {
          boolean crossed = staged.crossed();
          MatrixControl cells = staged.at(seat).orElseThrow().control();
          double right = cells.getLayoutX() + cells.getWidth();
          double x = crossed ? right + GAP : pair.getCenterX() - width / 2;
          double y = crossed ? pair.getCenterY() - height / 2 : staged.bottom() + 4;
          // As for the longest, so that it does not come and go from term to term.
          double fitting = crossed ? (stageWidth - x - 1) / longest(staged.step()) : 1;
          setVisible(fitting >= StageLayout.LEAST_SCALE);
          double scale = Math.clamp(fitting, StageLayout.LEAST_SCALE, 1);
          double inside = Math.max(0, Math.min(x, stageWidth - width * scale - 1));
          setScaleX(scale);
          setScaleY(scale);
          resizeRelocate(
              Math.floor(inside - (1 - scale) * width / 2), Math.floor(y), width, height);
        });
  }
}
