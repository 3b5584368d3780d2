package org.gradloom.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * Numbers of a lesson that are named together: a {@link Place}, where the walk can stand, or a row
 * or a column, where it cannot. Its text ({@code toString}) counts from 1: {@code layer1/dX/2} is a
 * row, {@code layer1/x/:,3} a column.
 */
public sealed interface Region extends Coverable permits Place, Region.OfRow, Region.OfColumn {
  Operand operand();

  /** True if this names a cell of its matrix, or a term of it. */
  default boolean holds(Cell cell) {
    return switch (this) {
      case Place.OfMatrix _ -> true;
      case Place.OfCell(_, var named) -> named.equals(cell);
      case Place.OfTerm(_, var named, _) -> named.equals(cell);
      case OfRow(_, int row) -> row == cell.row();
      case OfColumn(_, int column) -> column == cell.column();
    };
  }

  /** Its cells in a matrix of a shape, row by row; a term's is the one that it belongs to. */
  default List<Cell> cells(Shape shape) {
    return IntStream.range(0, shape.size())
        .mapToObj(n -> new Cell(n / shape.columns(), n % shape.columns()))
        .filter(this::holds)
        .toList();
  }

  /**
   * A row of a matrix.
   *
   * @param row from 0
   */
  record OfRow(Operand operand, int row) implements Region {
    @Override
    public String toString() {
      return operand + "/" + (row + 1);
    }
  }

  /**
   * A column of a matrix.
   *
   * @param column from 0
   */
  record OfColumn(Operand operand, int column) implements Region {
    @Override
    public String toString() {
      return operand + "/:," + (column + 1);
    }
  }

  /**
   * Reads a region's text.
   *
   * @throws InvalidInput if the text is none; whether a lesson has such a region is not asked here
   */
  static Region parse(String text) {
    Matcher matcher = Syntax.REGION.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInput("place.syntax", Quote.of(text));
    }
    try {
      Operand operand = operand(text, matcher);
      String row = matcher.group("row");
      String line = matcher.group("line");
      String column = matcher.group("column");
      String term = matcher.group("term");
      if (line != null) {
        return new OfColumn(operand, fromOne(line));
      }
      if (row == null) {
        return new Place.OfMatrix(operand);
      }
      if (column == null) {
        return new OfRow(operand, fromOne(row));
      }
      Cell cell = new Cell(fromOne(row), fromOne(column));
      return term == null
          ? new Place.OfCell(operand, cell)
          : new Place.OfTerm(operand, cell, fromOne(term));
    } catch (NumberFormatException e) {
      throw new InvalidInput("place.syntax", Quote.of(text));
    }
  }

  private static Operand operand(String text, Matcher matcher) {
    String layer = matcher.group("layer");
    MatrixSymbol quantity =
        MatrixSymbol.named(matcher.group("name"))
            .filter(named -> named.belongsToLoss() == (layer == null))
            .orElseThrow(() ->
                new InvalidInput("place.name", Quote.of(text), Quote.of(matcher.group("name"))));
    return new Operand(layer == null ? Operand.LOSS : fromOne(layer), quantity);
  }

  private static int fromOne(String digits) {
    return Integer.parseInt(digits) - 1;
  }

  /** The grammar of a region's text. */
  final class Syntax {
    private static final Pattern REGION =
        Pattern.compile(
            "(?:layer(?<layer>[1-9]\\d*)|loss)/(?<name>[A-Za-z]+)"
                + "(?:/:,(?<line>[1-9]\\d*)"
                + "|/(?<row>[1-9]\\d*)(?:,(?<column>[1-9]\\d*)(?:/term(?<term>[1-9]\\d*))?)?)?");

    private Syntax() {}
  }
}
