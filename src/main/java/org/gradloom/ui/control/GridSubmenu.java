package org.gradloom.ui.control;

import java.util.List;

/**
 * What can be done to a matrix in several ways, which stand in a menu of their own.
 *
 * @param id the menu item's id
 * @param label what the menu says
 * @param actions at least one
 */
public record GridSubmenu(String id, String label, List<GridAction> actions) implements GridEntry {
  public GridSubmenu {
    actions = List.copyOf(actions);
  }
}
