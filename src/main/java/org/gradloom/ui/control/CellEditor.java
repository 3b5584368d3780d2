package org.gradloom.ui.control;

import java.util.Optional;
import org.gradloom.matrix.Cell;

/**
 * Takes what is typed and pasted into a grid. An answer is the sentence that says what is wrong, in
 * which case nothing has changed; empty when it was taken.
 */
public interface CellEditor {
  /** What the field starts with, so that Enter without typing changes nothing. */
  String exactText(Cell cell);

  Optional<String> edit(Cell cell, String typed);

  /** A block or a whole matrix, pasted with its first number at this cell. */
  Optional<String> paste(Cell cell, String pasted);
}
