package org.gradloom.ui.explore;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Line;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Cell;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.GridContent;
import org.gradloom.ui.control.LineTag;
import org.gradloom.ui.control.Mark;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.control.TexRenderer;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Store;

/** One matrix on the stage: its name and caption over its cells. */
final class StageMatrix {
  /** Digits where there is room for large cells, and where there is not. */
  private static final int MOST_DIGITS = 6;

  private static final int FEW_DIGITS = 4;

  private final StagePicture.Placed placed;
  private final Texts texts;
  private final Store store;
  private final Optional<MatrixEditing> editing;
  private int digits = MOST_DIGITS;
  private AppState last;
  private int lastUpTo;
  private final MatrixGrid grid;
  private final TexLabel name;
  private final Label caption = new Label();
  private final StageHeading heading;
  private Shape shape;
  private String inFull = "";
  private boolean brief;

  StageMatrix(
      StagePicture.Placed placed,
      AppState state,
      Store store,
      Texts texts,
      TexRenderer renderer,
      TextClipboard clipboard) {
    this.placed = placed;
    this.last = state;
    this.lastUpTo = state.step().term();
    this.shape = placed.shown().shape(state.lesson());
    this.texts = texts;
    this.store = store;
    this.name = new TexLabel(renderer, "X", "X");
    this.grid = new MatrixGrid(placed.id(), content(state, state.step().term()), texts, clipboard);
    this.editing =
        placed.shown() instanceof Shown.Whole whole
            ? Optional.of(new MatrixEditing(store, texts, clipboard, whole))
            : Optional.empty();
    caption.getStyleClass().add("matrix-caption");
    caption.setMinWidth(Region.USE_PREF_SIZE);
    heading = new StageHeading(name, caption);
    heading.setId(placed.id() + "-heading");
    grid.setOnChoose(this::choose);
    editing.ifPresent(edits -> {
      grid.setMenu(cell -> edits.menu());
      if (edits.isEditable()) {
        grid.setEditor(Optional.of(edits));
      }
    });
    showAdders();
    show(state, state.step().term());
  }

  MatrixGrid grid() {
    return grid;
  }

  StageHeading heading() {
    return heading;
  }

  /** True if it has more rows or columns than it shows. */
  boolean isWindowed() {
    Shape shape = grid.getContent().shape();
    return Math.max(shape.rows(), shape.columns()) > grid.getMostVisible();
  }

  StagePicture.Placed placed() {
    return placed;
  }

  private void choose(Cell cell) {
    Cell origin = placed.shown().origin(cell.row(), cell.column());
    store.dispatch(new Action.Choose(placed.shown().operand(), origin));
  }

  /** Shows a state; the result's running sum up to {@code lastTermShown}. */
  void show(AppState state, int lastTermShown) {
    Lesson lesson = state.lesson();
    boolean edited = !lesson.equals(last.lesson());
    last = state;
    lastUpTo = lastTermShown;
    Notation notation = new Notation(lesson);
    Shown shown = placed.shown();
    name.setTex(
        switch (shown) {
          case Shown.Whole(var operand, boolean turned) ->
              notation.tex(new Operation.Factor(operand, turned));
          case Shown.Slopes(var input, _) -> "g'(" + notation.tex(input) + ")";
          case Shown.OneHot(var labels) -> "1_{" + notation.tex(labels) + "}";
          case Shown.Ones _ -> "1^{T}";
        },
        spokenName(notation));
    shape = placed.shown().shape(lesson);
    inFull = texts.say(caption(lesson));
    writeCaption();
    grid.setContent(content(state, lastTermShown));
    if (edited) {
      showAdders();
    }
  }

  private void showAdders() {
    editing
        .filter(MatrixEditing::isEditable)
        .ifPresent(edits -> {
          grid.setRowAdder(edits.rowAdder());
          grid.setColumnAdder(edits.columnAdder());
        });
  }

