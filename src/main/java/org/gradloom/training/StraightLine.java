package org.gradloom.training;

import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;

/** y = slope · x + intercept, in the units of the data. */
public record StraightLine(double slope, double intercept) {
  /**
   * The line that a network is: one unit of one input, the feature as it is, without an activation.
   * Where features and target are standardised, z = w·(x − μₓ)/sₓ + b and y = μ + s·z, so slope =
   * w·s/sₓ.
   */
  static Optional<StraightLine> of(TrainingSetup setup, List<Layer> layers) {
    Layer only = layers.getFirst();
    if (layers.size() > 1
        || !setup.isPlain()
        || only.inputs() != 1
        || only.units() != 1
        || only.activation() != Elementwise.IDENTITY) {
      return Optional.empty();
    }
    Matrix b = only.b();
    double bias = b == null ? 0 : b.get(0, 0);
    double w = only.w().get(0, 0);
    return setup
        .quantity()
        .map(quantity -> {
          double mean = setup.featureMean(0);
          double deviation = setup.featureDeviation(0);
          double slope = w * quantity.deviation() / deviation;
          return new StraightLine(slope, quantity.inOwnUnit(bias) - slope * mean);
        });
  }

  /**
   * The line of the least squares through points.
   *
   * @param x N×1
   * @param y N×1
   * @return empty where all x are one
   */
  static Optional<StraightLine> leastSquares(Matrix x, Matrix y) {
    int n = x.rows();
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanX += x.get(i, 0) / n;
      meanY += y.get(i, 0) / n;
    }
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double distance = x.get(i, 0) - meanX;
      products += distance * (y.get(i, 0) - meanY);
      squares += distance * distance;
    }
    if (!(squares > 0)) {
      return Optional.empty();
    }
    double slope = products / squares;
    return Optional.of(new StraightLine(slope, meanY - slope * meanX));
  }
}
