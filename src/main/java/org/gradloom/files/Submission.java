package org.gradloom.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
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
  /**
   * An answer.
   *
   * @param lines the two lines that the learner says were used, where they are told
   */
  record Handed(GivenAnswer answer, Optional<GivenAnswer> lines) {}

  /**
   * An answer to a beat.
   *
   * @param lesson the name or the number of a built-in lesson, or the path of a file
   * @param beat from 1
   */
  record ToBeat(String lesson, int beat, Handed given) implements Submission {}

  /** An answer to an exercise that this request draws. */
  record ToExercise(Request request, Handed given) implements Submission {}

  /**
   * All that a learner answered to an exercise, from the results of a pack.
   *
   * @param shown whether the right answer was shown at last
   */
  record OfResults(Request request, List<Handed> given, boolean shown) implements Submission {
    public OfResults {
      given = List.copyOf(given);
    }
  }

  /**
   * The answers that a file lists: JSON, or a table of results where its name says so.
   *
   * @throws InvalidInput if the file cannot be read or lists anything else, naming the file too
   */
  static List<Submission> readAll(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? ResultsTable.read(file)
        : JsonFile.read(file, "file.anAnswersFile", Submission::list);
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
            "lesson",
            "beat",
            "kind",
            "seed",
            "convention",
            "level",
            "sizes",
            "answer",
            "answers",
            "lines",
            "shown");

    /** What results tell beside their answers. */
    private static final List<String> TOLD =
        List.of("pack", "credit", "misconceptions", "hints", "seconds");

    private final JsonInput in;
    private @Nullable String lesson;
    private int beat;
    private Exercise.@Nullable Kind kind;
    private OptionalLong seed = OptionalLong.empty();
    private Optional<Convention> convention = Optional.empty();
    private Optional<Integer> level = Optional.empty();
    private Optional<Sizes> sizes = Optional.empty();
    private Optional<Lesson> numbers = Optional.empty();
    private @Nullable GivenAnswer answer;
    private @Nullable List<GivenAnswer> answers;
    private boolean shown;
    private Optional<GivenAnswer> lines = Optional.empty();

    Draft(JsonInput in) {
      this.in = in;
    }

    Submission read() {
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
      List<GivenAnswer> all = answers;
      GivenAnswer given = answer;
      if (given != null && all != null) {
        throw new InvalidInput("file.answerAndAnswers");
      }
      if (all != null && drawn == null) {
        throw Values.missing(where, "kind");
      }
      if (given == null && all == null) {
        throw Values.missing(where, "answer");
      }
      if (drawn == null) {
        return new ToBeat(told == null ? "" : told, beat, handed(given));
      }
      Request request =
          new Request(
              drawn, seed.orElseThrow(), convention.orElse(Convention.XW), level, sizes, numbers);
      return all == null
          ? new ToExercise(request, handed(given))
          : new OfResults(request, handed(all), shown);
    }

    private Handed handed(@Nullable GivenAnswer given) {
      return new Handed(Objects.requireNonNull(given), lines);
    }

    /** Each with the lines that stand at its place, where results tell any. */
    private List<Handed> handed(List<GivenAnswer> all) {
      if (lines.isEmpty()) {
        return all.stream().map(each -> new Handed(each, Optional.empty())).toList();
      }
      if (!(lines.get() instanceof GivenAnswer.Many(var used)) || used.size() != all.size()) {
        throw new InvalidInput("file.linesOfAnswers", all.size());
      }
      return IntStream.range(0, all.size())
          .mapToObj(i ->
              new Handed(
                  all.get(i),
                  Optional.of(used.get(i))
                      .filter(given -> !given.equals(new GivenAnswer.Nothing()))))
          .toList();
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
      if (answers != null) {
        return Optional.of("answers");
      }
      return sizes.map(_ -> "sizes").or(() -> numbers.map(_ -> "lesson"));
    }

    private void field(String name) {
      switch (name) {
        case "lesson" -> {
          if (in.at(JsonToken.START_OBJECT)) {
            numbers = Optional.of(ExerciseFields.numbers(in));
          } else {
            lesson = in.text("file.aText");
          }
        }
        case "beat" -> beat = in.wholeNumber(1);
        case "kind" -> kind = ExerciseFields.kind(in);
        case "seed" -> seed = OptionalLong.of(in.seed());
        case "convention" -> convention = Optional.of(ExerciseFields.convention(in));
        case "level" -> level = Optional.of(Math.toIntExact(in.wholeNumber(1, Draw.HIGHEST)));
        case "sizes" -> sizes = Optional.of(ExerciseFields.sizes(in));
        case "answer" -> answer = GivenAnswer.read(in);
        case "answers" -> answers = in.list("file.aList", GivenAnswer::read);
        case "shown" -> shown = in.truth("file.trueOrFalse");
        case "lines" ->
            lines =
                Optional.of(GivenAnswer.read(in))
                    .filter(given -> !given.equals(new GivenAnswer.Nothing()));
        default -> {
          if (TOLD.contains(name)) {
            in.skip();
            return;
          }
          throw new InvalidInput(
              "file.unknownField",
              Quote.of(name),
              Message.of("file.thisAnswer"),
              String.join(", ", FIELDS));
        }
      }
    }
  }
}
