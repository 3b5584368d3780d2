package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Entries;
import org.gradloom.formula.Expr;
import org.gradloom.formula.ExprEvaluator;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is written is what is computed: the rule, the symbols and the numbers of a step, evaluated
 * with the lesson's entries, give the engine's cell.
 */
class ExplanationTest {
  private static final double NEAR = 1e-12;

  // ---- every step of any network ---------------------------------------------------------------

  @Test
  void everyFormulaGivesTheEnginesCell() {
    List<Lesson> lessons = RandomLessons.any(64, 5);
    assertThat(steps(lessons).filter(step -> !explains(Formula.of(step), step))).isEmpty();
    assertThat(steps(lessons).count()).isGreaterThan(10_000);
    assertThat(lessons.stream().map(lesson -> lesson.loss().kind()).distinct())
        .containsExactlyInAnyOrder(LossKind.values());
    assertThat(
            lessons.stream()
                .flatMap(lesson -> lesson.layers().stream())
                .map(Layer::activation)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(Activation.all());
  }

  @Test
  void everyFormulaOfAFrozenStepGivesTheOptimizersParameter() {
    Random random = new Random(6);
    List<Lesson> lessons =
        RandomLessons.any(64, 6).stream()
            .filter(lesson -> lesson.loss().kind().isLearnt())
            .flatMap(lesson ->
                Optimizer.kinds(0.05).stream().map(optimizer -> frozen(lesson, optimizer, random)))
            .toList();
    assertThat(
            steps(lessons)
                .filter(step -> step.operation() instanceof Operation.Update)
                .filter(step -> !explains(Formula.of(step), step)))
        .isEmpty();
  }

  @Test
  void termsThatAreLeftOutCount() {
    Matrix wide = Matrix.numbers(new Shape(1, 40), (i, j) -> Math.sin(j + 1.0));
    Lesson lesson =
        new Lesson(
            "",
            wide,
            List.of(
                new Layer(
                    Matrix.numbers(new Shape(40, 1), (i, j) -> Math.cos(3.0 * i)),
                    Matrix.row(0.25),
                    Elementwise.IDENTITY)),
            new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(2)), Reduction.MEAN),
            0.1);
    assertThat(steps(List.of(lesson)).map(Formula::of).map(Formula::plain))
        .anyMatch(line -> line.contains("…"));
    assertThat(steps(List.of(lesson)).filter(step -> !explains(Formula.of(step), step))).isEmpty();
  }

  private static Stream<Step> steps(List<Lesson> lessons) {
    return lessons.stream()
        .map(lesson -> Derivation.of(Trace.of(lesson)))
        .flatMap(derivation ->
            Stream.of(Granularity.TERM, Granularity.CELL)
                .flatMap(granularity ->
                    LongStream.range(0, derivation.size(granularity))
                        .mapToObj(i -> derivation.at(granularity, i))));
  }

  private static Lesson frozen(Lesson lesson, Optimizer optimizer, Random random) {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : lesson.layers()) {
      OptimizerState.Memory[] memories =
          optimizer.remembers().stream()
              .map(_ -> memory(layer, random::nextDouble))
              .toArray(OptimizerState.Memory[]::new);
      OptimizerState state = memories.length == 0 ? null : optimizer.state(memories);
      layers.add(layer.with(Frozen.NOTHING).withState(state));
    }
    return new Lesson(
        lesson.title(),
        Convention.XW,
        lesson.x(),
        layers,
        lesson.loss(),
        optimizer.learningRate(),
        new TrainingPlan(
            optimizer,
            lesson.samples(),
            1,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.of(random.nextInt(5))),
        List.of(),
        List.of());
  }

  private static OptimizerState.Memory memory(Layer layer, DoubleSupplier number) {
    Matrix b = layer.b();
    return new OptimizerState.Memory(
        Matrix.numbers(layer.w().shape(), (i, j) -> number.getAsDouble()),
        b == null ? null : Matrix.numbers(b.shape(), (i, j) -> number.getAsDouble()));
  }

  /** True if the rule, the symbols and the numbers all come to what the engine computed. */
  private static boolean explains(Formula formula, Step step) {
    Entries entries = (operand, row, column) -> step.trace().matrix(operand).get(row, column);
    double cell = entries.at(step.result(), step.cell().row(), step.cell().column());
    double slack = slack(step);
    // A sum is added up in the engine's own order, so nothing may differ.
    boolean exact =
        step.operation() instanceof Operation.Product
            || step.operation() instanceof Operation.BatchSum;
    return comesTo(formula.general(), entries, cell, exact ? 0 : slack)
        && comesTo(formula.symbols(), entries, cell, exact ? 0 : slack)
        && comesTo(formula.numbers(), entries, step.runningSum(), exact ? 0 : slack)
        && formula.sum().stream()
            .allMatch(side -> comesTo(side, entries, step.runningSum(), exact ? 0 : slack));
  }

  private static boolean comesTo(
      @Nullable Expr line, Entries entries, double number, double slack) {
    if (line == null) {
      return true;
    }
    double value = ExprEvaluator.value(line, entries);
    return value == number || Math.abs(value - number) <= slack * Math.max(1, Math.abs(number));
  }

  /**
   * How far a formula may be off for rounding alone. The engine takes cross-entropies from logits;
   * explained they are from P, and the logarithm of p or 1 − p has lost what is small beside 1.
   */
  private static double slack(Step step) {
    if (!(step.operation() instanceof Operation.LossTotal(var outputs, _))
        || !step.lesson().loss().kind().hasProbabilities()) {
      return NEAR;
    }
    double least = 1;
    for (double p : step.trace().matrix(outputs).toArray()) {
      least = Math.min(least, Math.min(p, 1 - p));
    }
    return Math.max(NEAR, 1e-15 / least);
  }

  /** Logits so far from 0 that a double keeps nothing of p or of 1 − p. */
  @Test
  void everyFormulaOfASaturatedNetworkGivesTheEnginesCell() {
    Matrix x = Matrix.of(new double[][] {{800, -900}, {40, -30}, {-745, 745}});
    Layer same = new Layer(Matrix.of(new double[][] {{1, 0}, {0, 1}}), null, Elementwise.IDENTITY);
    for (Target target :
        List.of(
            new Target.Targets(Matrix.of(new double[][] {{0, 1}, {1, 0}, {0.5, 0.25}})),
            new Target.Labels(List.of(1, 0, 0)))) {
      LossKind kind =
          target instanceof Target.Labels
              ? LossKind.SOFTMAX_CROSS_ENTROPY
              : LossKind.SIGMOID_CROSS_ENTROPY;
      Lesson lesson = new Lesson("", x, List.of(same), new Loss(kind, target, Reduction.SUM), 0.1);
      assertThat(
              steps(List.of(lesson))
                  .filter(step -> step.operation() instanceof Operation.LossTotal)
                  .filter(
                      step -> !comesTo(Formula.of(step).numbers(), NONE, step.runningSum(), 1e-4)))
          .isEmpty();
    }
  }

  private static boolean isNear(double value, double number) {
    return Math.abs(value - number) <= NEAR * Math.max(1, Math.abs(number));
  }

  // ---- a wrong explanation is caught -----------------------------------------------------------

  private static final Entries NONE =
      (operand, row, column) -> {
        throw new AssertionError(operand);
      };

  private static final List<Double> PROBES = List.of(-2.5, -0.75, -0.2, 0.3, 0.6, 0.9, 1.75);

  private static double at(Expr formula) {
    return ExprEvaluator.value(formula, NONE);
  }

  private static Expr number(double value) {
    return new Expr.Value(value);
  }

  @Test
  void noActivationExplainsAnother() {
    for (Elementwise explained : Elementwise.values()) {
      for (Elementwise computed : Elementwise.values()) {
        boolean same = explained == computed;
        assertThat(
                PROBES.stream()
                    .allMatch(z -> isNear(at(explained.formula(number(z))), computed.value(z))))
            .as("%s explained as %s", computed, explained)
            .isEqualTo(same);
        assertThat(
                PROBES.stream()
                    .allMatch(
                        z -> isNear(at(explained.slopeFormula(number(z))), computed.slope(z))))
            .as("slope of %s explained as that of %s", computed, explained)
            .isEqualTo(same);
      }
    }
  }

  /** A Huber loss is computed, and somebody explains it as the squared error it resembles. */
  @Test
  void aHuberLossExplainedAsASquaredErrorIsCaught() {
    Expr zero = number(0);
    assertThat(PROBES)
        .anyMatch(error ->
            !isNear(
                at(LossKind.SQUARED_ERROR.gradientFormula(number(error), zero)),
                Math.clamp(error, -1.0, 1.0)));
    assertThat(PROBES)
        .anyMatch(error ->
            !isNear(
                at(LossKind.SQUARED_ERROR.termFormula(TargetForm.TARGETS, number(error), zero)),
                Math.abs(error) <= 1 ? error * error / 2 : Math.abs(error) - 0.5));
  }

  /** One step of every operation, its symbols spoilt, no longer comes to the cell. */
  @Test
  void aSpoiltFormulaOfAnyOperationIsCaught() {
    List<Step> steps = steps(RandomLessons.any(32, 7)).toList();
    for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
      List<Step> own =
          steps.stream().filter(step -> operation.isInstance(step.operation())).toList();
      assertThat(own)
          .as(operation.getSimpleName())
          .isNotEmpty()
          .anyMatch(step -> !explains(spoilt(Formula.of(step)), step));
    }
  }

  /** The same with everything in the rule twice as large. */
  private static Formula spoilt(Formula formula) {
    Expr general = formula.general();
    Expr symbols = formula.symbols();
    return new Formula(
        formula.notation(),
        formula.result(),
        general == null ? null : twice(general),
        symbols == null ? null : twice(symbols),
        formula.numbers(),
        formula.sum(),
        formula.ahead());
  }

  private static Expr twice(Expr expr) {
    return Expr.Product.of(new Expr.Constant(2), expr);
  }

  @Test
  void noOptimizerExplainsAnother() {
    for (Optimizer explained : Optimizer.kinds(0.1)) {
      Expr told = explained.directionFormula(number(0.7), number(0.4), 4, number(0.5));
      for (Optimizer computed : Optimizer.kinds(0.1)) {
        double direction = computed.direction(0.7, 0.4, 4, 0.5);
        assertThat(isNear(at(told), direction))
            .as("%s explained as %s", computed, explained)
            .isEqualTo(explained.equals(computed));
        assertThat(isNear(at(explained.stepFormula(number(2), told)), computed.next(2, direction)))
            .isEqualTo(explained.equals(computed));
      }
    }
  }

  /** Of what it is computed from, every loss is explained as itself. */
  @Test
  void everyLossIsExplainedAsItself() {
    for (LossKind kind : LossKind.values()) {
      for (double a : PROBES) {
        boolean probability = kind.hasProbabilities() || kind.outputs().isPresent();
        double p = probability ? Elementwise.SIGMOID.value(a) : a;
        for (TargetForm form : kind.forms()) {
          for (double t : List.of(0.0, 0.25, 1.0)) {
            double target = form == TargetForm.LABELS ? 1 : t;
            assertThat(at(kind.termFormula(form, number(p), number(target))))
                .as("%s of %s and %s", kind, a, t)
                .isCloseTo(kind.term(input(kind, a, p), target), offset(NEAR));
            assertThat(at(kind.gradientFormula(number(p), number(target))))
                .as("gradient of %s of %s and %s", kind, a, t)
                .isCloseTo(kind.gradient(p, target), offset(NEAR));
          }
        }
      }
    }
  }

  /** What a term is made of: the logit, the logarithm that softmax gives, or what a layer gives. */
  private static double input(LossKind kind, double a, double p) {
    return switch (kind.probabilities()) {
      case NONE -> p;
      case SOFTMAX -> Math.log(p);
      case SIGMOID -> a;
    };
  }
}
