package org.gradloom.engine;

import org.ejml.data.DMatrixRMaj;

/** The three products of a dense layer on EJML's storage. */
interface Products {

  /** c ← a · b, shapes N×D, D×M and N×M; only {@code c} is modified, and may be neither factor. */
  void mult(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

  /** c ← a · b + row, {@code row} 1×M added to each row; only {@code c} is modified. */
  void multAdd(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj row, DMatrixRMaj c);

  /** c ← aᵀ · b, shapes N×D, N×M and D×M; only {@code c} is modified, and may be neither factor. */
  void multTransA(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

  /** c ← a · bᵀ, shapes N×M, D×M and N×D; only {@code c} is modified, and may be neither factor. */
  void multTransB(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);
}
