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
  private final List<Marked> marks = new ArrayList<>();

  /** Where a question stands. */
  private record Question(String lesson, int beat) {}

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

  private Marked mark(Submission submission) {
    return switch (submission) {
      case Submission.ToBeat toBeat -> ofBeat(toBeat);
      case Submission.ToExercise toExercise -> ofExercise(toExercise);
    };
  }

  private Marked ofExercise(Submission.ToExercise submission) {
    Drawn question =
        drawn.computeIfAbsent(submission.request(), request -> Drawn.of(exercises.draw(request)));
    return marked(question.marker(), question.ask(), submission);
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
    return marked(marker, ask, submission);
  }

  private static Marked marked(Marker marker, Beat.Ask ask, Submission submission) {
    GivenAnswer given = submission.answer();
    try {
      Optional<Answer> counted = given.counted(ask.kind(), ask.options().size());
      return counted.isPresent()
          ? marker.mark(counted.get())
          : marker.mark(given.typed(ask.kind()), submission.lines().map(GivenAnswer::lines));
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

  /** Prints what is said of each answer, under its index. */
  void writeText(Texts texts, Terminal out) throws IOException {
    for (int i = 0; i < marks.size(); i++) {
      out.line("[" + i + "] " + texts.say(marks.get(i).reply()));
    }
  }

  /** Writes a list with what is made of each answer. */
  void writeJson(Texts texts, Writer out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          json.startList();
          marks.forEach(marked -> write(marked, texts, json));
          json.endList();
        });
  }

  private static void write(Marked marked, Texts texts, JsonWriter json) {
    json.startObject();
    json.truth("correct", marked.correct());
    json.number("credit", marked.credit());
    json.truth("try", marked.attempt());
    json.textOrNull("misconception", code(marked));
    json.textOrNull("asks", marked.asksLines() ? "lines" : null);
    json.text("reply", texts.say(marked.reply()));
    json.endObject();
  }

  private static @Nullable String code(Marked marked) {
    Misconception misconception = marked.diagnosis().map(Diagnosis::misconception).orElse(null);
    return misconception == null ? null : misconception.code();
  }
}
