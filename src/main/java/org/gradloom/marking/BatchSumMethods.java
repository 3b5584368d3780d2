package org.gradloom.marking;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Misconception;
import org.gradloom.matrix.Shape;

/** Wrong ways with a bias's gradient, which is a row whatever the convention. */
final class BatchSumMethods {
  private final Walked walked;

  /** N×M. */
  private final LazyMatrix summed;

  BatchSumMethods(Walked walked, Operation.BatchSum sum) {
    this.walked = walked;
    this.summed = walked.inside(sum.summed());
  }

  Stream<WrongMethod> modelled(Multiples multiples) {
    LazyMatrix right = walked.right();
    return Stream.of(
            Stream.of(WrongMethod.of(new Slip.Negated(), Misconception.M12, right.times(-1))),
            multiples.modelled(),
            Stream.of(0, summed.rows() - 1).filter(_ -> summed.rows() > 1).map(this::only),
            others(),
            withoutSlope(),
            carried(),
            ProductMethods.next(walked))
        .flatMap(each -> each);
  }

  private Stream<WrongMethod> others() {
    LazyMatrix weights = walked.inside(walked.ofLayer(MatrixSymbol.DW));
    return Stream.of(
        other(
            Slip.Summed.NOTHING,
            walked.lesson().convention().samplesAreColumns() ? summed.transposed() : summed),
        other(Slip.Summed.NEURONS, summed.rowSums().transposed()),
        other(Slip.Summed.WEIGHTS, weights.columnSums()));
  }

  private static WrongMethod other(Slip.Summed what, LazyMatrix result) {
    return WrongMethod.of(new Slip.OtherSum(what), Misconception.M5, result);
  }

  private Stream<WrongMethod> withoutSlope() {
    Operand dZ = walked.ofLayer(MatrixSymbol.DZ);
    Operand dA = walked.ofLayer(MatrixSymbol.DA);
    return walked.areTwo(dZ, dA)
        ? Stream.of(
            WrongMethod.of(
                new Slip.WithoutSlope(), Misconception.M7, walked.inside(dA).columnSums()))
        : Stream.empty();
  }

  private Stream<WrongMethod> carried() {
    boolean turned = walked.lesson().convention().turns(walked.ofLayer(MatrixSymbol.DZ));
    return GateMethods.carried(walked, wrong -> (turned ? wrong.transposed() : wrong).columnSums());
  }

  private WrongMethod only(int k) {
    LazyMatrix share = share(k);
    return new WrongMethod(() -> new Slip.OnlyTerm(k, share.toMatrix()), Misconception.M4, share);
  }

  private LazyMatrix share(int k) {
    return new LazyMatrix(new Shape(1, summed.columns()), (_, j) -> summed.at(k, j));
  }

  /** Each sample missing, alone, and twice. */
  Stream<WrongMethod> ofTerms() {
    if (summed.rows() < 2) {
      return Stream.empty();
    }
    LazyMatrix all = walked.right();
    return IntStream.range(0, summed.rows())
        .boxed()
        .flatMap(k -> {
          LazyMatrix share = share(k);
          return Stream.of(
              new WrongMethod(
                  () -> new Slip.MissingTerm(k, share.toMatrix()),
                  Misconception.M4,
                  all.plus(share.times(-1))),
              only(k),
              new WrongMethod(
                  () -> new Slip.RepeatedTerm(k, share.toMatrix()),
                  Misconception.M4,
                  all.plus(share)));
        });
  }
}
