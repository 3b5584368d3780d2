package org.gradloom.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normal distribution, held to the numbers of its tables. */
class NormalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.3989422804014327, 0.5",
    "0.5, 0.3520653267642995, 0.6914624612740131",
    "1, 0.24197072451914337, 0.8413447460685429",
    "1.96, 0.058440944333451476, 0.9750021048517795",
    "2.5, 0.01752830049356854, 0.9937903346742238",
    "3, 0.0044318484119380075, 0.9986501019683699",
    "3.5, 0.0008726826950457602, 0.9997673709209645",
    "5, 1.4867195147342979e-06, 0.9999997133484281"
  })
  void densityAndDistributionAreThoseOfTheTables(double z, double density, double distribution) {
    assertThat(Normal.density(z)).isCloseTo(density, within(1e-15));
    assertThat(Normal.density(-z)).isCloseTo(density, within(1e-15));
    assertThat(Normal.distribution(z)).isCloseTo(distribution, within(1e-15));
    assertThat(Normal.distribution(-z)).isCloseTo(1 - distribution, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "-3.5, 0.00023262907903552504",
    "-5, 2.866515718791939e-07",
    "-10, 7.61985302416052e-24"
  })
  void theTailKeepsItsDigits(double z, double distribution) {
    assertThat(Normal.distribution(z)).isCloseTo(distribution, within(1e-13 * distribution));
  }

  @Test
  void whatIsNoNumberHasNoPlaceInIt() {
    assertThat(Normal.distribution(Double.NaN)).isNaN();
    assertThat(Normal.distribution(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Normal.distribution(Double.POSITIVE_INFINITY)).isOne();
  }
}
