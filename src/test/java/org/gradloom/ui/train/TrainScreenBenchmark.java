package org.gradloom.ui.train;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.gradloom.lesson.Screen;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;

/**
 * How much of the training's speed the Train screen leaves, and what a frame costs the window's
 * thread meanwhile. Seconds of training on the screen and of training that nobody looks at take
 * turns, since other work on the machine comes and goes; on a busy machine the processor time says
 * more. Arguments: the ready setups to train, or {@code --minutes N} for one long run, whose memory
 * is looked at on the way and whose losses are compared with the same run alone.
 */
public final class TrainScreenBenchmark {
  private static final int ROUNDS = 6;
  private static final int WARM_UP = 2;
  private static final long WINDOW = 3_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The threads that take part, the trainer first. */
  private static final List<String> PARTS =
      List.of(
          "gradloom-trainer",
          "gradloom-evaluator",
          "JavaFX Application Thread",
          "QuantumRenderer-0");

  private final TrainedWindow window;
  private final Frames frames;
  private final BareRun bare = new BareRun();
  private final List<Double> ratios = new ArrayList<>();
  private final List<Double> busyRatios = new ArrayList<>();
  private final List<Used> seen = new ArrayList<>();

  private TrainScreenBenchmark(TrainedWindow window, Frames frames) {
    this.window = window;
    this.frames = frames;
  }

