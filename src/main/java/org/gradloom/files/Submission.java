package org.gradloom.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Request;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** An answer, handed in to be marked. */
public sealed interface Submission {
  /** What was answered. */
  GivenAnswer answer();

  /** The two lines that the learner says were used, where they are told. */
  Optional<GivenAnswer> lines();

  /**
   * An answer to a beat.
   *
   * @param lesson the name or the number of a built-in lesson, or the path of a file
   * @param beat from 1
   */
  record ToBeat(String lesson, int beat, GivenAnswer answer, Optional<GivenAnswer> lines)
      implements Submission {}

  /** An answer to an exercise that this request draws. */
  record ToExercise(Request request, GivenAnswer answer, Optional<GivenAnswer> lines)
      implements Submission {}

  /**
   * The answers that a file lists.
   *
   * @throws InvalidInput if the file cannot be read or lists anything else, naming the file too
   */
  static List<Submission> readAll(Path file) {
    return JsonFile.read(file, "file.anAnswersFile", Submission::list);
  }

  private static List<Submission> list(JsonInput in) {
    if (in.next() == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("file.noAnswers");
    }
    in.require(JsonToken.START_ARRAY, "file.answers");
    List<Submission> all = new ArrayList<>();
    while (in.next() != JsonToken.END_ARRAY) {
      try {
        all.add(new Draft(in).read());
      } catch (InvalidInput e) {
        throw new InvalidInput(within(all.size(), e.said()));
      }
    }
    if (in.next() != JsonToken.NOT_AVAILABLE) {
      var location = in.location();
      throw new InvalidInput("file.afterAnswers", location.getLineNr(), location.getColumnNr());
    }
    return all;
  }

  /** What is said of one of the answers, with its index from 0. */
  static Message within(int index, Message said) {
    return Message.of("file.inAnswers", index, said);
  }

  /** One of them, whose fields come in any order. */
  final class Draft {
    private static final List<String> FIELDS =
        List.of(
            "lesson", "beat", "kind", "seed", "convention", "level", "sizes", "answer", "lines");

    private final JsonInput in;
    private @Nullable String lesson;
    private int beat;
    private Exercise.@Nullable Kind kind;
    private OptionalLong seed = OptionalLong.empty();
    private Optional<Convention> convention = Optional.empty();
    private Optional<Integer> level = Optional.empty();
    private Optional<Sizes> sizes = Optional.empty();
    private @Nullable GivenAnswer answer;
    private Optional<GivenAnswer> lines = Optional.empty();

    private Draft(JsonInput in) {
      this.in = in;
    }

    private Submission read() {
      in.startDocument();
      in.fields("file.anAnswerToBeat", this::field);
      Message where = Message.of("file.thisAnswer");
      Optional<String> ofExercise = ofExercise();
      Optional<String> ofBeat =
          lesson != null
              ? Optional.of("lesson")
              : beat > 0 ? Optional.of("beat") : Optional.empty();
      if (ofExercise.isPresent() && ofBeat.isPresent()) {
        throw new InvalidInput("file.twoQuestions", ofBeat.get(), ofExercise.get());
      }
      Exercise.Kind drawn = kind;
      String told = lesson;
      if (ofExercise.isEmpty() && told == null) {
        throw Values.missing(where, "lesson");
      }
      if (told != null && beat == 0) {
        throw Values.missing(where, "beat");
      }
      if (told == null && drawn == null) {
        throw Values.missing(where, "kind");
      }
      if (told == null && seed.isEmpty()) {
        throw Values.missing(where, "seed");
      }
      GivenAnswer given = answer;
      if (given == null) {
        throw Values.missing(where, "answer");
      }
      return drawn == null
          ? new ToBeat(told == null ? "" : told, beat, given, lines)
          : new ToExercise(
              new Request(
                  drawn, seed.orElseThrow(), convention.orElse(Convention.XW), level, sizes),
              given,
              lines);
    }

    private Optional<String> ofExercise() {
      if (kind != null) {
        return Optional.of("kind");
      }
      if (seed.isPresent()) {
        return Optional.of("seed");
      }
      if (convention.isPresent()) {
        return Optional.of("convention");
      }
      if (level.isPresent()) {
        return Optional.of("level");
      }
      return sizes.map(_ -> "sizes");
    }

    private void field(String name) {
      switch (name) {
        case "lesson" -> lesson = in.text("file.aText");
        case "beat" -> beat = in.wholeNumber(1);
        case "kind" -> kind = ExerciseFields.kind(in);
        case "seed" -> seed = OptionalLong.of(in.seed());
        case "convention" -> convention = Optional.of(ExerciseFields.convention(in));
        case "level" -> level = Optional.of(Math.toIntExact(in.wholeNumber(1, Draw.HIGHEST)));
        case "sizes" -> sizes = Optional.of(ExerciseFields.sizes(in));
        case "answer" -> answer = GivenAnswer.read(in);
        case "lines" ->
            lines =
                Optional.of(GivenAnswer.read(in))
                    .filter(given -> !given.equals(new GivenAnswer.Nothing()));
        default ->
            throw new InvalidInput(
                "file.unknownField",
                Quote.of(name),
                Message.of("file.thisAnswer"),
                String.join(", ", FIELDS));
      }
    }
  }
}
