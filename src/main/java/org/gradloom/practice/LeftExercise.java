package org.gradloom.practice;

import org.gradloom.practice.BegunPack.Answered;

/**
 * An exercise outside packs that was begun and is not over, by what makes it again.
 *
 * @param fading how much of it was left to the learner
 */
public record LeftExercise(Draw draw, Fading fading, Answered answered) {
  /**
   * The same at the exercise of its draw: what was answered is marked again.
   *
   * @param exercise of the same draw
   */
  public Session at(Exercise exercise) {
    return answered.at(exercise, fading);
  }
}
