package org.gradloom.export;

import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.training.PlannedRun;

/**
 * The steps that a program takes of a plan, counted from 0.
 *
 * @param last the one that is not taken any more
 */
record StepRange(long first, long last) {
  static StepRange of(Lesson lesson, TrainingPlan plan) {
    PlannedRun run = new PlannedRun(lesson.with(plan));
    return new StepRange(run.first(), run.last());
  }

  String python() {
    return first + ", " + last;
  }
}
