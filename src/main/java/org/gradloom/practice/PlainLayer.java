package org.gradloom.practice;

import java.util.List;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;

/** One layer of drawn numbers under a given upstream gradient. */
final class PlainLayer {
  /** A tenth is easy to multiply by. */
  static final double RATE = 0.1;

  private PlainLayer() {}

  static Lesson of(Draw draw, DrawnIntegers numbers) {
    return of(draw, numbers, false, Elementwise.IDENTITY, Reduction.SUM);
  }

  static Lesson of(
      Draw draw, DrawnIntegers numbers, boolean bias, Activation activation, Reduction reduction) {
    Sizes sizes = draw.sizes();
    Matrix x = numbers.matrix(sizes.samples(), sizes.features());
    Matrix w = numbers.matrix(sizes.features(), sizes.neurons());
    Matrix b = bias ? numbers.matrix(1, sizes.neurons()) : null;
    Matrix upstream = numbers.matrix(sizes.samples(), sizes.neurons());
    Loss loss = new Loss(LossKind.GIVEN, new Target.Upstream(upstream), reduction);
    return new Lesson("", x, List.of(new Layer(w, b, activation)), loss, RATE)
        .withConvention(draw.convention());
  }

  static Section section(Derivation derivation, Operand named) {
    Operand operand = derivation.lesson().canonical(named);
    return derivation.sections().stream()
        .filter(section -> section.result().equals(operand))
        .findFirst()
        .orElseThrow();
  }

  /** A matrix of the walk as it is shown. */
  static Given given(Derivation derivation, Operand named) {
    Lesson lesson = derivation.lesson();
    Operand operand = lesson.canonical(named);
    Matrix inside =
        operand.quantity().isInput() ? lesson.input(operand) : derivation.trace().matrix(operand);
    return new Given(operand, lesson.convention().turned(operand, inside));
  }
}
