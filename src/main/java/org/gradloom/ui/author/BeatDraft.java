package org.gradloom.ui.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradloom.expression.Expression;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a form holds of one beat, in the words of one language.
 *
 * @param title the headline, blank for none
 * @param say the text, blank for none
 * @param cover what is hidden until a prediction is made
 * @param question in what form something is asked
 * @param asked the question's words, blank where the headline asks
 * @param options to choose from, or lines in their right order
 * @param expression the right one, where one is asked for
 * @param cells the right ones, as they are inside, where some are asked for
 * @param parts the right answers to several parts, in the order asked
 * @param hints one a line
 * @param view how its place is shown
 * @param nudge what the learner may move, if anything
 * @param notes for who teaches, blank for none
 */
record BeatDraft(
    String title,
    String say,
    Set<Coverable> cover,
    Question question,
    String asked,
    OptionsDraft options,
    String expression,
    List<Place.OfCell> cells,
    List<Answer.Part> parts,
    String hints,
    Perspective view,
    Optional<Place> nudge,
    String notes) {
  BeatDraft {
    cover = new LinkedHashSet<>(cover);
    cells = List.copyOf(cells);
    parts = List.copyOf(parts);
  }

  /** In what form something is asked. */
  sealed interface Question {
    record Nothing() implements Question {}

    /** For numbers of the lesson, their shape or the lines that make them: the engine knows. */
    record Numbers(Answer.Kind kind, Region of) implements Question {
      static Numbers of(Region region) {
        return new Numbers(
            switch (region) {
              case Place.OfMatrix _ -> Answer.Kind.MATRIX;
              case Region.OfRow _, Region.OfColumn _ -> Answer.Kind.ROW;
              case Place.OfCell _, Place.OfTerm _ -> Answer.Kind.NUMBER;
            },
            region);
      }
    }

    /** For one of some options. */
    record OneOf() implements Question {}

    /** For all of some options that are right. */
    record SomeOf() implements Question {}

    /** For the order of some lines. */
    record Ordered() implements Question {}

    /** For a line of code. */
    record Code() implements Question {}

    /** For cells to be marked. */
    record Marking() implements Question {}

    /** For several things at once, none of them chosen among options. */
    record Several() implements Question {}

    /** In a form that only a file can have; it stays as it is. */
    record AsWritten(Beat.Ask ask) implements Question {}
  }

  /** What a form shows of a beat. */
  static BeatDraft of(Beat beat, String language) {
    Beat.Ask ask = beat.ask();
    Answer said = ask == null ? null : ask.answer();
    return new BeatDraft(
        words(beat.title(), language),
        words(beat.say(), language),
        new LinkedHashSet<>(beat.cover()),
        ask == null ? new Question.Nothing() : question(ask),
        ask == null ? "" : words(ask.question(), language),
        ask == null ? OptionsDraft.NONE : OptionsDraft.of(ask, language),
        said instanceof Answer.Expression(var text) ? text : "",
        said instanceof Answer.Cells(var all) ? all : List.of(),
        said instanceof Answer.Parts(var all) ? all : List.of(),
        String.join("\n", beat.hints().stream().map(hint -> hint.in(language)).toList()),
        beat.view(),
        Optional.ofNullable(beat.nudge()),
        words(beat.notes(), language));
  }

  private static String words(@Nullable Wording wording, String language) {
    return wording == null ? "" : wording.in(language);
  }

  private static Question question(Beat.Ask ask) {
    Region of = ask.of();
    return switch (ask.kind()) {
      case NUMBER, ROW, MATRIX, SHAPE, LINES ->
          of == null || ask.answer() != null
              ? new Question.AsWritten(ask)
              : new Question.Numbers(ask.kind(), of);
      case CHOICE -> new Question.OneOf();
      case ORDER -> new Question.Ordered();
      case EXPRESSION -> new Question.Code();
      case CELLS -> new Question.Marking();
      case CHOICES -> new Question.SomeOf();
      case PARTS -> ask.options().isEmpty() ? new Question.Several() : new Question.AsWritten(ask);
    };
  }

  /**
   * The beat that this makes of another one.
   *
   * @param old what it was, which keeps all that the form does not hold
   * @throws InvalidInput if something is missing, naming it
   */
  Beat written(Beat old, String language) {
    Beat.Ask ask = ask(old.ask(), language);
    if (title.isBlank() && say.isBlank()) {
      throw new InvalidInput(ask == null ? "author.nothingSaid" : "author.noHeadline");
    }
    List<String> lines = hints.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return new Beat(
        old.scene(),
        old.screen(),
        old.at(),
        reworded(old.title(), title, language),
        reworded(old.say(), say, language),
        List.copyOf(cover),
        ask,
        view,
        nudge.orElse(null),
        reworded(old.notes(), notes, language),
        old.show(),
        hints(old.hints(), lines, language),
        old.sizes());
  }

  private static @Nullable Wording reworded(@Nullable Wording old, String text, String language) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      return null;
    }
    return old == null ? Wording.of(typed) : old.with(language, typed);
  }

  private static List<Wording> hints(List<Wording> old, List<String> lines, String language) {
    List<Wording> hints = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      hints.add(i < old.size() ? old.get(i).with(language, line) : Wording.of(line));
    }
    return hints;
  }

  private Beat.@Nullable Ask ask(Beat.@Nullable Ask old, String language) {
    Wording words = reworded(old == null ? null : old.question(), asked, language);
    return switch (question) {
      case Question.Nothing _ -> null;
      case Question.Numbers(var kind, var of) ->
          new Beat.Ask(
              kind,
              of,
              words,
              List.of(),
              old != null && Objects.equals(old.of(), of) ? wrong(old, kind) : List.of(),
              null,
              false);
      case Question.OneOf _ -> options.oneOf(old, words, language);
      case Question.SomeOf _ -> options.someOf(old, words, language);
      case Question.Ordered _ -> options.ordered(old, words, language);
      case Question.Code _ -> {
        if (expression.isBlank()) {
          throw new InvalidInput("author.noExpression");
        }
        Expression.parse(expression.strip());
        yield said(old, words, new Answer.Expression(expression.strip()));
      }
      case Question.Marking _ -> {
        if (cells.isEmpty()) {
          throw new InvalidInput("author.noCells");
        }
        yield said(old, words, new Answer.Cells(cells));
      }
      case Question.Several _ -> {
        if (parts.size() < 2) {
          throw new InvalidInput("author.fewParts", parts.size());
        }
        yield said(old, words, new Answer.Parts(parts));
      }
      case Question.AsWritten(var ask) ->
          new Beat.Ask(
              ask.kind(),
              ask.of(),
              words,
              ask.options(),
              ask.wrong(),
              ask.answer(),
              ask.measured());
    };
  }

  /** What is known to be answered wrongly stays with a question of the same kind. */
  private static List<Beat.Wrong> wrong(Beat.@Nullable Ask old, Answer.Kind kind) {
    return old != null && old.kind() == kind ? old.wrong() : List.of();
  }

  private static Beat.Ask said(Beat.@Nullable Ask old, @Nullable Wording words, Answer answer) {
    return new Beat.Ask(
        answer.kind(),
        old != null && old.kind() == answer.kind() ? old.of() : null,
        words,
        List.of(),
        wrong(old, answer.kind()),
        answer,
        false);
  }

  /** What there is to cover: what stands here, and what is covered already. */
  static List<Coverable> coverable(List<Region> here, Set<Coverable> covered) {
    return Stream.concat(here.stream(), covered.stream()).distinct().toList();
  }

  /**
   * What there is to ask for: the numbers that stand here, what else there is to say of them, what
   * an author answers, and what is asked already.
   */
  static List<Question> questions(List<Region> here, Question present) {
    return Stream.of(
            Stream.of(new Question.Nothing()),
            here.stream().map(Question.Numbers::of),
            here.stream().flatMap(BeatDraft::further),
            Stream.of(
                new Question.OneOf(),
                new Question.SomeOf(),
                new Question.Ordered(),
                new Question.Code(),
                new Question.Marking(),
                new Question.Several(),
                present))
        .<Question>flatMap(some -> some)
        .distinct()
        .toList();
  }

  /** A matrix has a shape, and in a cell of a product two lines meet. */
  private static Stream<Question> further(Region here) {
    return switch (here) {
      case Place.OfMatrix _ -> Stream.of(new Question.Numbers(Answer.Kind.SHAPE, here));
      case Place.OfCell(var operand, _) ->
          switch (operand.quantity()) {
            case Z, DW, DX -> Stream.of(new Question.Numbers(Answer.Kind.LINES, here));
            case X, W, B, MASK, A, P, L, DZ, DA, DB, W_NEXT, B_NEXT, UPSTREAM, TARGETS, LABELS ->
                Stream.of();
          };
      case Place.OfTerm _, Region.OfRow _, Region.OfColumn _ -> Stream.of();
    };
  }
}
