package org.gradloom.engine;

import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.jspecify.annotations.Nullable;

/** The step an optimizer takes from a parameter and its gradient. */
public final class OptimizerRules {
  private OptimizerRules() {}

  /**
   * The optimizer whose step ends the walk: the training plan's own where the document is a frozen
   * training step, plain SGD with the lesson's rate otherwise.
   */
  public static Optimizer optimizer(Lesson lesson) {
    TrainingPlan plan = lesson.training();
    boolean frozen =
        plan != null
            && (plan.step().isPresent()
                || lesson.layers().stream().anyMatch(layer -> layer.state() != null));
    return plan != null && frozen ? plan.optimizer() : new Optimizer.Sgd(lesson.learningRate());
  }

  /** What an optimizer remembers of one parameter matrix before the step; null is all zeros. */
  public record Remembered(@Nullable Matrix first, @Nullable Matrix second) {
    private static final Remembered NOTHING = new Remembered(null, null);

    private double first(int r, int c) {
      return first == null ? 0 : first.get(r, c);
    }

    private double second(int r, int c) {
      return second == null ? 0 : second.get(r, c);
    }
  }

  /** What is remembered of a layer's W, or of its b. */
  public static Remembered remembered(Layer layer, boolean bias) {
    return switch (layer.state()) {
      case null -> Remembered.NOTHING;
      case OptimizerState.Velocity(var v) -> new Remembered(bias ? v.b() : v.w(), null);
      case OptimizerState.Moments(var m, var v) ->
          bias ? new Remembered(m.b(), v.b()) : new Remembered(m.w(), v.w());
    };
  }

  /** The number of steps taken before this one. */
  public static int stepsTaken(Lesson lesson) {
    TrainingPlan plan = lesson.training();
    return plan == null ? 0 : plan.step().orElse(0);
  }

  /**
   * What the learning rate multiplies, for one entry: the gradient itself for SGD, the new velocity
   * for momentum, m̂/(√v̂ + ε) for Adam.
   *
   * @param steps how many steps were taken before
   * @param gradient dL/dw
   */
  public static double direction(
      Optimizer optimizer, Remembered remembered, int steps, int r, int c, double gradient) {
    return switch (optimizer) {
      case Optimizer.Sgd _ -> gradient;
      case Optimizer.Momentum(_, double mu) -> mu * remembered.first(r, c) + gradient;
      case Optimizer.Adam _ -> {
        double m =
            Optimizer.Adam.BETA_1 * remembered.first(r, c) + (1 - Optimizer.Adam.BETA_1) * gradient;
        double v =
            Optimizer.Adam.BETA_2 * remembered.second(r, c)
                + (1 - Optimizer.Adam.BETA_2) * gradient * gradient;
        double mHat = m / (1 - Math.pow(Optimizer.Adam.BETA_1, steps + 1));
        double vHat = v / (1 - Math.pow(Optimizer.Adam.BETA_2, steps + 1));
        yield mHat / (Math.sqrt(vHat) + Optimizer.Adam.EPSILON);
      }
    };
  }

  /** The parameter after the step: w − η · direction. */
  public static double next(Optimizer optimizer, double parameter, double direction) {
    return parameter - optimizer.learningRate() * direction;
  }
}
