package org.gradloom.lesson;

import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * One dense layer.
 *
 * @param w D×M, one column a neuron
 * @param b 1×M, or null for a layer without bias
 * @param frozen what no step changes
 * @param state what the optimizer remembers of this layer, in a frozen training step
 * @param mask N×M, what dropout multiplies the activations of each sample by: 0 for what it drops;
 *     null for a layer without dropout
 */
public record Layer(
    Matrix w,
    @Nullable Matrix b,
    Activation activation,
    Frozen frozen,
    @Nullable OptimizerState state,
    @Nullable Matrix mask) {

  /** A layer without dropout. */
  public Layer(
      Matrix w,
      @Nullable Matrix b,
      Activation activation,
      Frozen frozen,
      @Nullable OptimizerState state) {
    this(w, b, activation, frozen, state, null);
  }

  /** A layer that learns, and of which nothing is remembered. */
  public Layer(Matrix w, @Nullable Matrix b, Activation activation) {
    this(w, b, activation, Frozen.NOTHING, null);
  }

  /** This layer with other weights, and with what an optimizer remembers of them. */
  public Layer with(Matrix w, @Nullable OptimizerState state) {
    return new Layer(w, b, activation, frozen, state, mask);
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

  /** True if its outputs A are Z as it is. */
  public boolean isIdentity() {
    return activation == Elementwise.IDENTITY && mask == null;
  }

  /** With this of dropout, or without any. */
  public Layer withMask(@Nullable Matrix other) {
    return new Layer(w, b, activation, frozen, state, other);
  }

  /** What the optimizer remembers of W, or of b. */
  public Remembered remembered(boolean bias) {
    return state == null ? Remembered.NOTHING : state.of(bias);
  }

  public Layer withW(Matrix other) {
    return new Layer(other, b, activation, frozen, state, mask);
  }

  /** With other biases, of which there were some before. */
  public Layer withB(Matrix other) {
    return new Layer(w, other, activation, frozen, state, mask);
  }

  public Layer with(Activation other) {
    return new Layer(w, b, other, frozen, state, mask);
  }

  /** With this remembered of it, or nothing. */
  public Layer withState(@Nullable OptimizerState other) {
    return new Layer(w, b, activation, frozen, other, mask);
  }

  /**
   * With other parameters frozen. Whatever the optimizer remembers is forgotten: it remembers
   * nothing of a frozen parameter, and has nothing to go on from where one learns again.
   */
  public Layer with(Frozen other) {
    return new Layer(w, b, activation, other, frozen.equals(other) ? state : null, mask);
  }
}
