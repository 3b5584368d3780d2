package org.gradloom.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gradloom.RandomLessons;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parts of each rule against each other: a slope is measured by central differences of its
 * function, and what is done to arrays is what is done to each entry.
 */
class RuleFunctionsTest {
  private static final double H = 1e-5;
  private static final int ROWS = 50;

  // ---- activations

  @ParameterizedTest
  @EnumSource
  void theSlopeIsTheRiseOfTheFunction(Elementwise rule) {
    for (double z = -6.05; z < 6.1; z += 0.1) {
      double rise = (rule.value(z + H) - rule.value(z - H)) / (2 * H);
      assertThat(rule.slope(z)).as("%s at %s", rule, z).isCloseTo(rise, within(1e-9));
      double unread = rule.readsInput() ? z : Double.NaN;
      assertThat(rule.slope(unread, rule.value(z))).isEqualTo(rule.slope(z));
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyARuleWithAKinkHasTwoSlopesAtZero(Elementwise rule) {
    double left = rule.slope(-1e-9);
    double right = rule.slope(1e-9);
    assertThat(Math.abs(left - right) > 1e-6).isEqualTo(rule.hasKink());
  }

  @ParameterizedTest
  @EnumSource
  void anArrayIsActivatedEntryByEntry(Elementwise rule) {
    double[] z =
        DoubleStream.concat(
                DoubleStream.of(0, -0.0, 1e-12, -1e-12, 30, -30, 1000, -1000),
                new Random(1).doubles(40, -4, 4))
            .toArray();
    int count = z.length - 1;
    double[] a = z.clone();
    rule.apply(a, count);
    double[] expected = z.clone();
    Entrywise.apply(rule, expected, count);
    assertThat(a).containsExactly(expected, within(1e-15));
    assertThat(a[count]).as("behind the last one asked for").isEqualTo(z[count]);

    double[] d = new Random(2).doubles(z.length, -3, 3).toArray();
    double[] expectedD = d.clone();
    rule.multiplyBySlope(z, a, d, count);
    Entrywise.multiplyBySlope(rule, z, a, expectedD, count);
    assertThat(d).containsExactly(expectedD, within(1e-15));
  }

  /** da₁…da₃ times the Jacobian of a row, which is measured by central differences. */
  @ParameterizedTest
  @EnumSource
  void aRowIsTakenBackThroughItsJacobian(Rowwise rule) {
    Random random = new Random(8);
    double[] z = random.doubles(6, -3, 3).toArray();
    double[] dA = random.doubles(6, -2, 2).toArray();
    double[] a = z.clone();
    rule.apply(a, 2, 3);
    double[] dZ = dA.clone();
    rule.backward(z, a, dZ, 2, 3);
    for (int j = 0; j < 6; j++) {
      double[] above = nudged(z, j, H);
      double[] below = nudged(z, j, -H);
      rule.apply(above, 2, 3);
      rule.apply(below, 2, 3);
      double rise = 0;
      for (int m = 0; m < 6; m++) {
        rise += dA[m] * (above[m] - below[m]) / (2 * H);
      }
      assertThat(dZ[j]).isCloseTo(rise, within(1e-9));
    }
    assertThat(a[0] + a[1] + a[2]).isCloseTo(1, within(1e-15));
  }

  // ---- losses

  static List<Arguments> kindsAndForms() {
    return Arrays.stream(LossKind.values())
        .flatMap(kind -> kind.forms().stream().map(form -> Arguments.of(kind, form)))
        .toList();
  }

  static List<Arguments> kindsOfAnyOutputs() {
    return kindsAndForms().stream()
        .filter(pair -> ((LossKind) pair.get()[0]).outputs().isEmpty())
        .toList();
  }

  /** Outputs that the kind can compare: any, or probabilities not too near 0 or 1. */
  private static double[] outputs(LossKind kind, int count, double bound, Random random) {
    return kind.outputs().isPresent()
        ? random.doubles(count, 0.2, 0.8).toArray()
        : random.doubles(count, -bound, bound).toArray();
  }

  @ParameterizedTest
  @MethodSource("kindsAndForms")
  void theGradientOfALossIsTheRiseOfItsTerms(LossKind kind, TargetForm form) {
    Random random = new Random(3);
    for (int n = 0; n < ROWS; n++) {
      double[] a = outputs(kind, 1 + n % 4, 3, random);
      double[] t = targets(kind, form, a.length, random);
      Matrix p = kind.probabilities().of(Matrix.row(a));
      for (int j = 0; j < a.length; j++) {
        double rise =
            (sumOfTerms(kind, nudged(a, j, H), t) - sumOfTerms(kind, nudged(a, j, -H), t));
        assertThat(kind.gradient(p.get(0, j), t[j]))
            .as(
                "%s by output %s of %s, compared with %s",
                kind, j, Arrays.toString(a), Arrays.toString(t))
            .isCloseTo(rise / (2 * H), within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kindsAndForms")
  void aRowOfAMiniBatchIsItsTermsAndTheirGradients(LossKind kind, TargetForm form) {
    Random random = new Random(4);
    for (int n = 0; n < ROWS; n++) {
      int outputs = 1 + n % 5;
      double[] t = targets(kind, form, outputs, random);
      double[] answers = answers(form, t);
      // The row stands within a batch, and its answers among others.
      int from = 2;
      double[] a = outputs(kind, from + outputs + 1, 30, random);
      double[] dA = new double[a.length];
      double[] expected = new double[a.length];
      Arrays.fill(dA, 8);
      Arrays.fill(expected, 8);
      double sum = kind.measureRow(form, a, from, from + outputs, answers, 1, 4, dA);
      double expectedSum =
          Entrywise.measureRow(kind, form, a, from, from + outputs, answers, 1, 4, expected);
      assertThat(dA[from + outputs]).as("behind the row").isEqualTo(8);
      assertThat(sum).isCloseTo(expectedSum, within(1e-12 * Math.max(1, expectedSum)));
      assertThat(dA).containsExactly(expected, within(1e-12));
      double[] row = Arrays.copyOfRange(a, from, from + outputs);
      assertThat(sum).isCloseTo(sumOfTerms(kind, row, t), within(1e-12 * Math.max(1, sum)));
      Matrix p = kind.probabilities().of(Matrix.row(row));
      for (int j = 0; j < outputs; j++) {
        assertThat(dA[from + j]).isCloseTo(kind.gradient(p.get(0, j), t[j]) / 4, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kindsOfAnyOutputs")
  void logitsOfAThousandCostAFiniteLoss(LossKind kind, TargetForm form) {
    double[] t = targets(kind, form, 2, new Random(5));
    for (double[] a : new double[][] {{1000, -1000}, {-1000, 1000}, {-1000, -1000}}) {
      assertThat(sumOfTerms(kind, a, t)).isFinite();
    }
  }

  /** One t for each output; a single 1 where the kind compares with a class. */
  private static double[] targets(LossKind kind, TargetForm form, int outputs, Random random) {
    return switch (form) {
      case LABELS -> {
        int own = random.nextInt(outputs);
        yield IntStream.range(0, outputs).mapToDouble(j -> j == own ? 1 : 0).toArray();
      }
      case TARGETS, UPSTREAM ->
          switch (kind.range()) {
            case ANY -> random.doubles(outputs, -2, 2).toArray();
            case PROBABILITY -> random.doubles(outputs).toArray();
            case DISTRIBUTION ->
                RandomLessons.distributions(random, new Shape(1, outputs)).toArray();
          };
    };
  }

  /** The same as an array of answers, those of the row from index 1 on. */
  private static double[] answers(TargetForm form, double[] t) {
    return switch (form) {
      case LABELS ->
          new double[] {
            9, IntStream.range(0, t.length).filter(j -> t[j] == 1).findFirst().orElseThrow(), 9
          };
      case TARGETS, UPSTREAM ->
          DoubleStream.concat(DoubleStream.of(9), DoubleStream.of(t)).toArray();
    };
  }

  private static double sumOfTerms(LossKind kind, double[] a, double[] t) {
    Matrix row = Matrix.row(a);
    return IntStream.range(0, a.length)
        .mapToDouble(j -> kind.term(kind.probabilities().termInput(row, 0, j), t[j]))
        .sum();
  }

  private static double[] nudged(double[] a, int at, double by) {
    double[] nudged = a.clone();
    nudged[at] += by;
    return nudged;
  }

  // ---- probabilities

  @ParameterizedTest
  @EnumSource
  void aMatrixOfProbabilitiesIsThatOfItsEntriesAndRows(Probabilities rule) {
    double[] numbers = new Random(6).doubles(6, -5, 5).toArray();
    Matrix a = Matrix.of(new Shape(2, 3), numbers);
    Matrix p = rule.of(a);
    double[] rows = new double[6];
    for (int i = 0; i < 2; i++) {
      double norm = rule.ofRow(numbers, 3 * i, 3 * i + 3, rows);
      for (int j = 0; j < 3; j++) {
        assertThat(rule.of(a, i, j)).isEqualTo(p.get(i, j));
        assertThat(rows[3 * i + j]).isCloseTo(p.get(i, j), within(1e-15));
        assertThat(rule.termInput(a, i, j)).isEqualTo(a.get(i, j) - norm);
      }
    }
  }

  // ---- optimizers

  static List<Optimizer> optimizers() {
    return Optimizer.kinds(0.1);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void manyParametersStepAsEachOne(Optimizer rule) {
    Random random = new Random(7);
    int count = 37;
    int names = rule.remembers().size();
    double[] w = random.doubles(count, -2, 2).toArray();
    double[] g = random.doubles(count, -2, 2).toArray();
    double[][] memory = new double[names][];
    for (int k = 0; k < names; k++) {
      memory[k] = random.doubles(count).toArray();
    }
    for (long step : new long[] {1, 2, 1000}) {
      double[] corrections =
          IntStream.range(0, names).mapToDouble(k -> rule.correction(k, step)).toArray();
      double[] next = new double[count];
      double[][] nextMemory = new double[names][count];
      rule.step(w, g, memory, step, corrections, next, nextMemory);
      double[] expected = new double[count];
      double[][] expectedMemory = new double[names][count];
      stepEachOne(rule, w, g, memory, step, expected, expectedMemory);
      assertThat(next).containsExactly(expected, within(1e-12));
      for (int k = 0; k < names; k++) {
        assertThat(nextMemory[k]).containsExactly(expectedMemory[k], within(1e-15));
      }
    }
  }

  /** One parameter after the other, by the functions of one. */
  private static void stepEachOne(
      Optimizer rule,
      double[] w,
      double[] g,
      double[][] memory,
      long step,
      double[] next,
      double[][] nextMemory) {
    int names = memory.length;
    for (int i = 0; i < w.length; i++) {
      double first = names > 0 ? memory[0][i] : 0;
      double second = names > 1 ? memory[1][i] : 0;
      next[i] = rule.next(w[i], rule.direction(first, second, step, g[i]));
      for (int k = 0; k < names; k++) {
        nextMemory[k][i] = rule.remember(k, memory[k][i], g[i]);
      }
    }
  }

  /** Where nothing is remembered yet, every rule goes against the gradient. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void theFirstStepLowersALinearLoss(Optimizer rule) {
    assertThat(rule.next(5, rule.direction(0, 0, 1, 2))).isLessThan(5);
    assertThat(rule.next(5, rule.direction(0, 0, 1, -2))).isGreaterThan(5);
    assertThat(rule.next(5, rule.direction(0, 0, 1, 0))).isEqualTo(5);
  }

  /** What a rule says shows in the parameter, does: the others are looked at. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aMemoryThatDoesNotShowIsLookedAt(Optimizer rule) {
    for (int k = 0; k < rule.remembers().size(); k++) {
      double infinite = Double.POSITIVE_INFINITY;
      double moved =
          rule.next(1, rule.direction(k == 0 ? infinite : 0, k == 1 ? infinite : 0, 1, 1));
      assertThat(!Double.isFinite(moved))
          .as(rule.remembers().get(k))
          .isEqualTo(rule.showsInParameter(k));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void onlyARuleThatCountsStepsGoesOtherwiseLater(Optimizer rule) {
    boolean differs = rule.direction(0.5, 0.5, 1, 1) != rule.direction(0.5, 0.5, 2, 1);
    assertThat(differs).isEqualTo(rule.countsSteps());
  }
}
