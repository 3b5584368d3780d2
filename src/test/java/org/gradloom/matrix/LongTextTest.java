package org.gradloom.matrix;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"x", ".5.", "/", "/3x", ",", "e", "1 "})
  void aLongTextThatIsNoNumberIsRefusedAtOnce(String end) {
    String text = "1".repeat(3_000_000) + end;
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> Numbers.parse(text.strip())).isInstanceOf(InvalidInput.class));
  }
}
