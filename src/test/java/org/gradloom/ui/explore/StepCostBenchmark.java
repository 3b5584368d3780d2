package org.gradloom.ui.explore;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.gradloom.derivation.Granularity;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;

/**
 * What a step and an edit cost the window's thread on the whole Explore screen with operands of
 * 16×16: the action itself, and with the CSS and layout that it causes; on a busy machine the
 * processor time says more. A program of its own, because JMH has no window's thread.
 */
public final class StepCostBenchmark {
  private static final int SIDE = 16;
  private static final int WARM_UP = 600;
  private static final int ROUNDS = 400;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand W_NEXT = new Operand(0, MatrixSymbol.W_NEXT);
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);
  private static final Operand DX = new Operand(0, MatrixSymbol.DX);

  /** What is done again and again, where it begins, and how that is seen. */
  private record Deed(String name, Perspective seen, String from, IntFunction<Action> action) {
    Deed(String name, String from, IntFunction<Action> action) {
      this(name, Perspective.PRODUCT, from, action);
    }
  }

  private static final List<Deed> DEEDS =
      List.of(
          new Deed(
              "TERM_STEP", "layer1/dW/1,1/term1", round -> new Action.Forward(Granularity.TERM)),
          new Deed(
              "CELL_STEP",
              "layer1/dW/1,1",
              round ->
                  new Action.Go(new Place.OfCell(DW, new Cell(round / SIDE % SIDE, round % SIDE)))),
          new Deed(
              "EDIT",
              "layer1/dW/8,8/term8",
              round ->
                  new Action.Apply(
                      new Edit.SetEntry(
                          X, new Cell(round % SIDE, round * 5 % SIDE), Entry.of(round % 19 - 9)))),
          new Deed(
              "MATRIX_STEP",
              "layer1/dW",
              round ->
                  new Action.Go(Place.parse(round % 2 == 0 ? "layer1/dX/1,1" : "layer1/dW/16,16"))),
          new Deed(
              "CARDS_STEP",
              Perspective.CARDS,
              "layer1/dW/1,1/term1",
              round -> new Action.Forward(Granularity.TERM)),
          new Deed(
              "NUDGE_STEP",
              Perspective.NUDGE,
              "layer1/dW/1,1/term1",
              round -> new Action.Forward(Granularity.TERM)),
          new Deed(
              "NUDGE_MOVE",
              Perspective.NUDGE,
              "layer1/dW/16,16",
              round -> new Action.Nudge(round % 2 == 0 ? 1 : -1)),
          new Deed(
              "UPDATE_STEP",
              Perspective.UPDATE,
              "layer1/wNext/1,1",
              round ->
                  new Action.Go(
                      new Place.OfCell(W_NEXT, new Cell(round / SIDE % SIDE, round % SIDE)))),
          new Deed(
              "BIAS_STEP",
              Perspective.BIAS,
              "layer1/dW/1,1/term1",
              round -> new Action.Forward(Granularity.TERM)),
          new Deed(
              "STACK_STEP",
              Perspective.STACK,
              "layer1/dX/1,1/term1",
              round -> new Action.Forward(Granularity.TERM)),
          new Deed(
              "STACK_CELL",
              Perspective.STACK,
              "layer1/dX/1,1",
              round ->
                  new Action.Go(new Place.OfCell(DX, new Cell(round / SIDE % SIDE, round % SIDE)))),
          new Deed(
              "JACOBIAN_STEP",
              Perspective.JACOBIAN,
              "layer1/dW/1,1/term1",
              round -> new Action.Forward(Granularity.TERM)));

  private final long[] acted = new long[ROUNDS];
  private final long[] laidOut = new long[ROUNDS];
  private final long[] busy = new long[ROUNDS];
  private final TestWindow window;
  private final List<Deed> deeds;
  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          Platform.requestNextPulse();
        }
      };
  private int round;
  private long start;
  private long end;
  private long busyAtStart;

  private StepCostBenchmark(TestWindow window, List<Deed> deeds) {
    this.window = window;
    this.deeds = deeds;
  }

  public static void main(String[] arguments) throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    List<Deed> deeds =
        arguments.length == 0
            ? DEEDS
            : DEEDS.stream().filter(deed -> List.of(arguments).contains(deed.name())).toList();
    CountDownLatch finished = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        TestWindow window =
            TestWindow.open(
                new Stage(),
                Files.createTempDirectory("gradloom"),
                StartupDocument.of(lesson(), Optional.empty()),
                TestWindow.WIDTH,
                TestWindow.HEIGHT,
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
        new StepCostBenchmark(window.withoutMotion(), deeds).run(finished);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
    if (!finished.await(5, TimeUnit.MINUTES)) {
      System.out.println("Gave up after five minutes");
    }
    Platform.exit();
  }

  private static Lesson lesson() {
    Random random = new Random(1);
    Shape shape = new Shape(SIDE, SIDE);
    return new Lesson(
        "16 a side",
        Matrix.numbers(shape, (i, j) -> random.nextInt(19) - 9),
        List.of(
            new Layer(
                Matrix.numbers(shape, (i, j) -> random.nextInt(19) - 9),
                null,
                Elementwise.IDENTITY)),
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(Matrix.numbers(shape, (i, j) -> random.nextInt(19) - 9)),
            Reduction.SUM),
        0.1);
  }

  private void run(CountDownLatch finished) {
    Scene scene = window.scene();
    // In the frame itself, so that what is measured is the toolkit's own work on what has changed.
    scene.addPreLayoutPulseListener(this::act);
    scene.addPostLayoutPulseListener(() -> frameLaidOut(finished));
    pulses.start();
  }

  private Deed deed() {
    return deeds.get(round / (WARM_UP + ROUNDS));
  }

  private boolean isOver() {
    return round >= deeds.size() * (WARM_UP + ROUNDS);
  }

  private void act() {
    if (isOver()) {
      return;
    }
    int within = round % (WARM_UP + ROUNDS);
    if (within == 0) {
      if (deed().seen() == Perspective.BIAS) {
        window.store().dispatch(new Action.Apply(new Edit.SetBias(0, true)));
      }
      window.store().dispatch(new Action.Go(Place.parse(deed().from())));
      window.store().dispatch(new Action.See(deed().seen()));
      Parent root = window.scene().getRoot();
      root.applyCss();
      root.layout();
    }
    Action action = deed().action().apply(within);
    busyAtStart = THREADS.getCurrentThreadCpuTime();
    start = System.nanoTime();
    window.store().dispatch(action);
    end = System.nanoTime();
  }

  private void frameLaidOut(CountDownLatch finished) {
    if (isOver()) {
      return;
    }
    int measured = round % (WARM_UP + ROUNDS) - WARM_UP;
    if (measured >= 0) {
      acted[measured] = end - start;
      laidOut[measured] = System.nanoTime() - start;
      busy[measured] = THREADS.getCurrentThreadCpuTime() - busyAtStart;
    }
    if (measured == ROUNDS - 1) {
      System.out.printf(
          "%-12s action %s, with CSS and layout %s, processor time %s%n",
          deed().name(), spread(acted), spread(laidOut), spread(busy));
    }
    round++;
    if (isOver()) {
      pulses.stop();
      // After this frame has been drawn, or its drawing would meet a toolkit that is gone.
      Platform.runLater(finished::countDown);
    }
  }

  private static String spread(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return "%.2f ms (95 %%: %.2f)"
        .formatted(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
  }
}
