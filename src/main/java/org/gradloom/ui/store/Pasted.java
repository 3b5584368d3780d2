package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.Reading;
import org.gradloom.paste.Way;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * A text pasted onto an input, in every way that it can be taken.
 *
 * @param text as it was copied
 * @param operand the input
 * @param before the lesson it is pasted into
 * @param seen the shape of the input as it is seen
 * @param options at least one, the likeliest first
 */
public record Pasted(
    String text, Operand operand, Lesson before, Shape seen, List<Option> options) {
  public Pasted {
    options = List.copyOf(options);
  }

  /**
   * One way to take it.
   *
   * @param shape of what is pasted, as it is seen
   * @param after the lesson with it
   * @param said what had to be decided to read it
   */
  public record Option(Shape shape, Way way, Edit edit, Lesson after, List<Message> said) {
    public Option {
      said = List.copyOf(said);
    }
  }

  /**
   * The ways to paste what was read. What fits without a change of any shape comes first; a matrix
   * whose transpose fits may be turned, and so may a column pasted onto a row.
   *
   * @param seen the shape of the input as it is seen
   * @param text that the readings were read from
   * @param edit what is done with a matrix as it is read
   * @throws InvalidInput if none can be
   */
  public static Pasted of(
      Lesson lesson,
      Operand operand,
      Shape seen,
      String text,
      List<Reading> readings,
      Function<Matrix, Edit> edit) {
    List<Reading> ways = new ArrayList<>(readings);
    readings.stream()
        .filter(reading -> isTurned(reading.matrix().shape(), seen, isVector(lesson, operand)))
        .map(reading -> reading.transposed().as(Way.TURNED))
        .forEach(ways::add);
    List<Option> options = new ArrayList<>();
    Optional<InvalidInput> refused = Optional.empty();
    for (Reading way : ways) {
      Edit done = edit.apply(way.matrix());
      try {
        Lesson after = Edits.apply(lesson, done);
        options.add(new Option(way.matrix().shape(), way.way(), done, after, way.said()));
      } catch (InvalidInput wrong) {
        refused = refused.isPresent() ? refused : Optional.of(wrong);
      }
    }
    if (options.isEmpty()) {
      throw refused.orElseThrow();
    }
    options.sort(Comparator.comparing(option -> !fits(lesson, option.after())));
    return new Pasted(text, operand, lesson, seen, options);
  }

  /** True if a matrix fits once it is turned, and not as it is: onto a vector in any length. */
  private static boolean isTurned(Shape read, Shape seen, boolean isVector) {
    boolean across = seen.rows() == 1 ? read.columns() == 1 : read.rows() == 1;
    return !read.equals(seen)
        && !read.equals(read.transposed())
        && (read.equals(seen.transposed()) || (isVector && across));
  }

  private static boolean isVector(Lesson lesson, Operand operand) {
    Dimension one = new Dimension.One();
    return operand.rowDimension().equals(one)
        || operand.columnDimension(lesson.lastLayer()).equals(one);
  }

  private static boolean fits(Lesson before, Lesson after) {
    return before.inputs().stream()
        .allMatch(input -> before.shape(input).equals(after.shape(input)));
  }

  public Option likeliest() {
    return options.getFirst();
  }

  /** All but one. */
  public List<Option> others(Option than) {
    return options.stream().filter(option -> !option.equals(than)).toList();
  }

  /**
   * True if nothing may be done before the user has chosen: the likeliest way would take lines from
   * other matrices, or turns a weight that may have been meant as it is.
   */
  public boolean asks() {
    boolean turnsWeight =
        likeliest().way() == Way.TURNED
            && operand.quantity() == MatrixSymbol.W
            && options.size() > 1;
    return turnsWeight || !LostLines.of(this, likeliest()).isEmpty();
  }
}
