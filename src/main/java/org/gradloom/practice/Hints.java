package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.text.Message;

/**
 * The three hints to a number of the walk: the principle as a question, where to look, and the
 * numbers with the last one left out. Where more than one number is asked for, the last two speak
 * of the first.
 */
record Hints(Derivation derivation, Section section, Region region) {
  private static final String BLANK = "__";

  List<Message> of(Kind kind) {
    return List.of(Message.of("practice.hint." + kind.documentName()), where(), numbers());
  }

  private Step step() {
    Cell first = region.cells(section.shape()).getFirst();
    int term = region instanceof Place.OfTerm(_, _, int one) ? one : section.terms() - 1;
    return derivation.at(new Place.OfTerm(section.result(), first, term));
  }

  private Notation notation() {
    return new Notation(derivation.lesson());
  }

  private Message where() {
    Step step = step();
    Optional<OperandLine> left = step.leftLine();
    Optional<OperandLine> right = step.rightLine();
    String result = notation().result(step.result(), step.cell());
    if (step.operation() instanceof Operation.Product && left.isPresent() && right.isPresent()) {
      return Message.of("practice.hint.lines", result, line(left.get()), line(right.get()));
    }
    return left.or(() -> right)
        .filter(_ -> step.operation() instanceof Operation.BatchSum)
        .map(line -> Message.of("practice.hint.line", result, line(line)))
        .orElseGet(() -> Message.of("practice.hint.entries", result, reads(step)));
  }

  private Message line(OperandLine line) {
    return Formulas.line(derivation.lesson(), line);
  }

  private String reads(Step step) {
    return step.reads().stream()
        .map(read -> notation().entry(read.operand(), read.cell()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Message numbers() {
    Step step = step();
    String result = notation().result(step.result(), step.cell());
    return Message.of("practice.hint.numbers", result, sum(step));
  }

  /** The numbers, the last one left out. */
  private String sum(Step step) {
    if (step.isSum() && step.terms() > 1 && !(region instanceof Place.OfTerm)) {
      return IntStream.range(0, step.terms() - 1)
          .mapToObj(t -> term(step, t))
          .collect(Collectors.joining(" + ", "", " + " + BLANK));
    }
    String first =
        step.left(step.term()).or(() -> step.right(step.term())).stream()
            .map(read -> factor(step.value(read)))
            .collect(Collectors.joining());
    return switch (step.operation()) {
      case Operation.Update _ ->
          first + " − " + Numbers.format(derivation.lesson().learningRate()) + " · " + BLANK;
      case Operation.LossGradient _ -> first + " − " + BLANK;
      case Operation.Product _,
          Operation.BatchSum _,
          Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.Keep _ ->
          first + " · " + BLANK;
    };
  }

  private static String term(Step step, int t) {
    return step.reads().isEmpty()
        ? factor(step.term(t))
        : Stream.of(step.left(t), step.right(t))
            .flatMap(Optional::stream)
            .map(read -> factor(step.value(read)))
            .collect(Collectors.joining("·"));
  }

  private static String factor(double value) {
    String text = Numbers.format(value, 4);
    return value < 0 ? "(" + text + ")" : text;
  }
}
