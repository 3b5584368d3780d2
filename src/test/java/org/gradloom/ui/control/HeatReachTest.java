package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatReachTest {
  private static final Shape SHAPE = new Shape(2, 3);

  @ParameterizedTest
  @CsvSource({
    "0, false, ooo ooo",
    "1, false, xoo ooo",
    "3, false, xxx ooo",
    "4, false, xxx xoo",
    "6, false, xxx xxx",
    "0, true, ooo ooo",
    "1, true, xoo ooo",
    "3, true, xxo xoo",
    "4, true, xxo xxo",
    "6, true, xxx xxx",
    "99, true, xxx xxx",
  })
  void cellsAreKnownInTheOrderInWhichTheyAreMade(long cells, boolean byColumns, String known) {
    HeatReach reach = new HeatReach(cells, byColumns);
    assertThat(
            IntStream.range(0, 2)
                .mapToObj(i ->
                    IntStream.range(0, 3)
                        .mapToObj(j -> reach.has(new Cell(i, j), SHAPE) ? "x" : "o")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(known);
    assertThat(reach.isComplete(SHAPE)).isEqualTo(cells >= 6);
  }

  @Test
  void allAreAllOfAnyShape() {
    assertThat(HeatReach.ALL.has(new Cell(783, 127), new Shape(784, 128))).isTrue();
    assertThat(HeatReach.NONE.has(new Cell(0, 0), SHAPE)).isFalse();
  }
}
