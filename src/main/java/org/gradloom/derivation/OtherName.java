package org.gradloom.derivation;

import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Message;

/** What the weight of a step is called where its matrix is written with a column for a neuron. */
public final class OtherName {
  private OtherName() {}

  /** Which wire the weight is, and its other name; empty where the step has none that differs. */
  public static Optional<Message> of(Step step) {
    Lesson lesson = step.lesson();
    if (!lesson.convention().neuronsAreRows()) {
      return Optional.empty();
    }
    return weight(step)
        .filter(weight -> weight.cell().row() != weight.cell().column())
        .map(weight ->
            Message.of(
                "stage.otherName",
                variable(lesson, weight),
                weight.cell().row() + 1,
                weight.cell().column() + 1,
                variable(lesson.withConvention(Convention.XW), weight)));
  }

  private static String variable(Lesson lesson, Step.Read weight) {
    return new Notation(lesson).variable(weight.operand(), weight.cell());
  }

  /** The weight that the cell belongs to, or the one that the active term reads. */
  private static Optional<Step.Read> weight(Step step) {
    return switch (step.granularity()) {
      case TERM, CELL ->
          Stream.concat(
                  Stream.of(new Step.Read(step.result(), step.cell())),
                  step.granularity() == Granularity.TERM ? step.reads().stream() : Stream.empty())
              .flatMap(read -> asWeight(read.operand(), read.cell()).stream())
              .findFirst();
      case SAMPLE, MATRIX, PHASE -> Optional.empty();
    };
  }

  private static Optional<Step.Read> asWeight(Operand operand, Cell cell) {
    return switch (operand.quantity()) {
      case W, DW, W_NEXT ->
          Optional.of(new Step.Read(new Operand(operand.layer(), MatrixSymbol.W), cell));
      case X, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, DX, B_NEXT ->
          Optional.empty();
    };
  }
}
