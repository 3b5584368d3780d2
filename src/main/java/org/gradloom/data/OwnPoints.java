package org.gradloom.data;

import java.util.List;
import java.util.Optional;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;

/**
 * Points that the user puts into the plane. Since a network without a row has nothing to learn, and
 * none of a class has nothing to tell it from, one point of each class is there at the start, in
 * opposite corners of [−1, 1]².
 */
public enum OwnPoints implements SampleGenerator {
  OWN;

  @Override
  public String documentName() {
    return "own";
  }

  /** {@inheritDoc} They are the only ones. */
  @Override
  public int usualSamples() {
    return 2;
  }

  @Override
  public double usualNoise() {
    return 0;
  }

  /**
   * {@inheritDoc}
   *
   * @param samples 2
   * @param noise 0
   * @param seed changes nothing
   */
  @Override
  public DataSet make(int samples, double noise, long seed) {
    if (samples != usualSamples() || noise != 0) {
      throw new InvalidInput("data.ownPoints");
    }
    return new DataSet(
        documentName(),
        Matrix.of(new double[][] {{-0.8, -0.8}, {0.8, 0.8}}),
        List.of(0, 1),
        List.of("x₁", "x₂"),
        List.of("A", "B"),
        Optional.empty());
  }
}
