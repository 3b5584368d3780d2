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

  /** Lays the matrices out for this way, which is no part of what is timed. */
  public PreparedLayer prepare(LayerTask task) {
    Layer layer = new Layer(task.w(), null, Elementwise.IDENTITY);
    return switch (this) {
      case LOOPS -> new NestedLoops(task);
      case SAMPLES -> new SampleBySample(DensePass.onEjml(layer), task);
      case BATCH -> new WholeBatch(DensePass.onEjml(layer), task);
      case KERNEL -> new WholeBatch(new DensePass(layer), task);
    };
  }
}
