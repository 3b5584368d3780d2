package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Message;

/** What the steps of a worked example do, each in a few words. */
record StepTitles(Derivation derivation) {

  private Lesson lesson() {
    return derivation.lesson();
  }

  private Notation notation() {
    return new Notation(lesson());
  }

  /** The title of the step that makes a cell; of several samples it says which. */
  Message cell(Step step, Region region) {
    Message title = cell(step);
    boolean ofSamples =
        switch (step.result().quantity()) {
          case Z, A, P, DA, DZ, DX -> true;
          case X, W, B, MASK, L, UPSTREAM, TARGETS, LABELS, DW, DB, W_NEXT, B_NEXT -> false;
        };
    boolean several =
        region.cells(step.section().shape()).stream().map(Cell::row).distinct().count() > 1;
    return ofSamples && several
        ? Message.of("practice.step.sample", step.cell().row() + 1, title)
        : title;
  }

  private Message cell(Step step) {
    int neuron = step.cell().column() + 1;
    String variable = notation().variable(step.result(), step.cell());
    return switch (step.operation()) {
      case Operation.Product _ -> product(step);
      case Operation.BatchSum _ -> Message.of("practice.step.db", variable, neuron);
      case Operation.ActivationGradient _ -> Message.of("practice.step.gate", neuron);
      case Operation.LossGradient _ -> Message.of("practice.step.loss", neuron);
      case Operation.Update _ -> Message.of("practice.step.update", variable);
      case Operation.Activate _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.Keep _ ->
          Message.of("practice.step.other", notation().result(step.result(), step.cell()));
    };
  }

  private Message product(Step step) {
    int row = step.cell().row() + 1;
    int column = step.cell().column() + 1;
    return switch (step.result().quantity()) {
      case Z -> Message.of("practice.step.z", column, weights(step));
      case DX -> Message.of("practice.step.dx", column, step.section().products(), weights(step));
      case DW ->
          Message.of(
              "practice.step.dw",
              notation().variable(step.result(), step.cell()),
              row,
              column,
              lesson().samples());
      case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
          Message.of("practice.step.other", notation().result(step.result(), step.cell()));
    };
  }

  /** The weights that a cell's terms are led by. */
  private Object weights(Step step) {
    List<String> names =
        IntStream.range(0, step.section().products())
            .mapToObj(t -> weight(step, t))
            .flatMap(Optional::stream)
            .toList();
    return names.size() < 2
        ? String.join("", names)
        : Message.of(
            "practice.step.and",
            String.join(", ", names.subList(0, names.size() - 1)),
            names.getLast());
  }

  private Optional<String> weight(Step step, int t) {
    return Stream.of(step.left(t), step.right(t))
        .flatMap(Optional::stream)
        .filter(read -> read.operand().quantity() == MatrixSymbol.W)
        .map(read -> notation().entry(read.operand(), read.cell()))
        .findFirst();
  }

  /** The title of one term. */
  Message term(Step step, int t) {
    return switch (step.role(t)) {
      case BIAS ->
          Message.of(
              "practice.step.bias",
              step.right(t).map(read -> notation().entry(read.operand(), read.cell())).orElse(""));
      case PENALTY -> Message.of("practice.step.penalty");
      case ADDED, DIVISION, CLOSING ->
          switch (step.result().quantity()) {
            case Z -> Message.of("practice.step.termOfZ", t + 1, weight(step, t).orElse(""));
            case DX -> Message.of("practice.step.termOfDX", t + 1, weight(step, t).orElse(""));
            case DW, DB -> Message.of("practice.step.termOfDW", t + 1);
            case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, W_NEXT, B_NEXT ->
                Message.of("practice.step.term", t + 1);
          };
    };
  }

  /** The title of what has to be worked out on the way. */
  Message station(Step step) {
    String matrix = notation().plain(step.result());
    return switch (step.operation()) {
      case Operation.Product _ -> Message.of("practice.station.product", matrix, through(step));
      case Operation.ActivationGradient _ -> Message.of("practice.station.gate", matrix);
      case Operation.LossGradient _ -> Message.of("practice.station.loss", matrix);
      case Operation.Probabilities _ -> Message.of("practice.station.shares", matrix);
      case Operation.BatchSum _,
          Operation.Activate _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.Update _,
          Operation.Keep _ ->
          Message.of("practice.station.other", matrix);
    };
  }

  private String through(Step step) {
    return step.reads().stream()
        .map(Step.Read::operand)
        .filter(operand -> operand.quantity() == MatrixSymbol.W)
        .map(notation()::plain)
        .findFirst()
        .orElse("");
  }
}
