package org.gradloom.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gradloom.blas.Blas;
import org.gradloom.engine.Examples;
import org.gradloom.engine.Mlp;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;

/**
 * One run, on the trainer's thread alone. A step allocates nothing but where the run is measured.
 */
final class TrainingRun {
  private static final double NANOSECONDS = 1e9;

  private static final int REMEMBERED = 50;

  /** Over how long the speed is measured, in nanoseconds. */
  private static final long MEASURED = 500_000_000;

  private final long run;
  private TrainingSetup setup;
  private TrainingPlan plan;
  private Examples examples;
  private Mlp mlp;
  private Optional<Blas> blas;
  private Schedule schedule;
  private final LossCurve losses = new LossCurve();
  private final FigureRecorder figures;
  private Status status = new Status.Paused();

  /** Epochs that were completed before the present rows were there. */
  private long earlierEpochs;

  /** Rows that were changed for others, so that undo goes on with the mini-batch it left. */
  private final Deque<Left> left = new ArrayDeque<>();

  /** Where the run was among rows that it left. */
  private record Left(Matrix x, Target target, Schedule schedule) {}

  /** The layers that others were set for by hand, the last first. */
  private final Deque<List<Layer>> replaced = new ArrayDeque<>();

  /** The epoch at whose end all that was asked for is done. */
  private long goal;

  /** The step and the epoch after which it pauses before that, if it does. */
  private long pauseAtStep;

  private long pauseAtEpoch;

  private long samples;
  private long measuredFrom;
  private double samplesPerSecond;

  TrainingRun(TrainingSetup setup, long run, Optional<Blas> blas) {
    this.blas = blas;
    this.run = run;
    this.setup = setup;
    this.plan = setup.plan();
    Lesson lesson = setup.lesson();
    this.examples = Examples.of(lesson.x(), lesson.loss());
    this.mlp = mlp(lesson.layers(), 0);
    this.schedule = schedule(lesson);
    this.goal = plan.epochs();
    this.figures = new FigureRecorder(setup);
    recordFigures();
  }

  private void recordFigures() {
    figures.measure(mlp.steps(), setup, examples, mlp);
  }

  private Mlp mlp(List<Layer> layers, long steps) {
    Loss loss = setup.lesson().loss();
    return new Mlp(
        layers,
        loss,
        plan.optimizer(),
        plan.dropout(),
        steps,
        Math.min(plan.batchSize(), setup.lesson().samples()),
        blas);
  }

  private Schedule schedule(Lesson lesson) {
    return new Schedule(lesson.samples(), plan.batchSize(), plan.shuffle(), plan.seed().orElse(0));
  }

  boolean isRunning() {
    return status instanceof Status.Running;
  }

  private long epochs() {
    return earlierEpochs + schedule.epoch();
  }

  /** Takes the next step; the run pauses where its last epoch ends or the numbers overflow. */
  void step() {
    double loss = mlp.step(examples, schedule.order(), schedule.from(), schedule.count());
    if (!Double.isFinite(loss)) {
      status = new Status.Diverged(mlp.steps() + 1, plan.optimizer().learningRate());
      return;
    }
    losses.add(loss);
    recordFigures();
    samples += schedule.count();
    schedule.advance();
    if (schedule.from() == 0 && epochs() >= goal) {
      status = new Status.Finished();
    } else if (mlp.steps() >= pauseAtStep || epochs() >= pauseAtEpoch) {
      status = new Status.Paused();
    }
  }

  // ---- what the user asks for

  void play(boolean playing) {
    if (playing) {
      run(Long.MAX_VALUE, Long.MAX_VALUE);
    } else if (isRunning()) {
      status = new Status.Paused();
    }
  }

  void oneBatch() {
    run(mlp.steps() + 1, Long.MAX_VALUE);
  }

  void oneEpoch() {
    run(Long.MAX_VALUE, epochs() + 1);
  }

