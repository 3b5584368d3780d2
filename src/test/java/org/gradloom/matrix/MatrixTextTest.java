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

  @Test
  void writesFractionsAsTheyWereTypedWhereThatIsRead() {
    Matrix third = Matrix.row(2, 0, -1).with(0, 1, new Entry(0.25, "1/4"));
    assertThat(MatrixText.torch(third))
        .isEqualTo("torch.tensor([[2, 1/4, -1]], dtype=torch.float64)");
    assertThat(MatrixText.json(third)).isEqualTo("[[2, 0.25, -1]]");
    assertThat(MatrixText.latex(third.insertRow(1)))
        .isEqualTo(
            """
            \\begin{bmatrix}
            2 & \\frac{1}{4} & -1 \\\\
            0 & 0 & 0
            \\end{bmatrix}\
            """);
  }
}
