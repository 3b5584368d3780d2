package org.gradloom.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Results of a pack that were saved as a table. Each line is taken for the object that the same
 * results have in JSON, so that both are read, and refused, in one way.
 */
final class ResultsTable {
  private static final List<String> NEEDED = List.of("kind", "seed", "answers");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
  private static final Pattern USED = Pattern.compile("(\\d{1,9}) (\\d{1,9})");

  private ResultsTable() {}

  /**
   * What a file holds.
   *
   * @throws InvalidInput if the file cannot be read or holds anything else, naming the file too
   */
  static List<Submission> read(Path file) {
    FileKind.requireAnswering(file, "file.anAnswersFile");
    try {
      return read(Files.readString(file));
    } catch (InvalidInput e) {
      throw JsonFile.within(file, e.said());
    } catch (NoSuchFileException e) {
      throw new InvalidInput("file.missing", file.toString(), Message.of("file.anAnswersFile"));
    } catch (IOException e) {
      throw JsonFile.within(file, Message.of("file.unreadable", Failures.reason(e)));
    }
  }

  private static List<Submission> read(String text) {
    List<Submission> all = new ArrayList<>();
    String header = text.lines().findFirst().orElse("");
    if (!NEEDED.stream().allMatch(header::contains)) {
      throw new InvalidInput("file.noResults");
    }
    // A spreadsheet of a country with decimal commas saves it so.
    char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      for (NamedCsvRecord record : records) {
        all.add(submission(all.size(), json(record)));
      }
    } catch (CsvParseException _) {
      throw new InvalidInput("file.brokenTable", all.size() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Submission submission(int index, String json) {
    try {
      return JsonFile.read(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
          in -> {
            in.next();
            return new Submission.Draft(in).read();
          });
    } catch (InvalidInput e) {
      throw new InvalidInput(Submission.within(index, e.said()));
    }
  }

  private static String json(NamedCsvRecord record) {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    for (String name : record.getHeader()) {
      String text = record.findField(name).orElse("");
      if (!text.isEmpty() || name.equals("answers")) {
        fields.add(quoted(name) + ": " + value(name, text));
      }
    }
    return fields.toString();
  }

  private static String value(String column, String text) {
    return switch (column) {
      case "seed", "level" -> whole(text);
      case "sizes" ->
          list(Stream.of(text.split(",", -1)).map(String::strip).map(ResultsTable::whole));
      case "shown" -> truth(text.toLowerCase(Locale.ROOT));
      case "answers" -> list(lines(unguarded(text)).map(ResultsTable::quoted));
      case "lines" -> list(lines(text).map(ResultsTable::used));
      case "lesson" -> text.startsWith("{") ? text : quoted(text);
      default -> quoted(text);
    };
  }

  private static Stream<String> lines(String text) {
    return text.isEmpty() ? Stream.of() : Stream.of(text.split("\\R", -1));
  }

  private static String whole(String text) {
    return WHOLE.matcher(text).matches() ? text : quoted(text);
  }

  private static String truth(String text) {
    return text.equals("true") || text.equals("false") ? text : quoted(text);
  }

  /** The row at the left and the column at the right, or nothing. */
  private static String used(String text) {
    var both = USED.matcher(text);
    if (both.matches()) {
      return "{\"left\": " + both.group(1) + ", \"right\": " + both.group(2) + "}";
    }
    return text.isEmpty() ? "null" : quoted(text);
  }

  private static String unguarded(String text) {
    return text.startsWith(ResultsWriter.GUARD)
        ? text.substring(ResultsWriter.GUARD.length())
        : text;
  }

  private static String list(Stream<String> values) {
    return values.collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    StringWriter json = new StringWriter();
    try {
      JsonWriter.write(json, out -> out.text(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.toString().strip();
  }
}
