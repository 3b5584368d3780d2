package org.gradloom.ui.control;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import org.gradloom.matrix.Cell;

/** What a matrix on screen asks of its skin, whether that shows numbers or colours. */
interface MatrixSkin {
  /** Where a cell is, in the control's coordinates; empty for one that is out of sight. */
  Optional<Bounds> boundsOf(Cell cell);

  /** How far the cells lie from each side. */
  Insets margins();

  /** The node at a cell, if it is in sight. */
  Optional<Node> nodeAt(Cell cell);

  /** Lets these cells light up once. */
  void flash(Set<Cell> changed);

  /** Brings a cell to where a field over it can be typed into. */
  void prepareToType(Cell cell);

  /**
   * Where the field over a cell begins.
   *
   * @param width of the field, which may be wider than the cell
   */
  double leftOfField(Bounds cell, double width);
}