  private String spokenName(Notation notation) {
    return switch (placed.shown()) {
      case Shown.Whole(var operand, boolean turned) ->
          turned ? texts.get("say.transposed", notation.plain(operand)) : notation.plain(operand);
      case Shown.Slopes(var input, _) -> texts.get("say.slopes", notation.plain(input));
      case Shown.OneHot _ -> texts.get("say.oneHot");
      case Shown.Ones _ -> texts.get("say.ones");
    };
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

  private Message caption(Lesson lesson) {
    Shape shape = placed.shown().shape(lesson);
    return switch (placed.shown()) {
      case Shown.Whole(var operand, boolean turned) ->
          new Captions(lesson).caption(operand, turned);
      case Shown.Slopes _ ->
          Message.of("caption", shape.rows(), shape.columns(), Message.of("caption.slopes"));
      case Shown.OneHot _ ->
          Message.of("caption", shape.rows(), shape.columns(), Message.of("caption.oneHot"));
      case Shown.Ones _ ->
          Message.of("caption", shape.rows(), shape.columns(), Message.of("caption.ones"));
    };
  }

  /** In small cells computed numbers show fewer digits, which can then be read. */
  void setCellSize(CellSize size) {
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

  private GridContent content(AppState state, int lastTermShown) {
    Step step = state.step();
    return new GridContent(
        placed.shown().shape(state.lesson()),
        new StageFaces(state.derivation(), step, placed, lastTermShown, digits, texts),
        tag(state, true),
        tag(state, false),
        inView(step));
  }

  // ---- the letters beside lit lines

  /** The tag of a lit line, or across it that of the active term. */
  private Optional<LineTag> tag(AppState state, boolean ofRow) {
    Step step = state.step();
    if (step.granularity() != Granularity.TERM && step.granularity() != Granularity.CELL) {
      return Optional.empty();
    }
    boolean left = placed.seat() == Seat.LEFT || placed.seat() == Seat.LEFT_ORIGIN;
    boolean right = placed.seat() == Seat.RIGHT || placed.seat() == Seat.RIGHT_ORIGIN;
    if (!(placed.shown() instanceof Shown.Whole whole) || !(left || right)) {
      return Optional.empty();
    }
    Optional<Line> line = left ? step.leftLine() : step.rightLine();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    boolean lineIsRow = line.get().isRow() == (line.get().transposed() == whole.transposed());
    Mark role = left ? Mark.LEFT : Mark.RIGHT;
    if (ofRow == lineIsRow) {
      return text(state, whole, ofRow, line.get().index(), role);
    }
    boolean several = step.granularity() == Granularity.TERM && !step.isBias(step.term());
    return several && step.isSum()
        ? text(state, whole, ofRow, step.term(), role)
        : Optional.empty();
  }

  private static Optional<LineTag> text(
      AppState state, Shown.Whole whole, boolean ofRow, int index, Mark role) {
    var operand = whole.operand();
    int lastLayer = state.lesson().lastLayer();
    var letters =
        IndexLetters.ofLayer(
            state.step().result().layer(), lastLayer, state.step().result().quantity());
    var dimension =
        ofRow != whole.transposed() ? operand.rowDimension() : operand.columnDimension(lastLayer);
    String text = letters.tag(dimension, index);
    return text.isEmpty() ? Optional.empty() : Optional.of(new LineTag(index, text, role));
  }

  /** What must stay in sight of a matrix too large to show whole. */
  private Optional<Cell> inView(Step step) {
    Shown shown = placed.shown();
    return switch (placed.seat()) {
      case RESULT -> Optional.of(step.cell());
      case LEFT, LEFT_ORIGIN ->
          step.left().map(read -> shown.shown(read.cell())).or(() -> cornerOf(step.leftLine()));
      case RIGHT, RIGHT_ORIGIN, BIAS -> step.right().map(read -> shown.shown(read.cell()));
    };
  }

  private Optional<Cell> cornerOf(Optional<Line> line) {
    return line.map(lit -> lit.origin(0)).map(origin -> placed.shown().shown(origin));
  }

  // ---- change and place

  /** Moves the focus to the cell where an entry of the operand stands. */
  void focus(Cell origin) {
    // Only a styled grid has cells yet.
    grid.applyCss();
    grid.focusCell(placed.shown().shown(origin));
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
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        if (old.get(i, j) != matrix.get(i, j)) {
          changed.add(shown.shown(new Cell(i, j)));
        }
      }
    }
    if (!changed.isEmpty()) {
      grid.flash(changed);
    }
  }

  /** Where the cell that the active term reads stands, in the stage's coordinates. */
  Optional<Bounds> boundsOf(Cell origin) {
    return grid.boundsOf(placed.shown().shown(origin)).map(grid::localToParent);
  }
}
