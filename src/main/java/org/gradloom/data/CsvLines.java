package org.gradloom.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The lines of a table one by one, taken apart into fields; blank ones are passed over. */
final class CsvLines {
  private final Iterator<CsvRecord> records;
  private int line;

  /** Reads from {@code text} as far as asked for; closing it is the caller's. */
  CsvLines(Reader text, char separator) {
    // Blank lines are counted here, for an unreadable line has no number but that after the last;
    // and ragged ones are let through, for CsvSamples refuses them in words of the bundle.
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .trimWhitespacesAroundQuotes(true)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)
            .iterator();
  }

  /** Nothing at the end. */
  @Nullable CsvRecord next() throws IOException {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = number(record);
        if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
          requireOneLine(record);
          return record;
        }
      }
      return null;
    } catch (CsvParseException e) {
      throw new InvalidInput("data.quotes", line + 1);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** No number or class has a line break in it; an open quotation mark swallows many. */
  private static void requireOneLine(CsvRecord record) {
    for (int j = 0; j < record.getFieldCount(); j++) {
      if (record.getField(j).indexOf('\n') >= 0) {
        throw new InvalidInput("data.quotes", number(record));
      }
    }
  }

  /** Counted from 1, as an editor shows it. */
  static int number(CsvRecord record) {
    return Math.toIntExact(record.getStartingLineNumber());
  }
}
