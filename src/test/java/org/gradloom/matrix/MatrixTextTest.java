package org.gradloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatrixTextTest {
  @Test
  void writesAsNumPyMatlabAndSpreadsheetsDo() {
    Matrix matrix = Matrix.of(new double[][] {{1, -2}, {3.5, 4}});
    assertThat(MatrixText.numpy(matrix)).isEqualTo("[[1, -2], [3.5, 4]]");
    assertThat(MatrixText.matlab(matrix)).isEqualTo("[1 -2; 3.5 4]");
    assertThat(MatrixText.spreadsheet(matrix)).isEqualTo("1\t-2\n3.5\t4");
  }
}
