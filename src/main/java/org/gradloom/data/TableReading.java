package org.gradloom.data;

import java.util.List;
import org.gradloom.text.Message;

/**
 * How a table is read.
 *
 * @param delimiter what stands between two fields; one blank means runs of blanks
 * @param header whether the first line names the columns
 * @param rows how many lines stay
 * @param rowsLeftOut how many lines have a value missing in a column that is used
 * @param target which column is predicted, from 0
 * @param classes of a classification, numbers by value and texts by the alphabet; empty for a
 *     regression
 * @param guessed what was decided where the table could have been meant otherwise
 * @param decided what was decided beyond that
 */
public record TableReading(
    TableEncoding encoding,
    char delimiter,
    DecimalSign decimal,
    boolean header,
    int rows,
    int rowsLeftOut,
    Task task,
    int target,
    TargetBy targetBy,
    List<ClassCount> classes,
    List<TableColumn> columns,
    List<Message> guessed,
    List<Message> decided) {
  /** What is learned. */
  public enum Task {
    CLASSIFICATION,
    REGRESSION
  }

  /** Why a column is the target. */
  public enum TargetBy {
    /** Somebody said so. */
    ASKED,
    /** It has one of the names that targets have. */
    NAMED,
    /** It is the last that is used. */
    GUESSED
  }

  /**
   * A class as it is first written.
   *
   * @param rows how many are of it, at least one
   */
  public record ClassCount(String name, int rows) {}

  /** What a sentence calls a column, which may have no name. */
  public String label(int column) {
    return TableRoles.label(columns, column);
  }
}
