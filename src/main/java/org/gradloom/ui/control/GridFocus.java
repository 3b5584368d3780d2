package org.gradloom.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;

/** The one cell of a grid that Tab stops at, and the ring around it while it has the focus. */
final class GridFocus {
  private static final double DISTANCE = 3;

  private final MatrixGrid grid;
  private final GridCells cells;
  private final Region ring = new Region();
  private Cell cursor = new Cell(0, 0);

  GridFocus(MatrixGrid grid, GridCells cells) {
    this.grid = grid;
    this.cells = cells;
    ring.getStyleClass().add("cell-focus");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    ring.setVisible(false);
  }

  Node ring() {
    return ring;
  }

  Cell cursor() {
    return cursor;
  }

  void setCursor(Cell cell) {
    cells.forEach(node -> node.setFocusTraversable(node.cell().equals(cell)));
    cursor = cell;
    placeRing();
  }

  /** The cell that has the focus. */
  Optional<MatrixCell> focused() {
    return cells.at(cursor).filter(Node::isFocused);
  }

  void request() {
    cells.at(cursor).ifPresent(Node::requestFocus);
    placeRing();
  }

  /** The focus may also come from outside: from a screen reader, or from a test. */
  void follow() {
    if (grid.getScene() != null
        && grid.getScene().getFocusOwner() instanceof MatrixCell node
        && node.getParent() == grid
        && !node.cell().equals(cursor)) {
      setCursor(node.cell());
    } else {
      placeRing();
    }
  }

  void placeRing() {
    Optional<MatrixCell> node = focused();
    ring.setVisible(node.isPresent());
    node.ifPresent(cell ->
        ring.resizeRelocate(
            cell.getLayoutX() - DISTANCE - 1,
            cell.getLayoutY() - DISTANCE - 1,
            cell.getWidth() + 2 * DISTANCE + 2,
            cell.getHeight() + 2 * DISTANCE + 2));
  }
}
