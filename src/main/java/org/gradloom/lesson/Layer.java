package org.gradloom.lesson;

import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * One dense layer.
 *
 * @param w D×M, one column a neuron
 * @param b 1×M, or null for a layer without bias
 * @param state what the optimizer remembers of this layer, in a frozen training step
 */
public record Layer(
    Matrix w, @Nullable Matrix b, Activation activation, @Nullable OptimizerState state) {

  public Layer(Matrix w, @Nullable Matrix b, Activation activation) {
    this(w, b, activation, null);
  }

  /** This layer with other weights, and with what an optimizer remembers of them. */
  public Layer with(Matrix w, @Nullable OptimizerState state) {
    return new Layer(w, b, activation, state);
  }

  public int inputs() {
    return w.rows();
  }

  public int units() {
    return w.columns();
  }

  public boolean hasBias() {
    return b != null;
  }

  /** What the optimizer remembers of W, or of b. */
  public Remembered remembered(boolean bias) {
    return state == null ? Remembered.NOTHING : state.of(bias);
  }
}
