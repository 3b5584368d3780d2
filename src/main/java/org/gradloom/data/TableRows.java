package org.gradloom.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
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

  /** How many of the first lines are kept to be looked at. */
  static final int BEGINNING = 50;

  private final TableScan scan;
  private final TableRoles roles;
  private final LearningTask task;
  private final boolean filled;
  private final Map<Integer, Spellings> spellings = new TreeMap<>();
  private final int[] numbers;
  private final int[] missing;
  private final int[] costs;
  private final List<TableReading.Beginning> beginning = new ArrayList<>();
  private int rows;
  private int leftOut;
  private int filledIn;

  /**
   * Counts nothing yet.
   *
   * @throws InvalidInput if the target cannot be learned as is wanted
   */
  TableRows(TableScan scan, TableRoles roles, TableChoices choices) {
    this.scan = scan;
    this.roles = roles;
    this.task = task(scan, roles, choices);
    this.filled = choices.filled();
    this.missing = new int[roles.columns().size()];
    this.costs = new int[roles.columns().size()];
    List<Integer> numbers = new ArrayList<>();
    for (int j = 0; j < roles.columns().size(); j++) {
      if (roles.columns().get(j).isUsed()) {
        if (kind(j).isNumeric()) {
          numbers.add(j);
        } else {
          spellings.put(j, new Spellings());
        }
      }
    }
    if (task == LearningTask.CLASSIFICATION) {
      spellings.computeIfAbsent(roles.target(), _ -> new Spellings());
    }
    this.numbers = numbers.stream().mapToInt(j -> j).toArray();
  }

  private ColumnKind kind(int column) {
    return roles.columns().get(column).kind();
  }

  private static LearningTask task(TableScan scan, TableRoles roles, TableChoices choices) {
    int target = roles.target();
    boolean numbers = roles.columns().get(target).kind().isNumeric();
    LearningTask seems =
        !numbers || scan.numberedClasses().get(target)
            ? LearningTask.CLASSIFICATION
            : LearningTask.REGRESSION;
    LearningTask wanted = choices.task().orElse(seems);
    if (wanted == LearningTask.REGRESSION && !numbers) {
      throw new InvalidInput("data.noRegression", TableRoles.label(roles.columns(), target));
    }
    return wanted;
  }

  /** What is learned. */
  LearningTask task() {
    return task;
  }

  /** The spellings of each category of one column, the first of them the one that is shown. */
  private static final class Spellings {
    private final Map<String, String> first = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** The first spelling that was taken for another, with how often that happened. */
    private String other = "";

    private int merged;

    /** Whether this is another spelling of what is known. */
    boolean add(String field) {
      String folded = FieldText.folded(field);
      String known = first.putIfAbsent(folded, field);
      counts.merge(folded, 1, Integer::sum);
      if (known == null || known.equals(field)) {
        return false;
      }
      other = merged == 0 ? field : other;
      merged++;
      return true;
    }
  }

  /**
   * Takes one more line below the header into account.
   *
   * @return whether it stays
   * @throws InvalidInput if a number is too large to compute with, naming line and column
   */
  boolean add(TableLine line) {
    int needed = 0;
    int lacking = -1;
    for (int j = 0; j < missing.length; j++) {
      if (isMissing(line, j)) {
        missing[j]++;
        if (isNeeded(j)) {
          needed++;
          lacking = j;
        }
      }
    }
    List<Integer> merged = List.of();
    if (needed == 0) {
      merged = count(line);
    } else {
      leftOut++;
      costs[lacking] += needed == 1 ? 1 : 0;
    }
    if (beginning.size() < BEGINNING) {
      beginning.add(
          new TableReading.Beginning(
              line.number(),
              line.fields().subList(0, missing.length),
              needed == 0,
              IntStream.range(0, missing.length).filter(j -> isMissing(line, j)).boxed().toList(),
              merged));
    }
    return needed == 0;
  }

  private boolean isMissing(TableLine line, int column) {
    String field = line.fields().get(column);
    if (FieldText.isMissing(field)) {
      return true;
    }
    // What somebody takes for numbers may have texts among them.
    return kind(column).isNumeric()
        && scan.kinds().get(column) != kind(column)
        && Double.isNaN(scan.decimal().value(field));
  }

  /** Whether a line needs a value there; a number that is no target can be filled in. */
  private boolean isNeeded(int column) {
    return switch (roles.columns().get(column).role()) {
      case LEFT_OUT -> false;
      case TARGET -> true;
      case FEATURE -> !(filled && kind(column).isNumeric());
    };
  }

  /** Counts a line that stays; the columns that spell a category otherwise than before. */
  private List<Integer> count(TableLine line) {
    rows++;
    for (int j : numbers) {
      String field = line.fields().get(j);
      if (isMissing(line, j)) {
        filledIn++;
      } else if (!(Math.abs(scan.decimal().value(field)) <= LARGEST)) {
        throw new InvalidInput(
            "data.large",
            line.number(),
            TableRoles.label(roles.columns(), j),
            Quote.of(field),
            Numbers.format(-LARGEST),
            Numbers.format(LARGEST));
      }
    }
    List<Integer> merged = new ArrayList<>();
    spellings.forEach((column, found) -> {
      if (found.add(line.fields().get(column))) {
        merged.add(column);
      }
    });
    Spellings classes = spellings.get(roles.target());
    if (classes != null && classes.first.size() > MOST_CLASSES) {
      throw new InvalidInput(
          "data.manyClasses",
          line.number(),
          TableRoles.label(roles.columns(), roles.target()),
          MOST_CLASSES);
    }
    return merged;
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
    if (task == LearningTask.CLASSIFICATION && classes.size() < 2) {
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
        scan.comments(),
        filledIn,
        task,
        roles.target(),
        roles.targetBy(),
        classes,
        IntStream.range(0, missing.length)
            .mapToObj(j -> roles.columns().get(j).with(missing[j]))
            .toList(),
        scan.summaries(),
        IntStream.range(0, missing.length).mapToObj(this::uses).toList(),
        List.copyOf(beginning),
        guessed(),
        decided());
  }

  private TableReading.Uses uses(int column) {
    Spellings found = spellings.get(column);
    return new TableReading.Uses(found == null ? Map.of() : found.first, costs[column]);
  }

  private List<TableReading.ClassCount> classes() {
    if (task == LearningTask.REGRESSION) {
      return List.of();
    }
    Spellings found = spellings.getOrDefault(roles.target(), new Spellings());
    if (kind(roles.target()).isNumeric()) {
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
    if (scan.layout().saidSo()) {
      decided.add(Message.of("data.sepLine"));
    }
    if (scan.comments() > 0) {
      decided.add(Message.of("data.comments", scan.comments()));
    }
    if (scan.layout().trailing() > 0) {
      decided.add(Message.of("data.trailing"));
    }
    if (scan.layout().quoted()) {
      decided.add(Message.of("data.quoted"));
    }
    if (filledIn > 0) {
      decided.add(Message.of("data.filled", filledIn));
    }
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
