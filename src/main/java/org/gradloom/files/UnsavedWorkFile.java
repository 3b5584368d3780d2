package org.gradloom.files;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads and writes the file of one {@link UnsavedWork}. */
final class UnsavedWorkFile {
  private static final int VERSION = 1;
  private static final List<String> FIELDS =
      List.of(
          "gradloomUnsaved",
          "screen",
          "source",
          "savingTo",
          "saving",
          "since",
          "kept",
          "changes",
          "saved",
          "document");

  private @Nullable Screen screen;
  private Optional<String> source = Optional.empty();
  private Optional<String> savingTo = Optional.empty();
  private Optional<Lesson> saving = Optional.empty();
  private @Nullable Instant since;
  private @Nullable Instant kept;
  private List<String> changes = List.of();
  private @Nullable Lesson saved;
  private @Nullable Lesson lesson;

  private UnsavedWorkFile() {}

  /**
   * What a file holds.
   *
   * @throws InvalidInput if it cannot be read or holds anything else, naming the file too
   */
  static UnsavedWork read(Path file) {
    return JsonFile.read(file, "file.theUnsaved", in -> new UnsavedWorkFile().whole(in));
  }

  private UnsavedWork whole(JsonInput in) {
    if (in.next() == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("kept.empty");
    }
    in.object("file.theUnsaved", FIELDS, name -> field(name, in));
    if (screen == null || since == null || kept == null || saved == null || lesson == null) {
      throw new InvalidInput("file.partOfUnsaved");
    }
    return new UnsavedWork(
        screen,
        source,
        since,
        kept,
        changes,
        saved,
        lesson,
        savingTo.flatMap(to -> saving.map(what -> new UnsavedWork.Saving(to, what))));
  }

  private void field(String name, JsonInput in) {
    switch (name) {
      case "gradloomUnsaved" -> LearnerFile.requireKnown(in.wholeNumber(1), VERSION);
      case "screen" ->
          screen = Values.word(in, List.of(Screen.EXPLORE, Screen.TRAIN), Values::lowerCase);
      case "source" -> source = Optional.of(in.text("file.aText"));
      case "savingTo" -> savingTo = Optional.of(in.text("file.aText"));
      case "saving" -> saving = Optional.of(in.inner(DocumentReader::read));
      case "since" -> since = time(in);
      case "kept" -> kept = time(in);
      case "changes" -> changes = in.list("file.aListOfTexts", each -> each.text("file.aText"));
      case "saved" -> saved = in.inner(DocumentReader::read);
      default -> lesson = in.inner(DocumentReader::read);
    }
  }

  private static Instant time(JsonInput in) {
    String text = in.text("file.aTime");
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw in.wrongType("file.aTime");
    }
  }

  /**
   * Replaces what the file holds.
   *
   * @throws InvalidInput if it cannot be written
   */
  static void write(UnsavedWork work, Path file) {
    AtomicFile.write(file, target -> JsonWriter.write(target, json -> write(work, json)));
  }

  private static void write(UnsavedWork work, JsonWriter json) {
    json.startObject();
    json.whole("gradloomUnsaved", VERSION);
    json.text("screen", Values.lowerCase(work.screen()));
    work.source().ifPresent(source -> json.text("source", source));
    work.saving()
        .ifPresent(saving -> {
          json.text("savingTo", saving.file());
          json.name("saving");
          LessonWriter.write(saving.lesson(), json);
        });
    json.text("since", work.since().toString());
    json.text("kept", work.kept().toString());
    json.startList("changes");
    work.changes().forEach(json::text);
    json.endList();
    json.name("saved");
    LessonWriter.write(work.saved(), json);
    json.name("document");
    LessonWriter.write(work.lesson(), json);
    json.endObject();
  }
}
