package org.gradloom.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.gradloom.blas.Blas;
import org.gradloom.engine.Examples;
import org.gradloom.engine.Losses;
import org.gradloom.engine.Mlp;
import org.gradloom.engine.Prediction;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** A document trained from its first step to its last, as its plan says. */
public final class PlannedRun {
  private final Lesson lesson;
  private final TrainingPlan plan;

  /** Is told of every step that was taken, counted from 1, with the mini-batch's loss before it. */
  @FunctionalInterface
  public interface Listener {
    void stepped(long step, double loss);
  }

  /** How a run ended. */
  public sealed interface Outcome {}

  /**
   * All steps were taken.
   *
   * @param finalLoss over all rows, after the last step
   * @param taken the steps of the plan up to there, those of earlier runs included
   */
  public record Trained(List<Layer> layers, double finalLoss, long taken) implements Outcome {}

  /**
   * The numbers of this step, counted from 1, grew beyond what a double holds. It was not taken; or
   * it was the last one, and the loss over all rows after it is not finite.
   *
   * @param impossible what is said of a sample whose own loss is infinite already, in words; empty
   *     where none is
   */
  public record Diverged(long step, Optional<Message> impossible) implements Outcome {}

  /**
   * @throws InvalidInput if the document has no training
   */
  public PlannedRun(Lesson lesson) {
    TrainingPlan training = lesson.training();
    if (training == null) {
      throw new InvalidInput("lesson.noTraining");
    }
    this.lesson = lesson;
    this.plan = training;
  }

  /** How many steps there are to take. */
  public long steps() {
    return last() - first();
  }

  /** The step of the plan that comes next, from 0. */
  public long first() {
    return plan.taken();
  }

  /**
   * The step of the plan that is not taken any more: that behind its epochs or, where these are
   * done already, behind as many again.
   */
  public long last() {
    long all = plan.epochs() * Math.ceilDiv((long) lesson.samples(), plan.batchSize());
    return first() < all ? all : first() + all;
  }

  /** Takes all steps, on our own products. */
  public Outcome run(Listener listener) {
    return run(Optional.empty(), () -> false, listener);
  }

  /**
   * Takes all steps, or those until it is to stop.
   *
   * @param stops is asked after each step
   * @param blas whose products are taken, with which the last bits are this machine's
   */
  public Outcome run(Optional<Blas> blas, BooleanSupplier stops, Listener listener) {
    Examples examples = Examples.of(lesson.x(), lesson.loss());
    int largestBatch = Math.min(plan.batchSize(), lesson.samples());
    Mlp mlp =
        new Mlp(
            lesson.layers(),
            lesson.loss(),
            plan.optimizer(),
            plan.dropout(),
            lesson.stepsTaken(),
            largestBatch,
            blas);
    Schedule schedule =
        new Schedule(lesson.samples(), plan.batchSize(), plan.shuffle(), plan.seed().orElse(0));
    schedule.skip(first());
    long steps = steps();
    long taken = 0;
    while (taken < steps && !(taken > 0 && stops.getAsBoolean())) {
      long step = taken + 1;
      double loss = mlp.step(examples, schedule.order(), schedule.from(), schedule.count());
      if (!Double.isFinite(loss)) {
        int[] order = schedule.order();
        IntStream samples =
            IntStream.range(0, schedule.count()).map(i -> order[schedule.from() + i]);
        return diverged(first() + step, outputs(mlp.layers()), samples);
      }
      taken = step;
      listener.stepped(step, loss);
      if (step < steps) {
        schedule.advance();
      }
    }
    List<Layer> layers = mlp.layers();
    Matrix outputs = outputs(layers);
    double finalLoss = Losses.total(lesson.loss(), outputs, layers);
    return Double.isFinite(finalLoss)
        ? new Trained(layers, finalLoss, first() + taken)
        : diverged(first() + taken, outputs, IntStream.range(0, lesson.samples()));
  }

  private Matrix outputs(List<Layer> layers) {
    return Prediction.activations(layers, lesson.x()).getLast();
  }

  private Diverged diverged(long step, Matrix outputs, IntStream samples) {
    return new Diverged(step, Losses.impossible(lesson.loss(), outputs, samples));
  }
}
