package org.gradloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnWindowTest {
  /** Ten columns of two em each. */
  private static final List<Double> WIDTHS = Collections.nCopies(10, 2.0);

  @Test
  void showsTheColumnsThatHaveRoom() {
    ColumnWindow window = ColumnWindow.from(3, WIDTHS, 7, 3);
    assertThat(window.shown()).containsExactly(3, 4, 5);
    assertThat(window.isWhole(10)).isFalse();
    assertThat(ColumnWindow.from(0, WIDTHS, 20, 9).isWhole(10)).isTrue();
  }

  @Test
  void keepsTheTargetInSightBeforeTheOthers() {
    assertThat(ColumnWindow.from(3, WIDTHS, 7, 9).shown()).containsExactly(9, 3, 4);
    assertThat(ColumnWindow.from(3, WIDTHS, 7, 0).shown()).containsExactly(0, 3, 4);
  }

  @Test
  void leavesNoRoomOverAtTheEnd() {
    assertThat(ColumnWindow.from(9, WIDTHS, 7, 9).shown()).containsExactly(7, 8, 9);
  }

  @Test
  void showsOneColumnHoweverWide() {
    assertThat(ColumnWindow.from(0, List.of(30.0, 2.0), 7, 0).shown()).containsExactly(0);
    assertThat(ColumnWindow.from(0, List.of(), 7, 0).shown()).isEmpty();
  }

  @Test
  void movesAsLittleAsBringsAColumnIntoSight() {
    ColumnWindow window = ColumnWindow.from(3, WIDTHS, 7, 3);
    assertThat(window.showing(5, WIDTHS, 7, 3)).isEqualTo(window);
    assertThat(window.showing(1, WIDTHS, 7, 3).first()).isEqualTo(1);
    assertThat(window.showing(6, WIDTHS, 7, 3).shown()).containsExactly(3, 5, 6);
  }
}
