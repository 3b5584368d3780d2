package org.gradloom.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/** Gathers the samples of a table, line by line. */
final class CsvSamples {
  /** Far from where a double ends, so that squares and sums of squares stay finite. */
  private static final double LARGEST = 1e100;

  private final CsvColumns columns;

  /** The classes in order of appearance, each with its number. */
  private final Map<String, Integer> classes = new LinkedHashMap<>();

  private final List<Integer> labels = new ArrayList<>();

  /** Row-major; what lies behind {@code count} is room to grow. */
  private double[] values = new double[1024];

  private int count;

  CsvSamples(CsvColumns columns) {
    this.columns = columns;
  }

  /**
   * Adds the sample of one line.
   *
   * @throws InvalidInput naming the line, and the column where it is one's fault
   */
  void add(CsvRecord line) {
    if (line.getFieldCount() != columns.count()) {
      throw new InvalidInput(
          "data.ragged",
          CsvLines.number(line),
          line.getFieldCount(),
          columns.firstLine(),
          columns.count());
    }
    if (values.length < count + columns.count()) {
      values = Arrays.copyOf(values, values.length + values.length / 2 + columns.count());
    }
    for (int j = 0; j < columns.count(); j++) {
      String field = line.getField(j);
      if (field.isBlank()) {
        throw new InvalidInput("data.missingValue", CsvLines.number(line), columns.quoted(j));
      }
      if (j == columns.classColumn()) {
        labels.add(label(field.strip(), line));
      } else {
        values[count++] = number(field, line, j);
      }
    }
  }

  private int label(String name, CsvRecord line) {
    Integer known = classes.putIfAbsent(name, classes.size());
    if (classes.size() > CsvFile.MOST_CLASSES) {
      throw new InvalidInput(
          "data.manyClasses",
          CsvLines.number(line),
          columns.quoted(columns.classColumn()),
          CsvFile.MOST_CLASSES);
    }
    return known == null ? classes.size() - 1 : known;
  }

  private double number(String field, CsvRecord line, int column) {
    try {
      double value = parse(field);
      if (Math.abs(value) <= LARGEST) {
        return value;
      }
    } catch (InvalidInput e) {
      switch (e.said().key()) {
        case "number.tooLarge" -> {}
        case "number.notANumber" ->
            throw new InvalidInput(
                "data.text",
                CsvLines.number(line),
                columns.quoted(column),
                Quote.of(field.strip()),
                columns.quoted(columns.classColumn()));
        default ->
            throw new InvalidInput(
                "data.number", CsvLines.number(line), columns.quoted(column), e.said());
      }
    }
    throw new InvalidInput(
        "data.large",
        CsvLines.number(line),
        columns.quoted(column),
        Quote.of(field.strip()),
        Numbers.format(-LARGEST),
        Numbers.format(LARGEST));
  }

  private static boolean isNumber(String field) {
    try {
      parse(field);
      return true;
    } catch (InvalidInput e) {
      return false;
    }
  }

  /** True for a number, and for one that only has a fault of its own, such as a decimal comma. */
  static boolean isMeantAsNumber(String field) {
    try {
      parse(field);
      return true;
    } catch (InvalidInput e) {
      String fault = e.said().key();
      return !fault.equals("number.notANumber") && !fault.equals("number.empty");
    }
  }

  /** As {@link Numbers} reads it, which most fields are too plain to be asked about. */
  private static double parse(String field) {
    return isPlain(field) ? Double.parseDouble(field) : Numbers.parse(field).value();
  }

  /** Digits, at most one point after the first of them, at most a minus before: {@code -12.5}. */
  private static boolean isPlain(String field) {
    int start = field.startsWith("-") ? 1 : 0;
    boolean point = false;
    for (int i = start; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '.' && !point && i > start) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return field.length() > start;
  }

  /**
   * All samples added, at least one.
   *
   * @throws InvalidInput if they are all of one class
   */
  DataSet dataSet(String name) {
    int features = columns.count() - 1;
    Matrix x =
        Matrix.numbers(new Shape(labels.size(), features), (i, j) -> values[i * features + j]);
    List<String> names = List.copyOf(classes.keySet());
    if (names.stream().allMatch(CsvSamples::isNumber)) {
      return byValue(name, x, names);
    }
    return dataSet(name, x, labels, names);
  }

  /** Classes that are numbers, in the order of numbers; 1 and 1.0 are one class. */
  private DataSet byValue(String name, Matrix x, List<String> names) {
    TreeMap<Double, String> sorted = new TreeMap<>();
    // Adding 0 makes 0 of −0.
    names.forEach(text -> sorted.putIfAbsent(parse(text) + 0.0, text));
    List<Double> order = List.copyOf(sorted.keySet());
    int[] places = names.stream().mapToInt(text -> order.indexOf(parse(text) + 0.0)).toArray();
    List<Integer> placed = labels.stream().map(label -> places[label]).toList();
    return dataSet(name, x, placed, List.copyOf(sorted.values()));
  }

  private DataSet dataSet(String name, Matrix x, List<Integer> placed, List<String> names) {
    if (names.size() < 2) {
      throw new InvalidInput(
          "data.oneClass", columns.quoted(columns.classColumn()), Quote.of(names.getFirst()));
    }
    return new DataSet(name, x, placed, columns.features(), names, Optional.empty());
  }
}
