package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.gradloom.speed.FakeBench;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.Measurer;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.Timings;
import org.gradloom.speed.Workload;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Background;
import org.junit.jupiter.api.Test;

class SpeedRunTest {
  private final Queue<Runnable> away = new ArrayDeque<>();
  private final Queue<Runnable> window = new ArrayDeque<>();
  private final SpeedRun run = run(FakeBench.on(away::add).measurer());

  private SpeedRun run(Measurer measurer) {
    return new SpeedRun(
        measurer,
        new Background(away::add, window::add, failure -> Message.of("train.lastSample")));
  }

  private static SpeedPlan at(int n) {
    return SpeedPlan.of(Workload.forward(), List.of(n));
  }

  private static void runAll(Queue<Runnable> work) {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void whatIsFoundComesAsItIsFound() {
    run.measure(at(16));
    assertThat(run.isRunning()).isTrue();
    assertThat(run.running()).isEmpty();
    runAll(away);
    window.remove().run();
    assertThat(run.running().orElseThrow().way()).isEqualTo(Implementation.LOOPS);
    assertThat(run.found()).isEqualTo(Timings.none());
    while (run.found().median(Implementation.LOOPS, 16).isEmpty()) {
      window.remove().run();
    }
    assertThat(run.running().orElseThrow().way()).isEqualTo(Implementation.SAMPLES);
    assertThat(run.found().median(Implementation.LOOPS, 16)).hasValue(128_000);
    assertThat(run.found().isComplete(16)).isFalse();
    runAll(window);
    assertThat(run.isRunning()).isFalse();
    assertThat(run.found().isComplete(16)).isTrue();
  }

  @Test
  void aCancelledRunKeepsWhatWasThereBefore() {
    run.measure(at(16));
    runAll(away);
    runAll(window);
    run.measure(at(128));
    run.cancel();
    assertThat(run.isRunning()).isTrue();
    runAll(away);
    runAll(window);
    assertThat(run.isRunning()).isFalse();
    assertThat(run.found().isComplete(16)).isTrue();
    assertThat(run.found().at(Implementation.LOOPS, 128)).isEmpty();
  }

  @Test
  void oneRunAtATime() {
    run.measure(at(16));
    run.measure(at(128));
    assertThat(away).hasSize(1);
  }

  @Test
  void nothingOfALessonThatWasLeftComesLater() {
    run.measure(at(16));
    runAll(away);
    run.forget();
    run.measure(at(32));
    runAll(window);
    assertThat(run.found()).isEqualTo(Timings.none());
    assertThat(run.isRunning()).isTrue();
    runAll(away);
    runAll(window);
    assertThat(run.found().isComplete(32)).isTrue();
    assertThat(run.found().at(Implementation.LOOPS, 16)).isEmpty();
  }

  @Test
  void aRunThatFailsSaysWhy() {
    SpeedRun small =
        run(
            new Measurer(
                () -> 0,
                () -> 1_000_000,
                (way, task) -> {
                  throw new IllegalStateException();
                }));
    small.measure(at(16));
    runAll(away);
    runAll(window);
    assertThat(small.isRunning()).isFalse();
    assertThat(small.failed()).contains(Message.of("train.lastSample"));
    assertThat(small.found()).isEqualTo(Timings.none());
  }
}
