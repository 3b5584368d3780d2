package org.gradloom.marking;

import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.RegionNumbers;
import org.gradloom.derivation.Section;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * Numbers of a lesson that are asked for, as its convention lists them.
 *
 * @param region as it is inside
 */
record Asked(Derivation derivation, Region region) {
  Lesson lesson() {
    return derivation.lesson();
  }

  /** The matrix under its one name. */
  Operand operand() {
    return lesson().canonical(region.operand());
  }

  /** How the matrix comes about; nothing for an input. */
  Optional<Section> section() {
    return derivation.sections().stream()
        .filter(section -> section.result().equals(operand()))
        .findFirst();
  }

  private boolean turned() {
    Shape listed = lesson().listedShape(operand());
    return lesson().convention().turns(operand())
        && !operand().quantity().needsBias()
        && !listed.equals(new Shape(1, 1));
  }

  /** How many numbers are asked for. */
  int size() {
    Shape shape = lesson().shape(operand());
    return switch (region) {
      case Place.OfCell _, Place.OfTerm _ -> 1;
      case Region.OfRow _ -> shape.columns();
      case Region.OfColumn _ -> shape.rows();
      case Place.OfMatrix _ -> shape.size();
    };
  }

  /** The first cell that is asked for, as it is listed; of a term the only one. */
  Cell first() {
    return cell(0);
  }

  /** The nth cell of a line, from 0, as it is listed; elsewhere the first. */
  private Cell cell(int n) {
    return turned(
        switch (region) {
          case Place.OfCell(_, var cell) -> cell;
          case Place.OfTerm(_, var cell, _) -> cell;
          case Region.OfRow(_, int row) -> new Cell(row, n);
          case Region.OfColumn(_, int column) -> new Cell(n, column);
          case Place.OfMatrix _ -> new Cell(0, 0);
        });
  }

  /** True if one cell is asked for, or a term of one. */
  boolean isOne() {
    return switch (region) {
      case Place.OfCell _, Place.OfTerm _ -> true;
      case Place.OfMatrix _, Region.OfRow _, Region.OfColumn _ -> false;
    };
  }

  /** True if a line is asked for that is a row as it is listed. */
  boolean isRow() {
    return turned() ? region instanceof Region.OfColumn : region instanceof Region.OfRow;
  }

  /** True if a line is asked for that stands upright in the convention. */
  boolean isWrittenAsColumn() {
    return switch (region) {
      case Region.OfRow _, Region.OfColumn _ -> !isRow();
      case Place.OfMatrix _ -> lesson().writtenShape(operand()).columns() == 1;
      case Place.OfCell _, Place.OfTerm _ -> false;
    };
  }

  /** A cell inside as it is listed, or a listed one inside. */
  Cell turned(Cell cell) {
    return turned() ? cell.transposed() : cell;
  }

  /** The right numbers: a matrix as it is listed, a line as 1×k, one number as 1×1. */
  Matrix numbers() {
    Matrix inside = RegionNumbers.of(derivation, region);
    return region instanceof Place.OfMatrix && turned() ? inside.transposed() : inside;
  }

  /** The ways to go wrong with it, the likeliest first, each with a cell for every one asked. */
  Stream<WrongMethod> modelled() {
    Optional<Section> section = section();
    if (section.isEmpty()) {
      return LineMethods.of(this);
    }
    return switch (region) {
      case Place.OfTerm term -> TermMethods.of(this, section.get(), term);
      case Place.OfMatrix _, Place.OfCell _, Region.OfRow _, Region.OfColumn _ ->
          Stream.concat(
              new WrongMethods(derivation, section.get()).modelled(), LineMethods.of(this));
    };
  }

  /** Those that several numbers are needed to tell. */
  Stream<WrongMethod> further() {
    return size() == 1
        ? Stream.empty()
        : section().stream().flatMap(section -> new WrongMethods(derivation, section).further());
  }

  /** What a wrong method gives for it; nothing where the method has no such cells. */
  Optional<Matrix> given(WrongMethod method) {
    LazyMatrix result = method.result();
    if (region instanceof Place.OfMatrix) {
      return Optional.of(result.toMatrix());
    }
    Cell last = cell(size() - 1);
    return last.row() < result.rows() && last.column() < result.columns()
        ? Optional.of(
            Matrix.numbers(
                new Shape(1, size()), (_, n) -> result.at(cell(n).row(), cell(n).column())))
        : Optional.empty();
  }

  /** All of the line asked for in what a wrong method gives, where that has another shape. */
  Optional<Matrix> longer(WrongMethod method) {
    LazyMatrix result = method.result();
    return switch (region) {
      case Region.OfRow _, Region.OfColumn _ ->
          result.shape().equals(lesson().listedShape(operand()))
              ? Optional.empty()
              : isRow() ? row(result, first().row()) : row(result.transposed(), first().column());
      case Place _ -> Optional.empty();
    };
  }

  private static Optional<Matrix> row(LazyMatrix matrix, int row) {
    return row < matrix.rows()
        ? Optional.of(
            Matrix.numbers(new Shape(1, matrix.columns()), (_, column) -> matrix.at(row, column)))
        : Optional.empty();
  }

  /** The two factors whose lines meet in a cell, where two do. */
  Optional<Operation.Product> product() {
    return section()
        .map(Section::operation)
        .flatMap(operation ->
            operation instanceof Operation.Product product
                ? Optional.of(product)
                : Optional.empty());
  }

  /** True if one row and one column meet in what is asked. */
  boolean isOneCellOfAProduct() {
    return size() == 1 && product().isPresent();
  }

  /**
   * True if a method multiplies these lines.
   *
   * @param used as they are inside
   */
  boolean uses(Slip slip, Answer.Lines used) {
    Cell taken = slip instanceof Slip.OtherLine(var cell) ? cell : first();
    return turned(taken).equals(new Cell(used.left(), used.right()));
  }

  /** True if a whole matrix is asked, or all of a vector. */
  boolean isWhole() {
    return size() == lesson().shape(operand()).size();
  }
}
