package org.gradloom.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.gradloom.export.MoodleBank;
import org.gradloom.export.Worksheet;
import org.gradloom.export.WorksheetPdf;
import org.gradloom.files.AtomicFile;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Pack;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;

/** What {@code worksheet} writes. */
record Sheets(Texts texts) {
  /** Shuffled packs come in the same order on every sheet. */
  private static final long ORDER = 1;

  /**
   * Writes a pack in the form that the file's ending names, whole or not at all.
   *
   * @param paper the name of a size
   * @throws InvalidInput if the ending or the paper is none, or the file cannot be written
   */
  void write(Pack pack, Convention convention, String paper, String out) {
    if (out.isBlank()) {
      throw new InvalidInput("cli.noSheet");
    }
    WorksheetPdf.Paper size = paper(paper);
    Path file;
    try {
      file = Path.of(out);
    } catch (InvalidPathException _) {
      throw new InvalidInput("cli.wrongSheet", Quote.of(out));
    }
    String name = out.toLowerCase(Locale.ROOT);
    if (!name.endsWith(".pdf") && !name.endsWith(".xml")) {
      throw new InvalidInput("cli.wrongSheet", Quote.of(out));
    }
    Worksheet sheet =
        new Worksheet(
            pack.title(), pack.intro(), pack.exercises(new Exercises(texts), convention, ORDER));
    if (name.endsWith(".pdf")) {
      AtomicFile.write(file, WorksheetPdf.of(sheet, size, texts));
    } else {
      AtomicFile.write(file, target -> MoodleBank.write(sheet, texts, target));
    }
  }

  private static WorksheetPdf.Paper paper(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "a4" -> WorksheetPdf.Paper.A4;
      case "letter" -> WorksheetPdf.Paper.LETTER;
      default -> throw new InvalidInput("cli.wrongPaper", Quote.of(name));
    };
  }
}
