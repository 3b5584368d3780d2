package org.gradloom.ui.control;

import java.util.function.Consumer;
import org.gradloom.matrix.Cell;

/**
 * Something that can be done to a matrix, in its owner's words.
 *
 * @param id the menu item's id
 * @param label what the menu says
 * @param available whether it can be done now
 * @param run does it, at the cell where the menu was opened
 */
public record GridAction(String id, String label, boolean available, Consumer<Cell> run)
    implements GridEntry {
  public GridAction(String id, String label, Consumer<Cell> run) {
    this(id, label, true, run);
  }
}
