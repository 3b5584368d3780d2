package org.gradloom.derivation;

import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.ViewPart;
import org.gradloom.text.Message;

/** What is said of a place that is seen as sheets, one for each sample. */
final class StackNarration {
  private StackNarration() {}

  static Narration of(Step step) {
    Whereabouts whereabouts = new Whereabouts(step);
    boolean covered = step.cover().hides(ViewPart.SHEETS);
    return new Narration(
        covered ? questionCovered(step) : Message.of("view.stack.question", whereabouts.ofSample()),
        whereabouts.where(),
        covered ? Message.of("view.stack.whyCovered") : why(step, whereabouts));
  }

  private static Message questionCovered(Step step) {
    return Message.of(
        "view.stack.questionCovered", new Notation(step.lesson()).plain(step.result()));
  }

  private static Message why(Step step, Whereabouts whereabouts) {
    Notation notation = new Notation(step.lesson());
    int samples = step.section().shape().rows();
    return switch (step.granularity()) {
      case TERM, CELL -> {
        int sample = step.cell().row() + 1;
        yield Message.of(
            "view.stack.why",
            sample,
            ViewNames.sheet(
                step.lesson(), step.result(), Integer.toString(sample), FormulaStyle.PLAIN),
            whereabouts.ofSample(),
            notation.plain(step.result().variable()),
            samples);
      }
      case SAMPLE, MATRIX, PHASE ->
          Message.of(
              "view.stack.whyAll",
              samples,
              whereabouts.ofSample(),
              new Captions(step.lesson()).equation(step.section()));
    };
  }
}
