package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Optimizer;
import org.jspecify.annotations.Nullable;

/**
 * One matrix that is learnt, with its gradient and what the optimizer remembers of it. A step is
 * first proposed beside what is there, and then kept or forgotten.
 */
final class Parameter {
  private DMatrixRMaj value;
  private DMatrixRMaj next;
  private final DMatrixRMaj gradient;

  /** Momentum's v or Adam's m; empty for an optimizer without memory. */
  private double[] first;

  private double[] nextFirst;

  /** Adam's v; empty for the others. */
  private double[] second;

  private double[] nextSecond;

  /**
   * @param first what is remembered, null for nothing yet
   * @param second the same of Adam's second mean
   */
  Parameter(Matrix value, Optimizer optimizer, @Nullable Matrix first, @Nullable Matrix second) {
    this.value = Buffers.of(value);
    this.next = this.value.createLike();
    this.gradient = this.value.createLike();
    boolean remembers = !(optimizer instanceof Optimizer.Sgd);
    this.first = memory(remembers, first);
    this.nextFirst = new double[this.first.length];
    this.second = memory(optimizer instanceof Optimizer.Adam, second);
    this.nextSecond = new double[this.second.length];
  }

  private double[] memory(boolean remembers, @Nullable Matrix given) {
    if (!remembers) {
      return new double[0];
    }
    return given == null ? new double[value.getNumElements()] : given.toArray();
  }

  DMatrixRMaj value() {
    return value;
  }

  /** dL/dvalue, which the backward pass overwrites. */
  DMatrixRMaj gradient() {
    return gradient;
  }

  Matrix firstMemory() {
    return matrix(first);
  }

  Matrix secondMemory() {
    return matrix(second);
  }

  private Matrix matrix(double[] memory) {
    return Buffers.toMatrix(DMatrixRMaj.wrap(value.numRows, value.numCols, memory));
  }

  /**
   * Computes the step of {@link OptimizerRules} from the gradient, without taking it yet.
   *
   * @param correction1 for Adam 1/(1 − β₁ᵗ) of this step t, which makes m̂ of m
   * @param correction2 for Adam 1/(1 − β₂ᵗ)
   * @return whether all that the step would store is finite
   */
  boolean propose(Optimizer optimizer, double correction1, double correction2) {
    double[] w = value.data;
    double[] g = gradient.data;
    double[] result = next.data;
    switch (optimizer) {
      case Optimizer.Sgd(double rate) -> descend(w, g, rate, result);
      case Optimizer.Momentum(double rate, double mu) -> {
        remember(first, g, mu, nextFirst);
        descend(w, nextFirst, rate, result);
      }
      case Optimizer.Adam(double rate) ->
          adam(w, g, first, second, rate, correction1, correction2, result, nextFirst, nextSecond);
    }
    // A velocity or an m that is not finite shows in the weight, but not a v that divides it away.
    return isFinite(result) && isFinite(nextSecond);
  }

  /** Takes the step that was proposed last. */
  void accept() {
    DMatrixRMaj before = value;
    value = next;
    next = before;
    double[] memory = first;
    first = nextFirst;
    nextFirst = memory;
    memory = second;
    second = nextSecond;
    nextSecond = memory;
  }

  // Each loop indexes every array by its bare variable, so that it becomes vector instructions.

  private static void descend(double[] w, double[] direction, double rate, double[] next) {
    for (int i = 0; i < w.length; i++) {
      next[i] = w[i] - rate * direction[i];
    }
  }

  private static void remember(double[] v, double[] g, double mu, double[] next) {
    for (int i = 0; i < v.length; i++) {
      next[i] = mu * v[i] + g[i];
    }
  }

  private static void adam(
      double[] w,
      double[] g,
      double[] m,
      double[] v,
      double rate,
      double correction1,
      double correction2,
      double[] nextW,
      double[] nextM,
      double[] nextV) {
    for (int i = 0; i < w.length; i++) {
      double mean = Optimizer.Adam.BETA_1 * m[i] + (1 - Optimizer.Adam.BETA_1) * g[i];
      double square = Optimizer.Adam.BETA_2 * v[i] + (1 - Optimizer.Adam.BETA_2) * g[i] * g[i];
      nextM[i] = mean;
      nextV[i] = square;
      nextW[i] =
          w[i]
              - rate
                  * (mean
                      * correction1
                      / (Math.sqrt(square * correction2) + Optimizer.Adam.EPSILON));
    }
  }

  /** By products with 0, which are 0 for what is finite and no number for the rest. */
  private static boolean isFinite(double[] values) {
    double zero0 = 0;
    double zero1 = 0;
    double zero2 = 0;
    double zero3 = 0;
    int i = 0;
    for (; i + 4 <= values.length; i += 4) {
      zero0 = Math.fma(values[i], 0, zero0);
      zero1 = Math.fma(values[i + 1], 0, zero1);
      zero2 = Math.fma(values[i + 2], 0, zero2);
      zero3 = Math.fma(values[i + 3], 0, zero3);
    }
    for (; i < values.length; i++) {
      zero0 = Math.fma(values[i], 0, zero0);
    }
    return zero0 + zero1 + zero2 + zero3 == 0;
  }
}
