package org.gradloom.ui.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
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
 * @param options to choose from; blank ones are none
 * @param right which option is right, from 0 among all of them; −1 where none is marked
 * @param hints one a line
 */
record BeatDraft(
    String title,
    String say,
    Set<Coverable> cover,
    Question question,
    String asked,
    List<String> options,
    int right,
    String hints) {
  BeatDraft {
    cover = new LinkedHashSet<>(cover);
    options = List.copyOf(options);
  }

  /** In what form something is asked. */
  sealed interface Question {
    record Nothing() implements Question {}

    /** For numbers of the lesson, which the engine knows. */
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

    /** In a form that only a file can have; it stays as it is. */
    record AsWritten(Beat.Ask ask) implements Question {}
  }

  /** What a form shows of a beat. */
  static BeatDraft of(Beat beat, String language) {
    Beat.Ask ask = beat.ask();
    Beat.Ask choice = ask != null && ask.kind() == Answer.Kind.CHOICE ? ask : null;
    return new BeatDraft(
        words(beat.title(), language),
        words(beat.say(), language),
        new LinkedHashSet<>(beat.cover()),
        ask == null ? new Question.Nothing() : question(ask),
        ask == null ? "" : words(ask.question(), language),
        choice != null
            ? choice.options().stream().map(option -> option.text().in(language)).toList()
            : List.of(),
        choice != null && choice.answer() instanceof Answer.Choice(int option) ? option : -1,
        String.join("\n", beat.hints().stream().map(hint -> hint.in(language)).toList()));
  }

  private static String words(@Nullable Wording wording, String language) {
    return wording == null ? "" : wording.in(language);
  }

  private static Question question(Beat.Ask ask) {
    Region of = ask.of();
    return switch (ask.kind()) {
      case NUMBER, ROW, MATRIX ->
          of == null || ask.answer() != null
              ? new Question.AsWritten(ask)
              : new Question.Numbers(ask.kind(), of);
      case CHOICE -> new Question.OneOf();
      case SHAPE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS -> new Question.AsWritten(ask);
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
        old.view(),
        old.nudge(),
        old.notes(),
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
      case Question.Numbers(var kind, var of) -> {
        List<Beat.Wrong> wrong =
            old != null && old.kind() == kind && Objects.equals(old.of(), of)
                ? old.wrong()
                : List.of();
        yield new Beat.Ask(kind, of, words, List.of(), wrong, null, false);
      }
      case Question.OneOf _ -> oneOf(old, words, language);
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

  private Beat.Ask oneOf(Beat.@Nullable Ask old, @Nullable Wording words, String language) {
    List<Beat.Option> before =
        old == null || old.kind() != Answer.Kind.CHOICE ? List.of() : old.options();
    List<Beat.Option> given = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    int rightOne = -1;
    for (int i = 0; i < options.size(); i++) {
      String text = options.get(i).strip();
      if (text.isEmpty()) {
        continue;
      }
      if (seen.contains(text)) {
        throw new InvalidInput("author.sameOption", text);
      }
      if (i == right) {
        rightOne = given.size();
      }
      seen.add(text);
      given.add(known(before, text, language).orElse(new Beat.Option(Wording.of(text), null)));
    }
    if (given.size() < 2) {
      throw new InvalidInput("author.fewOptions", given.size());
    }
    if (rightOne < 0) {
      throw new InvalidInput("author.noRight");
    }
    return new Beat.Ask(
        Answer.Kind.CHOICE, null, words, given, List.of(), new Answer.Choice(rightOne), false);
  }

  /** An option that is unchanged keeps what choosing it tells of a learner. */
  private static Optional<Beat.Option> known(
      List<Beat.Option> before, String text, String language) {
    return before.stream().filter(option -> option.text().in(language).equals(text)).findFirst();
  }

  /** What there is to cover: what stands here, and what is covered already. */
  static List<Coverable> coverable(List<Region> here, Set<Coverable> covered) {
    return Stream.concat(here.stream(), covered.stream()).distinct().toList();
  }

  /** What there is to ask for: the numbers that stand here, a choice, and what is asked already. */
  static List<Question> questions(List<Region> here, Question present) {
    return Stream.of(
            Stream.of(new Question.Nothing()),
            here.stream().map(Question.Numbers::of),
            Stream.of(new Question.OneOf(), present))
        .<Question>flatMap(some -> some)
        .distinct()
        .toList();
  }
}
