package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;

/**
 * The three products of a dense layer on EJML's storage, faster than EJML's own and equal to them
 * within rounding. Each product is computed by one thread in one order, so the same factors give
 * the same bits on any machine.
 *
 * <p>An instance owns its scratch memory, which grows with the largest product so far and is then
 * used again; nothing else is allocated. Not for several threads at once.
 */
final class Gemm implements Products {
  /** Below so many columns a loop over them is too short for vector instructions. */
  private static final int NARROW = 16;

  /** Below so many multiplications, preparing them for vectors costs more than it saves. */
  private static final long FEW = 4096;

  private final Strided left = new Strided();
  private final Strided right = new Strided();
  private final Strided result = new Strided();

  /** What the sums start from: the same row everywhere, or the same 0. */
  private final Strided start = new Strided();

  private final DMatrixRMaj zero = new DMatrixRMaj(1, 1);
  private final PackedGemm panels = new PackedGemm();

  @Override
  public void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    start.setEverywhere(zero, c);
    multiply(left.set(a, false), right.set(b, false), result.set(c, false));
  }

  @Override
  public void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj row, DMatrixRMaj c) {
    start.setEachRow(row, c.numRows);
    multiply(left.set(a, false), right.set(b, false), result.set(c, false));
  }

  @Override
  public void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    start.setEverywhere(zero, c);
    multiply(left.set(a, true), right.set(b, false), result.set(c, false));
  }

  @Override
  public void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c) {
    start.setEverywhere(zero, c);
    multiply(left.set(a, false), right.set(b, true), result.set(c, false));
  }

  private void multiply(Strided a, Strided b, Strided c) {
    if (a.columns != b.rows
        || a.rows != c.rows
        || b.columns != c.columns
        || start.columns != c.columns) {
      throw new IllegalArgumentException(a + " times " + b + " is not " + c);
    }
    if (Math.max(c.rows, c.columns) < NARROW || (long) a.rows * a.columns * b.columns < FEW) {
      TiledGemm.multiply(a, b, start, c);
    } else if (c.columns < NARROW) {
      // Cᵀ = Bᵀ·Aᵀ has the long rows that C lacks.
      panels.multiply(b.transpose(), a.transpose(), start.transpose(), c.transpose());
    } else {
      panels.multiply(a, b, start, c);
    }
  }
}
