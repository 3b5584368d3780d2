package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.WorkedExample.WorkedStep;
import org.gradloom.text.Message;

/**
 * The first step of a worked example: which lines or entries the asked ones are made of.
 *
 * @param isKnown true of a matrix whose numbers the learner sees
 */
record WhereToLook(Derivation derivation, Predicate<Operand> isKnown) {

  private Lesson lesson() {
    return derivation.lesson();
  }

  private Notation notation() {
    return new Notation(lesson());
  }

  WorkedStep of(Region region, Section section) {
    return switch (region) {
      case Place.OfCell(_, var cell) -> found(section, cell);
      case Place.OfTerm(_, var cell, _) -> found(section, cell);
      case Region.OfRow(var operand, int row) ->
          line(region, section, !lesson().convention().turns(operand), row);
      case Region.OfColumn(var operand, int column) ->
          line(region, section, lesson().convention().turns(operand), column);
      case Place.OfMatrix _ ->
          step("practice.step.see", everyCell(section), new Place.OfMatrix(section.result()));
    };
  }

  private static WorkedStep step(String title, Message text, Place at) {
    return new WorkedStep(
        Message.of(title), Optional.of(text), List.of(), Optional.of(at), Optional.empty());
  }

  private WorkedStep found(Section section, Cell cell) {
    Place.OfCell place = new Place.OfCell(section.result(), cell);
    Step step = derivation.at(place);
    String result = notation().result(section.result(), cell);
    return switch (section.operation()) {
      case Operation.Product _ ->
          step(
              "practice.step.findLines",
              Message.of(
                  "practice.step.lines",
                  result,
                  worth(step, step.leftLine().orElseThrow(), true),
                  worth(step, step.rightLine().orElseThrow(), false)),
              place);
      case Operation.BatchSum(_, boolean ofRows) ->
          step(
              "practice.step.findLine",
              Message.of(
                  ofRows ? "practice.step.lineSummedLeft" : "practice.step.lineSummedRight",
                  result,
                  worth(step, (ofRows ? step.leftLine() : step.rightLine()).orElseThrow(), ofRows)),
              place);
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          step("practice.step.findEntries", entries(step, result), place);
    };
  }

  private WorkedStep line(Region region, Section section, boolean isRow, int index) {
    Cell first = region.cells(section.shape()).getFirst();
    Step step = derivation.at(new Place.OfCell(section.result(), first));
    String matrix = notation().plain(section.result());
    Message text =
        switch (section.operation()) {
          case Operation.Product(var left, var right, _) ->
              isRow
                  ? Message.of(
                      "practice.step.rowOf",
                      index + 1,
                      matrix,
                      worth(step, step.leftLine().orElseThrow(), true),
                      notation().plain(right))
                  : Message.of(
                      "practice.step.columnOf",
                      index + 1,
                      matrix,
                      notation().plain(left),
                      worth(step, step.rightLine().orElseThrow(), false));
          case Operation.BatchSum _,
              Operation.Activate _,
              Operation.ActivationGradient _,
              Operation.Probabilities _,
              Operation.RowGradient _,
              Operation.LossTotal _,
              Operation.LossGradient _,
              Operation.Update _,
              Operation.Keep _ ->
              everyCell(section);
        };
    return step(
        isRow ? "practice.step.findRow" : "practice.step.findColumn",
        text,
        new Place.OfMatrix(section.result()));
  }

  private Message everyCell(Section section) {
    String matrix = notation().plain(section.result());
    List<String> operands = section.operation().operands().stream().map(notation()::plain).toList();
    return switch (section.operation()) {
      case Operation.Product _ ->
          Message.of("practice.step.cellsOf", matrix, operands.get(0), operands.get(1));
      case Operation.BatchSum(_, boolean ofRows) ->
          Message.of(
              ofRows ? "practice.step.sumsLeft" : "practice.step.sumsRight",
              matrix,
              operands.getFirst());
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          operands.size() > 1
              ? Message.of("practice.step.entriesOf", matrix, operands.get(0), operands.get(1))
              : Message.of("practice.step.entryOf", matrix, operands.getFirst());
    };
  }

  /** A line, and its numbers where they can be seen. */
  private Message worth(Step step, OperandLine line, boolean left) {
    Message name = Formulas.line(lesson(), line);
    return isKnown.test(line.operand())
        ? Message.of(
            "practice.step.worth",
            name,
            IntStream.range(0, step.section().products())
                .mapToObj(t -> (left ? step.left(t) : step.right(t)).orElseThrow())
                .map(read -> Numbers.format(step.value(read)))
                .collect(Collectors.joining(", ", "(", ")")))
        : name;
  }

  private Message entries(Step step, String result) {
    List<String> reads = step.reads().stream().map(read -> worth(step, read)).toList();
    return reads.size() > 1
        ? Message.of("practice.step.entries", result, reads.get(0), reads.get(1))
        : Message.of("practice.step.entry", result, reads.getFirst());
  }

  private String worth(Step step, Step.Read read) {
    String name = notation().entry(read.operand(), read.cell());
    return isKnown.test(read.operand()) ? name + " = " + step.entry(read).text() : name;
  }
}
