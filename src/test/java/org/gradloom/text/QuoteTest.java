package org.gradloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is shown of a text that somebody copied. */
class QuoteTest {
  @Test
  void aBlockShowsTheFirstLinesAndThatThereAreMore() {
    assertThat(Quote.block("1\t2\n\n3\t4\n")).isEqualTo("1  2\n3  4");
    assertThat(Quote.block("1\n2\n3\n4\n5")).isEqualTo("1\n2\n3\n4\n…");
    assertThat(Quote.block("1\n2\n3\n4")).isEqualTo("1\n2\n3\n4");
    assertThat(Quote.block("0123456789012345678901234567")).hasSize(28).endsWith("7");
    assertThat(Quote.block("01234567890123456789012345678")).hasSize(28).endsWith("6…");
    assertThat(Quote.block("1\u200b2")).as("what hides is seen").isEqualTo("1\uFFFD2");
    assertThat(Quote.block("")).isEmpty();
  }
}
