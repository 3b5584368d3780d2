package org.gradloom.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/** Counts the lines of a table that stay, once it is settled what each column does. */
final class TableRows {
  /** Far from where a double ends, so that squares and sums of squares stay finite. */
  private static final double LARGEST = 1e100;

  /** More classes than anybody can have meant; the memory for them stays small. */
  private static final int MOST_CLASSES = 10_000;

  private final TableScan scan;
  private final TableRoles roles;
  private final TableReading.Task task;
  private final Map<Integer, Spellings> spellings = new TreeMap<>();
  private final int[] numbers;
  private int rows;
  private int leftOut;

  TableRows(TableScan scan, TableRoles roles) {
    this.scan = scan;
    this.roles = roles;
    this.task = task(scan, roles.target());
    List<Integer> numbers = new ArrayList<>();
    for (int j = 0; j < roles.columns().size(); j++) {
      if (roles.columns().get(j).isUsed()) {
        if (isNumeric(scan.kinds().get(j))) {
          numbers.add(j);
        } else {
          spellings.put(j, new Spellings());
        }
      }
    }
    if (task == TableReading.Task.CLASSIFICATION) {
      spellings.computeIfAbsent(roles.target(), _ -> new Spellings());
    }
    this.numbers = numbers.stream().mapToInt(j -> j).toArray();
  }

  private static boolean isNumeric(TableColumn.Kind kind) {
    return kind == TableColumn.Kind.NUMBER || kind == TableColumn.Kind.INDEX;
  }

  private static TableReading.Task task(TableScan scan, int target) {
    return !isNumeric(scan.kinds().get(target)) || scan.numberedClasses().get(target)
        ? TableReading.Task.CLASSIFICATION
        : TableReading.Task.REGRESSION;
  }

  /** The spellings of each category of one column, the first of them the one that is shown. */
  private static final class Spellings {
    private final Map<String, String> first = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** The first spelling that was taken for another, with how often that happened. */
    private String other = "";

    private int merged;

    void add(String field) {
      String folded = FieldText.folded(field);
      String known = first.putIfAbsent(folded, field);
      counts.merge(folded, 1, Integer::sum);
      if (known != null && !known.equals(field)) {
        other = merged == 0 ? field : other;
        merged++;
      }
    }
  }

  /**
   * Takes one more line below the header into account.
   *
   * @throws InvalidInput if a number is too large to compute with, naming line and column
   */
  void add(TableLine line) {
    for (int j = 0; j < roles.columns().size(); j++) {
      if (roles.columns().get(j).isUsed() && FieldText.isMissing(line.fields().get(j))) {
        leftOut++;
        return;
      }
    }
    rows++;
    for (int j : numbers) {
      String field = line.fields().get(j);
      if (!(Math.abs(scan.decimal().value(field)) <= LARGEST)) {
        throw new InvalidInput(
            "data.large",
            line.number(),
            TableRoles.label(roles.columns(), j),
            Quote.of(field),
            Numbers.format(-LARGEST),
            Numbers.format(LARGEST));
      }
    }
    spellings.forEach((column, found) -> found.add(line.fields().get(column)));
    Spellings classes = spellings.get(roles.target());
    if (classes != null && classes.first.size() > MOST_CLASSES) {
      throw new InvalidInput(
          "data.manyClasses",
          line.number(),
          TableRoles.label(roles.columns(), roles.target()),
          MOST_CLASSES);
    }
  }

  /**
   * How the table is read.
   *
   * @throws InvalidInput if no line stays, or all of them are of one class
   */
  TableReading reading(TableEncoding encoding) {
    if (rows == 0) {
      throw new InvalidInput("data.noRowStays", leftOut);
    }
    List<TableReading.ClassCount> classes = classes();
    if (task == TableReading.Task.CLASSIFICATION && classes.size() < 2) {
      String target = TableRoles.label(roles.columns(), roles.target());
      String only = Quote.of(classes.getFirst().name());
      throw leftOut == 0
          ? new InvalidInput("data.oneClass", target, only)
          : new InvalidInput("data.oneClassStays", target, only, leftOut);
    }
    return new TableReading(
        encoding,
        scan.layout().delimiter(),
        scan.decimal(),
        scan.header(),
        rows,
        leftOut,
        task,
        roles.target(),
        roles.targetBy(),
        classes,
        roles.columns(),
        guessed(),
        decided());
  }

  private List<TableReading.ClassCount> classes() {
    if (task == TableReading.Task.REGRESSION) {
      return List.of();
    }
    Spellings found = spellings.getOrDefault(roles.target(), new Spellings());
    if (isNumeric(scan.kinds().get(roles.target()))) {
      TreeMap<Double, TableReading.ClassCount> byValue = new TreeMap<>();
      found.first.forEach((folded, name) ->
          byValue.merge(
              // Adding 0 makes 0 of −0; 1 and 1.0 are one class.
              scan.decimal().value(name) + 0.0,
              new TableReading.ClassCount(name, found.counts.getOrDefault(folded, 0)),
              (known, more) ->
                  new TableReading.ClassCount(known.name(), known.rows() + more.rows())));
      return List.copyOf(byValue.values());
    }
    List<TableReading.ClassCount> byName = new ArrayList<>();
    found.first.forEach((folded, name) ->
        byName.add(new TableReading.ClassCount(name, found.counts.getOrDefault(folded, 0))));
    byName.sort(Comparator.comparing(each -> FieldText.folded(each.name())));
    return List.copyOf(byName);
  }

  private List<Message> guessed() {
    List<Message> guessed = new ArrayList<>();
    if (roles.targetBy() == TableReading.TargetBy.GUESSED) {
      guessed.add(
          Message.of("data.guessedTarget", TableRoles.label(roles.columns(), roles.target())));
    }
    if (scan.decimalIsGuess()) {
      guessed.add(Message.of("data.guessedDecimal"));
    }
    return List.copyOf(guessed);
  }

  private List<Message> decided() {
    List<Message> decided = new ArrayList<>();
    spellings.forEach((column, found) -> {
      if (found.merged > 0) {
        decided.add(
            Message.of(
                "data.merged",
                TableRoles.label(roles.columns(), column),
                Quote.of(found.other),
                Quote.of(found.first.getOrDefault(FieldText.folded(found.other), "")),
                found.merged));
      }
    });
    return List.copyOf(decided);
  }
}
