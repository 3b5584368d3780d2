package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody wants of a table beyond what it says itself. A column is called by its name; one
 * that has none, or whose name another has too, is {@code column 3}.
 *
 * @param form how its characters are read
 * @param target the column to predict; nothing to find it
 * @param task what is learned of the target; nothing to find out by its values
 * @param kinds what columns hold that seem to hold something else
 * @param leftOut the columns not to use
 * @param filled whether a number that is missing is taken for its column's mean; else its line is
 *     left out
 * @param pictures whether the features are the pixels of a square picture
 */
public record TableChoices(
    Form form,
    Optional<String> target,
    Optional<LearningTask> task,
    Map<String, ColumnKind> kinds,
    List<String> leftOut,
    boolean filled,
    boolean pictures) {
  /** Takes the table as it is. */
  public static final TableChoices NONE = new TableChoices(Optional.empty(), List.of());

  public TableChoices {
    kinds = Map.copyOf(kinds);
    leftOut = List.copyOf(leftOut);
  }

  /** A target, and columns not to use. */
  public TableChoices(Optional<String> target, List<String> leftOut) {
    this(Form.FOUND, target, Optional.empty(), Map.of(), leftOut, false, false);
  }

  /**
   * How the characters of a table are read; what is absent is found out.
   *
   * @param encoding its name: {@code UTF-8}, {@code UTF-16} or {@code windows-1252}
   * @param delimiter what stands between two fields; a blank for runs of blanks
   * @param decimal the decimal sign, {@code .} or {@code ,}
   * @param header whether the first line names the columns
   */
  public record Form(
      Optional<String> encoding,
      Optional<Character> delimiter,
      Optional<Character> decimal,
      Optional<Boolean> header) {
    /** All is found out. */
    public static final Form FOUND =
        new Form(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Form withEncoding(String name) {
      return new Form(Optional.of(name), delimiter, decimal, header);
    }

    public Form withFoundEncoding() {
      return new Form(Optional.empty(), delimiter, decimal, header);
    }

    /** Another delimiter; the decimal sign is found anew, for the two depend on each other. */
    public Form withDelimiter(char sign) {
      return new Form(encoding, Optional.of(sign), Optional.empty(), header);
    }

    public Form withFoundDelimiter() {
      return new Form(encoding, Optional.empty(), decimal, header);
    }

    public Form withDecimal(char sign) {
      return new Form(encoding, delimiter, Optional.of(sign), header);
    }

    public Form withFoundDecimal() {
      return new Form(encoding, delimiter, Optional.empty(), header);
    }

    public Form withHeader(boolean wanted) {
      return new Form(encoding, delimiter, decimal, Optional.of(wanted));
    }

    public Form withFoundHeader() {
      return new Form(encoding, delimiter, decimal, Optional.empty());
    }
  }

  /** Read in another form; what was chosen of columns stays. */
  public TableChoices with(Form other) {
    return new TableChoices(other, target, task, kinds, leftOut, filled, pictures);
  }

  /** Another column to predict, which is then used, as what it seems to be. */
  public TableChoices withTarget(String column) {
    return new TableChoices(
        form,
        Optional.of(column),
        Optional.empty(),
        kinds,
        leftOut.stream().filter(name -> !name.equals(column)).toList(),
        filled,
        pictures);
  }

  /** The column to predict is found, and what is learned of it. */
  public TableChoices withFoundTarget() {
    return new TableChoices(
        form, Optional.empty(), Optional.empty(), kinds, leftOut, filled, pictures);
  }

  /** What is learned of the target is found by its values. */
  public TableChoices withFoundTask() {
    return new TableChoices(form, target, Optional.empty(), kinds, leftOut, filled, pictures);
  }

  /** The column to predict, and what is learned of it. */
  public TableChoices settled(String column, LearningTask wanted) {
    return new TableChoices(
        form, Optional.of(column), Optional.of(wanted), kinds, leftOut, filled, pictures);
  }

  public TableChoices withTask(LearningTask wanted) {
    return new TableChoices(form, target, Optional.of(wanted), kinds, leftOut, filled, pictures);
  }

  /** A column taken for something else, which is used if it can be. */
  public TableChoices withKind(String column, ColumnKind kind) {
    SortedMap<String, ColumnKind> more = new TreeMap<>(kinds);
    more.put(column, kind);
    List<String> rest = leftOut.stream().filter(name -> !name.equals(column)).toList();
    boolean isTarget = target.equals(Optional.of(column));
    return new TableChoices(
        form, target, isTarget ? Optional.empty() : task, more, rest, filled, pictures);
  }

  /** A column taken for what it seems to be. */
  public TableChoices withoutKind(String column) {
    SortedMap<String, ColumnKind> fewer = new TreeMap<>(kinds);
    fewer.remove(column);
    return new TableChoices(form, target, task, fewer, leftOut, filled, pictures);
  }

  /** One more column that is not used. */
  public TableChoices without(String column) {
    List<String> more = new ArrayList<>(leftOut);
    if (!more.contains(column)) {
      more.add(column);
    }
    return new TableChoices(form, target, task, kinds, more, filled, pictures);
  }

  /** One column less that is not used. */
  public TableChoices using(String column) {
    return new TableChoices(
        form,
        target,
        task,
        kinds,
        leftOut.stream().filter(name -> !name.equals(column)).toList(),
        filled,
        pictures);
  }

  public TableChoices withFilled(boolean wanted) {
    return new TableChoices(form, target, task, kinds, leftOut, wanted, pictures);
  }

  public TableChoices withPictures(boolean wanted) {
    return new TableChoices(form, target, task, kinds, leftOut, filled, wanted);
  }
}
