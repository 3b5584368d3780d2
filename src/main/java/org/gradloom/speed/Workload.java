package org.gradloom.speed;

import java.util.Optional;
import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * What every way computes, at any size n: a layer with n inputs and n neurons.
 *
 * @param samples N, how many samples are in a batch
 */
public record Workload(int samples, Passes passes) {
  /** N where nobody says otherwise. */
  public static final int USUAL_SAMPLES = 64;

  /** The largest N that is asked for. */
  public static final int MOST_SAMPLES = 4096;

  /** The largest n: W of the next power of two is longer than an array can be. */
  public static final int LARGEST_SIZE = 32_768;

  /** Which products of the layer are computed. */
  public enum Passes {
    /** Z = X·W. */
    FORWARD(1),
    /** Z, and from dL/dZ the gradients dL/dW = Xᵀ·dL/dZ and dL/dX = dL/dZ·Wᵀ. */
    BOTH(3);

    private final int products;

    Passes(int products) {
      this.products = products;
    }
  }

  public Workload {
    if (samples < 1) {
      throw new IllegalArgumentException("No samples");
    }
  }

  /** The forward pass of the usual number of samples. */
  public static Workload forward() {
    return new Workload(USUAL_SAMPLES, Passes.FORWARD);
  }

  /** Both passes of the usual number of samples. */
  public static Workload both() {
    return new Workload(USUAL_SAMPLES, Passes.BOTH);
  }

  /** A layer of size n, always with the same numbers. */
  LayerTask task(int n) {
    Random random = new Random(n);
    Matrix x = Matrix.numbers(new Shape(samples, n), (i, j) -> random.nextGaussian());
    Matrix w = Matrix.numbers(new Shape(n, n), (i, j) -> random.nextGaussian());
    return new LayerTask(
        x,
        w,
        switch (passes) {
          case FORWARD -> Optional.empty();
          case BOTH -> Optional.of(Matrix.numbers(x.shape(), (i, j) -> random.nextGaussian()));
        });
  }

  /** How many multiplications each way makes of it; as many additions come with them. */
  public long multiplications(int n) {
    return (long) passes.products * samples * n * n;
  }

  /** At most so many bytes are taken while all ways at size n stand side by side. */
  double bytes(int n) {
    int squares =
        switch (passes) {
          // W of the task and of each way.
          case FORWARD -> 1 + Implementation.values().length;
          // And dL/dW of each way, once more for each sample in turn, and copies to compare.
          case BOTH -> 1 + 2 * Implementation.values().length + 1 + 4;
        };
    int batches = 8 * Implementation.values().length;
    return 8.0 * n * ((double) squares * n + (double) batches * samples);
  }
}
