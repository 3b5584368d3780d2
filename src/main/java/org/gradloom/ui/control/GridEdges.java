package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;

/**
 * What stands at the four sides of a grid: handles that add a row or a column, and, where only a
 * window of the matrix is in sight, buttons that say how much more there is and turn to it. All of
 * it can be done with the keyboard elsewhere (context menu, arrows), so Tab does not stop here.
 */
final class GridEdges {
  /** Moves the window by so many rows and columns. */
  @FunctionalInterface
  interface Turn {
    void by(int rows, int columns);
  }

  /** How much wider than high the room for such a button is. */
  static final double SIDE = 2.4;

  private static final double GAP = 5;

  private final MatrixGrid grid;
  private final Button addRow;
  private final Button addColumn;
  private final Button above;
  private final Button below;
  private final Button before;
  private final Button after;

  GridEdges(MatrixGrid grid, Turn turn) {
    this.grid = grid;
    int rows = Math.min(grid.getMostVisible().rows(), Span.WINDOW) - 1;
    int columns = Math.min(grid.getMostVisible().columns(), Span.WINDOW) - 1;
    addRow = handle("add-row", grid.rowAdderProperty()::get);
    addColumn = handle("add-column", grid.columnAdderProperty()::get);
    above = turner("above", () -> turn.by(-rows, 0));
    below = turner("below", () -> turn.by(rows, 0));
    before = turner("before", () -> turn.by(0, -columns));
    after = turner("after", () -> turn.by(0, columns));
    grid.rowAdderProperty().subscribe(action -> dress(addRow, action));
    grid.columnAdderProperty().subscribe(action -> dress(addColumn, action));
  }

  private Button handle(String name, Supplier<Optional<GridAction>> action) {
    Button button = button(name, "edge-handle");
    Region plus = new Region();
    plus.getStyleClass().add("plus");
    button.setGraphic(plus);
    button.setOnAction(event -> action.get().ifPresent(adder -> adder.run().accept(lastCell())));
    return button;
  }

  private Button turner(String name, Runnable turn) {
    Button button = button(name, "more-cells");
    button.setOnAction(event -> turn.run());
    return button;
  }

  private Button button(String name, String styleClass) {
    Button button = new Button();
    button.setId(grid.name() + "-" + name);
    button.getStyleClass().add(styleClass);
    button.setManaged(false);
    button.setFocusTraversable(false);
    return button;
  }

  private Cell lastCell() {
    Shape shape = grid.getContent().shape();
    return new Cell(shape.rows() - 1, shape.columns() - 1);
  }

  private static void dress(Button handle, Optional<GridAction> action) {
    handle.setVisible(action.isPresent());
    action.ifPresent(adder -> {
      handle.setDisable(!adder.available());
      handle.setAccessibleText(adder.label());
      Tip.set(handle, adder.label());
    });
  }

  /** Those that may be seen while the window has its size: most matrices are whole. */
  List<Node> nodes(GridWindow window) {
    List<Node> nodes = new ArrayList<>(List.of(addRow, addColumn));
    if (window.rows().isWindow()) {
      nodes.addAll(List.of(above, below));
    }
    if (window.columns().isWindow()) {
      nodes.addAll(List.of(before, after));
    }
    return nodes;
  }

  void layout(GridBox box) {
    double thickness = grid.edge() - GAP;
    boolean editable = grid.getEditor().isPresent();
    double belowCells = box.bottom() + GAP;
    double rightOfCells = box.right() + GAP;
    addRow.setVisible(editable && grid.rowAdderProperty().get().isPresent());
    addColumn.setVisible(editable && grid.columnAdderProperty().get().isPresent());
    addRow.resizeRelocate(box.left(), belowCells, box.width(), thickness);
    addColumn.resizeRelocate(rightOfCells, box.top(), thickness, box.height());

    double strip = grid.edge();
    double handle = editable ? strip : 0;
    label(above, "control.grid.above", box.rows().before());
    label(below, "control.grid.below", box.rows().after());
    boolean neighbour = grid.neighbourAtLeftProperty().get();
    label(before, "control.grid.before", neighbour ? 0 : box.columns().before());
    label(after, "control.grid.after", box.columns().after());
    above.resizeRelocate(box.left(), box.top() - grid.columnGutter() - strip, box.width(), strip);
    below.resizeRelocate(box.left(), box.bottom() + handle, box.width(), strip);
    double sideWidth = SIDE * strip;
    before.resizeRelocate(
        box.left() - grid.rowGutter() - sideWidth, box.top(), sideWidth, box.height());
    after.resizeRelocate(box.right() + handle, box.top(), sideWidth, box.height());
  }

  private void label(Button button, String key, int count) {
    button.setVisible(count > 0);
    if (count > 0 && !Integer.valueOf(count).equals(button.getUserData())) {
      button.setUserData(count);
      button.setText(grid.texts().get(key, count));
      button.setAccessibleText(grid.texts().get(key + ".spoken", count));
    }
  }
}
