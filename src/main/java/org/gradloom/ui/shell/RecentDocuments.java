package org.gradloom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.files.LessonReader;
import org.gradloom.text.InvalidInput;
import org.gradloom.ui.store.RecentDocument;

/** Reads what the recent files hold, for the Start screen. */
final class RecentDocuments {
  /** In bytes: a larger file would take its time for one word on the screen. */
  private static final long LARGEST = 1 << 20;

  private RecentDocuments() {}

  /**
   * What the files hold; those that are there no more are left out. Takes a while.
   *
   * @param opened when they were opened; where that is not known, their last change stands for it
   */
  static List<RecentDocument> read(List<Path> files, Map<String, Instant> opened) {
    return files.stream()
        .map(file -> read(file, Optional.ofNullable(opened.get(file.toString()))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<RecentDocument> read(Path file, Optional<Instant> opened) {
    try {
      Instant when =
          opened.isPresent() ? opened.get() : Files.getLastModifiedTime(file).toInstant();
      return Files.isRegularFile(file)
          ? Optional.of(read(file, when, Files.size(file)))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static RecentDocument read(Path file, Instant opened, long size) {
    try {
      return size > LARGEST
          ? RecentDocument.unread(file, opened)
          : RecentDocument.of(file, opened, LessonReader.read(file));
    } catch (InvalidInput _) {
      // A table of samples, or a document that was damaged since: opening it says what is wrong.
      return RecentDocument.unread(file, opened);
    }
  }
}