  public static void main(String[] arguments) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    try {
      run(arguments);
    } finally {
      Platform.exit();
    }
  }

  private static void run(String[] arguments) throws Exception {
    TrainedWindow window = TrainedWindow.open(Files.createTempDirectory("gradloom"));
    TrainingSetup first = window.open(Preset.SPIRALS);
    if (arguments.length == 2 && arguments[0].equals("--minutes")) {
      LongRun.watch(window, first, Double.parseDouble(arguments[1]));
      return;
    }
    // The screen's own timer starts anew with each round, so that a frame begins with this one.
    Frames frames = TrainedWindow.onWindowsThread(() -> new Frames(window));
    for (String id : arguments.length == 0 ? new String[] {"spirals", "digits"} : arguments) {
      new TrainScreenBenchmark(window, frames)
          .compare(Preset.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
  }

  private void compare(Preset preset) throws Exception {
    TrainingSetup setup = window.open(preset);
    bare.begin(setup);
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round == WARM_UP) {
        ratios.clear();
        busyRatios.clear();
        seen.clear();
        frames.restart();
      }
      round();
    }
    System.out.printf(
        "%-8s of the speed that nobody looks at: %.1f %% (%s), for its processor time: %.1f %%%n",
        preset.id(),
        100 * middle(ratios),
        ratios.stream().map("%.2f"::formatted).toList(),
        100 * middle(busyRatios));
    frames.print();
    for (int part = 1; part < PARTS.size(); part++) {
      int of = part;
      System.out.printf(
          "  an evaluation costs %s %.2f ms of processor time and %.0f kB%n",
          PARTS.get(part),
          middle(seen.stream().map(used -> used.milliseconds(of)).toList()),
          middle(seen.stream().map(used -> used.kilobytes(of)).toList()));
    }
    bare.close();
  }

  private void round() throws Exception {
    window.show(Screen.EXPLORE);
    Used before = Used.upTo(frames.looks());
    long from = System.nanoTime();
    bare.play();
    TimeUnit.MILLISECONDS.sleep(WINDOW);
    long to = System.nanoTime();
    long bareSteps = bare.pause();
    Used bareUsed = Used.upTo(frames.looks()).since(before);
    double bareSpeed = bareSteps * 1e9 / (to - from);

    window.show(Screen.TRAIN);
    long first = window.step();
    before = Used.upTo(frames.looks());
    frames.count(true);
    from = System.nanoTime();
    window.dispatch(new Action.Train(true));
    TimeUnit.MILLISECONDS.sleep(WINDOW);
    to = System.nanoTime();
    window.dispatch(new Action.Train(false));
    frames.count(false);
    long steps = window.awaitPaused() - first;
    Used used = Used.upTo(frames.looks()).since(before);
    double speed = steps * 1e9 / (to - from);
    ratios.add(speed / bareSpeed);
    busyRatios.add(steps / used.trained() / (bareSteps / bareUsed.trained()));
    seen.add(used);
    System.out.printf(
        "  %,.0f steps a second alone, %,.0f with the screen, %.1f seen%n",
        bareSpeed, speed, used.looks * 1e9 / (to - from));
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** What the process used so far. */
  private static final class Used {
    /** The processor time of the threads that take part, in their order. */
    private final double[] seconds;

    /** What they allocated. */
    private final double[] megabytes;

    /** How many evaluations the screen showed. */
    private final long looks;

    private Used(double[] seconds, double[] megabytes, long looks) {
      this.seconds = seconds;
      this.megabytes = megabytes;
      this.looks = looks;
    }

    static Used upTo(long looks) {
      double[] seconds = new double[PARTS.size()];
      double[] megabytes = new double[PARTS.size()];
      for (long id : THREADS.getAllThreadIds()) {
        ThreadInfo info = THREADS.getThreadInfo(id);
        int part = info == null ? -1 : PARTS.indexOf(info.getThreadName());
        if (part >= 0) {
          seconds[part] += THREADS.getThreadCpuTime(id) / 1e9;
          megabytes[part] += THREADS.getThreadAllocatedBytes(id) / 1e6;
        }
      }
      return new Used(seconds, megabytes, looks);
    }

    Used since(Used before) {
      return new Used(
          difference(seconds, before.seconds),
          difference(megabytes, before.megabytes),
          looks - before.looks);
    }

    private static double[] difference(double[] after, double[] before) {
      double[] difference = after.clone();
      Arrays.setAll(difference, i -> after[i] - before[i]);
      return difference;
    }

    double trained() {
      return seconds[0];
    }

    /** What one evaluation costs a thread, from its making to the picture of it. */
    double milliseconds(int part) {
      return 1000 * seconds[part] / looks;
    }

    double kilobytes(int part) {
      return 1000 * megabytes[part] / looks;
    }
  }

  /** What frames cost the window's thread. Belongs to that thread. */
  private static final class Frames {
    private static final int MOST = 20_000;

    private final long[] wall = new long[MOST];
    private final long[] busy = new long[MOST];
    private int laidOut;
    private int begun;
    private boolean counting;
    private long start;
    private long busyAtStart;
    private long from;
    private long time;
    private long looks;

    Frames(TrainedWindow window) {
      window.onLook(() -> looks++);
      window.scene().addPostLayoutPulseListener(this::endFrame);
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          beginFrame();
        }
      }.start();
    }

    void restart() throws Exception {
      TrainedWindow.onWindowsThread(() -> {
        laidOut = 0;
        begun = 0;
        time = 0;
        return true;
      });
    }

    void count(boolean wanted) throws Exception {
      TrainedWindow.onWindowsThread(() -> {
        if (wanted) {
          from = System.nanoTime();
          busyAtStart = 0;
        } else {
          time += System.nanoTime() - from;
        }
        counting = wanted;
        return true;
      });
    }

    long looks() throws Exception {
      return TrainedWindow.onWindowsThread(() -> looks);
    }

    private void beginFrame() {
      if (!counting || begun == MOST) {
        return;
      }
      long used = THREADS.getCurrentThreadCpuTime();
      if (busyAtStart > 0) {
        busy[begun++] = used - busyAtStart;
      }
      busyAtStart = used;
      start = System.nanoTime();
    }

    private void endFrame() {
      if (counting && laidOut < MOST && busyAtStart > 0) {
        wall[laidOut++] = System.nanoTime() - start;
      }
    }

    void print() {
      System.out.printf(
          "  %.1f frames a second; a frame up to its layout %s, processor time to the next %s%n",
          begun * 1e9 / time,
          spread(Arrays.copyOf(wall, laidOut)),
          spread(Arrays.copyOf(busy, begun)));
    }

    private static String spread(long[] nanos) {
      Arrays.sort(nanos);
      return "%.2f ms (95 %%: %.2f)"
          .formatted(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }
  }
}
