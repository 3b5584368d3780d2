package org.gradloom.training;

import java.util.Optional;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * What a network answers where numbers are learned, beside what is true, in their own unit.
 *
 * @param train N×2: of each training row what is true, and what is answered
 * @param test the same of the test rows, if there are any
 * @param line the network as a straight line, if it is one
 */
public record Fit(Matrix train, Optional<Matrix> test, Optional<StraightLine> line) {
  static Optional<Fit> of(Answers answers) {
    TrainingSetup setup = answers.setup();
    return setup
        .quantity()
        .filter(_ -> setup.outputs() == 1)
        .map(quantity ->
            new Fit(
                pairs(setup.lesson().loss().target().shown(), answers.train(), quantity),
                setup
                    .testTarget()
                    .flatMap(target ->
                        answers.test().map(said -> pairs(target.shown(), said, quantity))),
                StraightLine.of(setup, answers.layers())));
  }

  private static Matrix pairs(Matrix targets, Matrix outputs, Quantity quantity) {
    return Matrix.numbers(
        new Shape(targets.rows(), 2),
        (i, j) -> quantity.inOwnUnit(j == 0 ? targets.get(i, 0) : outputs.get(i, 0)));
  }

  /** The line of the least squares through the training rows, which every run approaches. */
  public static Optional<StraightLine> leastSquares(TrainingSetup setup) {
    Matrix x = setup.lesson().x();
    Matrix targets = setup.lesson().loss().target().shown();
    if (x.columns() != 1 || setup.quantity().isEmpty()) {
      return Optional.empty();
    }
    Quantity quantity = setup.quantity().get();
    double mean = setup.featureMean(0);
    double deviation = setup.featureDeviation(0);
    return StraightLine.leastSquares(
        Matrix.numbers(x.shape(), (i, j) -> mean + deviation * x.get(i, j)),
        Matrix.numbers(targets.shape(), (i, j) -> quantity.inOwnUnit(targets.get(i, j))));
  }
}
