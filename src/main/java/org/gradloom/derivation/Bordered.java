package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as it is written, or its transpose, and what is put to its end as one more row or
 * column.
 *
 * @param lesson whose matrices these are
 * @param main the matrix
 * @param border what is added, or null for nothing
 * @param below whether it is added as a row; as a column otherwise
 */
public record Bordered(
    Lesson lesson, Operation.Factor main, @Nullable Border border, boolean below) {

  /** One more row or column. */
  public sealed interface Border {}

  /** All of it ones. */
  public record Ones() implements Border {}

  /** A bias or the gradient by one. */
  public record OfBias(Operation.Factor bias) implements Border {}

  /** Where an entry comes from. */
  public sealed interface Source {}

  /** A 1 that no matrix of the lesson has. */
  public record One() implements Source {}

  /** An entry of a matrix of the lesson, as it is inside. */
  public record Of(Operand operand, Cell cell) implements Source {}

  /** The shape as it is written, border included. */
  public Shape shape() {
    Shape own = mainShape();
    if (border == null) {
      return own;
    }
    return below
        ? new Shape(own.rows() + 1, own.columns())
        : new Shape(own.rows(), own.columns() + 1);
  }

  private Shape mainShape() {
    Shape inside = lesson.shape(main.operand());
    return main.turned(lesson.convention()) ? inside.transposed() : inside;
  }

  /** What stands in a cell, counted as it is written. */
  public Source at(Cell written) {
    Shape own = mainShape();
    if (written.row() < own.rows() && written.column() < own.columns()) {
      return new Of(
          main.operand(), main.turned(lesson.convention()) ? written.transposed() : written);
    }
    return switch (border) {
      case Ones _ -> new One();
      case OfBias(var bias) ->
          new Of(bias.operand(), new Cell(0, below ? written.column() : written.row()));
      case null -> throw new IndexOutOfBoundsException(written + " of " + own);
    };
  }

  /** Where an entry of one of its matrices stands, counted as it is written. */
  public Optional<Cell> where(Operand operand, Cell inside) {
    if (lesson.canonical(operand).equals(lesson.canonical(main.operand()))) {
      return Optional.of(main.turned(lesson.convention()) ? inside.transposed() : inside);
    }
    Shape own = mainShape();
    return border instanceof OfBias(var bias) && bias.operand().equals(operand)
        ? Optional.of(
            below
                ? new Cell(own.rows(), inside.column())
                : new Cell(inside.column(), own.columns()))
        : Optional.empty();
  }
}
