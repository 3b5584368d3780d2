package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

/**
 * Learners who each have one wrong idea and calculate without the engine, on numbers that nobody
 * chose. A lucky one whose number is right is not counted.
 */
class SimulatedLearnersTest {
  private static final double RATE = 0.1;

  /** What a learner has to calculate with. */
  private static final class Sheet {
    private final double[][] x;
    private final double[][] w;
    private final double[][] z;

    /** dL/dA. */
    private final double[][] dA;

    /** 1 where z lets it through, else 0. */
    private final double[][] open;

    /** dL/dZ. */
    private final double[][] dZ;

    Sheet(double[][] x, double[][] w, double[][] given, boolean gated, boolean mean) {
      this.x = x;
      this.w = w;
      z = times(x, w);
      dA = scaled(given, mean ? 1.0 / x.length : 1);
      open = each(z, (i, j) -> !gated || z[i][j] > 0 ? 1 : 0);
      dZ = each(dA, (i, j) -> dA[i][j] * open[i][j]);
    }

    int samples() {
      return x.length;
    }

    /** dL/dA where the gate is taken to be open where dL/dA is positive. */
    double[][] positive() {
      return each(dA, (i, j) -> Math.max(0, dA[i][j]));
    }
  }

  /** How often each idea was named or asked about, of how often it was had. */
  private final Map<String, int[]> tally = new TreeMap<>();

  private final Random random = new Random(20);

