package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How near is near enough, and how numbers and reasons are cut to what is read in a hall. */
class ToleranceTest {
  @ParameterizedTest
  @CsvSource({
    "6, 6, true",
    "6.001, 6, false",
    "2000000000.5, 2000000000, true",
    "2000000003, 2000000000, false",
    "1000000001, 1000000000, true",
    "1000000002, 1000000000, false",
    "0.3333, 0.33333333, true",
    "0.33, 0.33333333, false",
    "0.3349, 0.33333333, true",
    "0.3351, 0.33333333, false",
    "-0.3349, -0.33333333, true",
    "0, 0, true",
    "NaN, 6, false",
    "6, NaN, false",
    "6, Infinity, false",
    "6, -Infinity, false",
  })
  void wholeNumbersMustBeMetAndOthersWithinHalfAPercent(
      double given, double right, boolean accepted) {
    assertThat(Tolerance.accepts(given, right)).isEqualTo(accepted);
    assertThat(Tolerance.accepts(Matrix.row(1, given), Matrix.row(1, right))).isEqualTo(accepted);
  }

  @Test
  void acceptsNoOtherShape() {
    assertThat(Tolerance.accepts(Matrix.row(1, 2), Matrix.row(1, 2).transposed())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6 | 6",
        "-6 | −6",
        "9999 | 9999",
        "10000 | 10 000",
        "-250880000 | −250 880 000",
        "0.33333333 | 0.3333",
        "5.9999999999 | 6",
        "9007199254740991 | 9 007 199 254 740 991",
        "9007199254740992 | 9.007e15",
        "1e16 | 1e16",
      })
  void anOptionHasFourDigitsAndThousands(double value, String text) {
    assertThat(OptionText.of(Matrix.row(value)).replace('\u2009', ' ')).isEqualTo(text);
  }

  @Test
  void anOptionKeepsFractionsAndLines() {
    assertThat(OptionText.of(Matrix.row(0.25).with(0, 0, new Entry(0.25, "1/4")))).isEqualTo("1/4");
    assertThat(OptionText.of(Matrix.of(new double[][] {{1, -2}, {3, 4}})))
        .isEqualTo("(1, −2)\n(3, 4)");
  }

  // ---- what was done

  private static String done(String reply) {
    return WhatWasDone.of(Wording.of(reply)).map(Texts.english()::say).orElse("");
  }

  @Test
  void whatWasDoneIsTheFirstSentenceOfAtMostFortyEightLetters() {
    String longest = "a".repeat(48);
    assertThat(done("Sample 4 alone. How many use it?")).isEqualTo("Sample 4 alone");
    assertThat(done("How many use it? Four.")).isEmpty();
    assertThat(done("One statement.")).isEqualTo("One statement");
    assertThat(done(longest + ". What?")).isEqualTo(longest);
    assertThat(done("a" + longest + ". What?")).isEmpty();
  }

  @Test
  void ofALongSentenceItIsAsManyClausesAsFit() {
    assertThat(done("This adds up X alone, as a bias would, whichever of the rows is asked. What?"))
        .isEqualTo("This adds up X alone, as a bias would");
    assertThat(done("Short, with a clause. What?")).isEqualTo("Short, with a clause");
    assertThat(done("Short, " + "a".repeat(41) + ". What?")).isEqualTo("Short, " + "a".repeat(41));
    assertThat(done("Short, " + "a".repeat(42) + ". What?")).isEqualTo("Short");
    assertThat(done(", " + "a".repeat(48).toUpperCase(Locale.ROOT) + ". What?")).isEmpty();
  }
}
