package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.gradloom.KnownLessons;
import org.gradloom.formula.Expr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of a sum a line has room for. Terms here are words of so many letters; the sign between
 * two of them is one letter, and each of its blanks two fifths of one.
 */
class LineLengthTest {
  private static final Notation NOTATION = new Notation(KnownLessons.lessonH());

  private static Expr word(String letter, int letters) {
    return new Expr.Named("", letter.repeat(letters), new Expr.Constant(1));
  }

  private static Expr.Terms terms(int count, String letter, IntUnaryOperator letters) {
    return new Expr.Terms(
        count,
        t -> word(letter, letters.applyAsInt(t)),
        List.of(),
        count - 1,
        Expr.State.DONE,
        LineLength.MOST_TERMS);
  }

  /** How many terms are left of a sum; the same of its symbols and its numbers. */
  private static long left(Expr.Terms symbols, Expr.Terms numbers, Expr... sum) {
    Formula formula =
        new LineLength(NOTATION)
            .fit(new Formula(NOTATION, word("r", 1), null, symbols, numbers, List.of(sum), 0));
    long left = words(formula.plain(formula.symbols()));
    assertThat(words(formula.plain(formula.numbers()))).isEqualTo(left);
    return left;
  }

  private static long words(String line) {
    return line.chars().filter(c -> c == '+').count() + 1 - (line.contains("…") ? 1 : 0);
  }

  /** Two of 19 letters would have room, as 2·19 + 1.8 is 39.8. */
  @ParameterizedTest
  @CsvSource({"18, 2", "19, 1"})
  void beyond18LettersATermStandsAlone(int letters, int left) {
    assertThat(left(terms(2, "a", _ -> letters), terms(2, "1", _ -> 1), word("s", 1)))
        .isEqualTo(left);
  }

  /** Five signs take 9 letters of the 57, so that six terms have 48 to share. */
  @ParameterizedTest
  @CsvSource({"8, 6", "9, 3"})
  void symbolsHave57Letters(int last, int left) {
    Expr.Terms symbols = terms(6, "a", t -> t < 5 ? 8 : last);
    assertThat(left(symbols, terms(6, "1", _ -> 1), word("s", 1))).isEqualTo(left);
  }

  /** A factor and a minuend before a sum have room around them: 57 letters are 51 beside them. */
  @ParameterizedTest
  @CsvSource({"5, 6", "6, 3"})
  void whatASumIsTakenFromHasRoomAroundIt(int last, int left) {
    // Two words of one letter, “·”, “ − ” and two pairs of brackets take 6.4, five signs 9.
    Expr.Terms symbols =
        new Expr.Terms(
            6,
            t -> word("a", t < 5 ? 6 : last),
            List.of(new Expr.Remainder(word("f", 1), word("m", 1))),
            6,
            Expr.State.DONE,
            LineLength.MOST_TERMS);
    assertThat(left(symbols, terms(6, "1", _ -> 1), word("s", 1))).isEqualTo(left);
  }

  /** What the terms come to takes 14 letters of the 64, and the signs 9: that leaves 41. */
  @ParameterizedTest
  @CsvSource({"6, 6", "7, 3"})
  void numbersShareTheirLineWithWhatTheyComeTo(int last, int left) {
    Expr.Terms numbers = terms(6, "1", t -> t < 5 ? 7 : last);
    assertThat(left(terms(6, "a", _ -> 1), numbers, word("s", 14))).isEqualTo(left);
  }

  /** Thirty lowered digits are as wide as twelve letters. */
  @ParameterizedTest
  @CsvSource({"₀", "₁", "₉", "ⱼ"})
  void aLoweredLetterTakesTwoFifths(String small) {
    assertThat(left(terms(3, small, _ -> 30), terms(3, "1", _ -> 1), word("s", 1))).isEqualTo(3);
  }

  @Test
  void whatIsNoSumStaysAsItIs() {
    Formula formula =
        new Formula(
            NOTATION,
            word("r", 1),
            null,
            word("a", 100),
            word("1", 100),
            List.of(word("s", 100)),
            0);
    assertThat(new LineLength(NOTATION).fit(formula)).isEqualTo(formula);
  }
}
