package org.gradloom.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.speed.Timings.Finding;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** At n = 512, with times in ms. */
class SpeedReasonsTest {
  private static final int N = 512;
  private static final SpeedPlan PLAN = SpeedPlan.of(Workload.both(), List.of(N));

  private static List<String> said(Timings found, Machine machine) {
    return new SpeedReasons(PLAN, found, machine).at(N).stream().map(Texts.english()::say).toList();
  }

  private static Timings timings(double... millis) {
    Timings found = Timings.none();
    Iterator<Implementation> ways = List.of(Implementation.values()).iterator();
    for (double time : millis) {
      double nanos = 1e6 * time;
      found =
          found.with(ways.next(), N, new Finding.Timed(0, new Quartiles(nanos, nanos, nanos), 9));
    }
    return found.completeAt(N);
  }

  @Test
  void aBatchThatIsNoFasterIsCalledLevelAndWhy() {
    assertThat(said(timings(96, 50, 50, 10, 2.5), FakeBench.machine()))
        .contains(
            "EJML’s product of the whole batch is about level with one sample at a time: it too"
                + " reads row after row of W for each sample.",
            "BLAS goes the same way with code written for this processor: 4.0 times as fast as"
                + " Gradloom’s kernel.")
        .anySatisfy(
            said -> assertThat(said).endsWith("here: 5.0 times as fast as EJML’s product."));
    assertThat(said(timings(96, 50, 100, 10), FakeBench.machine()))
        .anySatisfy(said ->
            assertThat(said)
                .startsWith("EJML’s product of the whole batch takes 2.0 times as long"));
  }

  @Test
  void nothingIsCreditedThatTheRunDidNotShow() {
    List<String> said = said(timings(50, 50, 50, 50, 50), FakeBench.machine());
    assertThat(said)
        .contains(
            "Gradloom’s kernel is no faster than EJML’s product at this size.",
            "BLAS is no faster than Gradloom’s kernel at this size.")
        .noneMatch(each -> each.contains("times as fast"));
  }

  @Test
  void nothingIsSaidOfWaysWithoutATimeNorOfAMachineThatTellsNothing() {
    Machine silent = new Machine("x", 1, "25", OptionalInt.empty(), OptionalLong.empty());
    List<String> said = said(timings(96, 50, 50, 10), silent);
    assertThat(said)
        .noneMatch(each -> each.contains("BLAS"))
        .noneMatch(each -> each.contains("cache"))
        .noneMatch(each -> each.contains("numbers at once"));
    assertThat(said(Timings.none(), silent)).isEmpty();
  }
}
