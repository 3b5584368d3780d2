package org.gradloom.marking;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Misconception;

/** Wrong ways back through an activation. */
final class GateMethods {
  private final Walked walked;

  GateMethods(Walked walked) {
    this.walked = walked;
  }

  Stream<WrongMethod> of(Operation.ActivationGradient gate, Multiples multiples) {
    LazyMatrix dA = upstream(gate);
    Optional<LazyMatrix> slope = ProductMethods.slope(walked);
    return Stream.of(
            slope.stream()
                .flatMap(own ->
                    Stream.of(
                        withoutSlope(dA),
                        WrongMethod.of(new Slip.SlopeAlone(), Misconception.M7, own))),
            Stream.of(negated()),
            slope.map(_ -> masked(gate, dA)).stream(),
            multiples.modelled(),
            slope.flatMap(own -> rowByColumn(dA, own)).stream())
        .flatMap(each -> each);
  }

  /** dL/dA, as far as dropout lets it through. */
  private LazyMatrix upstream(Operation.ActivationGradient gate) {
    LazyMatrix dA = walked.written(gate.upstream());
    Operand mask = gate.mask();
    return mask == null ? dA : dA.times(walked.written(mask));
  }

  /**
   * What comes of a dL/dZ of the same layer that is made wrongly of both its factors.
   *
   * @param rightly what is made of it, of numbers as they are written
   */
  static Stream<WrongMethod> carried(Walked walked, UnaryOperator<LazyMatrix> rightly) {
    Operand dZ = walked.ofLayer(MatrixSymbol.DZ);
    return walked.derivation().sections().stream()
        .filter(section -> section.result().equals(dZ))
        .map(section -> new GateMethods(new Walked(walked.derivation(), section)))
        .flatMap(GateMethods::ofBothFactors)
        .map(wrong ->
            new WrongMethod(
                () -> new Slip.Carried(dZ, wrong.slip().get()),
                wrong.misconception(),
                rightly.apply(wrong.result())));
  }

  private Stream<WrongMethod> ofBothFactors() {
    return walked.section().operation() instanceof Operation.ActivationGradient gate
        ? ofBothFactors(gate)
        : Stream.empty();
  }

  private Stream<WrongMethod> ofBothFactors(Operation.ActivationGradient gate) {
    LazyMatrix dA = upstream(gate);
    return ProductMethods.slope(walked).stream()
        .flatMap(
            slope -> Stream.concat(Stream.of(masked(gate, dA)), rowByColumn(dA, slope).stream()));
  }

  private static WrongMethod withoutSlope(LazyMatrix dA) {
    return WrongMethod.of(new Slip.WithoutSlope(), Misconception.M7, dA);
  }

  private WrongMethod negated() {
    return WrongMethod.of(new Slip.Negated(), Misconception.M12, walked.right().times(-1));
  }

  /** A kink makes a mask of the slope, which can be taken of dA; a curve's, at its output. */
  private WrongMethod masked(Operation.ActivationGradient gate, LazyMatrix dA) {
    var activation = gate.activation();
    LazyMatrix z = walked.written(gate.input());
    LazyMatrix wrong =
        activation.hasKink()
            ? new LazyMatrix(dA.shape(), (i, j) -> dA.at(i, j) * activation.slope(dA.at(i, j)))
            : new LazyMatrix(
                dA.shape(), (i, j) -> dA.at(i, j) * activation.slope(activation.value(z.at(i, j))));
    Slip.Mask mask = activation.hasKink() ? Slip.Mask.UPSTREAM : Slip.Mask.OUTPUT;
    return WrongMethod.of(new Slip.OtherMask(mask), Misconception.M8, wrong);
  }

  private static Optional<WrongMethod> rowByColumn(LazyMatrix dA, LazyMatrix slope) {
    return dA.meets(slope)
        ? Optional.of(WrongMethod.of(new Slip.RowByColumn(), Misconception.M6, dA.before(slope)))
        : Optional.empty();
  }

  /** Back through a softmax. */
  Stream<WrongMethod> of(Operation.RowGradient gradient) {
    LazyMatrix dA = walked.written(gradient.upstream());
    LazyMatrix a = walked.written(gradient.outputs());
    return Stream.of(
        withoutSlope(dA),
        WrongMethod.of(
            new Slip.OtherSoftmax(Slip.Softmax.DIAGONAL),
            Misconception.M14,
            new LazyMatrix(dA.shape(), (i, j) -> dA.at(i, j) * a.at(i, j) * (1 - a.at(i, j)))),
        negated());
  }
}
