package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.lesson.Input;
import org.junit.jupiter.api.Test;

/** Names of columns beside the network and in its choices. */
class ShortNamesTest {
  private static final List<String> COLUMNS =
      List.of("average blood pressure at rest (mmHg)", "low-density lipoprotein", "petal width");

  @Test
  void whatIsMadeOfFeaturesStaysReadable() {
    assertThat(ShortNames.of(new Input.Plain(0), COLUMNS)).isEqualTo("average bl…st (mmHg)");
    assertThat(ShortNames.of(new Input.Square(0), COLUMNS)).isEqualTo("average bl…st (mmHg)²");
    assertThat(ShortNames.of(new Input.Sine(2), COLUMNS)).isEqualTo("sin πpetal width");
    assertThat(ShortNames.of(new Input.Product(0, 1), COLUMNS)).isEqualTo("avera…mHg)·low-d…tein");
    assertThat(ShortNames.of("petal length (cm)")).isEqualTo("petal length (cm)");
  }
}
