package org.gradloom.lesson;

import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * A place in the walk: a matrix, one of its cells, or one term of a cell's sum. Its text ({@code
 * toString}) is {@code layer1/dW/3,2/term2}: everything in it counts from 1.
 */
public sealed interface Place extends Region {
  /** The whole matrix. */
  record OfMatrix(Operand operand) implements Place {
    @Override
    public String toString() {
      return operand.toString();
    }
  }

  /** One cell with all its terms. */
  record OfCell(Operand operand, Cell cell) implements Place {
    @Override
    public String toString() {
      return operand + "/" + cell;
    }
  }

  /**
   * One term of a cell's sum.
   *
   * @param term from 0
   */
  record OfTerm(Operand operand, Cell cell, int term) implements Place {
    @Override
    public String toString() {
      return operand + "/" + cell + "/term" + (term + 1);
    }
  }

  /**
   * Reads a place's text.
   *
   * @throws InvalidInput if the text is none, also where it names a row or a column; whether a
   *     lesson has such a place is not asked here
   */
  static Place parse(String text) {
    return switch (Region.parse(text)) {
      case Place place -> place;
      case Region.OfRow _, Region.OfColumn _ ->
          throw new InvalidInput("place.line", Quote.of(text));
    };
  }
}
