package org.gradloom.data;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * Numbers y that follow a function of one x, and Gaussian noise added to them. The x lie anywhere
 * between −{@value #REACH} and {@value #REACH}.
 */
public enum NoisyFunction implements SampleGenerator {
  /** y = 1.5·x + 2. */
  LINE("line", 40, 0.6) {
    @Override
    double y(double x) {
      return 1.5 * x + 2;
    }
  },

  /** y = sin 1.5x, nearly one wave and a half. */
  SINE("sine", 80, 0.1) {
    @Override
    double y(double x) {
      return StrictMath.sin(1.5 * x);
    }
  };

  private static final double REACH = 3;

  private final String documentName;
  private final int usualSamples;
  private final double usualNoise;

  NoisyFunction(String documentName, int usualSamples, double usualNoise) {
    this.documentName = documentName;
    this.usualSamples = usualSamples;
    this.usualNoise = usualNoise;
  }

  /** The function without noise. */
  abstract double y(double x);

  @Override
  public String documentName() {
    return documentName;
  }

  @Override
  public int usualSamples() {
    return usualSamples;
  }

  @Override
  public double usualNoise() {
    return usualNoise;
  }

  /** {@inheritDoc} */
  @Override
  public DataSet make(int samples, double noise, long seed) {
    Generator.require(samples, noise);
    Random random = new Random(seed);
    double[] x = new double[samples];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      x[i] = REACH * (2 * random.nextDouble() - 1);
      y[i] = y(x[i]) + noise * random.nextGaussian();
    }
    Shape column = new Shape(samples, 1);
    return new DataSet(
        documentName,
        Matrix.of(column, x),
        new Truth.Quantities("y", Matrix.of(column, y)),
        List.of("x"),
        List.of(),
        Optional.empty());
  }
}
