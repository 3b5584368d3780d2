package org.gradloom.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * The columns of a table.
 *
 * @param names one for each, the class's included
 * @param classColumn which of them holds the class, from 0
 * @param firstLine the line that all others must be as long as, from 1
 */
record CsvColumns(List<String> names, int classColumn, int firstLine) {
  /** How many names a sentence may list. */
  private static final int MOST_LISTED = 12;

  /**
   * Finds the column of classes.
   *
   * @throws InvalidInput if there is no such column, or there are too few or too many
   */
  static CsvColumns of(CsvRecord first, boolean header, Optional<String> wanted) {
    int line = CsvLines.number(first);
    int count = first.getFieldCount();
    if (count == 1) {
      throw new InvalidInput("data.oneColumn", line);
    }
    if (count - 1 > CsvFile.MOST_FEATURES) {
      throw new InvalidInput("data.manyFeatures", line, count - 1, CsvFile.MOST_FEATURES);
    }
    List<String> names = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      String name = header ? first.getField(j).strip() : "";
      names.add(name.isEmpty() ? numbered(j + 1) : name);
    }
    int classColumn = wanted.map(column -> find(column.strip(), names, header)).orElse(count - 1);
    return new CsvColumns(List.copyOf(names), classColumn, line);
  }

  /** A name goes before a number, for a column may be called 2. */
  private static int find(String wanted, List<String> names, boolean header) {
    int found = names.indexOf(wanted);
    if (found >= 0) {
      if (found != names.lastIndexOf(wanted)) {
        throw new InvalidInput("data.twoColumns", Quote.of(wanted), names.size());
      }
      return found;
    }
    for (int j = 0; j < names.size(); j++) {
      if (wanted.equals(Integer.toString(j + 1))) {
        return j;
      }
    }
    if (header) {
      throw new InvalidInput("data.noColumnNamed", Quote.of(wanted), listed(names), names.size());
    }
    throw new InvalidInput("data.noColumn", Quote.of(wanted), names.size());
  }

  private static String listed(List<String> names) {
    String some =
        names.stream().limit(MOST_LISTED).map(Quote::of).collect(Collectors.joining(", "));
    return names.size() > MOST_LISTED ? some + ", …" : some;
  }

  /** The column that has no name: x₁, x₂, … */
  private static String numbered(int number) {
    StringBuilder name = new StringBuilder("x");
    Integer.toString(number).chars().forEach(digit -> name.append((char) (digit - '0' + '₀')));
    return name.toString();
  }

  int count() {
    return names.size();
  }

  /** The names of all but the class's. */
  List<String> features() {
    List<String> features = new ArrayList<>(names);
    features.remove(classColumn);
    return features;
  }

  /** A column's name as a sentence quotes it. */
  String quoted(int column) {
    return Quote.of(names.get(column));
  }
}
