package org.gradloom.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.LearningTask;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * How a table is read.
 *
 * @param delimiter what stands between two fields; one blank means runs of blanks
 * @param header whether the first line names the columns
 * @param rows how many lines stay
 * @param rowsLeftOut how many lines have a value missing in a column that is used
 * @param comments how many lines are none of the table's
 * @param filled how many numbers are missing in lines that stay
 * @param target which column is predicted, from 0
 * @param classes of a classification, numbers by value and texts by the alphabet; empty for a
 *     regression
 * @param summaries of all columns, whether they are used or not
 * @param beginning the first lines
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
    int comments,
    int filled,
    LearningTask task,
    int target,
    TargetBy targetBy,
    List<ClassCount> classes,
    List<TableColumn> columns,
    List<Summary> summaries,
    List<Uses> uses,
    List<Beginning> beginning,
    List<Message> guessed,
    List<Message> decided) {
  /** Smaller pictures show nothing. */
  private static final int SMALLEST_SIDE = 4;

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

  /**
   * What a column holds in all lines.
   *
   * @param recognised what it seems to hold, whatever somebody chose
   * @param values how many different ones; nothing where they are too many to be counted
   * @param numbers how many fields are numbers
   * @param least of its numbers, if there are any
   * @param greatest of its numbers, if there are any
   * @param mean of its numbers, if there are any
   */
  public record Summary(
      ColumnKind recognised,
      OptionalInt values,
      int numbers,
      double least,
      double greatest,
      double mean) {}

  /**
   * What comes of a column.
   *
   * @param spellings of its categories, each as it is first written, by what all spellings have in
   *     common
   * @param costs how many lines are left out for this column alone
   */
  public record Uses(Map<String, String> spellings, int costs) {
    public Uses {
      spellings = Map.copyOf(spellings);
    }
  }

  /**
   * One of the first lines.
   *
   * @param number in the file, from 1
   * @param missing the columns, from 0, in which it has no value
   * @param merged the columns in which it spells a category otherwise than an earlier line
   */
  public record Beginning(
      int number,
      List<String> fields,
      boolean stays,
      List<Integer> missing,
      List<Integer> merged) {}

  /** What a sentence calls a column, which may have no name. */
  public String label(int column) {
    return TableRoles.label(columns, column);
  }

  /** What choices call a column. */
  public String key(int column) {
    return TableRoles.key(columns, column);
  }

  /** How many lines there are, comments and the header aside. */
  public int lines() {
    return rows + rowsLeftOut;
  }

  /**
   * Why no samples can be made of it, although it is read.
   *
   * @param pictures whether the features are to be pixels
   */
  public Optional<Message> refusal(boolean pictures) {
    if (classes.size() > TableReader.MOST_CLASSES) {
      return Optional.of(
          Message.of(
              "data.tooManyClasses",
              label(target),
              Numbers.grouped(classes.size()),
              TableReader.MOST_CLASSES));
    }
    return pictures && pictureSize().isEmpty()
        ? Optional.of(Message.of("data.noPicture"))
        : Optional.empty();
  }

  /** A category as it is first written. */
  String spelling(int column, String folded) {
    return uses.get(column).spellings().getOrDefault(folded, folded);
  }

  /** What a field of a column is read as: the first spelling of its category, or itself. */
  public String readAs(int column, String field) {
    return uses.get(column).spellings().getOrDefault(FieldText.folded(field), field);
  }

  /** How many inputs of a network a column makes. */
  public int inputs(int column) {
    TableColumn of = columns.get(column);
    return switch (of.role()) {
      case LEFT_OUT, TARGET -> 0;
      case FEATURE -> of.isCategory() ? uses.get(column).spellings().size() : 1;
    };
  }

  /** The size of the pictures that the features may be: a square of numbers. */
  public Optional<ImageSize> pictureSize() {
    return square(false);
  }

  /** The same if what is the same in every line were a pixel too, as it is in pictures. */
  public Optional<ImageSize> possiblePictureSize() {
    return square(true);
  }

  private Optional<ImageSize> square(boolean withConstants) {
    int pixels = 0;
    for (int j = 0; j < columns.size(); j++) {
      TableColumn column = columns.get(j);
      boolean feature =
          switch (column.role()) {
            case TARGET -> false;
            case FEATURE -> true;
            case LEFT_OUT ->
                withConstants
                    && column.kind() == ColumnKind.CONSTANT
                    && summaries.get(j).numbers() > 0;
          };
      if (feature && column.isCategory()) {
        return Optional.empty();
      }
      pixels += feature ? 1 : 0;
    }
    return ImageSize.square(pixels).filter(size -> size.width() >= SMALLEST_SIDE);
  }
}
