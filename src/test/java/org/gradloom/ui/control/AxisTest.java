package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void ticksAreOneTwoOrFiveTimesAPowerOfTenApart() {
    assertThat(new Axis(0, 1, false, 0, 100).ticks(6))
        .containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    assertThat(new Axis(-3.2, 4.1, false, 0, 100).ticks(5)).containsExactly(-2.0, 0.0, 2.0, 4.0);
    assertThat(new Axis(0, 8560, false, 0, 100).ticks(5)).containsExactly(0.0, 2e3, 4e3, 6e3, 8e3);
    assertThat(new Axis(0, 0.34, false, 0, 100).ticks(4)).containsExactly(0.0, 0.1, 0.2, 0.3);
    assertThat(new Axis(0, 1, false, 0, 100).ticks(3)).containsExactly(0.0, 0.5, 1.0);
    assertThat(new Axis(0, 1, false, 0, 100).wholeTicks(3)).containsExactly(0.0, 1.0);
    assertThat(new Axis(0, 8560, false, 0, 100).wholeTicks(5)).hasSize(5);
  }

  @Test
  void logarithmicTicksArePowersOfTenWithOthersBetweenWhereTheyAreFew() {
    assertThat(new Axis(0.0005, 3, true, 0, 100).ticks(8)).containsExactly(0.001, 0.01, 0.1, 1.0);
    assertThat(new Axis(0.3, 4, true, 0, 100).ticks(8)).containsExactly(0.5, 1.0, 2.0);
    assertThat(new Axis(1e-8, 1, true, 0, 100).ticks(3)).containsExactly(1e-8, 1e-5, 1e-2);
  }

  @Test
  void aPixelIsFoundFromItsValueAndBack() {
    Axis up = new Axis(0.01, 100, true, 200, 0);
    assertThat(up.at(1)).isCloseTo(100, within(1e-9));
    assertThat(up.valueAt(50)).isCloseTo(10, within(1e-9));
    assertThat(new Axis(-1, 1, false, 0, 200).valueAt(150)).isEqualTo(0.5);
  }

  @Test
  void anAxisOfOneValueHasRoomAroundIt() {
    assertThat(Axis.around(4, 4, false, 0, 1)).isEqualTo(new Axis(2, 6, false, 0, 1));
    assertThat(Axis.around(0, 0, false, 0, 1)).isEqualTo(new Axis(-1, 1, false, 0, 1));
    assertThat(Axis.around(4, 4, true, 0, 1)).isEqualTo(new Axis(2, 8, true, 0, 1));
  }

  @Test
  void numbersHaveARealMinusAndThinSpaces() {
    assertThat(Axis.text(1_240_000)).isEqualTo("1\u2009240\u2009000");
    assertThat(Axis.text(-0.5)).isEqualTo("−0.5");
    assertThat(Axis.text(-1000)).isEqualTo("−1\u2009000");
    assertThat(Axis.text(1e-7)).isEqualTo("1e−7");
  }
}
