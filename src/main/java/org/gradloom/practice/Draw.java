package org.gradloom.practice;

import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.practice.Exercise.Kind;

/**
 * What an exercise was drawn from: the same draw makes the same exercise on every machine.
 *
 * @param convention how the learner's course writes a layer
 * @param level from 1 to {@link #HIGHEST}
 * @param numbers an author's own, about which the kind's question is asked; empty where they were
 *     drawn, too
 */
public record Draw(
    Kind kind, long seed, Convention convention, int level, Sizes sizes, Optional<Lesson> numbers) {
  /** The level of a whole matrix. */
  public static final int HIGHEST = 4;
}
