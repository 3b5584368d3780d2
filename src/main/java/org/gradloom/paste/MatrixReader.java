package org.gradloom.paste;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;

/** Reads one matrix in any form that people copy. */
public final class MatrixReader {
  /** In characters. Small enough to refuse a whole file that was given by mistake. */
  private static final int LONGEST_TEXT = 4_000_000;

  /** What a window may read while it waits; a third of a second. */
  private static final int LONGEST_AT_ONCE = 1_000_000;

  /** More than the longest double takes with what separates it from the next. */
  private static final int LONGEST_NUMBER = 40;

  /** For what stands around the numbers: prompts, names, comments. */
  private static final int AROUND = 20_000;

  private static final Pattern LEFT_OUT =
      Pattern.compile("\\.\\.\\.|[…⋯⋮⋱]|\\\\(?:[cvdl]?dots)\\b");

  private MatrixReader() {}

  /**
   * The likeliest matrix.
   *
   * @throws InvalidInput naming what is not understood, or the row and column of what is wrong
   */
  public static Matrix read(String text) {
    return readings(text).getFirst().matrix();
  }

  /**
   * Every plausible way to read a text, the likeliest first; at least one.
   *
   * @throws InvalidInput as {@link #read}
   */
  public static List<Reading> readings(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidInput("paste.tooMuch");
    }
    PastedText.requireUngrouped(text);
    String source = PastedText.matrixOf(PastedText.plain(text));
    if (source.isBlank()) {
      throw new InvalidInput("paste.empty");
    }
    if (LEFT_OUT.matcher(source).find()) {
      throw new InvalidInput("paste.leftOut");
    }
    PrintedReader.Printed printed = PrintedReader.of(source);
    return readSource(printed.text()).stream()
        .map(reading -> reading.saying(printed.said()))
        .toList();
  }

  /**
   * The same, but those first that have the shape they are pasted onto.
   *
   * @throws InvalidInput as {@link #read}
   */
  public static List<Reading> readings(String text, Shape onto) {
    List<Reading> readings = readings(text);
    return Stream.concat(
            readings.stream().filter(reading -> reading.matrix().shape().equals(onto)),
            readings.stream().filter(reading -> !reading.matrix().shape().equals(onto)))
        .toList();
  }

  /**
   * Passes where a text is short enough to be read at once, and to hold a matrix of this shape.
   *
   * @param largest the shape of the largest matrix that may be pasted
   * @throws InvalidInput if it is too long, before any of it is read
   */
  public static void requireShort(String text, Shape largest) {
    if (text.length() > LONGEST_AT_ONCE
        || text.length() > AROUND + (long) LONGEST_NUMBER * largest.size()) {
      throw new InvalidInput("paste.tooLong", largest.rows(), largest.columns());
    }
  }

  private static List<Reading> readSource(String source) {
    if (source.stripLeading().startsWith("|")) {
      return GridReader.read(source);
    }
    if (LatexReader.begins(source)) {
      return LatexReader.read(source);
    }
    boolean filled = FilledReader.begins(source);
    if (!filled && !BracketReader.begins(source)) {
      return GridReader.read(source);
    }
    PastedText.requireSeparatingCommas(source);
    return filled ? List.of(FilledReader.read(source)) : BracketReader.read(source);
  }
}
