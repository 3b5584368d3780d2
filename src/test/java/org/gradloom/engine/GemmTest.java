package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GemmTest {
  private final Gemm products = new Gemm();

  /** N, D and M: what is odd, thin, at the edge between two kernels or wider than one panel. */
  static Stream<Arguments> shapes() {
    int[][] chosen = {
      {1, 1, 1},
      {1, 1, 40},
      {1, 300, 1},
      {40, 1, 1},
      {1, 7, 600},
      {10, 2, 8},
      {10, 8, 2},
      {15, 19, 15},
      {16, 16, 16},
      {16, 15, 17},
      {17, 63, 5},
      {5, 63, 17},
      {130, 257, 70},
      {64, 128, 10},
      {3, 5, 1100},
      {1100, 129, 3},
      {33, 9, 513},
    };
    Random random = new Random(1);
    Stream<int[]> drawn =
        IntStream.range(0, 60).mapToObj(i -> new int[] {side(random), side(random), side(random)});
    return Stream.concat(Stream.of(chosen), drawn).map(s -> Arguments.of(s[0], s[1], s[2]));
  }

  private static int side(Random random) {
    return 1 + random.nextInt(random.nextBoolean() ? 12 : 90);
  }

  private static DMatrixRMaj gaussian(int rows, int columns) {
    Random random = new Random(31L * rows + columns);
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = random.nextGaussian();
    }
    return matrix;
  }

  /** A result to be overwritten: what stands in it must not count. */
  private static DMatrixRMaj filled(int rows, int columns) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    CommonOps_DDRM.fill(matrix, Double.NaN);
    return matrix;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void agreeWithEjml(int n, int d, int m) {
    DMatrixRMaj x = gaussian(n, d);
    DMatrixRMaj w = gaussian(d, m);
    DMatrixRMaj dZ = gaussian(n, m);
    DMatrixRMaj z = filled(n, m);
    products.mult(x, w, z);
    assertClose(z, CommonOps_DDRM.mult(x, w, null), d);
    DMatrixRMaj dW = filled(d, m);
    products.multTransA(x, dZ, dW);
    assertClose(dW, CommonOps_DDRM.multTransA(x, dZ, null), n);
    DMatrixRMaj dX = filled(n, d);
    products.multTransB(dZ, w, dX);
    assertClose(dX, CommonOps_DDRM.multTransB(dZ, w, null), m);
  }

  /** Within 1e-12 of the size that a sum of so many terms of about 1 may have. */
  private static void assertClose(DMatrixRMaj found, DMatrixRMaj right, int terms) {
    for (int i = 0; i < right.getNumElements(); i++) {
      assertThat(Math.abs(found.data[i] - right.data[i])).isLessThanOrEqualTo(1e-12 * terms);
    }
  }

  @Test
  void aProductByHand() {
    DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}});
    DMatrixRMaj b = new DMatrixRMaj(new double[][] {{1, -1}, {0, 2}, {2, 0}});
    DMatrixRMaj c = new DMatrixRMaj(2, 2);
    products.mult(a, b, c);
    assertThat(c.data).containsExactly(7, 3, 16, 6);
  }

  @Test
  void memoryIsUsedAgainWhateverTheOrderOfShapes() {
    for (int[] s : new int[][] {{20, 200, 600}, {20, 10, 700}, {20, 300, 20}, {20, 200, 600}}) {
      agreeWithEjml(s[0], s[1], s[2]);
    }
  }

  @Test
  void factorsThatDoNotFitAreRefused() {
    DMatrixRMaj a = new DMatrixRMaj(2, 3);
    assertThatThrownBy(() -> products.mult(a, a, new DMatrixRMaj(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2×3 times 2×3 is not 2×3");
    assertThatThrownBy(() -> products.multTransB(a, a, new DMatrixRMaj(2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
