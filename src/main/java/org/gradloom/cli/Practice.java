package org.gradloom.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradloom.export.ExerciseText;
import org.gradloom.files.AnswerWriter;
import org.gradloom.files.JsonWriter;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.marking.Marker;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Pack;
import org.gradloom.practice.Request;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import picocli.CommandLine.ParseResult;

/** What {@code practice} draws and prints, one exercise after the other. */
final class Practice {
  private static final int MOST = 100_000;

  private final Texts texts;
  private final Exercises exercises;

  Practice(Texts texts) {
    this.texts = texts;
    this.exercises = new Exercises(texts);
  }

  /**
   * What a command line asks for.
   *
   * @param first whose seed is the first one
   */
  record Batch(Request first, int count) {
    /**
     * Reads the options.
     *
     * @throws InvalidInput if one of them is none, naming it
     */
    static Batch of(ParseResult command) {
      String kind = command.matchedOptionValue(CommandLineModel.KIND, "");
      if (kind.isEmpty()) {
        throw new InvalidInput(
            "cli.noKind", names(List.of(Exercise.Kind.values()), Exercise.Kind::documentName));
      }
      return new Batch(
          new Request(
              Exercise.Kind.of(kind)
                  .orElseThrow(() ->
                      new InvalidInput(
                          "cli.wrongKind",
                          Quote.of(kind),
                          names(List.of(Exercise.Kind.values()), Exercise.Kind::documentName))),
              seed(command.matchedOptionValue(CommandLineModel.SEED, "1")),
              convention(command.matchedOptionValue(CommandLineModel.CONVENTION, "XW")),
              option(command, CommandLineModel.LEVEL)
                  .map(level -> whole(level, Draw.HIGHEST, "cli.wrongLevel")),
              option(command, CommandLineModel.SIZES).map(Batch::sizes),
              Optional.empty()),
          whole(command.matchedOptionValue(CommandLineModel.COUNT, "1"), MOST, "cli.wrongCount"));
    }

    private static Optional<String> option(ParseResult command, String name) {
      return Optional.ofNullable(command.matchedOptionValue(name, null));
    }

    private static <T> String names(Collection<T> all, Function<T, String> name) {
      return all.stream().map(name).collect(Collectors.joining(", "));
    }

    private static long seed(String typed) {
      try {
        return Long.parseLong(typed);
      } catch (NumberFormatException _) {
        throw new InvalidInput("cli.wrongSeed", Quote.of(typed));
      }
    }

    static Convention convention(String typed) {
      return Arrays.stream(Convention.values())
          .filter(each -> each.documentName().equals(typed))
          .findFirst()
          .orElseThrow(() ->
              new InvalidInput(
                  "cli.wrongConvention",
                  Quote.of(typed),
                  names(List.of(Convention.values()), Convention::documentName)));
    }

    private static int whole(String typed, int most, String refusal) {
      int whole = typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
      if (whole < 1 || whole > most) {
        throw new InvalidInput(refusal, Quote.of(typed), most);
      }
      return whole;
    }

    private static Sizes sizes(String typed) {
      String[] sides = typed.split(",", -1);
      InvalidInput refusal = new InvalidInput("cli.wrongSizes", Quote.of(typed), Sizes.LARGEST);
      if (sides.length != 3 || !Stream.of(sides).allMatch(side -> side.matches("\\d{1,9}"))) {
        throw refusal;
      }
      List<Integer> sizes = Stream.of(sides).map(Integer::parseInt).toList();
      if (sizes.stream().anyMatch(size -> size < 1 || size > Sizes.LARGEST)) {
        throw refusal;
      }
      return new Sizes(sizes.get(0), sizes.get(1), sizes.get(2));
    }

    /** One for each seed. */
    private Stream<Request> requests() {
      return LongStream.range(0, count).mapToObj(i -> first.withSeed(first.seed() + i));
    }
  }

  /** Prints the exercises as a learner reads them. */
  void writeText(Batch batch, boolean answers, Terminal out) throws IOException {
    write(batch.requests().map(exercises::draw), answers, out);
  }

  /** Prints the exercises of a pack, under its title. */
  void writeText(Pack pack, Terminal out) throws IOException {
    out.line(pack.title());
    if (!pack.intro().isEmpty()) {
      out.line(pack.intro());
    }
    out.line("");
    write(pack.exercises(exercises, Convention.XW, 0).stream(), false, out);
  }

  private void write(Stream<Exercise> all, boolean answers, Terminal out) throws IOException {
    int number = 0;
    for (Exercise exercise : (Iterable<Exercise>) all::iterator) {
      if (number++ > 0) {
        out.line("");
      }
      out.line(title(exercise));
      ExerciseText text = new ExerciseText(exercise, texts, out);
      text.question();
      if (answers) {
        text.key();
      }
    }
  }

  private String title(Exercise exercise) {
    Draw draw = exercise.draw();
    return texts.get(
        "cli.exercise",
        draw.kind().documentName(),
        Long.toString(draw.seed()),
        draw.convention().documentName(),
        draw.level());
  }

  /** Writes a list with all there is of each exercise. */
  void writeJson(Batch batch, Writer out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          json.startList();
          batch.requests().map(exercises::draw).forEach(each -> write(each, json));
          json.endList();
        });
  }

  private static void write(Exercise exercise, JsonWriter json) {
    Draw draw = exercise.draw();
    Sizes sizes = draw.sizes();
    Convention written = exercise.lesson().convention();
    Marker marker = exercise.marker();
    AnswerWriter answers = new AnswerWriter(json);
    json.startObject();
    json.text("kind", draw.kind().documentName());
    json.whole("seed", draw.seed());
    json.text("convention", draw.convention().documentName());
    json.whole("level", draw.level());
    json.wholes("sizes", List.of(sizes.samples(), sizes.features(), sizes.neurons()));
    json.name("lesson");
    LessonWriter.write(exercise.lesson(), json);
    json.textOrNull(
        "place", exercise.place().map(place -> written.turned(place).toString()).orElse(null));
    json.text("question", ExerciseText.question(exercise));
    json.text("answerKind", exercise.ask().kind().name().toLowerCase(Locale.ROOT));
    json.name("answer");
    answers.write(asWritten(marker, marker.right()));
    List<Beat.Option> options = exercise.ask().options();
    if (!options.isEmpty()) {
      json.startList("options");
      options.forEach(option -> json.text(ExerciseText.plain(option.text())));
      json.endList();
    }
    json.startList("diagnoses");
    for (Beat.Wrong wrong : exercise.wrongAnswers()) {
      json.startObject();
      json.text("misconception", Objects.requireNonNull(wrong.misconception()).code());
      json.name("answer");
      answers.write(asWritten(marker, wrong.answer()));
      json.endObject();
    }
    json.endList();
    json.startList("hints");
    exercise.hints().forEach(hint -> json.text(ExerciseText.plain(hint)));
    json.endList();
    json.endObject();
  }

  /** As the convention writes it; 0 has no sign where somebody reads it. */
  private static Answer asWritten(Marker marker, Answer answer) {
    return marker.turned(answer).withPlainZeros();
  }
}
