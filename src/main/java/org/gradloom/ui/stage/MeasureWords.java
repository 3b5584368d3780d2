package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.MeasuredGradient;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;

/** What is said of slopes that are measured: h, the present entry, and all of them together. */
final class MeasureWords extends VBox {
  private static final int DIGITS = 6;

  private final Texts texts;
  private final SlopeMeasuring measuring;
  private final NudgeSizeSetting size;
  private final Label around = new Label();
  private final Label sides = new Label();
  private final Label unlike = new Label();
  private final Label verdict = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button all = new Button();
  private final HBox running;

  /**
   * Words without a measurement yet.
   *
   * @param chosen called with another h
   */
  MeasureWords(Texts texts, SlopeMeasuring measuring, Consumer<OptionalDouble> chosen) {
    this.texts = texts;
    this.measuring = measuring;
    size = new NudgeSizeSetting(texts, chosen);
    size.getStyleClass().add("nudge-size");
    Button cancel = new Button(texts.get("view.nudge.cancel"));
    cancel.setId("nudge-cancel");
    cancel.setOnAction(event -> measuring.cancel());
    all.setId("nudge-all");
    all.setOnAction(event -> measuring.measureAll());
    progress.setId("nudge-progress");
    running = new HBox(progress, cancel);
    running.getStyleClass().add("view-running");
    around.getStyleClass().add("view-sum");
    sides.getStyleClass().add("view-note");
    ViewWords.dress(around, "nudge-around");
    ViewWords.dress(sides, "nudge-sides");
    ViewWords.dress(unlike, "nudge-unlike");
    ViewWords.dress(verdict, "nudge-verdict");
    getChildren().addAll(size, around, sides, unlike, verdict, all, running);
  }

  void show(Step step, NudgeContents contents, boolean alone) {
    Cell cell = step.cell();
    boolean covered = contents.givesAway(cell);
    boolean reached = contents.isReached(cell);
    Optional<GradientCheck.Comparison> found =
        covered || !reached ? Optional.empty() : measuring.at(cell);
    Notation notation = new Notation(step.lesson());
    NodeVisibility.set(size, !covered && !alone);
    ViewWords.say(
        around,
        found
            // L is in the middle of the two losses.
            .filter(_ -> !step.cover().hidesLoss())
            .map(one -> around(one, notation))
            .orElse(""));
    ViewWords.say(
        sides,
        covered
            ? texts.get(contents.isMovable() ? "view.nudge.hand" : "nudge.covered")
            : reached
                ? found.map(this::sides).orElse(texts.get("view.nudge.measuring"))
                : texts.get("nudge.notYet"));
    ViewWords.say(unlike, found.flatMap(one -> unlike(one, notation)).orElse(""));
    boolean countable = contents.allReached() && !step.cover().hidesSomeOf(step.result());
    showAll(step, countable ? measuring.whole() : Optional.empty());
  }

  private void showAll(Step step, Optional<MeasuredGradient> whole) {
    ViewWords.say(verdict, whole.map(of -> TallyWords.verdict(of.tally(), texts)).orElse(""));
    verdict.getStyleClass().removeAll("agrees", "differs");
    whole
        .map(MeasuredGradient::tally)
        .filter(tally -> tally.counting() > 0)
        .ifPresent(
            tally -> verdict.getStyleClass().add(tally.differing() == 0 ? "agrees" : "differs"));
    all.setText(texts.get("view.nudge.all", step.section().cells()));
    NodeVisibility.set(all, measuring.whole().isEmpty() && !measuring.isRunning());
    NodeVisibility.set(running, measuring.isRunning());
    progress.setProgress(measuring.progress());
  }

  /** Why the two need not agree. */
  private Optional<String> unlike(GradientCheck.Comparison one, Notation notation) {
    return one.kink()
        .map(at -> texts.get("view.nudge.kink", notation.entry(at.operand(), at.cell())))
        .or(() ->
            one.isRoundedAway()
                ? Optional.of(texts.get("nudge.roundedAway", Numbers.rounded(one.h(), 2)))
                : Optional.empty());
  }

  private String sides(GradientCheck.Comparison one) {
    return texts.get(
        "view.nudge.sides",
        Numbers.rounded(one.measured().slopeAbove(), DIGITS),
        Numbers.rounded(one.measured().slopeBelow(), DIGITS));
  }

  /** {@code w₃₂ ± 0.5: (1 − 7) / 1 = −6}. */
  private String around(GradientCheck.Comparison one, Notation notation) {
    GradientCheck.Measured at = one.measured();
    int digits = digits(at.above(), at.below());
    return texts.get(
        "view.nudge.around",
        notation.variable(one.gradient(), one.cell()),
        Numbers.rounded(at.h(), 2),
        Numbers.rounded(at.above(), digits),
        Numbers.inBrackets(Numbers.rounded(at.below(), digits)),
        Numbers.rounded(2 * at.h(), 2),
        Numbers.rounded(at.slope(), DIGITS));
  }

  /** As many as it takes to see in what two numbers differ. */
  private static int digits(double one, double other) {
    double largest = Math.max(Math.abs(one), Math.abs(other));
    double lost = Math.log10(largest / Math.abs(one - other));
    return Double.isFinite(lost) ? Math.clamp((long) Math.ceil(lost) + 2, DIGITS, 15) : DIGITS;
  }
}
