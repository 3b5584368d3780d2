package org.gradloom.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Result;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * The file of what one learner has practised, exercise by exercise. A kind, an outcome or an idea
 * that this program does not know is not passed over, for the next writing would lose it: the file
 * is one that cannot be read. So whoever adds one raises the version.
 */
public final class PracticeFile extends LearnerFile<Mastery> {
  private static final int VERSION = 1;
  private static final List<String> FIELDS = List.of("gradloomPractice", "results");
  private static final List<String> RESULT =
      List.of("kind", "seed", "level", "when", "outcome", "ideas");

  public PracticeFile(Path file) {
    super(file, Mastery.NONE, Message.of("kept.practice"));
  }

  /** Beside what else is remembered of a user. */
  public static PracticeFile beside(PreferencesFile preferences) {
    return new PracticeFile(preferences.file().toAbsolutePath().resolveSibling("practice.json"));
  }

  @Override
  Mastery together(Mastery held, Mastery made) {
    return held.together(made);
  }

  @Override
  Mastery read(JsonInput in) {
    List<Result> results = new ArrayList<>();
    in.object(
        "file.thePractice",
        FIELDS,
        name -> {
          switch (name) {
            case "gradloomPractice" -> requireKnown(in.wholeNumber(1), VERSION);
            default -> results.addAll(in.list("file.theResults", PracticeFile::readResult));
          }
        });
    return Mastery.NONE.together(new Mastery(results));
  }

  /** The fields of one result as they come. */
  private static final class Fields {
    private Optional<Kind> kind = Optional.empty();
    private Optional<Long> seed = Optional.empty();
    private Optional<Integer> level = Optional.empty();
    private Optional<Instant> when = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private List<Misconception> ideas = List.of();

    void read(String name, JsonInput in) {
      switch (name) {
        case "kind" -> kind = Optional.of(known(in, "file.aKind", Kind::of));
        case "seed" -> seed = Optional.of(in.seed());
        case "level" -> level = Optional.of((int) in.wholeNumber(1, Draw.HIGHEST));
        case "when" -> when = Optional.of(known(in, "file.aTime", PracticeFile::instant));
        case "outcome" -> outcome = Optional.of(known(in, "file.anOutcome", Outcome::of));
        default ->
            ideas = in.list("file.theIdeas", each -> known(each, "file.anIdea", Misconception::of));
      }
    }

    Optional<Result> result() {
      return kind.flatMap(k ->
          seed.flatMap(s ->
              level.flatMap(
                  l -> when.flatMap(w -> outcome.map(o -> new Result(k, s, l, w, o, ideas))))));
    }
  }

  private static Result readResult(JsonInput in) {
    Fields fields = new Fields();
    in.object("file.aResult", RESULT, name -> fields.read(name, in));
    return fields.result().orElseThrow(() -> new InvalidInput("file.partOfResult", in.path()));
  }

  private static <V> V known(JsonInput in, String expected, Function<String, Optional<V>> named) {
    return named.apply(in.text(expected)).orElseThrow(() -> in.wrongType(expected));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  void write(Mastery mastery, JsonWriter json) {
    json.startObject();
    json.whole("gradloomPractice", VERSION);
    json.startList("results");
    for (Result result : mastery.results()) {
      json.startObject();
      json.text("kind", result.kind().documentName());
      json.whole("seed", result.seed());
      json.whole("level", result.level());
      json.text("when", result.when().toString());
      json.text("outcome", result.outcome().documentName());
      json.startList("ideas");
      result.ideas().forEach(idea -> json.text(idea.code()));
      json.endList();
      json.endObject();
    }
    json.endList();
    json.endObject();
  }
}
