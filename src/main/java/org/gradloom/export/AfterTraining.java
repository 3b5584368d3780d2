package org.gradloom.export;

import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.training.PlannedRun;

/**
 * A document with the weights that its training comes to; as it is where it has no training, or was
 * saved trained.
 */
final class AfterTraining {
  private AfterTraining() {}

  /**
   * @throws InvalidInput if training diverges
   */
  static Lesson of(Lesson lesson, Headway headway) {
    TrainingPlan plan = lesson.training();
    if (plan == null || plan.taken() > 0) {
      return lesson;
    }
    PlannedRun run = new PlannedRun(lesson);
    double all = run.steps();
    return switch (run.run((step, _) -> headway.reached(step / all))) {
      case PlannedRun.Trained trained -> lesson.with(lesson.x(), trained.layers(), lesson.loss());
      case PlannedRun.Diverged(long step, var impossible) -> {
        String at = Long.toString(step);
        throw new InvalidInput(
            impossible
                .map(why -> Message.of("cli.train.impossible", at, why))
                .orElseGet(() -> Message.of("cli.train.diverged", at)));
      }
    };
  }
}
