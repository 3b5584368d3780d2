package org.gradloom.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a table is found to be before anybody chooses anything.
 *
 * @param header whether the first line names the columns
 * @param lines how many there are below the header
 * @param names of the columns
 * @param kinds of the columns
 * @param missing how many lines have no value, for each column
 * @param numberedClasses whether the numbers of a column are few and come again
 * @param summaries of the columns
 * @param comments how many lines are none of the table's
 * @param decimalIsGuess whether every comma could group thousands as well
 */
record TableScan(
    TableLayout layout,
    DecimalSign decimal,
    boolean decimalIsGuess,
    boolean header,
    int lines,
    List<String> names,
    List<ColumnKind> kinds,
    List<Integer> missing,
    List<Boolean> numberedClasses,
    List<TableReading.Summary> summaries,
    int comments) {

  /** The columns, none of them the target. */
  List<TableColumn> columns() {
    return IntStream.range(0, names.size())
        .mapToObj(j -> {
          ColumnKind kind = kinds.get(j);
          TableColumn.Role role =
              kind.isUsable() ? TableColumn.Role.FEATURE : TableColumn.Role.LEFT_OUT;
          return new TableColumn(names.get(j), kind, role, missing.get(j));
        })
        .toList();
  }

  /** How many lines are shown above one that is refused. */
  private static final int LATEST = 10;

  /** Finds it out line by line. */
  static final class Builder {
    private final TableLayout layout;
    private final TableChoices.Form form;
    private final DecimalSign.Evidence evidence = new DecimalSign.Evidence();
    private final List<ColumnTally> tallies = new ArrayList<>();
    private final List<TableLine> beginning = new ArrayList<>();
    private final Deque<TableLine> latest = new ArrayDeque<>();
    private @Nullable TableLine first;
    private int lines;

    Builder(TableLayout layout, TableChoices.Form form) {
      this.layout = layout;
      this.form = form;
    }

    void add(TableLine line) {
      if (beginning.size() < TableRows.BEGINNING) {
        beginning.add(line);
      }
      latest.addLast(line);
      if (latest.size() > LATEST) {
        latest.removeFirst();
      }
      if (first == null) {
        first = line;
        line.fields().forEach(field -> tallies.add(new ColumnTally(field)));
      } else {
        tally(line);
      }
    }

    private void tally(TableLine line) {
      for (int j = 0; j < tallies.size(); j++) {
        tallies.get(j).add(line.fields().get(j), evidence);
      }
      lines++;
    }

    /** Between commas, a comma is no decimal sign unless somebody says so. */
    private DecimalSign sign() {
      return form.decimal()
          .map(DecimalSign::of)
          .orElseGet(() -> layout.delimiter() == ',' ? DecimalSign.POINT : evidence.sign());
    }

    private boolean isHeader() {
      return form.header().orElseGet(this::seemsToBeHeader);
    }

    private boolean seemsToBeHeader() {
      DecimalSign sign = sign();
      if (tallies.stream().anyMatch(column -> column.isTextAboveNumbers(sign))) {
        return true;
      }
      // A header may leave the name of an index column out, but has some name.
      List<ColumnTally> named = tallies.stream().filter(ColumnTally::firstIsFilled).toList();
      return !named.isEmpty()
          && named.stream().allMatch(column -> column.firstIsText(sign))
          && named.stream().noneMatch(ColumnTally::firstComesAgain);
    }

    /**
     * What was found.
     *
     * @param comments how many stood between the lines
     * @throws InvalidInput if there is no line, or none below the header
     */
    TableScan scan(int comments) {
      if (first == null) {
        throw new InvalidInput("data.noLines");
      }
      boolean header = isHeader();
      if (header && lines == 0) {
        throw new InvalidInput("data.headerOnly", first.number());
      }
      if (!header) {
        tally(first);
      }
      DecimalSign sign = sign();
      int columns = tallies.size();
      while (columns > 1 && isLeftByDelimiter(columns - 1, header)) {
        columns--;
      }
      List<String> names = new ArrayList<>();
      List<ColumnKind> kinds = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        String name = header ? first.fields().get(j) : "column " + (j + 1);
        names.add(name);
        kinds.add(tallies.get(j).kind(sign, j == 0 && TableColumn.namesAnIndex(name)));
      }
      List<ColumnTally> kept = tallies.subList(0, columns);
      return new TableScan(
          layout,
          sign,
          layout.delimiter() != ',' && form.decimal().isEmpty() && evidence.isGuess(),
          header,
          lines,
          List.copyOf(names),
          List.copyOf(kinds),
          kept.stream().map(ColumnTally::missing).toList(),
          kept.stream().map(column -> column.isNumberedClasses(sign)).toList(),
          IntStream.range(0, columns)
              .mapToObj(j -> kept.get(j).summary(sign, kinds.get(j)))
              .toList(),
          comments);
    }

    /** What was found until a line was refused; nothing where none came below the header. */
    @Nullable TableScan above() {
      return lines == 0 ? null : scan(0);
    }

    /** The first lines below the header. */
    List<TableLine> beginning(boolean header) {
      return beginning.subList(header ? 1 : 0, beginning.size());
    }

    /** The lines that came last, without a header that may be one of them. */
    List<TableLine> latest(boolean header) {
      return latest.stream().filter(line -> !(header && line.equals(first))).toList();
    }

    private boolean isLeftByDelimiter(int column, boolean header) {
      return column >= layout.filled()
          && tallies.get(column).isEmpty()
          && !(header && tallies.get(column).firstIsFilled());
    }
  }
}
