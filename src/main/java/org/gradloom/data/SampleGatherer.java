package org.gradloom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gradloom.lesson.LearningTask;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;

/**
 * Makes samples of the lines of a table that stay: a column of numbers is one feature, a category
 * one for each of its values.
 */
final class SampleGatherer {
  private final DecimalSign decimal;
  private final TableRoles roles;
  private final LearningTask task;
  private final List<Column> columns = new ArrayList<>();
  private int rows;

  SampleGatherer(DecimalSign decimal, TableRoles roles, LearningTask task) {
    this.decimal = decimal;
    this.roles = roles;
    this.task = task;
    for (int j = 0; j < roles.columns().size(); j++) {
      if (roles.columns().get(j).isUsed()) {
        boolean target = j == roles.target();
        boolean numbers =
            target ? task == LearningTask.REGRESSION : !roles.columns().get(j).isCategory();
        columns.add(new Column(j, target, numbers));
      }
    }
  }

  /** The values of a column: its numbers, or the number of each category by first appearance. */
  private static final class Column {
    private final int place;
    private final boolean target;
    private final boolean numbers;
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private double[] values = new double[256];

    Column(int place, boolean target, boolean numbers) {
      this.place = place;
      this.target = target;
      this.numbers = numbers;
    }

    void add(int row, double value) {
      if (row == values.length) {
        values = Arrays.copyOf(values, 2 * row);
      }
      values[row] = value;
    }

    int category(String folded) {
      return categories.computeIfAbsent(folded, _ -> categories.size());
    }
  }

  /** Takes one more line that stays. */
  void add(TableLine line) {
    for (Column column : columns) {
      String field = line.fields().get(column.place);
      // Adding 0 makes 0 of −0.
      column.add(
          rows,
          column.numbers
              ? decimal.value(field) + 0.0
              : column.category(key(field, roles.columns().get(column.place))));
    }
    rows++;
  }

  /** What two fields of one category have in common: 1 and 1.0 are one class of numbers. */
  private String key(String field, TableColumn column) {
    return column.kind().isNumeric()
        ? Double.toString(decimal.value(field) + 0.0)
        : FieldText.folded(field);
  }

  /**
   * The samples.
   *
   * @param reading of the same lines
   * @param pictures whether the features are pixels
   * @throws InvalidInput if there are too many classes, or no picture has so many pixels
   */
  TableSamples of(String name, TableReading reading, boolean pictures) {
    reading
        .refusal(pictures)
        .ifPresent(wrong -> {
          throw new InvalidInput(wrong);
        });
    List<String> features = new ArrayList<>();
    List<Integer> oneHot = new ArrayList<>();
    List<double[]> inputs = new ArrayList<>();
    for (Column column : columns) {
      String label = roles.plainLabel(column.place);
      if (column.target) {
        continue;
      }
      if (column.numbers) {
        features.add(label);
        inputs.add(column.values);
      } else {
        sorted(column.categories)
            .forEach((category, number) -> {
              oneHot.add(features.size());
              features.add(label + " = " + reading.spelling(column.place, category));
              inputs.add(indicators(column.values, number));
            });
      }
    }
    List<Cell> gaps = new ArrayList<>();
    for (int j = 0; j < inputs.size(); j++) {
      double[] input = inputs.get(j);
      for (int i = 0; i < rows; i++) {
        if (Double.isNaN(input[i])) {
          input[i] = 0;
          gaps.add(new Cell(i, j));
        }
      }
    }
    Matrix x = Matrix.numbers(new Shape(rows, inputs.size()), (i, j) -> inputs.get(j)[i]);
    return new TableSamples(
        reading,
        new DataSet(
            name,
            x,
            truth(reading),
            features,
            oneHot,
            pictures ? reading.pictureSize() : Optional.empty()),
        gaps);
  }

  private double[] indicators(double[] categories, int wanted) {
    double[] indicators = new double[rows];
    for (int i = 0; i < rows; i++) {
      indicators[i] = categories[i] == wanted ? 1 : 0;
    }
    return indicators;
  }

  private static Map<String, Integer> sorted(Map<String, Integer> categories) {
    return new TreeMap<>(categories);
  }

  private Truth truth(TableReading reading) {
    Column target = columns.stream().filter(column -> column.target).findFirst().orElseThrow();
    return switch (task) {
      case REGRESSION ->
          new Truth.Quantities(
              roles.plainLabel(target.place),
              Matrix.numbers(new Shape(rows, 1), (i, j) -> target.values[i]));
      case CLASSIFICATION -> {
        TableColumn column = roles.columns().get(target.place);
        int[] places = new int[target.categories.size()];
        for (int k = 0; k < reading.classes().size(); k++) {
          Integer number = target.categories.get(key(reading.classes().get(k).name(), column));
          places[number == null ? 0 : number] = k;
        }
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
          labels.add(places[(int) target.values[i]]);
        }
        yield new Truth.Classes(
            labels, reading.classes().stream().map(TableReading.ClassCount::name).toList());
      }
    };
  }
}
