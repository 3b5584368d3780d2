package org.gradloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorTest {
  private static double radius(DataSet data, int row) {
    return Math.hypot(data.x().get(row, 0), data.x().get(row, 1));
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameDataForTheSameSeedAndOtherDataForAnother(Generator generator) {
    for (long seed = 0; seed < 20; seed++) {
      DataSet data = generator.make(50, 0.1, seed);
      assertThat(generator.make(50, 0.1, seed)).isEqualTo(data);
      assertThat(generator.make(50, 0.1, seed + 1).x()).isNotEqualTo(data.x());
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasClassesThatDifferByOneRowAtMost(Generator generator) {
    for (int samples = Generator.FEWEST_SAMPLES; samples < 30; samples++) {
      DataSet data = generator.make(samples, 0, samples);
      assertThat(data.size()).isEqualTo(samples);
      assertThat(data.classes()).hasSize(generator.classes());
      List<Integer> counts =
          IntStream.range(0, generator.classes())
              .mapToObj(k -> Collections.frequency(data.labels(), k))
              .toList();
      assertThat(Collections.max(counts) - Collections.min(counts)).isBetween(0, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysInTheUnitSquareWithoutNoiseAndFillsIt(Generator generator) {
    for (long seed = 0; seed < 20; seed++) {
      double[] values = generator.make(500, 0, seed).x().toArray();
      assertThat(DoubleStream.of(values).map(Math::abs).max().orElseThrow()).isBetween(0.6, 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysNearTheUnitSquareAtTheUsualNoise(Generator generator) {
    DataSet data = generator.make(generator.usualSamples(), generator.usualNoise(), 1);
    assertThat(DoubleStream.of(data.x().toArray()).filter(value -> Math.abs(value) > 1.2).count())
        .isLessThan(data.size() / 50);
  }

  @ParameterizedTest
  @EnumSource
  void addsNoiseOfTheStandardDeviationGiven(Generator generator) {
    Matrix still = generator.make(10_000, 0, 3).x();
    Matrix moved = generator.make(10_000, 0.25, 3).x();
    double[] jitter =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> moved.get(i / 2, i % 2) - still.get(i / 2, i % 2))
            .toArray();
    double variance = DoubleStream.of(jitter).map(value -> value * value).average().orElseThrow();
    assertThat(DoubleStream.of(jitter).average().orElseThrow()).isCloseTo(0, within(0.01));
    assertThat(Math.sqrt(variance)).isCloseTo(0.25, within(0.005));
  }

  @Test
  void xorGoesByTheSignsOfTheCoordinates() {
    DataSet data = Generator.XOR.make(400, 0, 7);
    int[] quadrants = new int[4];
    for (int i = 0; i < data.size(); i++) {
      double x = data.x().get(i, 0);
      double y = data.x().get(i, 1);
      assertThat(data.labels().get(i)).isEqualTo(x * y > 0 ? 0 : 1);
      quadrants[(x > 0 ? 1 : 0) + (y > 0 ? 2 : 0)]++;
    }
    assertThat(quadrants).containsExactly(100, 100, 100, 100);
  }

  @Test
  void moonsAreHalfCirclesAboutTwoCentres() {
    DataSet data = Generator.MOONS.make(100, 0, 7);
    for (int i = 0; i < data.size(); i++) {
      double side = data.labels().get(i) == 0 ? 1 : -1;
      double x = data.x().get(i, 0) + side / 3;
      double y = data.x().get(i, 1) + side / 6;
      assertThat(Math.hypot(x, y)).isCloseTo(2 / 3.0, within(1e-12));
      assertThat(side * y).isNotNegative();
    }
  }

  @Test
  void circlesAndBlobsHaveTheirDistanceFromTheMiddle() {
    DataSet circles = Generator.CIRCLES.make(100, 0, 7);
    DataSet blobs = Generator.BLOBS.make(100, 0, 7);
    for (int i = 0; i < 100; i++) {
      double expected = circles.labels().get(i) == 0 ? 0.4 : 1;
      assertThat(radius(circles, i)).isCloseTo(expected, within(1e-12));
      assertThat(radius(blobs, i)).isCloseTo(0.7, within(1e-12));
    }
    assertThat(blobs.x().get(0, 1)).as("the first centre is above").isCloseTo(0.7, within(1e-12));
  }

  @Test
  void spiralsTurnWithTheDistanceFromTheMiddle() {
    for (Generator spiral : List.of(Generator.TWO_SPIRALS, Generator.THREE_SPIRALS)) {
      double turns = spiral == Generator.TWO_SPIRALS ? 1.5 : 1;
      DataSet data = spiral.make(300, 0, 7);
      for (int i = 0; i < data.size(); i++) {
        double along = (radius(data, i) - 0.1) / 0.9;
        assertThat(along).isBetween(0.0, 1.0);
        double turn = turns * along + (double) data.labels().get(i) / spiral.classes();
        double angle = Math.atan2(data.x().get(i, 1), data.x().get(i, 0)) / (2 * Math.PI);
        double difference = turn - angle;
        assertThat(difference - Math.rint(difference)).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void theCheckerboardHasSquaresOfHalfAUnit() {
    DataSet data = Generator.CHECKERBOARD.make(1600, 0, 7);
    int[] squares = new int[16];
    for (int i = 0; i < data.size(); i++) {
      int across = (int) Math.floor(2 * (data.x().get(i, 0) + 1));
      int down = (int) Math.floor(2 * (1 - data.x().get(i, 1)));
      assertThat(data.labels().get(i)).isEqualTo((across + down) % 2);
      squares[4 * down + across]++;
    }
    assertThat(IntStream.of(squares)).allSatisfy(count -> assertThat(count).isBetween(70, 130));
  }

  @Test
  void oneClassLiesAboveTheCurve() {
    DataSet data = Generator.ABOVE_CURVE.make(400, 0, 7);
    for (int i = 0; i < data.size(); i++) {
      double curve = Math.sin(Math.PI * data.x().get(i, 0)) / 2;
      assertThat(data.labels().get(i)).isEqualTo(data.x().get(i, 1) > curve ? 0 : 1);
    }
  }

  private static String refusal(int samples, double noise) {
    InvalidInput fault =
        catchThrowableOfType(InvalidInput.class, () -> Generator.MOONS.make(samples, noise, 1));
    return Texts.english().say(fault.said());
  }

  @Test
  void refusesSamplesAndNoiseOutOfRange() {
    assertThat(refusal(3, 0))
        .isEqualTo("A data set cannot have 3 samples: choose from 4 to 10000.");
    assertThat(refusal(10_001, 0)).contains("10001 samples");
    assertThat(refusal(4, 1.5)).isEqualTo("The noise is 1.5 but must be from 0 to 1.");
    assertThat(refusal(4, -0.1)).contains("The noise is −0.1");
    assertThat(refusal(4, Double.NaN)).contains("The noise is NaN");
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByTheNameThatItsDataHas(Generator generator) {
    DataSet data = generator.make(10, 0, 1);
    assertThat(SampleGenerator.named(data.name())).contains(generator);
    assertThat(SampleGenerator.named("spiral")).isEmpty();
  }
}
