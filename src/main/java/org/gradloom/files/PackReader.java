package org.gradloom.files;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Wording;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Pack;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads packs of exercises. */
public final class PackReader {
  /** The format this program reads and writes. */
  static final int VERSION = 1;

  /** So far in, a document says what it is. */
  private static final int FIRST = 4096;

  /** What every pack has and nothing else. */
  static final String MARK = "gradloom-pack";

  private static final List<String> FIELDS = List.of(MARK, "title", "intro", "items", "shuffle");
  private static final List<String> OF_AN_ITEM =
      List.of("kind", "seed", "seeds", "count", "sizes", "lesson", "question");

  private final JsonInput in;
  private boolean versionKnown;
  private @Nullable String title;
  private String intro = "";
  private @Nullable List<Pack.Item> items;
  private boolean shuffle;

  private PackReader(JsonInput in) {
    this.in = in;
  }

  /** True if a file says that it holds a pack, whatever else it holds; a pipe is left as it is. */
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    char[] start = new char[FIRST];
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int read = reader.read(start);
      return read > 0 && new String(start, 0, read).contains('"' + MARK + '"');
    } catch (IOException | SecurityException _) {
      return false; // whoever reads it next says why it cannot be read
    }
  }

  /**
   * The pack in a file.
   *
   * @throws InvalidInput if the file cannot be read or holds none, naming the file too
   */
  public static Pack read(Path file) {
    return JsonFile.read(file, "file.aPackFile", in -> new PackReader(in).read());
  }

  /** The pack that starts here, within another document. */
  static Pack within(JsonInput in) {
    return in.inner(inside -> new PackReader(inside).pack());
  }

  private Pack read() {
    if (in.next() == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("file.noPack");
    }
    Pack pack = pack();
    if (in.next() != JsonToken.NOT_AVAILABLE) {
      var location = in.location();
      throw new InvalidInput("file.trailing", location.getLineNr(), location.getColumnNr());
    }
    return pack;
  }

  private Pack pack() {
    in.startDocument();
    in.require(JsonToken.START_OBJECT, "file.aPack");
    try {
      in.object("file.aPack", FIELDS, this::field);
    } catch (InvalidInput e) {
      // Another version may have other fields, and another kind of document certainly has.
      if (!versionKnown && in.seek(MARK)) {
        version();
      }
      throw e;
    }
    if (!versionKnown) {
      throw new InvalidInput("file.noPackVersion");
    }
    Message where = Message.of("file.theDocument");
    String named = title;
    if (named == null) {
      throw Values.missing(where, "title");
    }
    List<Pack.Item> all = items;
    if (all == null || all.isEmpty()) {
      throw Values.missing(where, "items");
    }
    return new Pack(named, intro, all, shuffle);
  }

  private void field(String name) {
    switch (name) {
      case MARK -> version();
      case "title" -> title = in.text("file.aText");
      case "intro" -> intro = in.text("file.aText");
      case "shuffle" -> shuffle = in.truth("file.trueOrFalse");
      default -> items = in.list("file.aListOfItems", PackReader::item);
    }
  }

  private void version() {
    versionKnown = true;
    long version = in.wholeNumber(1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw new InvalidInput("file.newerPack", Long.toString(version), VERSION);
    }
  }

  private static Pack.Item item(JsonInput in) {
    var draft =
        new Object() {
          Exercise.@Nullable Kind kind;
          OptionalLong seed = OptionalLong.empty();
          @Nullable List<Long> seeds;
          OptionalInt count = OptionalInt.empty();
          Optional<Sizes> sizes = Optional.empty();
          Optional<Lesson> numbers = Optional.empty();
          Optional<Wording> question = Optional.empty();
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.anItem",
        OF_AN_ITEM,
        name -> {
          switch (name) {
            case "kind" -> draft.kind = ExerciseFields.kind(in);
            case "seed" -> draft.seed = OptionalLong.of(in.seed());
            case "seeds" -> draft.seeds = in.list("file.aListOfSeeds", JsonInput::seed);
            case "count" ->
                draft.count = OptionalInt.of(Math.toIntExact(in.wholeNumber(1, Pack.MOST)));
            case "sizes" -> draft.sizes = Optional.of(ExerciseFields.namedSizes(in));
            case "lesson" -> draft.numbers = Optional.of(ExerciseFields.numbers(in));
            default -> draft.question = Optional.of(WordingReader.read(in));
          }
        });
    Exercise.Kind kind = draft.kind;
    if (kind == null) {
      throw Values.missing(where, "kind");
    }
    if (draft.numbers.isPresent() && draft.sizes.isPresent()) {
      throw new InvalidInput("file.sizesOfOwn", where);
    }
    return new Pack.Item(
        kind,
        seeds(where, draft.seed, draft.seeds, draft.count),
        draft.sizes,
        draft.numbers,
        draft.question);
  }

  private static List<Long> seeds(
      Message where, OptionalLong seed, @Nullable List<Long> seeds, OptionalInt count) {
    if (seeds == null) {
      long first = seed.orElse(1);
      return LongStream.range(0, count.orElse(1)).mapToObj(n -> first + n).toList();
    }
    if (seed.isPresent()) {
      throw new InvalidInput("file.seedAndSeeds", where);
    }
    if (seeds.isEmpty()) {
      throw new InvalidInput("file.noSeeds", where);
    }
    if (count.isPresent() && count.getAsInt() > seeds.size()) {
      throw new InvalidInput("file.fewSeeds", where, count.getAsInt(), seeds.size());
    }
    return new ArrayList<>(seeds.subList(0, count.orElse(seeds.size())));
  }
}
