package org.gradloom.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.gradloom.matrix.Cell;

/** The context menu of a matrix: what can be done at one cell. */
final class CellMenu {
  private final ContextMenu menu = new ContextMenu();
  private final Function<Cell, List<List<GridAction>>> actions;

  /**
   * A menu of what there is to do.
   *
   * @param id of the matrix, from which the menu's is made
   * @param actions groups of actions at a cell, asked for each time the menu opens
   */
  CellMenu(String id, Function<Cell, List<List<GridAction>>> actions) {
    this.actions = actions;
    menu.setId(id + "-menu");
  }

  /** Opens where the pointer is, unless there is nothing to do. */
  void show(Cell cell, Node owner, double screenX, double screenY) {
    if (fill(cell)) {
      menu.show(owner, screenX, screenY);
    }
  }

  /** Opens below a node. */
  void showBelow(Cell cell, Node owner) {
    if (fill(cell)) {
      menu.show(owner, Side.BOTTOM, 0, 0);
    }
  }

  void hide() {
    menu.hide();
  }

  private boolean fill(Cell cell) {
    menu.getItems().clear();
    for (List<GridAction> group : actions.apply(cell)) {
      if (!menu.getItems().isEmpty() && !group.isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      for (GridAction action : group) {
        MenuItem item = new MenuItem(action.label());
        item.setId(action.id());
        item.setMnemonicParsing(false);
        item.setDisable(!action.available());
        item.setOnAction(chosen -> action.run().accept(cell));
        menu.getItems().add(item);
      }
    }
    return !menu.getItems().isEmpty();
  }
}
