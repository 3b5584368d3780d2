package org.gradloom.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a table is to be read, and reads it. The file is gone through three times, for its
 * encoding, for what its columns hold and for the lines that stay, so that memory does not grow
 * with what is left out.
 */
public final class TableReader {
  /** More classes than these no table of mistakes can show. */
  public static final int MOST_CLASSES = 20;

  /** How much is looked at to find the delimiter, in characters. */
  private static final int HEAD = 1 << 18;

  private final Source source;
  private final TableChoices choices;

  private TableReader(Source source, TableChoices choices) {
    this.source = source;
    this.choices = choices;
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

  /** Whether a file is a table by its name. */
  public static boolean isTable(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".csv", ".tsv", ".txt").anyMatch(name::endsWith);
  }

  /**
   * How the table in a file is read.
   *
   * @param progress told now and then, on this thread; what it throws ends the reading
   * @throws InvalidInput if the file cannot be read or holds no such table, naming the file, and
   *     the line where it is one's fault
   */
  public static TableReading read(Path file, TableChoices choices, ReadingProgress progress) {
    return new TableFile(file).read(source -> read(source, choices), progress);
  }

  /**
   * The same, but a table that is refused is looked at as far as it can be, so that whoever chose
   * something else may choose again.
   */
  public static TableOutcome look(Path file, TableChoices choices, ReadingProgress progress) {
    try {
      return new TableFile(file).read(source -> look(source, choices), progress);
    } catch (InvalidInput wrong) {
      return new TableOutcome.Refused(wrong.said(), Optional.empty());
    }
  }

  /** The same for bytes from anywhere. */
  static TableOutcome look(Source source, TableChoices choices) throws IOException {
    return new TableReader(source, choices).outcome();
  }

  /** The same for bytes from anywhere. */
  static TableReading read(Source source, TableChoices choices) throws IOException {
    return new TableReader(source, choices).reading();
  }

  /**
   * The samples of the table in a file, which are called as the file is without its ending.
   *
   * @param progress told now and then, on this thread; what it throws ends the reading
   * @throws InvalidInput if the file cannot be read, holds no such table, or one of more classes
   *     than can be shown, naming the file
   */
  public static TableSamples samples(Path file, TableChoices choices, ReadingProgress progress) {
    TableFile table = new TableFile(file);
    return table.read(source -> samples(source, table.name(), choices), progress);
  }

  /** The same for bytes from anywhere. */
  static TableSamples samples(Source source, String name, TableChoices choices) throws IOException {
    return new TableReader(source, choices).samples(name);
  }

  private TableReading reading() throws IOException {
    Found found = found();
    TableRows rows = new TableRows(found.scan(), found.roles(), choices);
    found.lines().forEachBelow(rows::add);
    return rows.reading(found.encoding());
  }

  private TableOutcome outcome() throws IOException {
    TableEncoding encoding;
    TableLayout layout;
    try {
      encoding = encoding();
      layout = layout(encoding);
    } catch (InvalidInput wrong) {
      return new TableOutcome.Refused(wrong.said(), Optional.empty());
    }
    TableScan.Builder builder = new TableScan.Builder(layout, choices.form());
    Lines all = new Lines(encoding, layout, false);
    TableScan scan;
    try {
      scan = builder.scan(all.forEachBelow(builder::add));
    } catch (InvalidInput wrong) {
      TableLine unequal = all.refused;
      TableScan above = unequal == null ? null : builder.above();
      return unequal == null || above == null
          ? new TableOutcome.Refused(wrong.said(), Optional.empty())
          : refused(
              wrong,
              TableGlance.columns(above, choices),
              encoding,
              above,
              builder.latest(above.header()),
              unequal);
    }
    List<TableColumn> columns = TableGlance.columns(scan, choices);
    try {
      TableRoles roles = TableRoles.of(scan, choices);
      columns = roles.columns();
      TableRows rows = new TableRows(scan, roles, choices);
      new Lines(encoding, layout, scan.header()).forEachBelow(rows::add);
      return new TableOutcome.Read(rows.reading(encoding));
    } catch (InvalidInput wrong) {
      return refused(wrong, columns, encoding, scan, builder.beginning(scan.header()), null);
    }
  }

  private TableOutcome refused(
      InvalidInput wrong,
      List<TableColumn> columns,
      TableEncoding encoding,
      TableScan scan,
      List<TableLine> shown,
      @Nullable TableLine unequal) {
    List<TableReading.Beginning> beginning = new ArrayList<>();
    shown.forEach(line -> beginning.add(TableGlance.seen(line, scan.names().size())));
    if (unequal != null) {
      beginning.add(TableGlance.refused(unequal));
    }
    OptionalInt number = unequal == null ? OptionalInt.empty() : OptionalInt.of(unequal.number());
    return new TableOutcome.Refused(
        wrong.said(), Optional.of(TableGlance.of(encoding, scan, columns, beginning, number)));
  }

  private TableSamples samples(String name) throws IOException {
    Found found = found();
    TableRows rows = new TableRows(found.scan(), found.roles(), choices);
    SampleGatherer samples = new SampleGatherer(found.scan().decimal(), found.roles(), rows.task());
    found
        .lines()
        .forEachBelow(line -> {
          if (rows.add(line)) {
            samples.add(line);
          }
        });
    return samples.of(name, rows.reading(found.encoding()), choices.pictures());
  }

  /** What is found out before the lines are counted. */
  private record Found(TableEncoding encoding, TableScan scan, TableRoles roles, Lines lines) {}

  private Found found() throws IOException {
    TableEncoding encoding = encoding();
    TableLayout layout = layout(encoding);
    TableScan.Builder builder = new TableScan.Builder(layout, choices.form());
    Lines lines = new Lines(encoding, layout, false);
    int comments = lines.forEachBelow(builder::add);
    TableScan scan = builder.scan(comments);
    return new Found(
        encoding, scan, TableRoles.of(scan, choices), new Lines(encoding, layout, scan.header()));
  }

  private TableEncoding encoding() throws IOException {
    try (InputStream bytes = source.open()) {
      return TableEncoding.of(bytes, choices.form().encoding());
    }
  }

  private TableLayout layout(TableEncoding encoding) throws IOException {
    try (Reader text = encoding.open(source.open())) {
      char[] head = new char[HEAD];
      int count = 0;
      for (int n = 0; n >= 0 && count < HEAD; n = text.read(head, count, HEAD - count)) {
        count += n;
      }
      return TableLayout.of(new String(head, 0, count), count < HEAD, choices.form().delimiter());
    }
  }

  /** The lines of the table, all or without the first. */
  private final class Lines {
    private final TableEncoding encoding;
    private final TableLayout layout;
    private final boolean belowFirst;

    /** The unequal line at which they ended, if they ended so. */
    private @Nullable TableLine refused;

    Lines(TableEncoding encoding, TableLayout layout, boolean belowFirst) {
      this.encoding = encoding;
      this.layout = layout;
      this.belowFirst = belowFirst;
    }

    /** Goes through them; how many comments stood between. */
    int forEachBelow(Taker taker) throws IOException {
      try (Reader text = encoding.open(source.open())) {
        TableLines lines = new TableLines(text, layout);
        try {
          TableLine line = belowFirst && lines.next() == null ? null : lines.next();
          for (; line != null; line = lines.next()) {
            taker.take(line);
          }
        } finally {
          refused = lines.refused();
        }
        return lines.comments();
      }
    }
  }
}
