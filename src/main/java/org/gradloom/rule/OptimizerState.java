package org.gradloom.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What an optimizer remembers of one layer, in a frozen training step.
 *
 * @param memories under the names and in the order of {@link Optimizer#remembers}
 */
public record OptimizerState(Map<String, Memory> memories) {
  public OptimizerState {
    memories = Collections.unmodifiableMap(new LinkedHashMap<>(memories));
  }

  /**
   * One remembered number for every parameter of the layer that learns.
   *
   * @param w null exactly where the layer's W is frozen
   * @param b null exactly where the layer has no bias, or a frozen one
   */
  public record Memory(@Nullable Matrix w, @Nullable Matrix b) {
    private @Nullable Matrix of(boolean bias) {
      return bias ? b : w;
    }
  }

  /** Other numbers under the same names. */
  public OptimizerState map(UnaryOperator<Memory> change) {
    Map<String, Memory> changed = new LinkedHashMap<>(memories);
    changed.replaceAll((_, memory) -> change.apply(memory));
    return new OptimizerState(changed);
  }

  /** True if this is what such an optimizer remembers. */
  public boolean isOf(Optimizer optimizer) {
    return List.copyOf(memories.keySet()).equals(optimizer.remembers());
  }

  /** What is remembered of the layer's W, or of its b. */
  public Remembered of(boolean bias) {
    List<Memory> all = List.copyOf(memories.values());
    return new Remembered(all.getFirst().of(bias), all.size() > 1 ? all.get(1).of(bias) : null);
  }
}
