package org.gradloom.lesson;

import java.util.List;
import java.util.stream.Stream;
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

  /** Every place that it names. */
  Stream<Place> places() {
    return Stream.of(
            Stream.ofNullable(at),
            cover.stream(),
            Stream.ofNullable(ask).flatMap(asked -> Stream.ofNullable(asked.of())),
            Stream.ofNullable(ask)
                .flatMap(asked -> Stream.ofNullable(asked.answer()))
                .flatMap(Answer::places))
        .flatMap(places -> places);
  }

  /**
   * A question.
   *
   * @param kind the form its answer has
   * @param of the place whose value is the answer, or null where {@code answer} says it
   * @param options what there is to choose from or to bring into order
   * @param answer null where the engine knows it
   */
  public record Ask(
      Answer.Kind kind,
      @Nullable Place of,
      @Nullable String question,
      List<String> options,
      @Nullable Answer answer) {
    public Ask {
      options = List.copyOf(options);
      if (answer == null ? of == null : answer.kind() != kind) {
        throw new IllegalArgumentException("No answer of the kind " + kind);
      }
    }
  }
}
