package org.gradloom.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.gradloom.blas.MachineBlas;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.speed.Timings.Finding;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class MeasurerTest {
  private final Texts texts = Texts.english();
  private final FakeBench bench = new FakeBench();

  private static SpeedPlan at(Integer... sizes) {
    return SpeedPlan.of(Workload.both(), List.of(sizes));
  }

  private static Timings measured(Measurer measurer, Integer... sizes) {
    return measurer.measure(at(sizes), Timings.none(), () -> false, _ -> {});
  }

  private List<String> said(Timings found, int n) {
    return SpeedWords.of(found, n).stream().map(texts::say).toList();
  }

  // ---- the same numbers

  @Test
  void everyWayComputesTheLayerByHand() {
    LayerTask task =
        new LayerTask(
            Matrix.of(new double[][] {{-1, 3, 0}, {3, -1, 1}, {1, 3, 0}, {-1, 1, 2}}),
            Matrix.of(new double[][] {{-1, -2}, {2, -1}, {-1, 3}}),
            Optional.of(Matrix.of(new double[][] {{2, -1}, {-2, 1}, {-1, 0}, {1, -2}})));
    List<PreparedLayer> layers = prepared(task);
    assertThat(layers).hasSizeGreaterThanOrEqualTo(4);
    for (PreparedLayer layer : layers) {
      layer.run();
      layer.run();
      assertThat(layer.results())
          .containsExactly(
              Matrix.of(new double[][] {{7, -1}, {-6, -2}, {5, -5}, {1, 7}}),
              // dW₁₁ = −1·2 + 3·(−2) + 1·(−1) + (−1)·1 = −10
              Matrix.of(new double[][] {{-10, 6}, {6, -6}, {0, -3}}),
              // dX₁₁ = 2·(−1) + (−1)·(−2) = 0
              Matrix.of(new double[][] {{0, 5, -5}, {0, -5, 5}, {1, -2, 1}, {3, 4, -7}}));
    }
  }

  /** By every way that this machine has. */
  private static List<PreparedLayer> prepared(LayerTask task) {
    Contenders here = Contenders.with(MachineBlas.ofSystem());
    return Arrays.stream(Implementation.values())
        .flatMap(way -> here.prepare(way, task).stream())
        .toList();
  }

  private static List<Matrix> results(PreparedLayer layer) {
    layer.run();
    return layer.results();
  }

  @Test
  void theWaysAgreeOnAnyShape() {
    Random random = new Random(5);
    for (int draw = 0; draw < 60; draw++) {
      Shape x = new Shape(1 + random.nextInt(40), 1 + random.nextInt(60));
      Shape w = new Shape(x.columns(), 1 + random.nextInt(60));
      Optional<Matrix> dZ =
          draw % 2 == 0
              ? Optional.empty()
              : Optional.of(
                  Matrix.numbers(
                      new Shape(x.rows(), w.columns()), (i, j) -> random.nextGaussian()));
      LayerTask task =
          new LayerTask(
              Matrix.numbers(x, (i, j) -> random.nextGaussian()),
              Matrix.numbers(w, (i, j) -> random.nextGaussian()),
              dZ);
      List<List<Matrix>> results = prepared(task).stream().map(MeasurerTest::results).toList();
      assertThat(results)
          .as(x + " times " + w)
          .allSatisfy(of -> assertThat(of).hasSize(dZ.isPresent() ? 3 : 1))
          .allSatisfy(of ->
              assertThat(Measurer.difference(of, results.getFirst())).isLessThanOrEqualTo(1e-12));
    }
  }

  @Test
  void everyProductOfALayerMakesTheSameMultiplications() {
    // 64 samples, 16 inputs, 16 neurons.
    assertThat(Workload.forward().multiplications(16)).isEqualTo(64 * 256);
    assertThat(Workload.both().multiplications(16)).isEqualTo(3 * 64 * 256);
    assertThat(Workload.forward().multiplications(512)).isEqualTo(16_777_216);
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
    // It answers 1, 2, 3 where the others answer 1, 2, 4.
    Timings found = measured(FakeBench.withWrongKernel().measurer(), 64);
    assertThat(found.difference(Implementation.KERNEL)).hasValue(0.25);
    assertThat(found.agrees(Implementation.KERNEL)).contains(false);
    assertThat(found.at(Implementation.KERNEL, 64).orElseThrow())
        .isInstanceOf(Finding.Differs.class);
    assertThat(found.median(Implementation.KERNEL, 64)).isEmpty();
    // The others are compared all the same: the loops take 8·64 µs, EJML's batch 2·64.
    assertThat(found.fastest(64)).contains(Implementation.BATCH);
    assertThat(found.ratio(64)).hasValue(4);
  }

  @Test
  void aWayThatAnswersElseAtOneSizeHasNoTimeAtAny() {
    Measurer wrong =
        bench.measurer((way, task) ->
            way == Implementation.KERNEL && task.w().rows() == 32
                ? bench.taking(Matrix.row(Double.NaN, 2, 4), () -> 1)
                : bench.prepare(way, task));
    Timings found = measured(wrong, 16, 32);
    assertThat(found.difference(Implementation.KERNEL)).hasValue(Double.NaN);
    assertThat(found.median(Implementation.KERNEL, 16)).isEmpty();
    assertThat(found.fastest(16)).contains(Implementation.BATCH);
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
    // 1 run of each way is compared, 150 of 1 ms warm up, then 1 run in 3 is slow.
    AtomicLong runs = new AtomicLong();
    Measurer uneven =
        bench.measurer((way, task) ->
            bench.taking(
                Matrix.row(1),
                () -> {
                  long run = runs.getAndIncrement() - Implementation.values().length;
                  return run < 150 ? 1_000_000 : run % 3 == 0 ? 90_000_000 : 20_000_000;
                }));
    Timings found = uneven.measure(at(16), Timings.none(), () -> runs.get() > 250, _ -> {});
    assertThat(found.at(Implementation.LOOPS, 16))
        .contains(new Finding.Timed(0, new Quartiles(20_000_000, 20_000_000, 90_000_000), 9));
  }

  @Test
  void theMiddleHalfIsThatOfNumPy() {
    // np.percentile([1, 2, 4, 10], [25, 50, 75])
    assertThat(Quartiles.of(new double[] {4, 1, 10, 2})).isEqualTo(new Quartiles(1.75, 3, 5.5));
    assertThat(Quartiles.of(new double[] {4, 1, 10})).isEqualTo(new Quartiles(2.5, 4, 7));
    assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(7, 7, 7));
  }

  @Test
  void shortRunsAreRepeatedLongerAndAClockThatStandsEnds() {
    Measurer standing = new Measurer(() -> 7, () -> FakeBench.MEMORY, bench::prepare);
    Timings found = measured(standing, 16);
    assertThat(found.at(Implementation.LOOPS, 16))
        .contains(new Finding.Timed(0, new Quartiles(0, 0, 0), Measurer.MOST_RUNS));
  }

  @Test
  void onlyTheWaysThatAreAskedForAreTimedAsOftenAsAskedFor() {
    Measurer slow = bench.measurer((way, task) -> bench.taking(Matrix.row(1), () -> 50_000_000));
    SpeedPlan plan =
        new SpeedPlan(Workload.both(), List.of(16), Set.of(Implementation.SAMPLES), 21);
    Timings found = slow.measure(plan, Timings.none(), () -> false, _ -> {});
    assertThat(found.at(Implementation.SAMPLES, 16).orElseThrow())
        .isInstanceOfSatisfying(
            Finding.Timed.class, timed -> assertThat(timed.runs()).isEqualTo(21));
    assertThat(found.at(Implementation.KERNEL, 16)).contains(new Finding.Agrees(0));
    assertThat(found.isComplete(16)).isTrue();
    assertThat(found.fastest(16)).contains(Implementation.SAMPLES);
    // Without the loops there is nothing to say about them.
    assertThat(found.ratio(16)).isEmpty();
    assertThat(said(found, 16))
        .containsExactly(
            "At n = 16 the fastest here is one sample at a time on EJML’s own product, with 50"
                + " ms.");
  }

  @Test
  void sizesThatDoNotFitInMemoryAreRefusedBeforeAnythingIsMeasured() {
    assertThatThrownBy(() -> measured(bench.measurer(), 16, 4096))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal ->
                assertThat(texts.say(refusal.said()))
                    .matches(
                        "n = 4096 needs up to [12]\\.\\d+ GB of memory and there are 500 MB for it:"
                            + " leave this size out, or give Java more with -Xmx\\."));
    assertThat(bench.now()).isZero();
  }

  @Test
  void aSizeThatFillsTheMemoryNonethelessIsRefusedInTheSameWords() {
    Measurer full =
        bench.measurer((way, task) -> {
          throw new OutOfMemoryError();
        });
    assertThatThrownBy(() -> measured(full, 16))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refusal -> assertThat(texts.say(refusal.said())).startsWith("n = 16 needs up to "));
  }

  // ---- what stays

  @Test
  void cancellingKeepsWhatIsComplete() {
    List<Measurer.Measuring> told = new ArrayList<>();
    BooleanSupplier onceBatchWarmsUp =
        () ->
            !told.isEmpty()
                && told.getLast().way() == Implementation.BATCH
                && told.getLast().doing() instanceof Measurer.Doing.WarmingUp;
    Timings found =
        bench.measurer().measure(at(16, 128), Timings.none(), onceBatchWarmsUp, told::add);
    assertThat(told.stream().filter(now -> now.doing() instanceof Measurer.Doing.Comparing))
        .hasSize(Implementation.values().length);
    assertThat(told.stream().filter(now -> now.doing() instanceof Measurer.Doing.WarmingUp))
        .extracting(Measurer.Measuring::way)
        .containsExactly(Implementation.LOOPS, Implementation.SAMPLES, Implementation.BATCH);
    assertThat(told).extracting(Measurer.Measuring::part).isSorted();
    assertThat(found.median(Implementation.SAMPLES, 16)).hasValue(48_000);
    assertThat(found.at(Implementation.BATCH, 16)).contains(new Finding.Agrees(0));
    assertThat(found.at(Implementation.LOOPS, 128)).isEmpty();
    assertThat(found.isComplete(16)).isFalse();
    assertThat(found.ratio(16)).isEmpty();
    assertThat(said(found, 16)).isEmpty();
  }

  @Test
  void newsOfRunsComesWhereTheyTakeLong() {
    List<Measurer.Measuring> told = new ArrayList<>();
    bench
        .measurer((way, task) -> bench.taking(Matrix.row(1), () -> 80_000_000))
        .measure(
            new SpeedPlan(Workload.both(), List.of(16), Set.of(Implementation.LOOPS), 9),
            Timings.none(),
            () -> false,
            told::add);
    assertThat(told.stream().map(SpeedWords::step).map(texts::say))
        .endsWith(
            "n = 16 · Nested loops · warming up",
            "n = 16 · Nested loops · run 1 of 9",
            "n = 16 · Nested loops · run 3 of 9",
            "n = 16 · Nested loops · run 5 of 9",
            "n = 16 · Nested loops · run 7 of 9",
            "n = 16 · Nested loops · run 9 of 9");
  }

  @Test
  void otherSizesStay() {
    Timings first = measured(bench.measurer(), 16);
    Timings both = bench.measurer().measure(at(32), first, () -> false, _ -> {});
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
        .with(Implementation.KERNEL, 512, millis(kernel))
        .completeAt(512);
  }

  private static Finding millis(double median) {
    return new Finding.Timed(0, new Quartiles(1e6 * median, 1e6 * median, 1e6 * median), 9);
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
    assertThat(texts.say(SpeedWords.time(5_212))).isEqualTo("5.21 µs");
    assertThat(texts.say(SpeedWords.time(28_437_000))).isEqualTo("28.4 ms");
    assertThat(texts.say(SpeedWords.time(1_500_000_000))).isEqualTo("1.5 s");
    assertThat(SpeedWords.times(9.94)).isEqualTo("9.9");
    assertThat(SpeedWords.times(15.09)).isEqualTo("15");
  }
}
