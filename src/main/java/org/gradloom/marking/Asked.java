package org.gradloom.marking;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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

  /** The cells of the matrix that are asked for, row by row; for a term its cell. */
  List<Cell> cells() {
    Shape shape = lesson().shape(operand());
    Stream<Cell> inside =
        switch (region) {
          case Place.OfCell(_, var cell) -> Stream.of(cell);
          case Place.OfTerm(_, var cell, _) -> Stream.of(cell);
          case Region.OfRow(_, int row) ->
              IntStream.range(0, shape.columns()).mapToObj(j -> new Cell(row, j));
          case Region.OfColumn(_, int column) ->
              IntStream.range(0, shape.rows()).mapToObj(i -> new Cell(i, column));
          case Place.OfMatrix _ -> {
            Shape listed = lesson().listedShape(operand());
            yield IntStream.range(0, listed.size())
                .mapToObj(n -> new Cell(n / listed.columns(), n % listed.columns()))
                .map(this::turned);
          }
        };
    return inside.map(this::turned).toList();
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
    return cells().size() == 1
        ? Stream.of()
        : section().stream().flatMap(section -> new WrongMethods(derivation, section).further());
  }

  /** What a wrong method gives for it; nothing where the method has no such cells. */
  Optional<Matrix> given(WrongMethod method) {
    LazyMatrix result = method.result();
    if (region instanceof Place.OfMatrix) {
      return Optional.of(result.toMatrix());
    }
    List<Cell> cells = cells();
    boolean has =
        cells.stream()
            .allMatch(cell -> cell.row() < result.rows() && cell.column() < result.columns());
    return has
        ? Optional.of(
            Matrix.numbers(
                new Shape(1, cells.size()),
                (_, n) -> result.at(cells.get(n).row(), cells.get(n).column())))
        : Optional.empty();
  }

  /** All of the line asked for in what a wrong method gives, where that has another shape. */
  Optional<Matrix> longer(WrongMethod method) {
    LazyMatrix result = method.result();
    Cell first = cells().getFirst();
    boolean row = cells().stream().allMatch(cell -> cell.row() == first.row());
    return switch (region) {
      case Region.OfRow _, Region.OfColumn _ ->
          result.shape().equals(lesson().listedShape(operand()))
              ? Optional.empty()
              : row
                  ? line(
                      result.rows(), first.row(), result.columns(), n -> result.at(first.row(), n))
                  : line(
                      result.columns(),
                      first.column(),
                      result.rows(),
                      n -> result.at(n, first.column()));
      case Place _ -> Optional.empty();
    };
  }

  private static Optional<Matrix> line(int lines, int which, int length, IntToDoubleFunction at) {
    return which < lines
        ? Optional.of(Matrix.numbers(new Shape(1, length), (_, n) -> at.applyAsDouble(n)))
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
    return cells().size() == 1 && product().isPresent();
  }

  /**
   * True if a method multiplies these lines.
   *
   * @param used as they are inside
   */
  boolean uses(Slip slip, Answer.Lines used) {
    Cell taken = slip instanceof Slip.OtherLine(var cell) ? cell : cells().getFirst();
    return turned(taken).equals(new Cell(used.left(), used.right()));
  }

  /** True if a whole matrix is asked, or all of a vector. */
  boolean isWhole() {
    return cells().size() == lesson().shape(operand()).size();
  }
}
