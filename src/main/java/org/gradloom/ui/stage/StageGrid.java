package org.gradloom.ui.stage;

import java.util.Optional;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StagePicture;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.GridContent;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Explore;

/** A matrix on the stage as numbers, each of which can be typed over if it is an input. */
final class StageGrid implements StageCells {
  /** Digits where there is room for large cells, and where there is not. */
  private static final int MOST_DIGITS = 6;

  private static final int FEW_DIGITS = 4;

  private final StagePicture.Placed placed;
  private final StageLines lines;
  private final Texts texts;
  private final MatrixGrid grid;
  private final Optional<MatrixEditing> editing;
  private int digits = MOST_DIGITS;
  private Explore last;
  private int lastUpTo;

  StageGrid(
      StagePicture.Placed placed,
      Explore state,
      Optional<MatrixEditing> editing,
      Texts texts,
      TextClipboard clipboard) {
    this.placed = placed;
    this.lines = StageLines.of(placed);
    this.texts = texts;
    this.editing = editing;
    this.last = state;
    this.lastUpTo = state.step().term();
    this.grid = new MatrixGrid(placed.id(), content(state, lastUpTo), texts, clipboard);
    editing.ifPresent(edits -> {
      grid.setMenu(cell -> edits.menu());
      if (edits.isGradient()) {
        grid.setOnCompare(edits::compare);
      }
      if (edits.isEditable()) {
        grid.setEditor(Optional.of(edits));
      }
    });
    showAdders();
  }

  @Override
  public MatrixGrid control() {
    return grid;
  }

  @Override
  public void show(Explore state, int lastTermShown) {
    boolean edited = !state.lesson().equals(last.lesson());
    last = state;
    lastUpTo = lastTermShown;
    grid.setContent(content(state, lastTermShown));
    if (edited) {
      showAdders();
    }
  }

  private void showAdders() {
    editing
        .filter(MatrixEditing::isEditable)
        // An origin grows with its twin, and has words where a handle would be.
        .filter(edits -> !placed.seat().isOrigin())
        .ifPresent(edits -> {
          grid.setRowAdder(edits.rowAdder());
          grid.setColumnAdder(edits.columnAdder());
        });
  }

  /** True if it has more rows or columns than it shows. */
  boolean isWindowed() {
    var shape = grid.getContent().shape();
    return shape.rows() > grid.getMostVisible().rows()
        || shape.columns() > grid.getMostVisible().columns();
  }

  /** In small cells computed numbers show fewer digits, which can then be read. */
  void setCellSize(CellSize size, Shape mostVisible) {
    grid.setMostVisible(mostVisible);
    grid.setCellSize(size);
    int wanted =
        switch (size) {
          case LARGE, NORMAL, MEDIUM -> MOST_DIGITS;
          case COMPACT, TINY -> FEW_DIGITS;
        };
    if (wanted != digits) {
      digits = wanted;
      grid.setContent(content(last, lastUpTo));
    }
  }

  private GridContent content(Explore state, int lastTermShown) {
    return new GridContent(
        placed.shown().shape(state.lesson()),
        new StageContents(
            state.derivation(),
            state.step(),
            placed,
            lastTermShown,
            digits,
            Prompts.of(state),
            texts),
        lines.tag(state, true),
        lines.tag(state, false),
        lines.inView(state.step()));
  }
}
