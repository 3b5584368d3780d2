package org.gradloom.lesson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a lesson's narration.
 *
 * @param scene the name of the scene whose numbers it speaks of, or null for the document's own
 * @param at where in the walk it stands, or null to stay
 * @param say what is said, or null where the beat only moves or asks
 * @param cover places hidden until a prediction was made
 */
public record Beat(
    @Nullable String scene,
    Screen screen,
    @Nullable Place at,
    @Nullable String say,
    List<Place> cover,
    @Nullable Ask ask) {
  public Beat {
    cover = List.copyOf(cover);
  }

  /** The screen a beat plays on. */
  public enum Screen {
    EXPLORE,
    TRAIN,
    SPEED,
    SUMMARY
  }

  /** The kind of answer a question wants. */
  public enum Kind {
    NUMBER,
    ROW,
    MATRIX,
    SHAPE,
    CHOICE,
    ORDER,
    LINES,
    CELLS,
    EXPRESSION
  }

  /**
   * A question.
   *
   * @param answer JSON text, since what it holds depends on the kind; null where the engine knows
   */
  public record Ask(
      Kind kind,
      @Nullable Place of,
      @Nullable String question,
      List<String> options,
      @Nullable String answer) {
    public Ask {
      options = List.copyOf(options);
    }
  }
}
