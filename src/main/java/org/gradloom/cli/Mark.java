package org.gradloom.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.GivenAnswer;
import org.gradloom.files.JsonWriter;
import org.gradloom.files.Submission;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Diagnosis;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Request;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** What {@code mark} does and prints. */
final class Mark {
  private final Function<String, Lesson> lessons;
  private final Function<Lesson, Derivation> derivations;
  private final Exercises exercises;
  private final Map<String, Lesson> read = new HashMap<>();
  private final Map<Question, Marker> markers = new HashMap<>();
  private final Map<Request, Drawn> drawn = new HashMap<>();
  private final List<Outcome> marks = new ArrayList<>();

  /** Where a question stands. */
  private record Question(String lesson, int beat) {}

  /** What is made of a submission. */
  private sealed interface Outcome {}

  /** Of one answer. */
  private record One(Marked marked) implements Outcome {}

  /** Of all that a learner answered to an exercise. */
  private record All(List<Marked> marks, boolean shown) implements Outcome {
    /** What was answered last; no try where nothing was. */
    Marked last() {
      return marks.isEmpty() ? Marked.noTry(Message.of("cli.mark.nothing")) : marks.getLast();
    }

    List<Marked> tries() {
      return marks.stream().filter(Marked::attempt).toList();
    }
  }

  /** An exercise's question. */
  private record Drawn(Marker marker, Beat.Ask ask) {
    static Drawn of(Exercise exercise) {
      return new Drawn(exercise.marker(), exercise.ask());
    }
  }

  /**
   * @param lessons finds a lesson by its name, number or file, or refuses
   * @param derivations computes a lesson, or refuses
   */
  Mark(
      Function<String, Lesson> lessons,
      Function<Lesson, Derivation> derivations,
      Exercises exercises) {
    this.lessons = lessons;
    this.derivations = derivations;
    this.exercises = exercises;
  }

  /**
   * Marks all of them.
   *
   * @throws InvalidInput if one is to a question that there is not, before anything is printed
   */
  void run(List<Submission> submissions) {
    for (Submission submission : submissions) {
      try {
        marks.add(mark(submission));
      } catch (InvalidInput e) {
        throw new InvalidInput(Submission.within(marks.size(), e.said()));
      }
    }
  }

  private Outcome mark(Submission submission) {
    return switch (submission) {
      case Submission.ToBeat toBeat -> new One(ofBeat(toBeat));
      case Submission.ToExercise(var request, var given) -> new One(ofExercise(request, given));
      case Submission.OfResults(var request, var given, boolean shown) ->
          new All(given.stream().map(each -> ofExercise(request, each)).toList(), shown);
    };
  }

  private Marked ofExercise(Request asked, Submission.Handed given) {
    Drawn question = drawn.computeIfAbsent(asked, request -> Drawn.of(exercises.draw(request)));
    return marked(question.marker(), question.ask(), given);
  }

  private Marked ofBeat(Submission.ToBeat submission) {
    Lesson lesson = read.computeIfAbsent(submission.lesson(), lessons);
    Beat beat = beat(submission, lesson);
    Beat.Ask ask = Objects.requireNonNull(beat.ask());
    if (ask.measured()) {
      return Marked.noTry(Message.of("cli.mark.measured"));
    }
    Marker marker =
        markers.computeIfAbsent(
            new Question(submission.lesson(), submission.beat()),
            _ -> new Marker(derivations.apply(lesson.in(beat).orElseThrow()), ask));
    return marked(marker, ask, submission.given());
  }

  private static Marked marked(Marker marker, Beat.Ask ask, Submission.Handed handed) {
    GivenAnswer given = handed.answer();
    try {
      Optional<Answer> counted = given.counted(ask.kind(), ask.options().size());
      return counted.isPresent()
          ? marker.mark(counted.get())
          : marker.mark(given.typed(ask.kind()), handed.lines().map(GivenAnswer::lines));
    } catch (InvalidInput e) {
      return Marked.noTry(e.said());
    }
  }

  private static Beat beat(Submission.ToBeat submission, Lesson lesson) {
    List<Beat> beats = lesson.beats();
    if (submission.beat() > beats.size()) {
      throw new InvalidInput(
          "cli.mark.noBeat", submission.lesson(), beats.size(), submission.beat());
    }
    Beat beat = beats.get(submission.beat() - 1);
    if (beat.ask() == null) {
      List<String> asking =
          IntStream.range(0, beats.size())
              .filter(i -> beats.get(i).ask() != null)
              .mapToObj(i -> Integer.toString(i + 1))
              .toList();
      throw new InvalidInput(
          "cli.mark.asksNothing",
          submission.beat(),
          submission.lesson(),
          asking.size(),
          String.join(", ", asking));
    }
    return beat;
  }

  // ---- what is printed

  /** Prints what is said of each answer, under its index; of results, of one after the other. */
  void writeText(Texts texts, Terminal out) throws IOException {
    for (int i = 0; i < marks.size(); i++) {
      for (Marked marked : said(marks.get(i))) {
        out.line("[" + i + "] " + texts.say(marked.reply()));
      }
    }
  }

  private static List<Marked> said(Outcome outcome) {
    return switch (outcome) {
      case One(var marked) -> List.of(marked);
      case All all -> all.marks().isEmpty() ? List.of(all.last()) : all.marks();
    };
  }

  /** Writes a list with what is made of each answer. */
  void writeJson(Texts texts, Writer out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          json.startList();
          marks.forEach(outcome -> write(outcome, texts, json));
          json.endList();
        });
  }

  /** Of results what is made of the last answer, then of all, as the results tell it. */
  private static void write(Outcome outcome, Texts texts, JsonWriter json) {
    json.startObject();
    switch (outcome) {
      case One(var marked) -> write(marked, marked.credit(), texts, json);
      case All all -> {
        write(all.last(), PackResults.worth(all.tries(), all.shown()), texts, json);
        json.startList("misconceptions");
        all.tries().stream().flatMap(each -> Stream.ofNullable(code(each))).forEach(json::text);
        json.endList();
        json.startList("answers");
        for (Marked marked : all.marks()) {
          json.startObject();
          write(marked, marked.credit(), texts, json);
          json.endObject();
        }
        json.endList();
      }
    }
    json.endObject();
  }

  private static void write(Marked marked, double credit, Texts texts, JsonWriter json) {
    json.truth("correct", marked.correct());
    json.number("credit", credit);
    json.truth("try", marked.attempt());
    json.textOrNull("misconception", code(marked));
    json.textOrNull("asks", marked.asksLines() ? "lines" : null);
    json.text("reply", texts.say(marked.reply()));
  }

  private static @Nullable String code(Marked marked) {
    Misconception misconception = marked.diagnosis().map(Diagnosis::misconception).orElse(null);
    return misconception == null ? null : misconception.code();
  }
}
