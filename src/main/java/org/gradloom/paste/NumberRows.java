package org.gradloom.paste;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;

/** Rows of numbers as they are found, one after the other. */
final class NumberRows {
  private final List<List<CopiedNumber>> rows = new ArrayList<>();
  private List<CopiedNumber> row = new ArrayList<>();

  /** Adds a number to the present row; what is wrong with it is said with its place. */
  void add(String text) {
    try {
      row.add(CopiedNumber.of(unquoted(text)));
    } catch (InvalidInput e) {
      throw new InvalidInput("paste.badEntry", rows.size() + 1, row.size() + 1, e.said());
    }
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last > 0
            && text.charAt(0) == text.charAt(last)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, last) : text;
  }

  /** Ends the present row; one without a number is none. */
  void end() {
    if (!row.isEmpty()) {
      rows.add(row);
      row = new ArrayList<>();
    }
  }

  boolean isRowEmpty() {
    return row.isEmpty();
  }

  int count() {
    return rows.size();
  }

  /**
   * All rows as one matrix, and nothing to say of it.
   *
   * @throws InvalidInput if there is none, or a row has not as many numbers as the first
   */
  Reading reading() {
    if (rows.isEmpty()) {
      throw new InvalidInput("paste.empty");
    }
    int columns = rows.getFirst().size();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns) {
        throw new InvalidInput("paste.ragged", i + 1, rows.get(i).size(), columns);
      }
    }
    Shape shape = new Shape(rows.size(), columns);
    CopiedNumber.Printed digits = CopiedNumber.digits(rows);
    return new Reading(
        Matrix.entries(shape, (i, j) -> rows.get(i).get(j).entry()),
        Matrix.numbers(shape, (i, j) -> rows.get(i).get(j).rounding(digits)),
        Way.AS_IT_STANDS,
        List.of());
  }
}