  // ---- their arithmetic

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] turned(double[][] a) {
    double[][] b = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        b[j][i] = a[i][j];
      }
    }
    return b;
  }

  private interface Rule {
    double at(int row, int column);
  }

  private static double[][] filled(int rows, int columns, Rule rule) {
    double[][] a = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        a[i][j] = rule.at(i, j);
      }
    }
    return a;
  }

  private static double[][] each(double[][] a, Rule rule) {
    return filled(a.length, a[0].length, rule);
  }

  private static double[][] scaled(double[][] a, double by) {
    return each(a, (i, j) -> a[i][j] * by);
  }

  private static double[][] plus(double[][] a, double[][] b, double by) {
    return each(a, (i, j) -> a[i][j] + b[i][j] * by);
  }

  /** 1×M. */
  private static double[][] summedRows(double[][] a) {
    return times(filled(1, a.length, (_, _) -> 1), a);
  }

  /** N×1. */
  private static double[][] summedColumns(double[][] a) {
    return times(a, filled(a[0].length, 1, (_, _) -> 1));
  }

  private static double[][] rowOf(double[][] a, int row) {
    return new double[][] {a[row]};
  }

  // ---- what they are given

  private double[][] drawn(int rows, int columns) {
    return filled(
        rows, columns, (_, _) -> (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1));
  }

  private static Lesson lesson(
      double[][] x, double[][] w, double[][] given, Elementwise activation, Reduction reduction) {
    return new Lesson(
        "",
        Matrix.of(x),
        List.of(new Layer(Matrix.of(w), Matrix.zeros(new Shape(1, w[0].length)), activation)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.of(given)), reduction),
        RATE);
  }

  // ---- what they answer

  private static Marker marker(Derivation derivation, Answer.Kind kind, String place) {
    return new Marker(
        derivation,
        new Beat.Ask(kind, Region.parse(place), null, List.of(), List.of(), null, false));
  }

  /** True if a marker that forgives 0.5 % could take one for the other. */
  private static boolean alike(double[][] one, double[][] other) {
    return one.length == other.length
        && one[0].length == other[0].length
        && Arrays.stream(plus(one, other, -1))
            .flatMapToDouble(Arrays::stream)
            .allMatch(difference -> Math.abs(difference) < 0.1);
  }

  /** Learners of one number of a matrix. */
  private void cell(
      Derivation derivation, String name, double[][] right, Map<String, double[][]> wrong) {
    int row = random.nextInt(right.length);
    int column = random.nextInt(right[0].length);
    Marker marker =
        marker(
            derivation,
            Answer.Kind.NUMBER,
            "layer1/" + name + "/" + (row + 1) + "," + (column + 1));
    wrong.forEach((idea, all) -> {
      if (row < all.length
          && column < all[0].length
          && !alike(new double[][] {{all[row][column]}}, new double[][] {{right[row][column]}})) {
        count(name + " cell " + idea, marker.mark(new Answer.Scalar(Entry.of(all[row][column]))));
      }
    });
  }

  /** Learners of the whole matrix. */
  private void matrix(
      Derivation derivation, String name, double[][] right, Map<String, double[][]> wrong) {
    Marker marker = marker(derivation, Answer.Kind.MATRIX, "layer1/" + name);
    wrong.forEach((idea, all) -> {
      if (!alike(all, right)) {
        count(name + " " + idea, marker.mark(new Answer.OfMatrix(Matrix.of(all))));
      }
    });
  }

  /** Learners of one row. */
  private void row(
      Derivation derivation,
      String name,
      String place,
      double[] right,
      Map<String, double[]> wrong) {
    Marker marker = marker(derivation, Answer.Kind.ROW, place);
    wrong.forEach((idea, all) -> {
      if (!alike(new double[][] {all}, new double[][] {right})) {
        count(name + " row " + idea, marker.mark(new Answer.Row(Matrix.row(all))));
      }
    });
  }

  /**
   * Counts one.
   *
   * @param learner what is asked, and the idea with a letter for the way it is had
   */
  private void count(String learner, Marked marked) {
    String idea = learner.substring(learner.lastIndexOf(' ') + 1, learner.length() - 1);
    assertThat(marked.attempt()).as(learner).isTrue();
    assertThat(marked.correct()).as(learner).isFalse();
    boolean named =
        marked.diagnosis().map(Diagnosis::misconception).map(Misconception::code).stream()
            .anyMatch(idea::equals);
    int[] counts = tally.computeIfAbsent(learner, _ -> new int[2]);
    counts[0] += named || marked.asksLines() ? 1 : 0;
    counts[1]++;
  }

  private void draw(boolean gated, boolean mean) {
    int samples = 2 + random.nextInt(4);
    int inputs = 2 + random.nextInt(4);
    int units = 2 + random.nextInt(3);
    double[][] x = drawn(samples, inputs);
    double[][] w = drawn(inputs, units);
    double[][] given = drawn(samples, units);
    Sheet sheet = new Sheet(x, w, given, gated, mean);
    Derivation derivation =
        Derivation.of(
            lesson(
                x,
                w,
                given,
                gated ? Elementwise.RELU : Elementwise.IDENTITY,
                mean ? Reduction.MEAN : Reduction.SUM));
    ofWeights(derivation, sheet, gated, mean);
    ofInputs(derivation, sheet);
    ofBias(derivation, sheet);
    ofOutputs(derivation, sheet);
    ofGate(derivation, sheet, gated);
  }

  private void ofWeights(Derivation derivation, Sheet s, boolean gated, boolean mean) {
    double[][] dW = times(turned(s.x), s.dZ);
    int n = s.samples();
    Map<String, double[][]> wrong = new LinkedHashMap<>();
    wrong.put("M3a", scaled(dW, mean ? n : 1.0 / n));
    wrong.put("M12a", scaled(dW, -1));
    wrong.put("M4a", times(turned(rowOf(s.x, 0)), rowOf(s.dZ, 0)));
    wrong.put("M4b", times(turned(rowOf(s.x, n - 1)), rowOf(s.dZ, n - 1)));
    wrong.put("M4c", times(turned(summedRows(s.x)), summedRows(s.dZ)));
    wrong.put("M17a", times(turned(s.x), s.z));
    wrong.put("M7a", each(dW, (i, _) -> summedRows(s.x)[0][i]));
    wrong.put("M5a", each(dW, (_, j) -> summedRows(s.dZ)[0][j]));
    wrong.put("M18a", plus(s.w, dW, -RATE));
    wrong.put("M18b", scaled(dW, RATE));
    wrong.put("M12b", scaled(dW, -RATE));
    if (gated) {
      wrong.put("M7b", times(turned(s.x), s.dA));
      wrong.put("M7c", times(turned(s.x), s.open));
      wrong.put("M8a", times(turned(s.x), s.positive()));
    }
    if (n == s.dZ[0].length) {
      wrong.put("M1a", times(turned(s.x), turned(s.dZ)));
    }
    matrix(derivation, "dW", dW, wrong);
    wrong.put("M16a", each(dW, (i, j) -> dW[(i + 1) % dW.length][j]));
    wrong.put("M16b", each(dW, (i, j) -> dW[i][(j + 1) % dW[0].length]));
    cell(derivation, "dW", dW, wrong);
    matrix(derivation, "dW", dW, Map.of("M10a", turned(dW)));
    Map<String, double[][]> steps = new LinkedHashMap<>();
    steps.put("M12a", plus(s.w, dW, RATE));
    steps.put("M12b", plus(s.w, dW, -1));
    steps.put("M12c", scaled(dW, -RATE));
    cell(derivation, "wNext", plus(s.w, dW, -RATE), steps);
    matrix(derivation, "wNext", plus(s.w, dW, -RATE), steps);
  }

  private void ofInputs(Derivation derivation, Sheet s) {
    double[][] dX = times(s.dZ, turned(s.w));
    double[][] next = plus(s.w, times(turned(s.x), s.dZ), -RATE);
    int k = random.nextInt(s.samples());
    Map<String, double[]> wrong = new LinkedHashMap<>();
    wrong.put("M11a", summedRows(dX)[0]);
    wrong.put("M16a", dX[(k + 1) % s.samples()]);
    wrong.put("M7a", turned(summedColumns(s.w))[0]);
    wrong.put("M13a", times(s.dZ, turned(next))[k]);
    wrong.put("M12a", scaled(dX, -1)[k]);
    row(derivation, "dX", "layer1/dX/" + (k + 1), dX[k], wrong);
  }

  private void ofBias(Derivation derivation, Sheet s) {
    double[][] dB = summedRows(s.dZ);
    int n = s.samples();
    Map<String, double[]> wrong = new LinkedHashMap<>();
    wrong.put("M5a", scaled(dB, 1.0 / n)[0]);
    wrong.put("M4a", s.dZ[0]);
    wrong.put("M4b", s.dZ[n - 1]);
    wrong.put("M12a", scaled(dB, -1)[0]);
    wrong.put("M5b", turned(summedColumns(s.dZ))[0]);
    row(derivation, "dB", "layer1/dB", dB[0], wrong);
  }

  private void ofOutputs(Derivation derivation, Sheet s) {
    Map<String, double[][]> wrong = new LinkedHashMap<>();
    wrong.put("M16a", each(s.z, (i, j) -> s.z[(i + 1) % s.samples()][j]));
    wrong.put("M16b", each(s.z, (i, j) -> s.z[i][(j + 1) % s.z[0].length]));
    wrong.put("M7a", each(s.z, (i, _) -> summedColumns(s.x)[i][0]));
    wrong.put("M7b", each(s.z, (_, j) -> summedRows(s.w)[0][j]));
    cell(derivation, "z", s.z, wrong);
  }

  private void ofGate(Derivation derivation, Sheet s, boolean gated) {
    if (!gated) {
      return;
    }
    Map<String, double[][]> wrong = new LinkedHashMap<>();
    wrong.put("M7a", s.dA);
    wrong.put("M8a", s.positive());
    wrong.put("M7b", s.open);
    if (s.samples() == s.z[0].length) {
      wrong.put("M6a", times(s.dA, s.open));
    }
    matrix(derivation, "dZ", s.dZ, wrong);
  }

  @Test
  void nineteenOfTwentyAreNamedOrAskedAndNoneIsRight() {
    for (int n = 0; n < 40; n++) {
      draw(n % 2 == 1, n % 4 > 1);
    }
    int had = tally.values().stream().mapToInt(counts -> counts[1]).sum();
    int seen = tally.values().stream().mapToInt(counts -> counts[0]).sum();
    assertThat(had).isGreaterThan(1500);
    assertThat((double) seen / had).isGreaterThan(0.98);
    // By chance two ideas give one row, and a row asks for no lines.
    assertThat(tally.keySet()).hasSizeGreaterThan(45);
    tally.forEach((learner, counts) ->
        assertThat((double) counts[0] / counts[1]).as(learner).isGreaterThan(0.8));
  }
}
