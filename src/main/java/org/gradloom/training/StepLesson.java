package org.gradloom.training;

import java.util.List;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

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
        layers,
        rows(lesson.loss(), batch),
        setup.plan().optimizer().learningRate(),
        setup.plan().frozen(batch.size(), taken),
        List.of(),
        List.of());
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
