package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  /** Or two matrices that show the same line would show it in different places. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aLineThatIsInSightStaysWhereItIs(int visible) {
    for (int start = 0; start <= 8 - visible; start++) {
      for (int index = 0; index < 8; index++) {
        Span shown = Span.of(8, visible).startingAt(start).showing(index);
        assertThat(shown.contains(index)).as("%d of %s", index, shown).isTrue();
        assertThat(shown.showing(index)).isEqualTo(shown);
      }
    }
  }
}
