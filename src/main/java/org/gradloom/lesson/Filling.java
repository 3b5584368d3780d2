package org.gradloom.lesson;

import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/** Numbers to fill a matrix with. Seeded, so that the same filling is the same matrix. */
public sealed interface Filling {
  /** A matrix of these numbers. */
  Matrix fill(Shape shape);

  /** The same number everywhere. */
  record Constant(double value) implements Filling {
    @Override
    public Matrix fill(Shape shape) {
      return Matrix.numbers(shape, (i, j) -> value);
    }
  }

  /** Whole numbers from −3 to 3 without 0, small enough to multiply in the head. */
  record SmallIntegers(long seed) implements Filling {
    @Override
    public Matrix fill(Shape shape) {
      Random random = new Random(seed);
      return Matrix.numbers(
          shape, (i, j) -> (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(3)));
    }
  }

  /**
   * Uniform in ±√(6 / (inputs + units)), to two decimals so that the numbers stay readable. Glorot
   * and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010.
   */
  record Glorot(long seed) implements Filling {
    @Override
    public Matrix fill(Shape shape) {
      Random random = new Random(seed);
      double limit = Math.sqrt(6.0 / (shape.rows() + shape.columns()));
      return Matrix.numbers(
          shape, (i, j) -> Math.rint(random.nextDouble(-limit, limit) * 100) / 100);
    }
  }
}
