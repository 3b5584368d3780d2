package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.TexLabel;

/** A matrix of an exercise under its name. */
final class ExerciseGrid extends VBox {
  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
  private static final PseudoClass WIDEST = PseudoClass.getPseudoClass("widest");

  /** So many characters stand in a usual cell, and in a wide one. */
  private static final int MOST_CHARACTERS = 4;

  private static final int MOST_CHARACTERS_WIDE = 7;

  private final Shape shape;
  private final GridPane grid = new GridPane();
  private final List<ExerciseCell> cells = new ArrayList<>();

  /** What it is called. */
  record Heading(String tex, String plain, String caption) {}

  /**
   * A grid of empty cells.
   *
   * @param id from which the ids of its cells are made, counted from 1
   * @param names how each cell is called while nothing stands there
   */
  ExerciseGrid(
      String id,
      Shape shape,
      Heading heading,
      Function<Cell, String> names,
      TexRenderer renderer,
      Texts texts) {
    this.shape = shape;
    setId(id);
    getStyleClass().add("exercise-matrix");
    TexLabel name = new TexLabel(renderer, heading.tex(), heading.plain());
    name.getStyleClass().add("matrix-name");
    Label caption = new Label(heading.caption());
    caption.getStyleClass().add("matrix-caption");
    caption.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(name, caption);
    head.getStyleClass().add("exercise-head");
    grid.getStyleClass().addAll("matrix-grid", "exercise-grid");
    for (int n = 0; n < shape.size(); n++) {
      int row = n / shape.columns();
      int column = n % shape.columns();
      ExerciseCell cell = new ExerciseCell(id + "-" + (row + 1) + "-" + (column + 1), texts);
      cell.setName(names.apply(new Cell(row, column)));
      cells.add(cell);
      grid.add(cell, column, row);
    }
    getChildren().addAll(head, grid);
    setFillWidth(false);
  }

  Shape shape() {
    return shape;
  }

  ExerciseCell cell(Cell at) {
    return cells.get(at.row() * shape.columns() + at.column());
  }

  /** Marks each cell as what a function says of it. */
  void mark(Function<Cell, Set<CellState>> states) {
    for (int n = 0; n < cells.size(); n++) {
      cells.get(n).mark(states.apply(new Cell(n / shape.columns(), n % shape.columns())));
    }
  }

  /** Its cells can be chosen from now on. */
  void setOnChoose(Consumer<Cell> choose) {
    for (int n = 0; n < cells.size(); n++) {
      Cell at = new Cell(n / shape.columns(), n % shape.columns());
      cells.get(n).setOnChoose(() -> choose.accept(at));
    }
  }

  /** Its cells can be chosen no more. */
  void rest() {
    cells.forEach(ExerciseCell::rest);
  }

  /**
   * Numbers of many digits need wider cells.
   *
   * @param characters of the longest
   */
  void fit(int characters) {
    grid.pseudoClassStateChanged(WIDE, characters > MOST_CHARACTERS);
    grid.pseudoClassStateChanged(WIDEST, characters > MOST_CHARACTERS_WIDE);
  }

  void setSize(CellSize size) {
    for (CellSize other : CellSize.values()) {
      grid.pseudoClassStateChanged(other.pseudoClass(), other == size);
    }
  }
}
