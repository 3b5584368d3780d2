package org.gradloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "7, 7",
    "-6, −6",
    "1.50, 1.5",
    "-0.5, −0.5",
    "3.14159265, 3.14159",
    "2.71828182, 2.71828",
    "123456.7, 123456.7",
    "0.333333333333, 0.333333",
    "-1234.5678, −1234.57",
  })
  void printsSixSignificantDigitsWithARealMinus(double value, String text) {
    assertThat(Numbers.format(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "999999, 999999",
    "1000000, 1e6",
    "1234567, 1.23457e6",
    "999999.4, 999999.4",
    "999999.6, 999999.6",
    "-2500000, −2.5e6",
    "0.0001, 0.0001",
    "0.00012345678, 0.000123457",
    "0.00009999, 9.999e−5",
    "0.00009999999, 9.999999e−5",
    "-1.5e-7, −1.5e−7",
    "4.9e-324, 4.94066e−324",
    "1.7976931348623157e308, 1.79769e308",
  })
  void printsPowersOfTenFromAMillionUpAndBelowATenThousandth(double value, String text) {
    assertThat(Numbers.format(value)).isEqualTo(text);
  }

  /** 6 digits where they show that they are rounded, else as many as it takes, at most 8. */
  @ParameterizedTest
  @CsvSource({
    "0.99999887, 0.999999",
    "0.9999999, 0.9999999",
    "1.0000004, 1.0000004",
    "-1.0000004, −1.0000004",
    "0.5000001, 0.5000001",
    "2.5000001, 2.5000001",
    "2.50000001, ≈2.5",
    "0.99999999, 0.99999999",
    "0.999999999, ≈1",
    "-0.99999999999, ≈−1",
    "1000000.5, 1.0000005e6",
    "1.2345004e-7, 1.2345e−7",
    "1.234004e-7, 1.234004e−7",
    "0.1762302, 0.17623",
    "1e-300, 1e−300",
  })
  void aRoundedNumberNeverPrintsAsAnExactOne(double value, String text) {
    assertThat(Numbers.format(value)).isEqualTo(text);
  }

  @Test
  void theRoundingOfADoubleIsNoDifference() {
    assertThat(Numbers.format(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Numbers.format(10.1 - 10)).isEqualTo("0.1");
    assertThat(Numbers.format(1 / 3.0 * 3)).isEqualTo("1");
    assertThat(Numbers.format(1 / 49.0 * 49)).isEqualTo("1");
    assertThat(Numbers.format(Math.nextDown(1.0))).isEqualTo("1");
  }

  /** With 4 digits a number may be as wide as −0.1234. */
  @ParameterizedTest
  @CsvSource({
    "0.99999887, ≈1",
    "0.9996, 0.9996",
    "0.99996, 0.99996",
    "-0.99996, ≈−1",
    "0.50004, 0.50004",
    "0.500004, ≈0.5",
    "12345.6, 12345.6",
    "-12345.6, ≈−12350",
    "0.333333, 0.3333",
    "3, 3",
    "12345, 12345",
  })
  void whereRoomIsShortASignSaysThatANumberIsRounded(double value, String text) {
    assertThat(Numbers.format(value, 4)).isEqualTo(text);
  }

  @Test
  void roundsToSoManyDigitsWhereAsked() {
    assertThat(Numbers.rounded(0.99999887, 4)).isEqualTo("1");
    assertThat(Numbers.rounded(0.99999887, 17)).isEqualTo("0.99999886999999998");
    assertThat(Numbers.rounded(-2.5, 3)).isEqualTo("−2.5");
    assertThat(Numbers.rounded(-0.0, 3)).isEqualTo("0");
  }

  @Test
  void printsWhatOverflowed() {
    assertThat(Numbers.format(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Numbers.format(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    assertThat(Numbers.format(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void bracketsNegativeFactors() {
    assertThat(Numbers.inBrackets("−2")).isEqualTo("(−2)");
    assertThat(Numbers.inBrackets("2")).isEqualTo("2");
    assertThat(Numbers.inBrackets("1/3")).isEqualTo("1/3");
    assertThat(Numbers.inBrackets("≈1")).isEqualTo("(≈1)");
  }

  @Test
  void exactTextIsReadBackBitForBit() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Numbers.parse(Numbers.exact(value)).value()).isEqualTo(value);
      }
    }
    assertThat(Numbers.exact(-3)).isEqualTo("-3");
    assertThat(Numbers.exact(0.1)).isEqualTo("0.1");
    assertThat(Numbers.exact(1e-9)).isEqualTo("1e-9");
    assertThat(Numbers.exact(-0.0001)).isEqualTo("-0.0001");
    assertThat(Numbers.exact(1.25e-5)).isEqualTo("1.25e-5");
    assertThat(Numbers.exact(12_345_678.5)).isEqualTo("12345678.5");
    assertThat(Numbers.exact(999_999_999_999_999.0)).isEqualTo("999999999999999");
    assertThat(Numbers.exact(1e15)).isEqualTo("1e15");
    assertThat(Numbers.inFull(-1.25e-5)).isEqualTo("−1.25e−5");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1 000",
    "-1000, −1 000",
    "123456, 123 456",
    "1234567, 1 234 567",
    "-9223372036854775807, −9 223 372 036 854 775 807",
  })
  void groupsThousandsWithThinSpaces(long count, String text) {
    assertThat(Numbers.grouped(count)).isEqualTo(text.replace(' ', '\u2009'));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "9999, 9999", "-9999, −9999", "10000, 10 000", "-250880000, −250 880 000"})
  void groupsWholeNumbersOfFiveDigitsAndMore(long number, String text) {
    assertThat(Numbers.whole(number)).isEqualTo(text.replace(' ', '\u2009'));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "384, 384 B",
    "1000, 1 kB",
    "627200, 627 kB",
    "1536000, 1.54 MB",
    "2007040000, 2.01 GB",
    "8.796e12, 8.8 TB",
    "1.5e15, 1.5 PB",
    "1.5e18, 1500 PB",
  })
  void saysBytesInThreeDigits(double count, String text) {
    assertThat(Numbers.bytes(count)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "-2, -2",
    "−2, -2",
    "+2, 2",
    "' 1.5 ', 1.5",
    ".5, 0.5",
    "-.5, -0.5",
    "1., 1",
    "2e-3, 0.002",
    "2E3, 2000",
    "1e−3, 0.001",
    "007, 7",
  })
  void readsDecimals(String typed, double value) {
    assertThat(Numbers.parse(typed)).isEqualTo(Entry.of(value));
  }

  @Test
  void readsFractionsAndKeepsThemAsTyped() {
    assertThat(Numbers.parse("1/4")).isEqualTo(new Entry(0.25, "1/4"));
    assertThat(Numbers.parse(" −3 / 4 ")).isEqualTo(new Entry(-0.75, "-3/4"));
    assertThat(Numbers.parse("1.5/-3")).isEqualTo(new Entry(-0.5, "1.5/-3"));
    assertThat(Numbers.parse("-1/3").text()).isEqualTo("−1/3");
    assertThat(Numbers.parse("-1/3").exactText()).isEqualTo("-1/3");
    assertThat(Numbers.parse("-1/3").inFull()).isEqualTo("−1/3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5    | “1,5” has a decimal comma: write 1.5.",
        "-,25   | “-,25” has a decimal comma: write -.25.",
        "1,5x   | “1,5x” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.",
        "abc    | “abc” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.",
        "1/0    | “1/0” divides by zero: the number below the line must not be 0.",
        "1/-0.0 | “1/-0.0” divides by zero: the number below the line must not be 0.",
        "1e999  | “1e999” is too large to compute with: stay below 1.8e308.",
        "-1e309 | “-1e309” is too large to compute with: stay below 1.8e308.",
        "''     | A number is missing here.",
        "' '    | A number is missing here.",
        "a text of 24 characters! | “a text of 24 characters!” is not a number: write a decimal"
            + " such as 1.5 or a fraction such as 1/3.",
        "a text that goes on and on | “a text that goes on and…” is not a number: write a decimal"
            + " such as 1.5 or a fraction such as 1/3.",
      })
  void saysWhatIsWrongAndWhatWouldBeRight(String typed, String sentence) {
    assertRefused(() -> Numbers.parse(typed), sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "∞",
        "0x10",
        "0x1p3",
        "1d",
        "1f",
        "1L",
        "1_000",
        "1e",
        "e5",
        "--1",
        "−-1",
        "1/2/3",
        "1 2",
        "1e2/3",
        ".",
        "-",
        "/",
        "1/",
        "٣",
        "1e1234567890"
      })
  void refusesWhatOnlyProgramsCallANumber(String typed) {
    assertRefused(
        () -> Numbers.parse(typed),
        "“" + typed + "” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.");
  }

  @Test
  void refusesAFractionWhoseDivisorOverflows() {
    assertRefused(
        () -> Numbers.parse("1/1" + "0".repeat(400)),
        "“1/100000000000000000000…” is too large to compute with: stay below 1.8e308.");
  }

  @Test
  void quotesNoMoreThanTheBeginningOfALongText() {
    String long1 = "1," + "1".repeat(5000);
    String long0 = "1/" + "0".repeat(5000);
    assertRefused(
        () -> Numbers.parse(long1),
        "“1,111111111111111111111…” has a decimal comma: write 1.111111111111111111111….");
    assertRefused(
        () -> Numbers.parse(long0),
        "“1/000000000000000000000…” divides by zero: the number below the line must not be 0.");
  }

  @Test
  void readsAVeryLongTextAtOnce() {
    assertRefused(
        () -> Numbers.parse("1".repeat(2_000_000) + "x"),
        "“11111111111111111111111…” is not a number: write a decimal such as 1.5 or a fraction such"
            + " as 1/3.");
  }

  private static void assertRefused(ThrowingCallable reading, String sentence) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(Texts.english().say(refused.said())).isEqualTo(sentence));
  }
}
