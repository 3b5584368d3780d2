package org.gradloom.practice;

import java.time.Instant;
import java.util.List;
import org.gradloom.lesson.Misconception;

/**
 * An exercise that was done.
 *
 * @param ideas the wrong ideas that the tries showed, in their order
 */
public record Result(
    Kind kind, long seed, int level, Instant when, Outcome outcome, List<Misconception> ideas) {
  public Result {
    ideas = List.copyOf(ideas);
  }
}
