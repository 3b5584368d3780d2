package org.gradloom.lesson;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a lesson's narration.
 *
 * @param scene the name of the scene whose numbers it speaks of, or null for the document's own
 * @param at where in the walk it stands, or null to stay
 * @param title the headline, a question where it asks one; or null
 * @param say what is said, or null where the beat only moves or asks
 * @param cover what is hidden until a prediction is made
 * @param view how its place is shown
 * @param nudge an input, or an entry of one, that the learner may move here; or null
 * @param notes what only the instructor sees, or null
 * @param show the panels that a class sees, by their names; none named means all
 * @param hints what helps on, in the order given
 * @param sizes n of the matrices that {@link Screen#SPEED} compares, up to {@link #LARGEST_SIZE}
 */
public record Beat(
    @Nullable String scene,
    Screen screen,
    @Nullable Place at,
    @Nullable Wording title,
    @Nullable Wording say,
    List<Coverable> cover,
    @Nullable Ask ask,
    Perspective view,
    @Nullable Place nudge,
    @Nullable Wording notes,
    List<String> show,
    List<Wording> hints,
    List<Integer> sizes) {
  /** Beyond it nested loops take so long that nobody waits for them. */
  public static final int LARGEST_SIZE = 1024;

  /** How far a number is nudged at once. */
  public static final double NUDGE = 0.5;

  public Beat {
    cover = List.copyOf(cover);
    show = List.copyOf(show);
    hints = List.copyOf(hints);
    sizes = List.copyOf(sizes);
  }

  /** A beat at a place that says nothing yet. */
  public static Beat at(Place place) {
    return new Beat(
        null,
        Screen.EXPLORE,
        place,
        null,
        null,
        List.of(),
        null,
        Perspective.PRODUCT,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * What is hidden while its question is open: what it covers and, where code is to be written or
   * put in order, the symbols, which are the same in other letters.
   */
  public List<Coverable> coveredWhileAsked() {
    boolean saysSymbols =
        ask != null
            && switch (ask.kind()) {
              case EXPRESSION, ORDER -> true;
              case NUMBER, ROW, MATRIX, SHAPE, CHOICE, CHOICES, LINES, CELLS, PARTS -> false;
            };
    return Stream.concat(cover.stream(), saysSymbols ? Stream.of(ViewPart.SYMBOLS) : Stream.of())
        .distinct()
        .toList();
  }

  /** The same beat about the document's own numbers at a place. */
  public Beat movedTo(Place place) {
    return new Beat(
        null, screen, place, title, say, cover, ask, view, nudge, notes, show, hints, sizes);
  }

  /** The same beat about the numbers of a scene. */
  Beat in(String scene) {
    return new Beat(
        scene, screen, at, title, say, cover, ask, view, nudge, notes, show, hints, sizes);
  }

  /** What it names of the lesson's numbers. */
  Stream<Region> regions() {
    return Stream.of(
            Stream.ofNullable(at),
            Stream.ofNullable(nudge),
            covered(),
            Stream.ofNullable(ask).flatMap(Ask::regions))
        .flatMap(regions -> regions);
  }

  private Stream<Region> covered() {
    return cover.stream()
        .flatMap(item ->
            switch (item) {
              case Region region -> Stream.of(region);
              case ViewPart _ -> Stream.of();
            });
  }

  /**
   * A question.
   *
   * @param kind the form its answer has
   * @param of what of the lesson's numbers is the answer, or null where {@code answer} says it
   * @param options what there is to choose from or to bring into order
   * @param wrong answers that are likely and wrong, and shown to nobody
   * @param answer null where the engine knows it, and where it is measured
   * @param measured true if this machine gives the number, so that a guess is not marked
   */
  public record Ask(
      Answer.Kind kind,
      @Nullable Region of,
      @Nullable Wording question,
      List<Option> options,
      List<Wrong> wrong,
      @Nullable Answer answer,
      boolean measured) {
    public Ask {
      options = List.copyOf(options);
      wrong = List.copyOf(wrong);
      boolean answered = answer == null ? of != null || measured : answer.kind() == kind;
      if (!answered || wrong.stream().anyMatch(other -> other.answer().kind() != kind)) {
        throw new IllegalArgumentException("No answer of the kind " + kind);
      }
    }

    /**
     * Whether the program of the walk would answer it: a line of code, what one is about, or the
     * order of several is to be said.
     */
    public boolean hidesCode() {
      return switch (kind) {
        case EXPRESSION, ORDER, CHOICE, CHOICES -> true;
        case NUMBER, ROW, MATRIX, SHAPE, LINES, CELLS, PARTS -> false;
      };
    }

    private Stream<Region> regions() {
      return Stream.of(
              Stream.ofNullable(of),
              Stream.ofNullable(answer).flatMap(Answer::places),
              wrong.stream().flatMap(other -> other.answer().places()))
          .flatMap(regions -> regions);
    }
  }

  /**
   * What can be chosen.
   *
   * @param misconception what choosing it tells of the learner, or null
   * @param reply what is said to who chooses it though it does not hold, or null
   */
  public record Option(
      Wording text, @Nullable Misconception misconception, @Nullable Wording reply) {
    public Option(Wording text, @Nullable Misconception misconception) {
      this(text, misconception, null);
    }
  }

  /**
   * A wrong answer that learners are known to give.
   *
   * @param misconception what it tells of the learner, or null where it tells nothing
   * @param reply what is said to who gives it, or null
   */
  public record Wrong(
      Answer answer, @Nullable Misconception misconception, @Nullable Wording reply) {
    public Wrong(Answer answer, @Nullable Misconception misconception) {
      this(answer, misconception, null);
    }
  }
}
