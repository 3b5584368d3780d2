package org.gradloom.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.gradloom.matrix.Cell;

/** The context menu of a matrix: what can be done at one cell. */
public final class CellMenu {
  private final ContextMenu menu = new ContextMenu();
  private final Function<Cell, List<GridEntry>> entries;

  /**
   * A menu of what there is to do.
   *
   * @param id of what it belongs to, from which the menu's is made
   * @param entries what can be done at a cell, asked for each time the menu opens
   */
  public CellMenu(String id, Function<Cell, List<GridEntry>> entries) {
    this.entries = entries;
    menu.setId(id + "-menu");
  }

  /** Opens where the pointer is, unless there is nothing to do. */
  public void show(Cell cell, Node owner, double screenX, double screenY) {
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
    menu.getItems().setAll(entries.apply(cell).stream().map(entry -> item(entry, cell)).toList());
    return !menu.getItems().isEmpty();
  }

  private static MenuItem item(GridEntry entry, Cell cell) {
    return switch (entry) {
      case GridAction action -> {
        MenuItem item = dressed(new MenuItem(action.label()), action.id());
        item.setDisable(!action.available());
        item.setOnAction(chosen -> action.run().accept(cell));
        yield item;
      }
      case GridSubmenu(var id, var label, var actions) -> {
        Menu submenu = new Menu(label);
        actions.forEach(action -> submenu.getItems().add(item(action, cell)));
        yield dressed(submenu, id);
      }
    };
  }

  private static MenuItem dressed(MenuItem item, String id) {
    item.setId(id);
    item.setMnemonicParsing(false);
    return item;
  }
}
