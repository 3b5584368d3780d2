package org.gradloom.rule;

import org.gradloom.matrix.Matrix;
import org.jspecify.annotations.Nullable;

/** What an optimizer remembers of one layer, in a frozen training step. */
public sealed interface OptimizerState {
  /**
   * One remembered number for every parameter of the layer.
   *
   * @param b null exactly where the layer has no bias
   */
  record Memory(Matrix w, @Nullable Matrix b) {}

  /** Momentum's v. */
  record Velocity(Memory velocity) implements OptimizerState {}

  /** Adam's running means of g and g². */
  record Moments(Memory m, Memory v) implements OptimizerState {}
}
