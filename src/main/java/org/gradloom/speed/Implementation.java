package org.gradloom.speed;

import org.gradloom.engine.DensePass;
import org.gradloom.lesson.Layer;
import org.gradloom.rule.Elementwise;

/** The ways to compute a dense layer, the one first that the others are held against. */
public enum Implementation {
  /** Three nested loops over {@code double[][]}. */
  LOOPS,
  /** EJML's own product, for one sample after the other. */
  SAMPLES,
  /** EJML's own product, for all samples at once. */
  BATCH,
  /** The product that training uses here, for all samples at once. */
  KERNEL;

  /** Lays the factors out for this way, which is no part of what is timed. */
  public PreparedProduct prepare(LayerTask task) {
    Layer layer = new Layer(task.w(), null, Elementwise.IDENTITY);
    return switch (this) {
      case LOOPS -> new NestedLoops(task);
      case SAMPLES -> new SampleBySample(DensePass.onEjml(layer), task);
      case BATCH -> new WholeBatch(DensePass.onEjml(layer), task);
      case KERNEL -> new WholeBatch(new DensePass(layer), task);
    };
  }

  /**
   * How many multiplications it makes of a batch of N samples with n inputs and n neurons: the same
   * number from another product each time.
   */
  public long multiplications(int n) {
    long samples = LayerTask.SAMPLES;
    return switch (this) {
      // A cell for each sample and neuron, n terms in each.
      case LOOPS -> samples * n * n;
      // For each sample every weight once.
      case SAMPLES -> samples * (1L * n * n);
      // N×n times n×n.
      case BATCH, KERNEL -> (samples * n) * n;
    };
  }
}
