package org.gradloom.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix or its transpose, as a kernel reads it: entry (i, j) stands at {@code i · rowStride + j
 * · columnStride} of the data. It is set anew for each product, so that a product allocates
 * nothing.
 */
final class Strided {
  double[] data = {};
  int rows;
  int columns;
  int rowStride;
  int columnStride;

  /** Looks at {@code matrix}, or at its transpose, from now on. */
  Strided set(DMatrixRMaj matrix, boolean transposed) {
    data = matrix.data;
    rows = transposed ? matrix.numCols : matrix.numRows;
    columns = transposed ? matrix.numRows : matrix.numCols;
    rowStride = transposed ? 1 : matrix.numCols;
    columnStride = transposed ? matrix.numCols : 1;
    return this;
  }

  /** Looks at rows×columns of which each row is {@code row} (1×columns), from now on. */
  void setEachRow(DMatrixRMaj row, int count) {
    data = row.data;
    rows = count;
    columns = row.numCols;
    rowStride = 0;
    columnStride = 1;
  }

  /** Looks at a matrix of the shape of {@code like} that is {@code number} (1×1) everywhere. */
  void setEverywhere(DMatrixRMaj number, DMatrixRMaj like) {
    data = number.data;
    rows = like.numRows;
    columns = like.numCols;
    rowStride = 0;
    columnStride = 0;
  }

  /** Looks at the transpose of what it looked at. */
  Strided transpose() {
    int swapped = rows;
    rows = columns;
    columns = swapped;
    swapped = rowStride;
    rowStride = columnStride;
    columnStride = swapped;
    return this;
  }

  double get(int row, int column) {
    return data[row * rowStride + column * columnStride];
  }

  void set(int row, int column, double value) {
    data[row * rowStride + column * columnStride] = value;
  }

  /** Sets four entries of a row, side by side. */
  void setRowOfFour(int row, int column, double v0, double v1, double v2, double v3) {
    int at = row * rowStride + column * columnStride;
    data[at] = v0;
    data[at + columnStride] = v1;
    data[at + 2 * columnStride] = v2;
    data[at + 3 * columnStride] = v3;
  }

  /** Copies {@code width} entries of a row into the beginning of {@code target}. */
  void copyRow(int row, int column, int width, double[] target) {
    int at = row * rowStride + column * columnStride;
    if (columnStride == 1) {
      System.arraycopy(data, at, target, 0, width);
    } else if (columnStride == 0) {
      Arrays.fill(target, 0, width, data[at]);
    } else {
      for (int j = 0; j < width; j++) {
        target[j] = data[at];
        at += columnStride;
      }
    }
  }

  /** Sets {@code width} entries of a row from the beginning of {@code source}. */
  void setRow(int row, int column, int width, double[] source) {
    int at = row * rowStride + column * columnStride;
    if (columnStride == 1) {
      System.arraycopy(source, 0, data, at, width);
      return;
    }
    for (int j = 0; j < width; j++) {
      data[at] = source[j];
      at += columnStride;
    }
  }

  /** The shape, for what is told of a product that does not exist. */
  @Override
  public String toString() {
    return rows + "×" + columns;
  }
}
