package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Remembered;

/**
 * One matrix that is learnt, with its gradient and what the optimizer remembers of it. A step is
 * first proposed beside what is there, and then kept or forgotten.
 */
final class Parameter {
  private DMatrixRMaj value;
  private DMatrixRMaj next;
  private final DMatrixRMaj gradient;

  /** An array for each name that the optimizer remembers something under. */
  private double[][] memory;

  private double[][] nextMemory;

  /**
   * @param remembered what the optimizer remembers of it already
   */
  Parameter(Matrix value, Optimizer optimizer, Remembered remembered) {
    this.value = Buffers.of(value);
    this.next = this.value.createLike();
    this.gradient = this.value.createLike();
    int names = optimizer.remembers().size();
    this.memory = new double[names][];
    this.nextMemory = new double[names][this.value.getNumElements()];
    for (int k = 0; k < names; k++) {
      Matrix given = k == 0 ? remembered.first() : remembered.second();
      memory[k] = given == null ? new double[this.value.getNumElements()] : given.toArray();
    }
  }

  DMatrixRMaj value() {
    return value;
  }

  /** dL/dvalue, which the backward pass overwrites. */
  DMatrixRMaj gradient() {
    return gradient;
  }

  /** What is remembered under the name of this index. */
  Matrix memory(int index) {
    return Buffers.toMatrix(DMatrixRMaj.wrap(value.numRows, value.numCols, memory[index]));
  }

  /**
   * Computes the step that the gradient asks for, without taking it yet.
   *
   * @param step the number of this step, from 1
   * @param corrections of this step, see {@link Optimizer#correction}
   * @return whether all that the step would store is finite
   */
  boolean propose(Optimizer optimizer, long step, double[] corrections) {
    optimizer.step(value.data, gradient.data, memory, step, corrections, next.data, nextMemory);
    for (int k = 0; k < nextMemory.length; k++) {
      if (!optimizer.showsInParameter(k) && !isFinite(nextMemory[k])) {
        return false;
      }
    }
    return isFinite(next.data);
  }

  /** Takes the step that was proposed last. */
  void accept() {
    DMatrixRMaj before = value;
    value = next;
    next = before;
    double[][] remembered = memory;
    memory = nextMemory;
    nextMemory = remembered;
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
