package org.gradloom.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.speed.Timings.Finding;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class MeasurerTest {
  private final Texts texts = Texts.english();
  private final FakeBench bench = new FakeBench();

  private static Timings measured(Measurer measurer, Integer... sizes) {
    return measurer.measure(Timings.none(), List.of(sizes), () -> false, _ -> {});
  }

  private List<String> said(Timings found, int n) {
    return SpeedWords.of(found, n).stream().map(texts::say).toList();
  }

  // ---- the same numbers

  @Test
  void everyWayComputesTheProductByHand() {
    LayerTask task =
        new LayerTask(
            Matrix.of(new double[][] {{-1, 3, 0}, {3, -1, 1}, {1, 3, 0}, {-1, 1, 2}}),
            Matrix.of(new double[][] {{-1, -2}, {2, -1}, {-1, 3}}));
    for (Implementation way : Implementation.values()) {
      PreparedProduct product = way.prepare(task);
      product.run();
      product.run();
      assertThat(product.result())
          .as(way.toString())
          .isEqualTo(Matrix.of(new double[][] {{7, -1}, {-6, -2}, {5, -5}, {1, 7}}));
    }
  }

  private static Matrix result(PreparedProduct product) {
    product.run();
    return product.result();
  }

  @Test
  void theWaysAgreeOnAnyShape() {
    Random random = new Random(5);
    for (int draw = 0; draw < 60; draw++) {
      Shape x = new Shape(1 + random.nextInt(40), 1 + random.nextInt(60));
      Shape w = new Shape(x.columns(), 1 + random.nextInt(60));
      LayerTask task =
          new LayerTask(
              Matrix.numbers(x, (i, j) -> random.nextGaussian()),
              Matrix.numbers(w, (i, j) -> random.nextGaussian()));
      List<Matrix> results =
          Arrays.stream(Implementation.values()).map(way -> result(way.prepare(task))).toList();
      assertThat(results)
          .as(x + " times " + w)
          .allSatisfy(result ->
              assertThat(Measurer.difference(result, results.getFirst()))
                  .isLessThanOrEqualTo(1e-12));
    }
  }

  @Test
  void everyWayMakesTheSameMultiplications() {
    // 64 samples, 16 inputs, 16 neurons.
    assertThat(Implementation.values())
        .allSatisfy(way -> assertThat(way.multiplications(16)).isEqualTo(64 * 256));
    assertThat(Implementation.KERNEL.multiplications(512)).isEqualTo(16_777_216);
  }

  @Test
  void aDifferenceIsAPartOfTheLargestNumber() {
    assertThat(Measurer.difference(Matrix.row(1, -8, 3.5), Matrix.row(1, -8, 4)))
        .isEqualTo(0.5 / 8);
    assertThat(Measurer.difference(Matrix.row(0, 0), Matrix.row(0, 0))).isZero();
    assertThat(Measurer.difference(Matrix.row(Double.NaN, 1), Matrix.row(2, 1))).isNaN();
  }

  @Test
  void aWayThatAnswersElseHasNoTime() {
    Measurer wrong =
        new Measurer(
            bench::now,
            (way, task) ->
                way == Implementation.KERNEL
                    ? bench.taking(task.w(), () -> 1)
                    : bench.prepare(way, task));
    Timings found = measured(wrong, 64);
    assertThat(found.at(Implementation.KERNEL, 64).orElseThrow())
        .isInstanceOf(Finding.Differs.class);
    assertThat(found.median(Implementation.KERNEL, 64)).isEmpty();
    // The others are compared all the same: the loops take 8·64 µs, EJML's batch 2·64.
    assertThat(found.fastest(64)).contains(Implementation.BATCH);
    assertThat(found.ratio(64)).hasValue(4);
  }

  // ---- their times

  @Test
  void ratiosAreThoseOfTheClock() {
    Timings found = measured(bench.measurer(), 128, 16);
    assertThat(found.median(Implementation.LOOPS, 16)).hasValue(128_000);
    assertThat(found.median(Implementation.SAMPLES, 16)).hasValue(48_000);
    assertThat(found.median(Implementation.LOOPS, 128)).hasValue(1_024_000);
    assertThat(found.ratio(16)).hasValue(8);
    assertThat(said(found, 16))
        .containsExactly(
            "At n = 16 the fastest here is the whole batch on Gradloom’s kernel, with 0.016 ms: the"
                + " nested loops take 8.0 times as long.");
  }

  @Test
  void theMedianIsOfTheRunsAfterTheWarmUp() {
    // 1 run is compared, 150 of 1 ms warm up, then there is 1 slow run after 2 quick ones.
    AtomicLong runs = new AtomicLong();
    Measurer uneven =
        new Measurer(
            bench::now,
            (way, task) ->
                bench.taking(
                    task.x(),
                    () -> {
                      long run = runs.getAndIncrement() % (1 + 150 + 9);
                      return run <= 150 ? 1_000_000 : run % 3 == 0 ? 90_000_000 : 20_000_000;
                    }));
    Timings found = uneven.measure(Timings.none(), List.of(16), () -> runs.get() > 250, _ -> {});
    assertThat(found.at(Implementation.LOOPS, 16)).contains(new Finding.Timed(0, 20_000_000, 9));
  }

  @Test
  void theMiddleOfAnEvenNumberIsBetweenTwo() {
    assertThat(Measurer.median(new double[] {4, 1, 10, 2})).isEqualTo(3);
    assertThat(Measurer.median(new double[] {4, 1, 10})).isEqualTo(4);
  }

  @Test
  void shortRunsAreRepeatedLongerAndAClockThatStandsEnds() {
    Measurer standing = new Measurer(() -> 7, bench::prepare);
    Timings found = measured(standing, 16);
    assertThat(found.at(Implementation.LOOPS, 16))
        .contains(new Finding.Timed(0, 0, Measurer.MOST_RUNS));
  }

  // ---- what stays

  @Test
  void cancellingKeepsWhatIsComplete() {
    List<Measurer.Measuring> told = new ArrayList<>();
    Timings found =
        bench
            .measurer()
            .measure(Timings.none(), List.of(16, 128), () -> told.size() == 3, told::add);
    assertThat(told)
        .extracting(Measurer.Measuring::way)
        .containsExactly(Implementation.LOOPS, Implementation.SAMPLES, Implementation.BATCH);
    assertThat(told).extracting(Measurer.Measuring::part).containsExactly(0.0, 1 / 8.0, 2 / 8.0);
    assertThat(found.median(Implementation.SAMPLES, 16)).hasValue(48_000);
    assertThat(found.at(Implementation.BATCH, 16)).contains(new Finding.Agrees(0));
    assertThat(found.at(Implementation.LOOPS, 128)).isEmpty();
    assertThat(found.ratio(16)).isEmpty();
    assertThat(said(found, 16)).isEmpty();
  }

  @Test
  void otherSizesStay() {
    Timings first = measured(bench.measurer(), 16);
    Timings both = bench.measurer().measure(first, List.of(32), () -> false, _ -> {});
    assertThat(both.isComplete(16)).isTrue();
    assertThat(both.isComplete(32)).isTrue();
    assertThat(both.without(List.of(16))).isEqualTo(measured(bench.measurer(), 32));
  }

  // ---- what is said of them

  private static Timings timings(double loops, double samples, double batch, double kernel) {
    return Timings.none()
        .with(Implementation.LOOPS, 512, millis(loops))
        .with(Implementation.SAMPLES, 512, millis(samples))
        .with(Implementation.BATCH, 512, millis(batch))
        .with(Implementation.KERNEL, 512, millis(kernel));
  }

  private static Finding millis(double median) {
    return new Finding.Timed(0, 1e6 * median, 9);
  }

  @Test
  void whatIsAboutAsFastIsNamedWithTheFastest() {
    assertThat(said(timings(96.6, 37.5, 36, 38), 512))
        .containsExactly(
            "At n = 512 the fastest here is the whole batch on EJML’s own product, with 36 ms: the"
                + " nested loops take 2.7 times as long.",
            "About as fast: one sample at a time on EJML’s own product and the whole batch on"
                + " Gradloom’s kernel.");
  }

  @Test
  void loopsThatAreTheFastestAreCalledSo() {
    assertThat(said(timings(3.25, 4, 5, 6), 512))
        .containsExactly("At n = 512 the fastest here is the nested loops, with 3.25 ms.");
  }

  @Test
  void timesAreWrittenAsAPersonWouldSayThem() {
    assertThat(SpeedWords.milliseconds(28_437_000)).isEqualTo("28.4");
    assertThat(SpeedWords.milliseconds(5_212)).isEqualTo("0.00521");
    assertThat(SpeedWords.times(9.94)).isEqualTo("9.9");
    assertThat(SpeedWords.times(15.09)).isEqualTo("15");
  }
}
