package org.gradloom.derivation;

import org.gradloom.formula.FormulaStyle;
import org.gradloom.text.Message;

/** What is said of a place that is seen as cards. */
final class CardsNarration {
  private CardsNarration() {}

  static Narration of(Step step) {
    Notation notation = new Notation(step.lesson());
    String gradient = notation.plain(step.result());
    return new Narration(
        Message.of("view.cards.question", gradient), where(step, gradient), why(step, notation));
  }

  private static Message where(Step step, String gradient) {
    Message phase = Message.of("phase." + step.section().phase().name());
    int row = step.writtenCell().row() + 1;
    int column = step.writtenCell().column() + 1;
    return switch (step.granularity()) {
      case TERM ->
          Message.of(
              "view.cards.where",
              phase,
              gradient,
              row,
              column,
              step.term() + 1,
              step.terms(),
              dealt(step));
      case CELL -> Message.of("view.cards.whereCell", phase, gradient, row, column, step.terms());
      case SAMPLE ->
          Message.of(
              "view.cards.whereSample",
              phase,
              gradient,
              step.term() + 1,
              step.terms(),
              dealt(step));
      case MATRIX, PHASE -> Message.of("view.cards.whereMatrix", phase, gradient);
    };
  }

  private static Object dealt(Step step) {
    return !step.isAddend(step.term()) && step.operation() instanceof Operation.Product product
        ? ViewNames.outer(step.lesson(), product, step.term(), FormulaStyle.PLAIN)
        : new Whereabouts(step).meeting();
  }

  private static Message why(Step step, Notation notation) {
    boolean ofCell =
        step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
    return ofCell && step.operation() instanceof Operation.Product(var left, var right, _)
        ? Message.of(
            "view.cards.why",
            notation.variable(step.result(), step.cell()),
            step.writtenCell().row() + 1,
            notation.plain(left),
            step.writtenCell().column() + 1,
            notation.plain(right))
        : Message.of("view.cards.whyAll", new Captions(step.lesson()).rule(step.section()));
  }
}
