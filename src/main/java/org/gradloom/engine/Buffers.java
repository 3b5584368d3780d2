package org.gradloom.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/** Between matrices as values and EJML's buffers. */
final class Buffers {
  private Buffers() {}

  static DMatrixRMaj of(Matrix matrix) {
    return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.toArray());
  }

  static Matrix toMatrix(DMatrixRMaj buffer) {
    return Matrix.of(new Shape(buffer.numRows, buffer.numCols), buffer.data);
  }

  /** Adds {@code row} (1×M) to each row of {@code matrix} (N×M), which is modified. */
  static void addToEachRow(DMatrixRMaj matrix, DMatrixRMaj row) {
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        matrix.data[i * matrix.numCols + j] += row.data[j];
      }
    }
  }

  /** {@code row} (1×M) ← the sum of the rows of {@code matrix} (N×M). */
  static void sumOfRows(DMatrixRMaj matrix, DMatrixRMaj row) {
    Arrays.fill(row.data, 0, matrix.numCols, 0);
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        row.data[j] += matrix.data[i * matrix.numCols + j];
      }
    }
  }
}
