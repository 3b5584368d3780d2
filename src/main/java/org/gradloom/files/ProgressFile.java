package org.gradloom.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradloom.text.Message;

/** The file of one learner's progress: of each lesson, how far the learner has come. */
public final class ProgressFile extends LearnerFile<Progress> {
  private static final int VERSION = 1;
  private static final List<String> FIELDS = List.of("gradloomProgress", "last", "lessons");
  private static final List<String> REACHED = List.of("beat", "beats", "done");

  public ProgressFile(Path file) {
    super(file, Progress.NONE, Message.of("kept.progress"));
  }

  /** Beside what else is remembered of a user. */
  public static ProgressFile beside(PreferencesFile preferences) {
    return new ProgressFile(preferences.file().toAbsolutePath().resolveSibling("progress.json"));
  }

  @Override
  Progress together(Progress held, Progress made) {
    return held.with(made);
  }

  @Override
  Progress read(JsonInput in) {
    Map<String, Progress.Reached> lessons = new HashMap<>();
    List<String> last = new ArrayList<>();
    in.object(
        "file.theProgress",
        FIELDS,
        name -> {
          switch (name) {
            case "gradloomProgress" -> requireKnown(in.wholeNumber(1), VERSION);
            case "last" -> last.add(in.text("file.aText"));
            default -> in.fields("file.theReached", lesson -> lessons.put(lesson, readReached(in)));
          }
        });
    return new Progress(lessons, last.stream().findFirst());
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

  @Override
  void write(Progress progress, JsonWriter json) {
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
