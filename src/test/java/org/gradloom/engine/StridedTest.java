package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** One array, looked at as matrices of several shapes. */
class StridedTest {
  private final DMatrixRMaj fourByTwo =
      new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}});

  @Test
  void aTransposedLookReadsColumnsAsRows() {
    Strided turned = new Strided().set(fourByTwo, true);
    assertThat(turned).hasToString("2×4");
    assertThat(turned.get(1, 2)).isEqualTo(6);
    assertThat(turned.transpose()).hasToString("4×2");
    assertThat(turned.get(2, 1)).isEqualTo(6);
  }

  @Test
  void writesThroughATransposedLook() {
    Strided turned = new Strided().set(fourByTwo, true);
    turned.setRowOfFour(1, 0, 20, 40, 60, 80);
    turned.set(0, 3, 70);
    assertThat(fourByTwo.data).containsExactly(1, 20, 3, 40, 5, 60, 70, 80);
    turned.setRow(0, 1, 2, new double[] {30, 50});
    assertThat(fourByTwo.data).containsExactly(1, 20, 30, 40, 50, 60, 70, 80);
  }

  @Test
  void writesARowOfFourIntoARow() {
    DMatrixRMaj twoByFive = new DMatrixRMaj(2, 5);
    new Strided().set(twoByFive, false).setRowOfFour(1, 1, 1, 2, 3, 4);
    assertThat(twoByFive.data).containsExactly(0, 0, 0, 0, 0, 0, 1, 2, 3, 4);
  }

  @Test
  void oneRowOrOneNumberStandsEverywhere() {
    double[] row = new double[2];
    Strided look = new Strided();
    look.setEachRow(new DMatrixRMaj(new double[][] {{1, 2}}), 3);
    assertThat(look).hasToString("3×2");
    look.copyRow(2, 0, 2, row);
    assertThat(row).containsExactly(1, 2);
    look.setEverywhere(new DMatrixRMaj(new double[][] {{7}}), fourByTwo);
    assertThat(look).hasToString("4×2");
    look.copyRow(3, 0, 2, row);
    assertThat(row).containsExactly(7, 7);
  }
}
