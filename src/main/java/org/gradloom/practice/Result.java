package org.gradloom.practice;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;

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

  /** How an exercise ended. */
  public enum Outcome {
    /** Right at the first try, without a hint. */
    FIRST("first", true),
    /** Right after further tries, without a hint. */
    RETRIED("retried", true),
    /** Right after a hint. */
    HINTED("hinted", false),
    /** The answer was shown. */
    SHOWN("shown", false);

    private final String documentName;
    private final boolean unaided;

    Outcome(String documentName, boolean unaided) {
      this.documentName = documentName;
      this.unaided = unaided;
    }

    /** The outcome with this name, as files write it. */
    public static Optional<Outcome> of(String documentName) {
      return Arrays.stream(values())
          .filter(outcome -> outcome.documentName.equals(documentName))
          .findFirst();
    }

    /** As files write it. */
    public String documentName() {
      return documentName;
    }

    /** True if it counts for mastery. */
    public boolean isUnaided() {
      return unaided;
    }

    /** What it is worth: the whole, half with help, nothing. */
    public double credit() {
      return switch (this) {
        case FIRST -> 1;
        case RETRIED, HINTED -> 0.5;
        case SHOWN -> 0;
      };
    }
  }
}
