package org.gradloom.speed;

import java.util.Optional;
import org.gradloom.blas.MachineBlas;
import org.gradloom.engine.DensePass;
import org.gradloom.lesson.Layer;
import org.gradloom.rule.Elementwise;

/** Makes a layer ready for the ways of this machine. */
@FunctionalInterface
public interface Contenders {

  /** Those with this BLAS, which is looked for once it has its turn. */
  static Contenders with(MachineBlas blas) {
    return (way, task) -> {
      Layer layer = new Layer(task.w(), null, Elementwise.IDENTITY);
      return switch (way) {
        case LOOPS -> Optional.of(new NestedLoops(task));
        case SAMPLES -> Optional.of(new SampleBySample(DensePass.onEjml(layer), task));
        case BATCH -> Optional.of(new WholeBatch(DensePass.onEjml(layer), task));
        case KERNEL -> Optional.of(new WholeBatch(new DensePass(layer), task));
        case BLAS ->
            blas.blas().map(library -> new WholeBatch(DensePass.onBlas(layer, library), task));
      };
    };
  }

  /**
   * Lays the matrices out for a way, which is no part of what is timed.
   *
   * @return nothing where the machine does not have this way
   */
  Optional<PreparedLayer> prepare(Implementation way, LayerTask task);
}
