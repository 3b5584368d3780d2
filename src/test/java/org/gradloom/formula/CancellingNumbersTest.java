package org.gradloom.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.formula.SampleTrees.inNumbers;
import static org.gradloom.formula.SampleTrees.number;

import java.util.Arrays;
import org.gradloom.matrix.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many digits a line of numbers shows where nearly all of them cancels. */
class CancellingNumbersTest {
  /** What is left must be read off what is written: 0.99999887 − 1 is −1.13e−6 within 2 %. */
  @ParameterizedTest
  @CsvSource({
    "0.99999887, 1, 0.99999887 − 1",
    "1, 0.99999887, 1 − 0.99999887",
    "-0.99999887, -1, −0.99999887 − (−1)",
    // A ten-thousandth is left: six digits say that it is 1.
    "10000, 9999, 10000 − 9999",
    // More than that is left, and three digits of it are not missed.
    "0.12345678, 0.12343444, 0.123457 − 0.123434",
    // Seven digits come to 1.2e-6 and are 2.8 % off, eight to 1.23e-6.
    "0.12345678, 0.12345555, 0.12345678 − 0.12345555",
    // Nothing is left, and no digits would show it better.
    "0.1234567891, 0.1234567891, 0.123457 − 0.123457",
    // The next double after 1: seventeen digits are all there are.
    "1.0000000000000002, 1, 1.0000000000000002 − 1",
    "Infinity, 1, ∞ − 1",
    "Infinity, Infinity, ∞ − ∞"
  })
  void aDifferenceShowsTheDigitsThatTellItsSidesApart(double left, double right, String written) {
    assertThat(inNumbers(new Expr.Difference(number(left), number(right)))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "1;-0.99999887, 1 − 0.99999887",
    "0.5;0.49999887;-1, 0.5 + 0.49999887 − 1",
    "0.99999887;1, 0.999999 + 1",
    // Thirds come to 1 with no number of digits.
    "0.3333333333333333;0.3333333333333333;0.3333333333333333;-1,"
        + " 0.333333 + 0.333333 + 0.333333 − 1",
    "Infinity;-1, ∞ − 1"
  })
  void aSumDoesSoToo(String terms, String written) {
    Expr[] numbers =
        Arrays.stream(terms.split(";"))
            .map(term -> number(Double.parseDouble(term)))
            .toArray(Expr[]::new);
    assertThat(inNumbers(Expr.Sum.of(numbers))).isEqualTo(written);
  }

  @Test
  void aNumberOfTheRuleAndOneTypedAsAFractionStayAsTheyAre() {
    Expr third = Expr.Value.of(Numbers.parse("1/3"));
    assertThat(inNumbers(new Expr.Difference(third, number(0.33333322))))
        .isEqualTo("1/3 − 0.33333322");
    Expr almost = new Expr.Named("\\beta", "β", number(0.99999887));
    assertThat(inNumbers(new Expr.Difference(new Expr.Constant(1), almost)))
        .isEqualTo("1 − 0.99999887");
  }

  @Test
  void whatIsNoNumberIsLeftAlone() {
    Expr close = number(0.99999887);
    Expr product = Expr.Product.of(number(1), number(1));
    assertThat(inNumbers(new Expr.Difference(close, product))).isEqualTo("0.999999 − 1·1");
    assertThat(inNumbers(new Expr.Difference(product, close))).isEqualTo("1·1 − 0.999999");
    assertThat(inNumbers(Expr.Sum.of(number(-1), close, new Expr.Blank())))
        .isEqualTo("−1 + 0.999999 + □");
  }
}
