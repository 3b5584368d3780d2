package org.gradloom.practice;

import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.practice.Exercise.Kind;

/**
 * What an exercise is asked to be like.
 *
 * @param level from 1 to {@link Draw#HIGHEST}; empty for the kind's own
 * @param sizes empty for those that belong to the level
 * @param numbers an author's own, which are asked about in the place of drawn ones; convention and
 *     sizes are theirs then, and the level is the kind's
 */
public record Request(
    Kind kind,
    long seed,
    Convention convention,
    Optional<Integer> level,
    Optional<Sizes> sizes,
    Optional<Lesson> numbers) {

  /** The kind's own level and sizes, rows being samples. */
  public static Request of(Kind kind, long seed) {
    return new Request(
        kind, seed, Convention.XW, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same of another seed. */
  public Request withSeed(long other) {
    return new Request(kind, other, convention, level, sizes, numbers);
  }

  /** What makes the same exercise again. */
  public static Request of(Draw draw) {
    return new Request(
        draw.kind(),
        draw.seed(),
        draw.convention(),
        Optional.of(draw.level()),
        Optional.of(draw.sizes()),
        draw.numbers());
  }
}
