package org.gradloom;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.jspecify.annotations.Nullable;

/** Lessons small enough to compute by hand. */
public final class KnownLessons {
  private KnownLessons() {}

  /** 4×3·3×2, one linear layer, the gradient of its outputs given. */
  public static Lesson lessonH() {
    return linear(
        new double[][] {{-1, 3, 0}, {3, -1, 1}, {1, 3, 0}, {-1, 1, 2}},
        new double[][] {{-1, -2}, {2, -1}, {-1, 3}},
        new double[][] {{2, -1}, {3, -2}, {1, -2}, {2, -2}});
  }

  /** 2×3·3×2, where two wrong products fit as well. */
  public static Lesson lessonL() {
    return linear(
        new double[][] {{2, 1, -1}, {-1, 2, 3}},
        new double[][] {{-1, -2}, {3, -1}, {-2, 2}},
        new double[][] {{3, 2}, {-2, 3}});
  }

  private static Lesson linear(double[][] x, double[][] w, double[][] upstream) {
    return new Lesson(
        "",
        Matrix.of(x),
        List.of(new Layer(Matrix.of(w), null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.of(upstream)), Reduction.SUM),
        0.1);
  }

  /** Lesson H with a bias of two zeros. */
  public static Lesson lessonHWithBias() {
    return lessonH()
        .withLayer(
            0,
            new Layer(
                lessonH().layers().getFirst().w(),
                Matrix.row(0, 0),
                Elementwise.IDENTITY,
                Frozen.NOTHING,
                null));
  }

  /** Two layers, ReLU between them, squared error. */
  public static Lesson twoLayers() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1, 2}, {2, -1}, {-1, 3}}),
        List.of(
            new Layer(
                Matrix.of(new double[][] {{1, -1, 2, -2}, {1, 1, 1, -1}}), null, Elementwise.RELU),
            new Layer(
                Matrix.of(new double[][] {{1}, {-2}, {-1}, {3}}), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.SQUARED_ERROR,
            new Target.Targets(Matrix.of(new double[][] {{-4}, {0}, {-6}})),
            Reduction.SUM),
        0.1);
  }

  /** Two samples, three classes; the exponentials of the logits are 1 2 1 and 4 1 5. */
  public static Lesson softmax(Reduction reduction) {
    double[][] exponentials = {{1, 2, 1}, {4, 1, 5}};
    Matrix w =
        Matrix.numbers(Matrix.of(exponentials).shape(), (i, j) -> Math.log(exponentials[i][j]));
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1, 0}, {0, 1}}),
        List.of(new Layer(w, null, Elementwise.IDENTITY)),
        new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(1, 0)), reduction),
        0.1);
  }

  /** Two layers whose second has a bias, a mean over all entries, and a penalty on weights. */
  public static Lesson penalized() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1, 2}, {2, -1}, {-1, 3}}),
        List.of(
            new Layer(Matrix.of(new double[][] {{1, -1}, {2, 1}}), null, Elementwise.LEAKY_RELU),
            new Layer(
                Matrix.of(new double[][] {{1, -1}, {-2, 2}}),
                Matrix.row(1, -2),
                Elementwise.IDENTITY,
                Frozen.NOTHING,
                null)),
        new Loss(
            LossKind.SQUARED_ERROR,
            new Target.Targets(Matrix.of(new double[][] {{-4, 1}, {0, 3}, {-6, 2}})),
            Reduction.MEAN_ALL,
            new L2(0.5, true, false),
            L1.NONE),
        0.25);
  }

  /** Two layers with a mask between them that drops one unit for the first sample. */
  public static Lesson masked() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1}, {2}}),
        List.of(
            new Layer(Matrix.row(3, 1), null, Elementwise.RELU)
                .withMask(Matrix.of(new double[][] {{0, 2}, {4, 2}})),
            new Layer(Matrix.of(new double[][] {{1}, {-1}}), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.SQUARED_ERROR,
            new Target.Targets(Matrix.of(new double[][] {{1}, {4}})),
            Reduction.SUM),
        0.5);
  }

  /** One sample, one output, and two weights, of which one is 0, under both penalties. */
  public static Lesson twicePenalized() {
    return new Lesson(
        "",
        Matrix.row(1, 2),
        List.of(new Layer(Matrix.of(new double[][] {{-3}, {0}}), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.SQUARED_ERROR,
            new Target.Targets(Matrix.row(1)),
            Reduction.SUM,
            new L2(0.5, true, false),
            new L1(0.25)),
        0.5);
  }

  /** Two outputs, each with a σ of its own: σ(ln 3) is 3/4. */
  public static Lesson sigmoid() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1, 2}, {2, -1}}),
        List.of(
            new Layer(
                Matrix.of(new double[][] {{Math.log(3), 0}, {0, Math.log(2)}}),
                null,
                Elementwise.IDENTITY)),
        new Loss(
            LossKind.SIGMOID_CROSS_ENTROPY,
            new Target.Targets(Matrix.of(new double[][] {{1, 0}, {0, 1}})),
            Reduction.MEAN),
        0.5);
  }

  /** A softmax of its own below a squared error, so that its Jacobian is walked. */
  public static Lesson softmaxLayer() {
    Lesson lesson = softmax(Reduction.SUM);
    return new Lesson(
        "",
        lesson.x(),
        List.of(new Layer(lesson.layers().getFirst().w(), null, Rowwise.SOFTMAX)),
        new Loss(
            LossKind.SQUARED_ERROR,
            new Target.Targets(Matrix.of(new double[][] {{0, 1, 0}, {1, 0, 0}})),
            Reduction.SUM),
        0.1);
  }

  /** One input of 2, one weight of 3, the target 0: L = ½(2w)² is 18 there, and its slope 12. */
  public static Lesson oneWeight() {
    return new Lesson(
        "",
        Matrix.row(2),
        List.of(new Layer(Matrix.row(3), null, Elementwise.IDENTITY)),
        new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(0)), Reduction.SUM),
        0.1);
  }

  /** One sample and one output, its logit, and the target 0 or 1. */
  public static Lesson oneLogit(double logit, double target) {
    return new Lesson(
        "",
        Matrix.row(1),
        List.of(new Layer(Matrix.row(logit), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.SIGMOID_CROSS_ENTROPY, new Target.Targets(Matrix.row(target)), Reduction.SUM),
        0.1);
  }

  /**
   * One step of a training of one weight, 10, whose sample is 2 and whose upstream gradient is 3;
   * its gradient is 6.
   *
   * @param stepsTaken before it
   * @param state what the optimizer remembers of the weight, or null
   */
  public static Lesson trainingStep(
      int stepsTaken, Optimizer optimizer, @Nullable OptimizerState state) {
    return new Lesson(
        "",
        Convention.XW,
        Matrix.row(2),
        List.of(new Layer(Matrix.row(10), null, Elementwise.IDENTITY, Frozen.NOTHING, state)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(3)), Reduction.SUM),
        0.5,
        new TrainingPlan(
            optimizer,
            1,
            1,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.of(stepsTaken)),
        List.of(),
        List.of());
  }
}
