package org.gradloom.ui.stage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.Shown;
import org.gradloom.staging.ShownWords;
import org.gradloom.staging.StagePicture;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMenu;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** One matrix on the stage: its name and caption over its cells. */
final class StageMatrix {
  /** More cells than these need not be told one by one that they changed. */
  private static final int MOST_FLASHING = 2000;

  private final StagePicture.Placed placed;
  private final Texts texts;
  private final Store store;
  private final StageCells cells;
  private final TexLabel name;
  private final Label caption = new Label();
  private final StageHeading heading;
  private Shape shape;
  private String inFull = "";
  private boolean brief;

  /**
   * A matrix in its seat.
   *
   * @param axes for a matrix shown as colours, what of it is in sight; without, it shows numbers
   */
  StageMatrix(
      StagePicture.Placed placed,
      Explore state,
      Store store,
      Texts texts,
      TexRenderer renderer,
      TextClipboard clipboard,
      Optional<HeatAxes> axes) {
    this.placed = placed;
    this.shape = placed.shown().shape(state.lesson());
    this.texts = texts;
    this.store = store;
    this.name = new TexLabel(renderer, "X", "X");
    Optional<MatrixEditing> editing =
        placed.shown() instanceof Shown.Whole whole
            ? Optional.of(new MatrixEditing(store, texts, clipboard, whole))
            : Optional.empty();
    this.cells =
        axes.isPresent()
            ? new StageHeat(placed, state, editing, axes.get(), texts)
            : new StageGrid(placed, state, editing, texts, clipboard);
    caption.getStyleClass().add("matrix-caption");
    caption.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    heading = new StageHeading(name, caption);
    heading.setId(placed.id() + "-heading");
    editing.ifPresent(edits -> {
      CellMenu menu = new CellMenu(heading.getId(), cell -> edits.menuOfWhole());
      heading.setOnContextMenuRequested(
          asked -> menu.show(new Cell(0, 0), heading, asked.getScreenX(), asked.getScreenY()));
    });
    control().setOnChoose(this::choose);
    numbers().ifPresent(grid -> grid.setOnDrag(steps -> store.dispatch(new Action.Nudge(steps))));
    show(state, state.step().term());
  }

  /** The cells, whatever they are. */
  MatrixControl control() {
    return cells.control();
  }

  /** The cells, if they are numbers. */
  Optional<MatrixGrid> numbers() {
    return cells instanceof StageGrid grid ? Optional.of(grid.control()) : Optional.empty();
  }

  /** The cells, if they are colours. */
  Optional<HeatMap> colours() {
    return cells instanceof StageHeat heat ? Optional.of(heat.control()) : Optional.empty();
  }

  Shape shape() {
    return shape;
  }

  StageHeading heading() {
    return heading;
  }

  /** True if it has more rows or columns than it shows. */
  boolean isWindowed() {
    return cells instanceof StageGrid grid && grid.isWindowed();
  }

  StagePicture.Placed placed() {
    return placed;
  }

  private void choose(Cell cell) {
    Cell origin = placed.shown().origin(cell.row(), cell.column());
    store.dispatch(new Action.Choose(placed.shown().operand(), origin));
  }

  /** Shows a state; the result's running sum up to {@code lastTermShown}. */
  void show(Explore state, int lastTermShown) {
    Lesson lesson = state.lesson();
    ShownWords words = new ShownWords(lesson);
    name.setTex(words.tex(placed.shown()), words.spoken(placed.shown(), texts));
    shape = placed.shown().shape(lesson);
    inFull = texts.say(words.caption(placed.shown()));
    writeCaption();
    cells.show(state, lastTermShown);
  }

  /** Where room is short the caption says the shape alone. */
  void setBrief(boolean wanted) {
    if (wanted != brief) {
      brief = wanted;
      writeCaption();
    }
  }

  private void writeCaption() {
    caption.setText(brief ? texts.get("caption.brief", shape.rows(), shape.columns()) : inFull);
    caption.setAccessibleText(inFull);
  }

  /** Of a matrix of numbers: how large its cells are, and how many lines have room. */
  void setCellSize(CellSize size, Shape mostVisible) {
    if (cells instanceof StageGrid grid) {
      grid.setCellSize(size, mostVisible);
    }
  }

  // ---- change and place

  /** Moves the focus to the cell where an entry of the operand stands. */
  void focus(Cell origin) {
    // Only what is styled has cells yet.
    control().applyCss();
    control().focusCell(placed.shown().shown(origin));
  }

  /** Lets the cells flash whose numbers are others than in an earlier trace of the same shape. */
  void flashChanges(Trace before, Trace now) {
    Shown shown = placed.shown();
    Lesson earlier = before.lesson();
    if (!earlier.has(shown.operand())
        || !earlier.shape(shown.operand()).equals(now.lesson().shape(shown.operand()))) {
      return;
    }
    Matrix old = before.matrix(shown.operand());
    Matrix matrix = now.matrix(shown.operand());
    Set<Cell> changed = new HashSet<>();
    for (int i = 0; i < matrix.rows() && changed.size() < MOST_FLASHING; i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        if (old.get(i, j) != matrix.get(i, j)) {
          changed.add(shown.shown(new Cell(i, j)));
        }
      }
    }
    if (!changed.isEmpty()) {
      control().flash(changed);
    }
  }

  /** Where it ends: below the scale of colours, or amid the room for the handles of a grid. */
  double bottom() {
    MatrixControl matrix = control();
    double room = numbers().isPresent() ? matrix.margins().getBottom() / 2 : 0;
    return matrix.getLayoutY() + matrix.getHeight() - room;
  }

  /** True if this shows a matrix itself, however it is turned. */
  boolean isOf(Operand operand, Lesson lesson) {
    return placed.shown().isWhole()
        && lesson.canonical(placed.shown().operand()).equals(lesson.canonical(operand));
  }

  /** Where entries of this matrix stand, in the stage's coordinates, if all are in sight. */
  Optional<Bounds> boundsOf(Region region, Lesson lesson) {
    List<Cell> cells = region.cells(lesson.shape(region.operand()));
    Optional<Bounds> first = boundsOf(cells.getFirst());
    return boundsOf(cells.getLast()).flatMap(last -> first.map(start -> union(start, last)));
  }

  private static Bounds union(Bounds one, Bounds other) {
    double left = Math.min(one.getMinX(), other.getMinX());
    double top = Math.min(one.getMinY(), other.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(one.getMaxX(), other.getMaxX()) - left,
        Math.max(one.getMaxY(), other.getMaxY()) - top);
  }

  /** Where the cell that the active term reads stands, in the stage's coordinates. */
  Optional<Bounds> boundsOf(Cell origin) {
    return control().boundsOf(placed.shown().shown(origin)).map(control()::localToParent);
  }
}
