package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;
import org.gradloom.blas.Blas;
import org.gradloom.blas.BlasCalls;

/**
 * The products of a machine's BLAS on EJML's storage, and of {@link Gemm} where a call costs more
 * than the product. The same factors give the same bits on one machine, other ones on the next. Not
 * for several threads at once.
 */
final class BlasProducts implements Products {
  /** Below so many multiplications our own product is done before a call is prepared. */
  static final long FEW = 4096;

  private final BlasCalls calls;
  private final Gemm few = new Gemm();

  BlasProducts(Blas blas) {
    calls = new BlasCalls(blas);
  }

  @Override
  public void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    if (isFew(a, c.numCols)) {
      few.mult(a, b, c);
    } else {
      require(a.numCols == b.numRows && a.numRows == c.numRows && b.numCols == c.numCols);
      calls.multiply(false, false, c.numRows, c.numCols, a.numCols, a.data, b.data, 0, c.data);
    }
  }

  @Override
  public void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj row, DMatrixRMaj c) {
    if (isFew(a, c.numCols)) {
      few.multAdd(a, b, row, c);
    } else {
      require(a.numCols == b.numRows && a.numRows == c.numRows && b.numCols == c.numCols);
      require(row.numCols == c.numCols);
      for (int i = 0; i < c.numRows; i++) {
        System.arraycopy(row.data, 0, c.data, i * c.numCols, c.numCols);
      }
      calls.multiply(false, false, c.numRows, c.numCols, a.numCols, a.data, b.data, 1, c.data);
    }
  }

  @Override
  public void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    if (isFew(a, c.numCols)) {
      few.multTransA(a, b, c);
    } else {
      require(a.numRows == b.numRows && a.numCols == c.numRows && b.numCols == c.numCols);
      calls.multiply(true, false, c.numRows, c.numCols, a.numRows, a.data, b.data, 0, c.data);
    }
  }

  @Override
  public void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    if (isFew(a, c.numCols)) {
      few.multTransB(a, b, c);
    } else {
      require(a.numCols == b.numCols && a.numRows == c.numRows && b.numRows == c.numCols);
      calls.multiply(false, true, c.numRows, c.numCols, a.numCols, a.data, b.data, 0, c.data);
    }
  }

  /** Each number of {@code a} meets as many as the result has columns. */
  private static boolean isFew(DMatrixRMaj a, int columns) {
    return (long) a.numRows * a.numCols * columns < FEW;
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("These matrices have no such product");
    }
  }
}
