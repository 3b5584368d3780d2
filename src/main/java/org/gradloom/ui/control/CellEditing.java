package org.gradloom.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.gradloom.matrix.Cell;
import org.jspecify.annotations.Nullable;

/** Typing and pasting numbers into the cells of a matrix, and what is said of a wrong one. */
final class CellEditing implements InPlaceEditor.Owner {
  /** Room for the ends of the field, in pixels. */
  private static final double FIELD_ENDS = 20;

  /** How many characters the field shows at least, a sign among them. */
  private static final String LEAST_TEXT = "−00000000000";

  /** How many cells a longer number in full may cover. */
  private static final double MOST_CELLS = 3;

  private final MatrixControl matrix;
  private final MatrixSkin skin;
  private final InPlaceEditor editor;
  private final ErrorBubble bubble;

  CellEditing(MatrixControl matrix, MatrixSkin skin) {
    this.matrix = matrix;
    this.skin = skin;
    editor = new InPlaceEditor(matrix.name(), this);
    bubble = new ErrorBubble(matrix.name());
  }

  Node node() {
    return editor.node();
  }

  /** Opens a cell, if numbers can be typed here at all; whether it did. */
  boolean open(Cell cell) {
    Optional<CellEditor> taker = matrix.getEditor();
    taker.ifPresent(editing -> {
      prepare(cell);
      editor.open(cell, editing.exactText(cell), matrix.spoken(cell));
    });
    return taker.isPresent();
  }

  /** Opens a cell with the first character typed, which replaces its number. */
  void openTyping(Cell cell, String firstCharacter) {
    matrix
        .getEditor()
        .ifPresent(taker -> {
          prepare(cell);
          editor.openTyping(cell, taker.exactText(cell), firstCharacter, matrix.spoken(cell));
        });
  }

  private void prepare(Cell cell) {
    bubble.hide();
    skin.prepareToType(cell);
    place(cell);
  }

  /** Keeps the field over its cell while the cells move below it. */
  void follow() {
    Cell cell = editor.cell();
    if (cell != null) {
      place(cell);
    }
  }

  private void place(Cell cell) {
    skin.boundsOf(cell)
        .ifPresent(over -> {
          TextField field = editor.node();
          String exact = matrix.getEditor().map(taker -> taker.exactText(cell)).orElse("");
          double least = widthOf(LEAST_TEXT, field);
          double most = Math.max(least, MOST_CELLS * over.getWidth());
          double width = Math.max(over.getWidth(), Math.clamp(widthOf(exact, field), least, most));
          field.resizeRelocate(
              skin.leftOfField(over, width), over.getMinY(), width, over.getHeight());
        });
  }

  private static double widthOf(String text, TextField field) {
    return Math.ceil(GridMetrics.ems(text) * field.getFont().getSize()) + FIELD_ENDS;
  }

  /** Closes the field without a change. */
  void cancel() {
    editor.cancel();
  }

  /** Closes the field, and takes back what was said of a number. */
  void close() {
    bubble.hide();
    editor.cancel();
  }

  /** Puts a number into a cell as if it were typed there. */
  void write(Cell cell, String text) {
    typed(cell, text, Move.STAY);
  }

  void paste(Cell cell, String text) {
    matrix
        .getEditor()
        .flatMap(taker -> taker.paste(cell, text))
        .ifPresent(sentence -> complain(cell, sentence));
  }

  @Override
  public void editorClosed(Cell cell, Move move) {
    matrix.focusCell(move.from(cell, matrix.shape()));
  }

  @Override
  public void typed(Cell cell, String text, @Nullable Move move) {
    Optional<String> wrong = matrix.getEditor().flatMap(taker -> taker.edit(cell, text));
    if (move != null) {
      editorClosed(cell, wrong.isPresent() ? Move.STAY : move);
    }
    wrong.ifPresent(sentence -> complain(cell, sentence));
  }

  private void complain(Cell cell, String sentence) {
    skin.nodeAt(cell).ifPresent(node -> bubble.show(node, sentence));
    matrix.announce(sentence);
  }
}
