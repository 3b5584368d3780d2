package org.gradloom.data;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gradloom.lesson.TableChoices;

/**
 * What can be seen of a table, also of one that is refused.
 *
 * @param delimiter what stands between two fields; one blank means runs of blanks
 * @param header whether the first line names the columns
 * @param lines how many were read below the header
 * @param comments how many lines are none of the table's
 * @param columns as they are read or, of a table that is refused, as somebody chose and as they
 *     seem to be; none need be the target
 * @param summaries of the columns
 * @param beginning the first lines; where one is refused the last ones, down to that
 * @param refused the number of the line that is refused, if it is one's fault; its fields are as
 *     many as it has
 */
public record TableGlance(
    TableEncoding encoding,
    char delimiter,
    DecimalSign decimal,
    boolean header,
    int lines,
    int comments,
    List<TableColumn> columns,
    List<TableReading.Summary> summaries,
    List<TableReading.Beginning> beginning,
    OptionalInt refused) {
  public TableGlance {
    columns = List.copyOf(columns);
    summaries = List.copyOf(summaries);
    beginning = List.copyOf(beginning);
  }

  /** Of a table that is read. */
  public static TableGlance of(TableReading reading) {
    return new TableGlance(
        reading.encoding(),
        reading.delimiter(),
        reading.decimal(),
        reading.header(),
        reading.lines(),
        reading.comments(),
        reading.columns(),
        reading.summaries(),
        reading.beginning(),
        OptionalInt.empty());
  }

  /** Of a table that is refused, with these lines of it. */
  static TableGlance of(
      TableEncoding encoding,
      TableScan scan,
      List<TableColumn> columns,
      List<TableReading.Beginning> beginning,
      OptionalInt refused) {
    return new TableGlance(
        encoding,
        scan.layout().delimiter(),
        scan.decimal(),
        scan.header(),
        scan.lines(),
        scan.comments(),
        columns,
        scan.summaries(),
        beginning,
        refused);
  }

  /** The columns as somebody chose and as they seem to be, where it is not settled what they do. */
  static List<TableColumn> columns(TableScan scan, TableChoices choices) {
    List<TableColumn> columns = scan.columns();
    return IntStream.range(0, columns.size())
        .mapToObj(j -> chosen(columns.get(j), TableRoles.key(columns, j), choices))
        .toList();
  }

  private static TableColumn chosen(TableColumn column, String key, TableChoices choices) {
    TableColumn of = column;
    if (choices.kinds().containsKey(key)) {
      of = of.as(choices.kinds().getOrDefault(key, of.kind()));
      of = of.as(of.kind().isUsable() ? TableColumn.Role.FEATURE : TableColumn.Role.LEFT_OUT);
    }
    if (choices.leftOut().contains(key)) {
      of = of.as(TableColumn.Role.LEFT_OUT);
    }
    return choices.target().filter(key::equals).isPresent() ? of.as(TableColumn.Role.TARGET) : of;
  }

  /** What choices call a column. */
  public String key(int column) {
    return TableRoles.key(columns, column);
  }

  /** What is seen of a line, which neither stays nor goes yet. */
  static TableReading.Beginning seen(TableLine line, int columns) {
    List<String> fields = line.fields().subList(0, Math.min(columns, line.fields().size()));
    return new TableReading.Beginning(
        line.number(),
        fields,
        true,
        IntStream.range(0, fields.size())
            .filter(j -> FieldText.isMissing(fields.get(j)))
            .boxed()
            .toList(),
        List.of());
  }

  /** The line that is refused, with all that it has. */
  static TableReading.Beginning refused(TableLine line) {
    return new TableReading.Beginning(line.number(), line.fields(), false, List.of(), List.of());
  }
}
