package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.gradloom.blas.Blas;
import org.gradloom.blas.MachineBlas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where this machine has a BLAS. */
class BlasProductsTest {
  private static final MachineBlas HERE = MachineBlas.ofSystem();

  private final Gemm ours = new Gemm();

  private static BlasProducts theirs() {
    Optional<Blas> blas = HERE.blas();
    assumeTrue(blas.isPresent(), "No BLAS here");
    return new BlasProducts(blas.orElseThrow());
  }

  private static DMatrixRMaj drawn(int rows, int columns) {
    Random random = new Random(31L * rows + columns);
    return new DMatrixRMaj(
        rows, columns, true, random.doubles((long) rows * columns, -1, 1).toArray());
  }

  /** A result to be overwritten: what stands in it must not count. */
  private static DMatrixRMaj filled(int rows, int columns) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    Arrays.fill(matrix.data, Double.NaN);
    return matrix;
  }

  @ParameterizedTest
  @MethodSource("org.gradloom.engine.GemmTest#shapes")
  void agreeWithOurs(int n, int d, int m) {
    Products theirs = theirs();
    DMatrixRMaj x = drawn(n, d);
    DMatrixRMaj w = drawn(d, m);
    DMatrixRMaj row = drawn(1, m);
    DMatrixRMaj dZ = drawn(n, m);
    DMatrixRMaj[] right = {filled(n, m), filled(n, m), filled(d, m), filled(n, d)};
    ours.mult(x, w, right[0]);
    ours.multAdd(x, w, row, right[1]);
    ours.multTransA(x, dZ, right[2]);
    ours.multTransB(dZ, w, right[3]);
    DMatrixRMaj[] found = {filled(n, m), filled(n, m), filled(d, m), filled(n, d)};
    theirs.mult(x, w, found[0]);
    theirs.multAdd(x, w, row, found[1]);
    theirs.multTransA(x, dZ, found[2]);
    theirs.multTransB(dZ, w, found[3]);
    for (int k = 0; k < right.length; k++) {
      assertThat(found[k].data).containsExactly(right[k].data, within(1e-11));
    }
  }

  @Test
  void factorsThatDoNotFitAreRefused() {
    Products theirs = theirs();
    DMatrixRMaj a = new DMatrixRMaj(20, 30);
    DMatrixRMaj c = new DMatrixRMaj(20, 30);
    assertThatThrownBy(() -> theirs.mult(a, a, c)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> theirs.multTransA(a, a, c))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> theirs.multTransB(a, a, c))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
