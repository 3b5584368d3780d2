package org.gradloom.ui.control;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.gradloom.matrix.Cell;
import org.jspecify.annotations.Nullable;

/** Typing a number into a cell of a heat map, which is zoomed in for it if need be. */
final class HeatEditing implements InPlaceEditor.Owner {
  private final HeatMap map;
  private final HeatMapSkin skin;
  private final Node cursor;
  private final InPlaceEditor editor;
  private final ErrorBubble bubble;

  /**
   * An editor for a map.
   *
   * @param cursor the node that stands around the current cell, where sentences appear
   */
  HeatEditing(HeatMap map, HeatMapSkin skin, Node cursor) {
    this.map = map;
    this.skin = skin;
    this.cursor = cursor;
    editor = new InPlaceEditor(map.getId(), this);
    bubble = new ErrorBubble(map.getId());
  }

  Node node() {
    return editor.node();
  }

  /** Opens a cell, if numbers can be typed here at all; whether it did. */
  boolean open(Cell cell) {
    Optional<CellEditor> taker = map.getEditor();
    if (taker.isEmpty()) {
      return false;
    }
    bubble.hide();
    map.setCurrent(cell);
    skin.makeReadable(cell);
    map.reveal(cell);
    place(cell);
    editor.open(cell, taker.get().exactText(cell), map.spoken(cell));
    return true;
  }

  /** Keeps the field over its cell while the map moves below it. */
  void follow() {
    Cell cell = editor.cell();
    if (cell != null) {
      place(cell);
    }
  }

  private void place(Cell cell) {
    Optional<Bounds> bounds = skin.boundsOf(cell);
    bounds.ifPresent(over -> {
      TextField field = editor.node();
      double needed =
          map.getEditor()
              .map(taker -> GridMetrics.ems(taker.exactText(cell)) * field.getFont().getSize() + 20)
              .orElse(0.0);
      double width = Math.max(over.getWidth(), Math.min(needed, 3 * over.getWidth()));
      double left = Math.max(0, Math.min(over.getMinX(), map.getWidth() - width));
      field.resizeRelocate(left, over.getMinY(), width, over.getHeight());
    });
  }

  void close() {
    editor.cancel();
    bubble.hide();
  }

  @Override
  public void editorClosed(Cell cell, Move move) {
    map.focusCell(move.from(cell, map.getMatrix().shape()));
  }

  @Override
  public void typed(Cell cell, String text, @Nullable Move move) {
    Optional<String> wrong = map.getEditor().flatMap(taker -> taker.edit(cell, text));
    if (move != null) {
      editorClosed(cell, wrong.isPresent() ? Move.STAY : move);
    }
    wrong.ifPresent(sentence -> {
      bubble.show(cursor, sentence);
      map.announce(sentence);
    });
  }
}
