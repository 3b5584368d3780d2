package org.gradloom.derivation;

import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/** The numbers that a region names, covered or not: what the answer to a question is held to. */
public final class RegionNumbers {
  private RegionNumbers() {}

  /**
   * A region's numbers: a whole matrix as it is inside, a row or a column as 1×k, a cell or what a
   * term contributes to one as 1×1.
   *
   * @throws org.gradloom.text.InvalidInput if the lesson has no such region
   */
  public static Matrix of(Derivation derivation, Region region) {
    derivation.lesson().require(region);
    Matrix whole = derivation.trace().matrix(region.operand());
    return switch (region) {
      case Place.OfMatrix _ -> whole;
      case Region.OfRow(_, int row) ->
          Matrix.entries(new Shape(1, whole.columns()), (_, j) -> whole.entry(row, j));
      case Region.OfColumn(_, int column) ->
          Matrix.entries(new Shape(1, whole.rows()), (_, i) -> whole.entry(i, column));
      case Place.OfCell(_, var cell) ->
          Matrix.entries(new Shape(1, 1), (_, _) -> whole.entry(cell.row(), cell.column()));
      case Place.OfTerm place -> Matrix.row(derivation.at(place).term(place.term()));
    };
  }
}
