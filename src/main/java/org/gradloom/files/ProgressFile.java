package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The file of one learner's progress. Several windows may write to it: each adds what it came to,
 * to what the file holds by then. A file that cannot be read is kept beside the new one.
 */
public final class ProgressFile {
  private static final int VERSION = 1;
  private static final List<String> FIELDS = List.of("gradloomProgress", "last", "lessons");
  private static final List<String> REACHED = List.of("beat", "beats", "done");

  private final Path file;

  public ProgressFile(Path file) {
    this.file = file;
  }

  /** Beside what else is remembered of a user. */
  public static ProgressFile beside(PreferencesFile preferences) {
    return new ProgressFile(preferences.file().toAbsolutePath().resolveSibling("progress.json"));
  }

  /**
   * What the file holds.
   *
   * @param fault why it could not be read, and where it is kept; the progress is none then
   */
  public record Kept(Progress progress, Optional<Message> fault) {}

  /** What was reached. What cannot be read is moved aside, never lost. */
  public Kept load() {
    if (!Files.exists(file)) {
      return new Kept(Progress.NONE, Optional.empty());
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return new Kept(JsonFile.read(stream, ProgressFile::read), Optional.empty());
    } catch (InvalidInput wrong) {
      return new Kept(Progress.NONE, Optional.of(setAside(wrong.said())));
    } catch (IOException e) {
      return new Kept(Progress.NONE, Optional.of(setAside(reason(e))));
    }
  }

  private static Message reason(IOException e) {
    return Message.of("file.unreadable", Failures.reason(e));
  }

  private Message setAside(Message wrong) {
    Path kept = unused();
    try {
      Files.move(file, kept);
      return Message.of("progress.keptAside", kept.toString(), wrong);
    } catch (IOException e) {
      return Message.of("progress.notMoved", file.toString(), wrong);
    }
  }

  private Path unused() {
    int number = 1;
    while (Files.exists(aside(number))) {
      number++;
    }
    return aside(number);
  }

  private Path aside(int number) {
    return file.resolveSibling("progress.unread-" + number + ".json");
  }

  /**
   * Adds what was reached.
   *
   * @return what went wrong; the app can go on without
   */
  public Optional<Message> add(Progress reached) {
    return change(held -> held.with(reached));
  }

  /** Forgets all of it; the same as {@link #add} otherwise. */
  public Optional<Message> erase() {
    return change(_ -> Progress.NONE);
  }

  private Optional<Message> change(UnaryOperator<Progress> change) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileChannel door =
              FileChannel.open(
                  file.resolveSibling(".progress.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = locked(door)) {
        Kept before = load();
        if (before.fault().isPresent() && Files.exists(file)) {
          // It could neither be read nor moved: it must not be written over.
          return before.fault();
        }
        Progress next = change.apply(before.progress());
        AtomicFile.write(file, target -> JsonWriter.write(target, json -> write(next, json)));
        return before.fault();
      }
    } catch (IOException e) {
      return Optional.of(Message.of("progress.notKept", file.toString(), Failures.reason(e)));
    } catch (InvalidInput e) {
      return Optional.of(e.said());
    }
  }

  /**
   * Keeps other windows out between reading and writing; null where the system has no locks, as on
   * some network drives.
   */
  private static @Nullable FileLock locked(FileChannel door) {
    try {
      return door.lock();
    } catch (IOException _) {
      return null;
    }
  }

  // ---- the format

  private static Progress read(JsonInput in) {
    if (in.next() == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("progress.empty");
    }
    Map<String, Progress.Reached> lessons = new HashMap<>();
    List<String> last = new ArrayList<>();
    in.object(
        "file.theProgress",
        FIELDS,
        name -> {
          switch (name) {
            case "gradloomProgress" -> requireKnown(in.wholeNumber(1));
            case "last" -> last.add(in.text("file.aText"));
            default -> in.fields("file.theReached", lesson -> lessons.put(lesson, readReached(in)));
          }
        });
    return new Progress(lessons, last.stream().findFirst());
  }

  private static void requireKnown(int version) {
    if (version > VERSION) {
      throw new InvalidInput("progress.newer");
    }
  }

  private static Progress.Reached readReached(JsonInput in) {
    int[] beats = {1, 1};
    boolean[] done = {false};
    in.object(
        "file.aReached",
        REACHED,
        name -> {
          switch (name) {
            case "beat" -> beats[0] = in.wholeNumber(1);
            case "beats" -> beats[1] = in.wholeNumber(1);
            default -> done[0] = in.truth("file.aTruth");
          }
        });
    // A lesson that was shortened by hand is at its end.
    return new Progress.Reached(Math.min(beats[0], beats[1]), beats[1], done[0]);
  }

  private static void write(Progress progress, JsonWriter json) {
    json.startObject();
    json.whole("gradloomProgress", VERSION);
    progress.last().ifPresent(last -> json.text("last", last));
    json.startObject("lessons");
    progress.lessons().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(lesson -> {
          json.startObject(lesson.getKey());
          json.whole("beat", lesson.getValue().beat());
          json.whole("beats", lesson.getValue().beats());
          json.truth("done", lesson.getValue().done());
          json.endObject();
        });
    json.endObject();
    json.endObject();
  }
}
