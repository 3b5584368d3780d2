package org.gradloom.files;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.lesson.Misconception;
import org.gradloom.matrix.Numbers;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Result;
import org.gradloom.text.InvalidInput;

/**
 * What was practised as a table for a spreadsheet, an exercise a line, ended as RFC 4180 has it. No
 * field needs quotation marks and none is taken for a formula: all are names of ours, numbers and
 * instants in UTC; several ideas are parted by blanks.
 */
public final class PracticeCsv {
  private static final List<String> COLUMNS =
      List.of("kind", "seed", "level", "when", "outcome", "credit", "ideas");

  private PracticeCsv() {}

  /**
   * Replaces or creates a file.
   *
   * @throws InvalidInput if it cannot be written, saying why; what was there remains
   */
  public static void write(Mastery mastery, Path file) {
    AtomicFile.write(
        file,
        target -> {
          target.write(line(COLUMNS.stream()));
          for (Result result : mastery.results()) {
            target.write(line(fields(result)));
          }
        });
  }

  private static Stream<String> fields(Result result) {
    return Stream.of(
        result.kind().documentName(),
        Long.toString(result.seed()),
        Integer.toString(result.level()),
        result.when().toString(),
        result.outcome().documentName(),
        Numbers.exact(result.outcome().credit()),
        result.ideas().stream().map(Misconception::code).collect(Collectors.joining(" ")));
  }

  private static String line(Stream<String> fields) {
    return fields.collect(Collectors.joining(",", "", "\r\n"));
  }
}
