package org.gradloom.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;

/**
 * What was done in a window that is going to be killed, an entry a line. Each is with the system
 * before the window goes on, so none is lost with its process.
 */
record KillsJournal(Path file) {
  /** What an entry is about. */
  enum Kind {
    /** Unsaved work of an earlier window is offered. */
    OFFERED,
    /** This is open, once what was offered has been opened. */
    OPENED,
    /** Everything is open, and the work begins. */
    BEGUN,
    /** The next change makes the document this. */
    MADE,
    /** This is about to be saved, to its file or as another. */
    SAVING,
    /** The window says that it is saved. */
    SAVED,
    /** Something is not as it must be. */
    FAULT
  }

  /**
   * One of them.
   *
   * @param millis when, since 1970
   * @param screen whose document it is about; that of Explore where it is about none
   * @param file the document's by then; nothing where that does not matter
   * @param text the document, or what is wrong
   */
  record Entry(long millis, Kind kind, Screen screen, Optional<Path> file, String text) {}

  void write(Kind kind, Screen screen, Optional<Path> of, Lesson lesson) {
    write(kind, screen, of, LessonWriter.toText(lesson));
  }

  void write(Kind kind, Screen screen, String text) {
    write(kind, screen, Optional.empty(), text);
  }

  private void write(Kind kind, Screen screen, Optional<Path> of, String text) {
    // A document is JSON, which has neither tabs nor form feeds.
    String line =
        "%d\t%s\t%s\t%s\t%s\n"
            .formatted(
                System.currentTimeMillis(),
                kind,
                screen,
                of.map(Path::toString).orElse(""),
                text.replace('\n', '\f'));
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that was written, without a line that was cut off. */
  List<Entry> read() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      String all = Files.readString(file);
      for (String line : all.substring(0, all.lastIndexOf('\n') + 1).lines().toList()) {
        entries.add(entry(line));
      }
    }
    return entries;
  }

  private static Entry entry(String line) {
    String[] parts = line.split("\t", 5);
    return new Entry(
        Long.parseLong(parts[0]),
        Kind.valueOf(parts[1]),
        Screen.valueOf(parts[2]),
        Optional.of(parts[3]).filter(path -> !path.isEmpty()).map(Path::of),
        parts[4].replace('\f', '\n'));
  }
}
