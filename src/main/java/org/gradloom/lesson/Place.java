package org.gradloom.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.text.InvalidInput;

/**
 * A place in the walk: a matrix, one of its cells, or one term of a cell's sum. Its text ({@code
 * toString}) is {@code layer1/dW/3,2/term2}: everything in it counts from 1.
 */
public sealed interface Place {
  Operand operand();

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
   * @throws InvalidInput if the text is none; whether a lesson has such a place is not asked here
   */
  static Place parse(String text) {
    Matcher matcher = Syntax.PLACE.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInput("place.syntax", text);
    }
    try {
      String layer = matcher.group("layer");
      MatrixSymbol quantity =
          MatrixSymbol.named(matcher.group("name"))
              .filter(named -> named.belongsToLoss() == (layer == null))
              .orElseThrow(() -> new InvalidInput("place.name", text, matcher.group("name")));
      Operand operand = new Operand(layer == null ? Operand.LOSS : fromOne(layer), quantity);
      if (matcher.group("row") == null) {
        return new OfMatrix(operand);
      }
      Cell cell = new Cell(fromOne(matcher.group("row")), fromOne(matcher.group("column")));
      String term = matcher.group("term");
      return term == null ? new OfCell(operand, cell) : new OfTerm(operand, cell, fromOne(term));
    } catch (NumberFormatException e) {
      throw new InvalidInput("place.syntax", text);
    }
  }

  private static int fromOne(String digits) {
    return Integer.parseInt(digits) - 1;
  }

  /** The grammar of a place's text. */
  final class Syntax {
    private static final Pattern PLACE =
        Pattern.compile(
            "(?:layer(?<layer>[1-9]\\d*)|loss)/(?<name>[A-Za-z]+)"
                + "(?:/(?<row>[1-9]\\d*),(?<column>[1-9]\\d*)(?:/term(?<term>[1-9]\\d*))?)?");

    private Syntax() {}
  }
}
