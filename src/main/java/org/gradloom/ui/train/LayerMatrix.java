package org.gradloom.ui.train;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.store.Action;
import org.jspecify.annotations.Nullable;

/**
 * One of a layer's matrices as its document writes it, with its name, the number at the pointer,
 * and its scale.
 */
final class LayerMatrix extends VBox {
  private static final Matrix NONE = Matrix.zeros(new Shape(1, 1));

  private final Texts texts;
  private final MatrixSymbol symbol;
  private final Label name = new Label();
  private final HeatMap picture;
  private Operand operand;
  private Optional<Cell> pointed = Optional.empty();
  private @Nullable Notation notation;
  private Convention convention = Convention.XW;

  /**
   * A matrix that shows nothing yet.
   *
   * @param chosen told where in Explore a chosen cell is to be seen
   */
  LayerMatrix(String id, MatrixSymbol symbol, Texts texts, Consumer<Action> chosen) {
    this.texts = texts;
    this.symbol = symbol;
    operand = new Operand(0, symbol);
    picture = new HeatMap(id, NONE, texts);
    picture.setShowScale(true);
    picture.setPlain(true);
    picture.setOnHover(cell -> {
      pointed = cell;
      say();
    });
    picture.setOnChoose(cell -> chosen.accept(new Action.Choose(operand, inside(cell))));
    name.setId(id + "-name");
    name.getStyleClass().add("matrix-caption");
    getStyleClass().add("face");
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(name, picture);
  }

  /** Shows the matrix of a layer, from 0. */
  void show(Trace trace, int layer) {
    operand = new Operand(layer, symbol);
    notation = new Notation(trace.lesson());
    convention = trace.lesson().convention();
    picture.setMatrix(convention.listed(operand, trace.matrix(operand)));
    say();
  }

  /** The entry that is listed at a cell. */
  private Cell inside(Cell listed) {
    return convention.turned(new Place.OfCell(operand, listed)).cell();
  }

  /** The number at the pointer follows the training. */
  private void say() {
    if (notation == null) {
      return;
    }
    Matrix matrix = picture.getMatrix();
    String called = notation.plain(operand);
    name.setText(
        pointed
            .filter(cell -> cell.row() < matrix.rows() && cell.column() < matrix.columns())
            .map(cell ->
                texts.get(
                    "train.face.cell",
                    called,
                    cell.row() + 1,
                    cell.column() + 1,
                    Numbers.format(matrix.get(cell.row(), cell.column()), 4)))
            .orElseGet(() -> texts.get("train.face", called, matrix.shape().toString())));
  }
}
