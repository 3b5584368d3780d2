package org.gradloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final Matrix ONE_TO_SIX = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Entry THIRD = new Entry(1.0 / 3, "1/3");

  @Test
  void countsRowsAndColumnsFromZero() {
    assertThat(ONE_TO_SIX.shape()).isEqualTo(new Shape(2, 3));
    assertThat(ONE_TO_SIX.get(1, 0)).isEqualTo(4);
    assertThat(ONE_TO_SIX.get(0, 2)).isEqualTo(3);
  }

  @Test
  void isEqualByValue() {
    Matrix same = Matrix.of(new Shape(2, 3), 1, 2, 3, 4, 5, 6);
    assertThat(same).isEqualTo(ONE_TO_SIX).hasSameHashCodeAs(ONE_TO_SIX);
    assertThat(Matrix.of(new Shape(3, 2), 1, 2, 3, 4, 5, 6)).isNotEqualTo(ONE_TO_SIX);
    assertThat(ONE_TO_SIX.with(0, 0, Entry.of(2))).isNotEqualTo(ONE_TO_SIX);
    assertThat(ONE_TO_SIX.hashCode())
        .isNotEqualTo(Matrix.of(new Shape(3, 2), 1, 2, 3, 4, 5, 6).hashCode())
        .isNotEqualTo(ONE_TO_SIX.with(0, 0, Entry.of(2)).hashCode());
    assertThat(Matrix.row(1.0 / 3)).isNotEqualTo(Matrix.row(0).with(0, 0, THIRD));
  }

  @Test
  void isNotChangedThroughArraysItCameFromOrGave() {
    double[] values = {1, 2};
    double[][] rows = {{1, 2}};
    Matrix fromValues = Matrix.of(new Shape(1, 2), values);
    Matrix fromRows = Matrix.of(rows);
    values[0] = 9;
    rows[0][0] = 9;
    fromValues.toArray()[1] = 9;
    assertThat(fromValues).isEqualTo(Matrix.row(1, 2));
    assertThat(fromRows).isEqualTo(Matrix.row(1, 2));
  }

  @Test
  void replacesOneEntryInACopy() {
    Matrix changed = ONE_TO_SIX.with(1, 2, THIRD);
    assertThat(changed).hasToString("[[1, 2, 3], [4, 5, 1/3]]");
    assertThat(changed.entry(1, 2)).isEqualTo(THIRD);
    assertThat(changed.with(1, 2, Entry.of(6))).isEqualTo(ONE_TO_SIX);
    assertThat(ONE_TO_SIX.get(1, 2)).isEqualTo(6);
  }

  @Test
  void insertsZerosAndRemovesLines() {
    assertThat(ONE_TO_SIX.insertRow(1)).hasToString("[[1, 2, 3], [0, 0, 0], [4, 5, 6]]");
    assertThat(ONE_TO_SIX.insertRow(2)).hasToString("[[1, 2, 3], [4, 5, 6], [0, 0, 0]]");
    assertThat(ONE_TO_SIX.insertColumn(0)).hasToString("[[0, 1, 2, 3], [0, 4, 5, 6]]");
    assertThat(ONE_TO_SIX.insertColumn(3)).hasToString("[[1, 2, 3, 0], [4, 5, 6, 0]]");
    assertThat(ONE_TO_SIX.removeRow(0)).hasToString("[[4, 5, 6]]");
    assertThat(ONE_TO_SIX.removeColumn(1)).hasToString("[[1, 3], [4, 6]]");
    for (int at = 0; at <= 2; at++) {
      assertThat(ONE_TO_SIX.insertRow(at).removeRow(at)).isEqualTo(ONE_TO_SIX);
      assertThat(ONE_TO_SIX.insertColumn(at).removeColumn(at)).isEqualTo(ONE_TO_SIX);
    }
  }

  @Test
  void movesFractionsWithTheirCells() {
    Matrix third = ONE_TO_SIX.with(1, 1, THIRD);
    assertThat(third.insertRow(0).insertColumn(0).entry(2, 2)).isEqualTo(THIRD);
    assertThat(third.removeRow(0).removeColumn(0)).hasToString("[[1/3, 6]]");
  }

  @Test
  void turnsRowsIntoColumnsWithTheirFractions() {
    Matrix turned = ONE_TO_SIX.with(0, 2, THIRD).transposed();
    assertThat(turned).hasToString("[[1, 4], [2, 5], [1/3, 6]]");
    assertThat(turned.shape()).isEqualTo(ONE_TO_SIX.shape().transposed());
    assertThat(new Cell(0, 2).transposed()).isEqualTo(new Cell(2, 0)).hasToString("3,1");
  }

  @Test
  void isMadeOfZerosOrOfWhatEachCellSays() {
    assertThat(Matrix.zeros(new Shape(2, 3))).hasToString("[[0, 0, 0], [0, 0, 0]]");
    assertThat(Matrix.numbers(new Shape(2, 3), (i, j) -> 3 * i + j + 1)).isEqualTo(ONE_TO_SIX);
  }

  @Test
  void knowsTheSizeOfItsLargestFiniteEntry() {
    assertThat(Matrix.row(3, -7, Double.NEGATIVE_INFINITY, Double.NaN).largest()).isEqualTo(7);
    assertThat(Matrix.row(Double.NaN).largest()).isZero();
  }

  @Test
  void writesAFractionAsItWasTypedWhateverTheDigits() {
    assertThat(THIRD.text(2)).isEqualTo("1/3");
    assertThat(Entry.of(2.0 / 3).text(2)).isEqualTo("0.67");
  }

  @Test
  void knowsWhetherAllOfItIsFinite() {
    assertThat(ONE_TO_SIX.isFinite()).isTrue();
    assertThat(Matrix.row(1, Double.NaN).isFinite()).isFalse();
    assertThat(Matrix.row(Double.NEGATIVE_INFINITY, 0).isFinite()).isFalse();
  }

  @Test
  void refusesRaggedRowsWrongCountsAndCellsOutside() {
    assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Row 2 is ragged");
    assertThatThrownBy(() -> Matrix.of(new Shape(2, 2), 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 values for 2×2");
    assertThatThrownBy(() -> new Shape(0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A matrix is never empty: 0×2");
    assertThatThrownBy(() -> ONE_TO_SIX.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ONE_TO_SIX.get(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ONE_TO_SIX.get(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("(2, 0) of 2×3");
    // Without a check of its own this would be the 3 at the end of the first row.
    assertThatThrownBy(() -> ONE_TO_SIX.get(1, -1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("(1, -1) of 2×3");
  }
}