  private void run(long untilStep, long untilEpoch) {
    if (epochs() >= goal) {
      // It was finished; whoever goes on wants as much again.
      goal = epochs() + plan.epochs();
    }
    pauseAtStep = untilStep;
    pauseAtEpoch = untilEpoch;
    status = new Status.Running();
    samples = 0;
    measuredFrom = System.nanoTime();
  }

  /** Goes on with other rows or another plan; the weights and the memory stay. */
  void change(TrainingSetup other) {
    boolean otherRows =
        !other.lesson().x().equals(setup.lesson().x())
            || !other.lesson().loss().target().equals(setup.lesson().loss().target());
    Lesson before = setup.lesson();
    List<Layer> layers =
        SetupEdits.frozen(
            mlp.layers(), other.lesson().layers().stream().map(Layer::frozen).toList());
    long asked = plan.epochs();
    setup = other;
    plan = other.plan();
    mlp = mlp(layers, mlp.steps());
    if (otherRows) {
      examples = Examples.of(other.lesson().x(), other.lesson().loss());
      earlierEpochs += schedule.epoch();
      left.push(new Left(before.x(), before.loss().target(), schedule));
      if (left.size() > REMEMBERED) {
        left.removeLast();
      }
      schedule = scheduleOf(other.lesson());
      earlierEpochs -= schedule.epoch();
    } else {
      schedule.setBatchSize(plan.batchSize());
    }
    goal += plan.epochs() - asked;
    recordFigures();
    if (status instanceof Status.Diverged) {
      status = new Status.Paused();
    }
  }

  /** Goes on with other products; a step of them agrees with one of ours but for its last bits. */
  void multiply(Optional<Blas> library) {
    blas = library;
    mlp = mlp(mlp.layers(), mlp.steps());
  }

  /** Rows that were left go on where they were left, others begin an epoch. */
  private Schedule scheduleOf(Lesson lesson) {
    for (Left rows : left) {
      if (rows.x().equals(lesson.x()) && rows.target().equals(lesson.loss().target())) {
        rows.schedule().setBatchSize(plan.batchSize());
        return rows.schedule();
      }
    }
    return schedule(lesson);
  }

  void setWeight(int layer, int row, int column, double value) {
    mlp.setWeight(layer, row, column, value);
    recordFigures();
  }

  void setBias(int layer, int unit, double value) {
    mlp.setBias(layer, unit, value);
    recordFigures();
  }

  /** Other weights and biases of the same shapes; what the optimizer remembers stays. */
  void setLayers(List<Layer> wanted) {
    replaced.push(mlp.layers());
    set(wanted);
  }

  /** The weights and biases from before others were set last. */
  void resetLayers() {
    set(replaced.pop());
  }

  private void set(List<Layer> wanted) {
    List<Layer> set = new ArrayList<>(mlp.layers());
    for (int l = 0; l < set.size(); l++) {
      Layer layer = set.get(l).withW(wanted.get(l).w());
      Matrix b = wanted.get(l).b();
      set.set(l, b == null ? layer : layer.withB(b));
    }
    mlp = mlp(set, mlp.steps());
    recordFigures();
    if (status instanceof Status.Diverged) {
      status = new Status.Paused();
    }
  }

  Snapshot snapshot(long obeyed) {
    measure();
    List<Integer> nextBatch = new ArrayList<>(schedule.count());
    for (int i = 0; i < schedule.count(); i++) {
      nextBatch.add(schedule.order()[schedule.from() + i]);
    }
    return new Snapshot(
        run,
        obeyed,
        setup,
        mlp.layers(),
        mlp.steps(),
        epochs(),
        nextBatch,
        losses.picture(),
        figures.picture(),
        isRunning() ? samplesPerSecond : 0,
        status);
  }

  private void measure() {
    long now = System.nanoTime();
    if (now - measuredFrom >= MEASURED) {
      samplesPerSecond = samples * NANOSECONDS / (now - measuredFrom);
      samples = 0;
      measuredFrom = now;
    }
  }
}
