package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.training.PlannedRun;

/** A small network that was trained for a while, frozen at its next mini-batch. */
final class LiveLayer {
  private static final int FEWEST_EPOCHS = 2;
  private static final int HIDDEN = 2;

  /** Numbers have two decimals, so that what is seen is what is computed with. */
  private static final double DECIMALS = 100;

  private LiveLayer() {}

  /** A network of two layers; the sizes are those of the second one. */
  static Lesson frozen(Draw draw, DrawnIntegers numbers, double rate) {
    Sizes sizes = draw.sizes();
    int samples = sizes.samples();
    Matrix x = scaled(numbers.matrix(samples, HIDDEN), 2);
    Matrix targets = scaled(numbers.matrix(samples, sizes.neurons()), 2);
    List<Layer> start =
        List.of(
            new Layer(scaled(numbers.matrix(HIDDEN, sizes.features()), 4), null, Elementwise.TANH),
            new Layer(
                scaled(numbers.matrix(sizes.features(), sizes.neurons()), 4),
                null,
                Elementwise.IDENTITY));
    int epochs = FEWEST_EPOCHS + numbers.index(5);
    TrainingPlan plan =
        new TrainingPlan(
            new Optimizer.Sgd(rate),
            samples,
            epochs,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.empty());
    Loss loss = new Loss(LossKind.SQUARED_ERROR, new Target.Targets(targets), Reduction.MEAN);
    Lesson untrained =
        new Lesson("", draw.convention(), x, start, loss, rate, plan, List.of(), List.of());
    List<Layer> layers =
        switch (new PlannedRun(untrained).run((_, _) -> {})) {
          case PlannedRun.Trained(var trained, _, _) -> rounded(trained);
          case PlannedRun.Diverged _ -> start;
        };
    return new Lesson(
        "",
        draw.convention(),
        x,
        layers,
        loss,
        rate,
        plan.frozen(samples, epochs),
        List.of(),
        List.of());
  }

  private static Matrix scaled(Matrix matrix, int divisor) {
    return Matrix.numbers(matrix.shape(), (i, j) -> matrix.get(i, j) / divisor);
  }

  private static List<Layer> rounded(List<Layer> layers) {
    List<Layer> all = new ArrayList<>();
    for (Layer layer : layers) {
      Shape shape = layer.w().shape();
      all.add(
          layer.withW(
              Matrix.numbers(
                  shape, (i, j) -> Math.rint(layer.w().get(i, j) * DECIMALS) / DECIMALS)));
    }
    return all;
  }

  /**
   * True if the digits that are shown are enough to work out each entry that is asked for.
   *
   * @param mostCancelled how many times larger than an entry its terms may be together
   */
  static boolean isLegible(Derivation derivation, Region region, double mostCancelled) {
    Section section = PlainLayer.section(derivation, region.operand());
    return region.cells(section.shape()).stream()
        .allMatch(cell -> {
          Step step = derivation.at(new Place.OfTerm(section.result(), cell, section.terms() - 1));
          double all = 0;
          for (int t = 0; t < step.terms(); t++) {
            all += Math.abs(step.term(t));
          }
          return Math.abs(step.runningSum()) * mostCancelled >= all;
        });
  }
}
