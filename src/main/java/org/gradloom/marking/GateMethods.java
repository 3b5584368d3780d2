package org.gradloom.marking;

import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.lesson.Misconception;

/** Wrong ways back through an activation. */
final class GateMethods {
  private final Walked walked;

  GateMethods(Walked walked) {
    this.walked = walked;
  }

  Stream<WrongMethod> of(Operation.ActivationGradient gate, Multiples multiples) {
    LazyMatrix dA = walked.written(gate.upstream());
    LazyMatrix slope = ProductMethods.slope(walked).orElseThrow();
    return Stream.of(
            Stream.of(
                withoutSlope(dA),
                WrongMethod.of(new Slip.SlopeAlone(), Misconception.M7, slope),
                negated()),
            masks(gate, dA).stream(),
            multiples.modelled(),
            rowByColumn(dA, slope).stream())
        .flatMap(each -> each);
  }

  private static WrongMethod withoutSlope(LazyMatrix dA) {
    return WrongMethod.of(new Slip.WithoutSlope(), Misconception.M7, dA);
  }

  private WrongMethod negated() {
    return WrongMethod.of(new Slip.Negated(), Misconception.M12, walked.right().times(-1));
  }

  /** A kink makes a mask of the slope, which can be taken of dA; a curve's, at its output. */
  private Optional<WrongMethod> masks(Operation.ActivationGradient gate, LazyMatrix dA) {
    var activation = gate.activation();
    LazyMatrix z = walked.written(gate.input());
    LazyMatrix wrong =
        activation.hasKink()
            ? new LazyMatrix(dA.shape(), (i, j) -> dA.at(i, j) * activation.slope(dA.at(i, j)))
            : new LazyMatrix(
                dA.shape(), (i, j) -> dA.at(i, j) * activation.slope(activation.value(z.at(i, j))));
    Slip.Mask mask = activation.hasKink() ? Slip.Mask.UPSTREAM : Slip.Mask.OUTPUT;
    return Optional.of(WrongMethod.of(new Slip.OtherMask(mask), Misconception.M8, wrong));
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
