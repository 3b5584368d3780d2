package org.gradloom.practice;

import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.Exercise.Kind;

/**
 * What an exercise is asked to be like.
 *
 * @param level from 1 to {@link Draw#HIGHEST}; empty for the kind's own
 * @param sizes empty for those that belong to the level
 */
public record Request(
    Kind kind, long seed, Convention convention, Optional<Integer> level, Optional<Sizes> sizes) {

  /** The kind's own level and sizes, rows being samples. */
  public static Request of(Kind kind, long seed) {
    return new Request(kind, seed, Convention.XW, Optional.empty(), Optional.empty());
  }

  /** The same of another seed. */
  public Request withSeed(long other) {
    return new Request(kind, other, convention, level, sizes);
  }

  /** What makes the same exercise again. */
  public static Request of(Draw draw) {
    return new Request(
        draw.kind(),
        draw.seed(),
        draw.convention(),
        Optional.of(draw.level()),
        Optional.of(draw.sizes()));
  }
}
