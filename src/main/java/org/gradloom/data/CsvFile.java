package org.gradloom.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.text.Failures;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Utf8Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a user's table: a line for each sample, columns of numbers and one of classes.
 *
 * <p>Fields are separated by commas, semicolons or tabs, whichever the first line has most of, and
 * may stand in quotation marks ({@code ""} for one within). Numbers have a decimal point. The text
 * is UTF-8, with or without a byte order mark; blank lines are passed over.
 */
public final class CsvFile {
  /** In millions of bytes. */
  public static final int LARGEST_MEGABYTES = 50;

  public static final int MOST_FEATURES = 1024;
  public static final int MOST_CLASSES = 20;

  private static final long MEGABYTE = 1_000_000;

  /** In the order of precedence. */
  private static final String SEPARATORS = "\t;,";

  /** How far to look for the end of the first line, in characters. */
  private static final int LONGEST_FIRST_LINE = 1 << 20;

  private CsvFile() {}

  /**
   * What a table does not say of itself.
   *
   * @param header whether the first line names the columns; nothing to find out by looking: it does
   *     if some column has text there and a number in the line below
   * @param classColumn the column that holds the class, by its name or its number from 1; nothing
   *     for the last
   */
  public record Options(Optional<Boolean> header, Optional<String> classColumn) {
    /** Finds out by looking. */
    public static final Options NONE = new Options(Optional.empty(), Optional.empty());
  }

  /**
   * The table in a file, named as the file is without its ending. Classes stand in the order of
   * their first appearance, or by value if all are numbers.
   *
   * @throws InvalidInput if the file cannot be read or holds no such table, naming the file too
   */
  public static DataSet read(Path file, Options options) {
    requireFile(file);
    try (Utf8Reader text = new Utf8Reader(Files.newInputStream(file))) {
      return read(text, name(file), options);
    } catch (InvalidInput e) {
      throw inFile(file, e.said());
    } catch (AccessDeniedException e) {
      throw new InvalidInput("file.denied", file.toString());
    } catch (Utf8Reader.NotText e) {
      throw inFile(file, Message.of("data.notText", e.line()));
    } catch (IOException e) {
      throw inFile(file, Message.of("file.unreadable", Failures.reason(e)));
    }
  }

  /** Says what is wrong with a file before a byte of it is read. */
  static void requireFile(Path file) {
    if (Files.notExists(file)) {
      throw new InvalidInput("data.missingFile", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInput("data.isDirectory", file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidInput("data.noFile", file.toString());
    }
    long size = file.toFile().length();
    if (size > LARGEST_MEGABYTES * MEGABYTE) {
      // Rounded up, so that a file just above the limit is not said to be at it.
      long megabytes = Math.ceilDiv(size, MEGABYTE);
      throw inFile(file, Message.of("data.tooBig", Long.toString(megabytes), LARGEST_MEGABYTES));
    }
  }

  private static String name(Path file) {
    String name = FileName.of(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  static InvalidInput inFile(Path file, Message fault) {
    return new InvalidInput("file.inFile", file.toString(), fault);
  }

  private static DataSet read(Reader text, String name, Options options) throws IOException {
    BufferedReader reader = new BufferedReader(text);
    CsvLines lines = new CsvLines(reader, separator(reader));
    CsvRecord first = lines.next();
    if (first == null) {
      throw new InvalidInput("data.empty");
    }
    CsvRecord second = lines.next();
    boolean header = options.header().orElseGet(() -> isHeader(first, second));
    CsvColumns columns = CsvColumns.of(first, header, options.classColumn());
    CsvSamples samples = new CsvSamples(columns);
    if (!header) {
      samples.add(first);
    } else if (second == null) {
      throw new InvalidInput("data.noRows", CsvLines.number(first));
    }
    for (CsvRecord line = second; line != null; line = lines.next()) {
      samples.add(line);
    }
    return samples.dataSet(name);
  }

  /**
   * What the first line has most of. Where there are as many commas as semicolons the commas are
   * most likely decimal, which can be said better than that a line is ragged.
   */
  private static char separator(BufferedReader text) throws IOException {
    int[] counts = new int[SEPARATORS.length()];
    text.mark(LONGEST_FIRST_LINE);
    boolean quoted = false;
    boolean begun = false;
    // The last few characters of the reach are left alone, so that the buffer is never asked to
    // fill its very last place, which half of a surrogate pair would not fit.
    for (int i = 0; i < LONGEST_FIRST_LINE - 16; i++) {
      int c = text.read();
      boolean lineEnd = c == '\n' || c == '\r';
      if (c < 0 || (lineEnd && begun && !quoted)) {
        break;
      }
      begun |= !lineEnd;
      quoted ^= c == '"';
      int known = SEPARATORS.indexOf(c);
      if (known >= 0 && !quoted) {
        counts[known]++;
      }
    }
    text.reset();
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      if (counts[k] > counts[best]) {
        best = k;
      }
    }
    return SEPARATORS.charAt(best);
  }

  private static boolean isHeader(CsvRecord first, @Nullable CsvRecord second) {
    for (int j = 0; j < first.getFieldCount(); j++) {
      String above = first.getField(j);
      if (second == null) {
        // Alone, it is a sample if it has any number.
        if (CsvSamples.isMeantAsNumber(above)) {
          return false;
        }
      } else if (j < second.getFieldCount()
          && !above.isBlank()
          && !CsvSamples.isMeantAsNumber(above)
          && CsvSamples.isMeantAsNumber(second.getField(j))) {
        return true;
      }
    }
    return second == null;
  }
}
