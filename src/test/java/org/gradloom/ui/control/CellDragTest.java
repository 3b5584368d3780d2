package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellDragTest {
  @Test
  void countsEachNotchOnceUpAndDown() {
    CellDrag drag = new CellDrag(200, 20);
    assertThat(drag.stepsTo(195)).isZero();
    assertThat(drag.stepsTo(189)).as("more than half a notch up").isEqualTo(1);
    assertThat(drag.stepsTo(181)).isZero();
    assertThat(drag.stepsTo(140)).isEqualTo(2);
    assertThat(drag.stepsTo(220)).as("from 3 up to 1 down").isEqualTo(-4);
  }
}
