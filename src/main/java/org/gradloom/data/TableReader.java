package org.gradloom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Finds out how a table is to be read. The file is gone through three times, for its encoding, for
 * what its columns hold and for the lines that stay, so that memory does not grow with it.
 */
public final class TableReader {
  /** How much is looked at to find the delimiter, in characters. */
  private static final int HEAD = 1 << 18;

  private final Source source;

  private TableReader(Source source) {
    this.source = source;
  }

  /** Bytes that can be read more than once. */
  @FunctionalInterface
  interface Source {
    /** From their beginning; closing is the caller's. */
    InputStream open() throws IOException;
  }

  /** What is done with each line. */
  @FunctionalInterface
  private interface Taker {
    void take(TableLine line);
  }

  /**
   * How the table in a file is read.
   *
   * @throws InvalidInput if the file cannot be read or holds no such table, naming the file, and
   *     the line where it is one's fault
   */
  public static TableReading read(Path file, TableChoices choices) {
    CsvFile.requireFile(file);
    try {
      return read(() -> Files.newInputStream(file), choices);
    } catch (InvalidInput e) {
      throw CsvFile.inFile(file, e.said());
    } catch (AccessDeniedException e) {
      throw new InvalidInput("file.denied", file.toString());
    } catch (IOException e) {
      throw CsvFile.inFile(file, Message.of("file.unreadable", Failures.reason(e)));
    }
  }

  /** The same for bytes from anywhere. */
  static TableReading read(Source source, TableChoices choices) throws IOException {
    return new TableReader(source).read(choices);
  }

  private TableReading read(TableChoices choices) throws IOException {
    TableEncoding encoding = encoding();
    TableLayout layout = layout(encoding);
    TableScan.Builder builder = new TableScan.Builder(layout);
    forEachLine(encoding, layout, false, builder::add);
    TableScan scan = builder.scan();
    TableRows rows = new TableRows(scan, TableRoles.of(scan, choices));
    forEachLine(encoding, layout, scan.header(), rows::add);
    return rows.reading(encoding);
  }

  private TableEncoding encoding() throws IOException {
    try (InputStream bytes = source.open()) {
      return TableEncoding.of(bytes);
    }
  }

  private TableLayout layout(TableEncoding encoding) throws IOException {
    try (Reader text = encoding.open(source.open())) {
      char[] head = new char[HEAD];
      int count = 0;
      for (int n = 0; n >= 0 && count < HEAD; n = text.read(head, count, HEAD - count)) {
        count += n;
      }
      return TableLayout.of(new String(head, 0, count), count < HEAD);
    }
  }

  private void forEachLine(
      TableEncoding encoding, TableLayout layout, boolean belowFirst, Taker taker)
      throws IOException {
    try (Reader text = encoding.open(source.open())) {
      TableLines lines = new TableLines(text, layout);
      TableLine line = belowFirst && lines.next() == null ? null : lines.next();
      for (; line != null; line = lines.next()) {
        taker.take(line);
      }
    }
  }
}
