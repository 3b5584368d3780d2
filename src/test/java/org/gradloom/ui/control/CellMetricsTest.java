package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where numbers stand in painted cells. */
class CellMetricsTest {
  private static CellMetrics metrics(CellSize size) {
    return CellMetrics.of(size, 14, "≈−98770");
  }

  @ParameterizedTest
  @EnumSource
  void noNumberReachesTheHandleThatMovesIt(CellSize size) {
    CellMetrics metrics = metrics(size);
    for (String number : new String[] {"−3", "123.4", "≈−98770", "−0.0008443", "−1.2345e−15"}) {
      CellMetrics.Placed placed = metrics.place(number, true);
      double half = GridMetrics.ems(number) * placed.letters() / 2;
      double handle = metrics.width() - CellMetrics.HALO - metrics.handleWidth();
      assertThat(placed.centre() + half).as(number).isLessThan(handle);
      assertThat(placed.centre() - half).as(number).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aShortNumberStandsAmidItsCell(boolean movable) {
    CellMetrics metrics = metrics(CellSize.NORMAL);
    assertThat(metrics.place("2", movable))
        .isEqualTo(new CellMetrics.Placed(metrics.letters(), metrics.width() / 2));
  }

  @Test
  void aNumberTooLongForItsCellIsSmaller() {
    CellMetrics metrics = metrics(CellSize.NORMAL);
    CellMetrics.Placed placed = metrics.place("−1.23456789e−15", false);
    assertThat(placed.letters()).isLessThan(metrics.letters());
    assertThat(placed.centre()).isEqualTo(metrics.width() / 2);
  }
}
