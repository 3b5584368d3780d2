package org.gradloom.training;

import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Dropout;

/** One step of a training as a document of its own, to be walked term by term. */
final class StepLesson {
  private StepLesson() {}

  /**
   * The step that comes next.
   *
   * @param layers the weights before the step, with the optimizer's memory
   * @param batch the rows of its mini-batch, from 0
   * @param steps how many were taken before
   */
  static Lesson of(TrainingSetup setup, List<Layer> layers, List<Integer> batch, long steps) {
    Lesson lesson = setup.lesson();
    // Adam's correction is 1 to the last bit long before this.
    int taken = (int) Math.min(steps, Integer.MAX_VALUE);
    return new Lesson(
        lesson.title(),
        lesson.convention(),
        rows(lesson.x(), batch),
        dropping(setup.plan().dropout(), layers, batch.size(), steps),
        rows(lesson.loss(), batch),
        setup.plan().optimizer().learningRate(),
        setup.plan().frozen(batch.size(), taken),
        List.of(),
        List.of());
  }

  /** With the masks that this step draws. */
  private static List<Layer> dropping(
      Dropout dropout, List<Layer> layers, int samples, long steps) {
    return dropout.isPresent()
        ? IntStream.range(0, layers.size())
            .mapToObj(l ->
                l == layers.size() - 1
                    ? layers.get(l)
                    : dropping(dropout, layers.get(l), samples, steps, l))
            .toList()
        : layers;
  }

  private static Layer dropping(Dropout dropout, Layer layer, int samples, long steps, int l) {
    double[] mask = new double[samples * layer.units()];
    dropout.draw(steps, l, mask, mask.length);
    return layer.withMask(Matrix.of(new Shape(samples, layer.units()), mask));
  }

  private static Loss rows(Loss loss, List<Integer> batch) {
    return loss.with(
        switch (loss.target()) {
          case Target.Upstream(var upstream) -> new Target.Upstream(rows(upstream, batch));
          case Target.Targets(var targets) -> new Target.Targets(rows(targets, batch));
          case Target.Labels(var labels) ->
              new Target.Labels(batch.stream().map(labels::get).toList());
        });
  }

  private static Matrix rows(Matrix matrix, List<Integer> batch) {
    return Matrix.numbers(
        new Shape(batch.size(), matrix.columns()), (i, j) -> matrix.get(batch.get(i), j));
  }
}
