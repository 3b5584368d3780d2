package org.gradloom.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.IntStream;
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

  @Test
  void whateverIsQuotedIsShortAndSeenAndOfWholeCharacters() {
    assertThat(Quote.of("a".repeat(500))).hasSize(40);
    assertThat(Quote.of("a".repeat(38) + "😀b")).isEqualTo("a".repeat(38) + "…");
    assertThat(Quote.of("a\u202Eb\u0007c\uD83Dd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
  }

  @Test
  void aSentenceShowsNothingOfAFilesNameThatCommandsOrHides() {
    assertThat(
            Texts.english()
                .say(Message.of("file.denied", "/tmp/\u001B[31m\u202Egnp.exe\uDC00 é 漢 😀")))
        .startsWith("/tmp/\uFFFD[31m\uFFFDgnp.exe\uFFFD é 漢 😀 may not be read");
  }

  /** Of every character there is, alone: the controls, what turns or hides, and half characters. */
  @Test
  void nothingElseIsReplaced() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .forEach(c -> {
          boolean hides =
              switch (Character.getType(c)) {
                case Character.CONTROL -> c != '\n' && c != '\t';
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                    true;
                default ->
                    c == 0x61C
                        || (c >= 0x200B && c <= 0x200F)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xFEFF;
              };
          String text = Character.toString(c);
          if (!Quote.visible(text).equals(hides ? "\uFFFD" : text)) {
            fail("U+%04X", c);
          }
        });
  }
}
