package org.gradloom.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table one by one, as its {@link TableLayout} has it. Blank lines and comments are
 * passed over; every line has as many fields as there are columns, or is refused.
 */
final class TableLines {
  private final TableLayout layout;
  private final LastCharacter text;
  private final Iterator<CsvRecord> records;

  /** Lines before the first that is taken apart. */
  private final int before;

  /** Whether the first column is called {@code #}, which is then no comment. */
  private boolean numberSign;

  private int line;
  private int comments;
  private @Nullable TableLine refused;

  /**
   * Reads from {@code text}, which is left open, as far as asked for.
   *
   * @param text at its beginning, and able to mark two characters
   */
  TableLines(Reader text, TableLayout layout) throws IOException {
    this.layout = layout;
    this.before = layout.saidSo() ? skipLine(text) : 0;
    this.numberSign = skipNumberSign(text, layout.delimiter());
    this.text = new LastCharacter(text);
    boolean blanks = layout.delimiter() == TableLayout.BLANKS;
    this.records =
        CsvReader.builder()
            .fieldSeparator(blanks ? '\t' : layout.delimiter())
            .trimWhitespacesAroundQuotes(true)
            .skipEmptyLines(false)
            .commentStrategy(CommentStrategy.READ)
            .commentCharacter(TableLayout.COMMENT)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(blanks ? new RunsOfBlanks(this.text) : this.text)
            .iterator();
  }

  private static int skipLine(Reader text) throws IOException {
    int c = text.read();
    while (c >= 0 && c != '\n' && c != '\r') {
      c = text.read();
    }
    if (c == '\r') {
      text.mark(1);
      if (text.read() != '\n') {
        text.reset();
      }
    }
    return 1;
  }

  private static boolean skipNumberSign(Reader text, char delimiter) throws IOException {
    text.mark(2);
    boolean found =
        text.read() == TableLayout.COMMENT
            && delimiter != TableLayout.BLANKS
            && text.read() == delimiter;
    text.reset();
    return found && text.read() == TableLayout.COMMENT;
  }

  /**
   * The next line; nothing at the end.
   *
   * @throws InvalidInput if a quotation mark is not closed or a line is unequal, naming the line
   */
  @Nullable TableLine next() throws IOException {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (record.isComment()) {
          comments++;
          continue;
        }
        line = Math.toIntExact(record.getStartingLineNumber()) + before;
        if (!records.hasNext() && endsWithin(record)) {
          throw new InvalidInput("data.quotes", line);
        }
        if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
          return new TableLine(line, fields(record));
        }
      }
      return null;
    } catch (CsvParseException e) {
      throw new InvalidInput("data.quotes", line + 1);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** How many comments were passed over. */
  int comments() {
    return comments;
  }

  /** The unequal line that was refused, as it is, if one was. */
  @Nullable TableLine refused() {
    return refused;
  }

  /** Whether the text ended in a quoted field of the last line, which then goes on over lines. */
  private boolean endsWithin(CsvRecord last) {
    return last.getField(last.getFieldCount() - 1).indexOf('\n') >= 0 && text.last != '"';
  }

  private List<String> fields(CsvRecord record) {
    int count = record.getFieldCount();
    String[] fields = new String[layout.columns()];
    Arrays.fill(fields, "");
    boolean equal = count >= layout.filled() && count <= layout.columns() + 1;
    boolean lines = false;
    for (int j = 0; j < count; j++) {
      String field = record.getField(j);
      lines |= field.indexOf('\n') >= 0;
      if (j < fields.length) {
        fields[j] = stripped(field);
      } else {
        equal &= field.isBlank();
      }
    }
    if (!equal) {
      // A mark that is not closed swallows the lines below.
      if (lines) {
        throw new InvalidInput("data.quotes", line);
      }
      refused = new TableLine(line, record.getFields());
      throw new InvalidInput("data.unequal", line, count, layout.filled());
    }
    if (numberSign) {
      numberSign = false;
      fields[0] = Character.toString(TableLayout.COMMENT);
    }
    return List.of(fields);
  }

  /** Without outer blanks, the no-break ones too. */
  private static String stripped(String field) {
    int start = 0;
    int end = field.length();
    while (start < end && isBlank(field.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(field.charAt(end - 1))) {
      end--;
    }
    return field.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\u200B';
  }

  /** Remembers the last character that ends no line. */
  private static final class LastCharacter extends FilterReader {
    private int last = -1;

    LastCharacter(Reader text) {
      super(text);
    }

    @Override
    public int read() throws IOException {
      int c = in.read();
      remember(c);
      return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      for (int i = 0; i < count; i++) {
        remember(target[offset + i]);
      }
      return count;
    }

    private void remember(int c) {
      if (c >= 0 && c != '\n' && c != '\r') {
        last = c;
      }
    }
  }

  /** Makes one tab of each run of blanks outside quotation marks, and nothing of outer ones. */
  private static final class RunsOfBlanks extends FilterReader {
    private boolean quoted;
    private boolean fieldIsEmpty = true;
    private boolean lineIsEmpty = true;

    /** What was read ahead of a run's end; negative for nothing. */
    private int ahead = -2;

    RunsOfBlanks(Reader text) {
      super(text);
    }

    @Override
    public int read() throws IOException {
      int c = ahead == -2 ? in.read() : ahead;
      ahead = -2;
      if (!quoted && (c == ' ' || c == '\t')) {
        while (c == ' ' || c == '\t') {
          c = in.read();
        }
        if (!lineIsEmpty && c >= 0 && c != '\n' && c != '\r') {
          ahead = c;
          fieldIsEmpty = true;
          return '\t';
        }
      }
      boolean ends = c == '\n' || c == '\r';
      if (c == '"' && (quoted || fieldIsEmpty)) {
        quoted = !quoted;
      }
      fieldIsEmpty = !quoted && ends;
      lineIsEmpty = !quoted && ends;
      return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int c = read();
        if (c < 0) {
          return count == 0 ? -1 : count;
        }
        target[offset + count++] = (char) c;
      }
      return count;
    }
  }
}
