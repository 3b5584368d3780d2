package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The matrices of the present operation. In the crossed layout the left operand stands at the left,
 * the right one above, and the result where row and column cross; otherwise all stand in a line.
 * Matrices that stay on stage from one step to the next keep their nodes, so that only what changed
 * is drawn.
 */
final class StageView extends Region {
  private static final double PRODUCT_GAP = 6;
  private static final double MOST_PRODUCT_EMS = 14;
  private static final int PRODUCT_DIGITS = 4;

  /** Rows or columns of a matrix that a person reads and edits number by number. */
  private static final int MOST_AS_NUMBERS = 16;

  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final TextClipboard clipboard;
  private final Map<Key, StageMatrix> kept = new HashMap<>();
  private final Label product = new Label();
  private final Hyperlink turned = new Hyperlink();
  private final StageMotion motion;

  private List<Node> signs = List.of();
  private List<Object> line = List.of();
  private @Nullable StagePicture picture;
  private @Nullable Trace trace;
  private @Nullable Step step;

  /** A matrix keeps its node as long as its seat, its shape and its look stay. */
  private record Key(StagePicture.Placed placed, Shape shape, boolean asColours) {}

  private final HeatAxes axes = new HeatAxes();

  private Map<StageSlot, StageMatrix> seated = Map.of();

  StageView(Store store, Texts texts, TexRenderer renderer, TextClipboard clipboard) {
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.clipboard = clipboard;
    this.motion = new StageMotion(this);
    setId("stage");
    getStyleClass().add("stage-matrices");
    product.setId("product");
    product.getStyleClass().add("product-chip");
    product.setManaged(false);
    turned.setId("turned");
    turned.getStyleClass().addAll("matrix-caption", "turned");
    turned.setManaged(false);
    turned.setTooltip(new Tooltip(texts.get("stage.replay")));
    turned.setOnAction(event -> {
      turned.setVisited(false);
      motion.replayTurn(store.state().explore());
    });
  }

  StageMotion motion() {
    return motion;
  }

  /**
   * Shows a state; {@code moved} is true if the walk went one term on, which a motion may explain.
   */
  void show(Explore state) {
    Step before = step;
    Optional<Entry> focused = focusedEntry();
    StagePicture next =
        StagePicture.of(state.step().section(), state.lesson(), state.view().layout());
    Map<StageSlot, StageMatrix> seats = new HashMap<>();
    boolean rebuilt = !next.equals(picture);
    int lastTerm = state.step().term();
    boolean large = hasLargeMatrix(next, state.lesson());
    for (StagePicture.Placed placed : next.matrices()) {
      Key key = new Key(placed, placed.shown().shape(state.lesson()), large);
      StageMatrix known = kept.get(key);
      StageMatrix matrix =
          known != null
              ? known
              : new StageMatrix(
                  placed,
                  state,
                  store,
                  texts,
                  renderer,
                  clipboard,
                  large ? Optional.of(axes) : Optional.empty());
      kept.put(key, matrix);
      seats.put(placed.seat(), matrix);
      rebuilt |= !matrix.equals(seated.get(placed.seat()));
      matrix.show(state, lastTerm);
    }
    Trace earlier = trace;
    picture = next;
    seated = seats;
    step = state.step();
    trace = state.derivation().trace();
    if (rebuilt) {
      focused.ifPresentOrElse(
          entry -> {
            rebuild(next);
            keepFocus(entry, state.lesson());
          },
          () -> rebuild(next));
    }
    showProduct(state.step());
    showTurned(state.step());
    if (earlier != null && !earlier.equals(trace)) {
      Trace now = state.derivation().trace();
      forgetAllBut(state.lesson());
      seats.values().forEach(matrix -> matrix.flashChanges(earlier, now));
    }
    announce(state, before);
    requestLayout();
    motion.arrived(before, state);
  }

  /**
   * True if one of the matrices is too large to be read number by number. Then all of them show
   * colours, so that rows and columns still meet.
   */
  private static boolean hasLargeMatrix(StagePicture picture, Lesson lesson) {
    return picture.matrices().stream()
        .map(placed -> placed.shown().shape(lesson))
        .anyMatch(shape -> Math.max(shape.rows(), shape.columns()) > MOST_AS_NUMBERS);
  }

  /** One entry of a matrix, wherever on the stage it stands. */
  private record Entry(Operand operand, Cell cell) {}

  private Optional<Entry> focusedEntry() {
    return seated.values().stream()
        .flatMap(matrix -> {
          Shown shown = matrix.placed().shown();
          return matrix.control().focusedCell().stream()
              .map(cell -> new Entry(shown.operand(), shown.origin(cell.row(), cell.column())));
        })
        .findFirst();
  }

  /** Where the focused matrix went, its entry may stand elsewhere; else the walk's own cell. */
  private void keepFocus(Entry entry, Lesson lesson) {
    if (focusedEntry().isPresent()) {
      return;
    }
    for (StageSlot seat : StageSlot.values()) {
      StageMatrix matrix = seated.get(seat);
      if (matrix != null
          && matrix.placed().shown().isWhole()
          && lesson.has(entry.operand())
          && lesson
              .canonical(matrix.placed().shown().operand())
              .equals(lesson.canonical(entry.operand()))) {
        matrix.focus(entry.cell());
        return;
      }
    }
    StageMatrix result = seated.get(StageSlot.RESULT);
    if (result != null && step != null) {
      result.focus(step.cell());
    }
  }

  private void announce(Explore state, @Nullable Step before) {
    StageMatrix result = seated.get(StageSlot.RESULT);
    if (result != null && before != null && !before.place().equals(state.step().place())) {
      result.control().announce(texts.say(Narration.spoken(state.step())));
    }
  }

  private void rebuild(StagePicture next) {
    List<Node> children = new ArrayList<>();
    List<Node> newSigns = new ArrayList<>();
    List<Object> newLine = new ArrayList<>();
    for (StagePicture.Item item : next.items()) {
      switch (item) {
        case StagePicture.Placed placed -> newLine.add(placed.seat());
        case StagePicture.Sign(var text) -> {
          Label sign = new Label(text);
          sign.getStyleClass().add("stage-sign");
          newLine.add(sign);
          if (!next.crossed()) {
            newSigns.add(sign);
          }
        }
      }
    }
    children.addAll(newSigns);
    for (StagePicture.Placed placed : next.matrices()) {
      StageMatrix matrix = seated.get(placed.seat());
      if (matrix != null) {
        children.add(matrix.heading());
        children.add(matrix.control());
      }
    }
    children.add(turned);
    children.add(product);
    signs = newSigns;
    line = newLine;
    // What stays is not taken out, or hundreds of cells would be styled anew.
    getChildren().retainAll(children);
    getChildren().forEach(children::remove);
    getChildren().addAll(children);
    turned.toFront();
    product.toFront();
    fitted = null;
    productRoom = 0;
  }

  /** Matrices that a lesson does not have, or no longer in this shape, need no nodes. */
  private void forgetAllBut(Lesson lesson) {
    kept.keySet()
        .removeIf(key ->
            !lesson.has(key.placed().shown().operand())
                || !key.placed().shown().shape(lesson).equals(key.shape()));
  }

  Optional<StageMatrix> at(StageSlot seat) {
    return Optional.ofNullable(seated.get(seat));
  }

  Label product() {
    return product;
  }

  /** Puts a number on the stage that is on its way from one matrix to another. */
  void addTraveller(Node traveller) {
    getChildren().add(traveller);
  }

  void removeTraveller(Node traveller) {
    getChildren().remove(traveller);
  }

  void showResultUpTo(Explore state, int lastTerm) {
    at(StageSlot.RESULT).ifPresent(result -> result.show(state, lastTerm));
  }

  // ---- the product of the active pair

  private void showProduct(Step at) {
    boolean pair =
        at.granularity() == Granularity.TERM
            && at.operation() instanceof Operation.Product
            && !at.isBias(at.term());
    product.setVisible(pair);
    if (pair) {
      product.setText(
          Numbers.asFactor(at.value(at.left().orElseThrow()), PRODUCT_DIGITS)
              + "·"
              + Numbers.asFactor(at.value(at.right().orElseThrow()), PRODUCT_DIGITS)
              + " = "
              + Numbers.format(at.term(at.term()), PRODUCT_DIGITS));
    }
  }

  private void showTurned(Step at) {
    Optional<StageMatrix> origin =
        at(StageSlot.LEFT_ORIGIN).isPresent()
            ? at(StageSlot.LEFT_ORIGIN)
            : at(StageSlot.RIGHT_ORIGIN);
    boolean lit =
        origin.isPresent()
            && at.operation() instanceof Operation.Product
            && (at.granularity() == Granularity.TERM || at.granularity() == Granularity.CELL);
    turned.setVisible(lit);
    if (lit) {
      var line = at(StageSlot.LEFT_ORIGIN).isPresent() ? at.leftLine() : at.rightLine();
      line.ifPresent(found ->
          turned.setText(
              texts.get(
                  found.isRow() ? "stage.columnTurned" : "stage.rowTurned",
                  found.index() + 1,
                  new org.gradloom.derivation.Notation(at.lesson()).plain(found.operand()))));
    }
  }

  // ---- layout

  /** The area for which cell sizes were last chosen. */
  private StageLayout.@Nullable Extent fitted;

  /** True if captions say less and signs stand closer, because there is little room. */
  private boolean brief;

  private double productRoom;
  private final Map<Occasion, Choice> chosen = new HashMap<>();
  private final Map<Styled, Dimension2D> leastCells = new HashMap<>();

  private StageLayout.Extent room = new StageLayout.Extent(0, 0);
  private StageLayout.Extent needed = new StageLayout.Extent(0, 0);

  /** How large the window lets the stage be; cells are chosen to fit in there. */
  void setRoom(Bounds viewport) {
    StageLayout.Extent next =
        new StageLayout.Extent(Math.floor(viewport.getWidth()), Math.floor(viewport.getHeight()));
    if (!next.equals(room)) {
      room = next;
      requestLayout();
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return needed.width();
  }

  @Override
  protected double computeMinHeight(double width) {
    return needed.height();
  }

  @Override
  protected double computePrefWidth(double height) {
    return needed.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return needed.height();
  }

  @Override
  protected void layoutChildren() {
    StagePicture shown = picture;
    if (shown == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    align();
    if (hasOutgrown(shown) || !room.equals(fitted)) {
      choose(shown);
      fitted = room;
    }
    arrange(shown, new StageLayout.Extent(getWidth(), getHeight()), true);
    layoutProduct(shown);
  }

  /** Sizes of cells, lines shown of many, and how much a caption says; the most welcome first. */
  private record Fit(CellSize size, int lines, boolean brief) {
    static final List<Fit> ALL =
        List.of(
            new Fit(CellSize.LARGE, 16, false),
            new Fit(CellSize.NORMAL, 16, false),
            new Fit(CellSize.MEDIUM, 16, false),
            new Fit(CellSize.COMPACT, 16, false),
            new Fit(CellSize.COMPACT, 16, true),
            new Fit(CellSize.TINY, 16, false),
            new Fit(CellSize.TINY, 16, true),
            new Fit(CellSize.COMPACT, 9, true),
            new Fit(CellSize.TINY, 9, true),
            new Fit(CellSize.COMPACT, 7, true),
            new Fit(CellSize.TINY, 7, true),
            new Fit(CellSize.COMPACT, 5, true),
            new Fit(CellSize.TINY, 5, true),
            new Fit(CellSize.TINY, 4, true),
            new Fit(CellSize.TINY, 3, true));
  }

  /** A size of cells in a window of some size of letters. */
  private record Styled(CellSize size, double em) {}

  /** What a choice of sizes depends on, but for the lengths of numbers. */
  private record Occasion(StagePicture picture, List<Shape> shapes, StageLayout.Extent room) {}

  private void choose(StagePicture shown) {
    if (seated.values().stream().anyMatch(matrix -> matrix.colours().isPresent())) {
      chooseForColours(shown);
    } else {
      chooseForNumbers(shown);
    }
    // The scroll pane around asks how small this can be.
    Platform.runLater(super::requestLayout);
  }

  /** Takes the first that lets everything fit, or the one that comes nearest. */
  private void chooseForNumbers(StagePicture shown) {
    Occasion occasion = new Occasion(shown, shapes(shown), room);
    Choice before = chosen.get(occasion);
    if (before == null) {
      chosen.put(occasion, nearest(shown, 0));
    } else if (excessOf(before.fit(), shown) > before.excess()) {
      // Numbers have only grown, so that nothing larger will fit.
      chosen.put(occasion, nearest(shown, Fit.ALL.indexOf(before.fit())));
    }
  }

  /** Only another choice of sizes changes how much room the stage needs. */
  @Override
  public void requestLayout() {
    setNeedsLayout(true);
  }

  /** Captions say less where their words would leave too little room for colours. */
  private void chooseForColours(StagePicture shown) {
    HeatFit fit = new HeatFit(seated, shown.crossed(), product.getFont().getSize());
    for (Fit words : List.of(Fit.ALL.getFirst(), Fit.ALL.getLast())) {
      excessOf(words, shown);
      double width = fit.fit(room, () -> arrange(shown, room, false));
      needed = arrange(shown, room, false);
      if (width >= room.width() / 2 && needed.excessOver(room) == 0) {
        return;
      }
    }
  }

  private List<Shape> shapes(StagePicture shown) {
    return shown.matrices().stream()
        .flatMap(placed -> at(placed.seat()).stream())
        .map(StageMatrix::shape)
        .toList();
  }

  /** What was taken, and by how much that is too large. */
  private record Choice(Fit fit, double excess) {}

  private Choice nearest(StagePicture shown, int from) {
    Fit nearest = Fit.ALL.getLast();
    double least = Double.MAX_VALUE;
    for (Fit fit : Fit.ALL.subList(from, Fit.ALL.size())) {
      if (isHopeless(fit, shown)) {
        continue;
      }
      double excess = excessOf(fit, shown);
      if (excess < least) {
        nearest = fit;
        least = excess;
      }
      if (excess == 0) {
        return new Choice(fit, 0);
      }
    }
    return new Choice(nearest, excessOf(nearest, shown));
  }

  /** True if the cells alone leave the room: that is known without styling hundreds of them. */
  private boolean isHopeless(Fit fit, StagePicture shown) {
    Dimension2D cell = leastCells.get(new Styled(fit.size(), product.getFont().getSize()));
    StageMatrix leftMatrix = seated.get(StageSlot.LEFT);
    StageMatrix rightMatrix = seated.get(StageSlot.RIGHT);
    if (cell == null || !shown.crossed() || leftMatrix == null || rightMatrix == null) {
      return false;
    }
    Shape left = leftMatrix.shape();
    Shape right = rightMatrix.shape();
    int down = Math.min(left.rows(), fit.lines()) + Math.min(right.rows(), fit.lines());
    int across = Math.min(left.columns(), fit.lines()) + Math.min(right.columns(), fit.lines());
    return down * cell.getHeight() > room.height() || across * cell.getWidth() > room.width();
  }

  /** Gives everything a size; by how much that is too large. */
  private double excessOf(Fit fit, StagePicture shown) {
    brief = fit.brief();
    for (StageMatrix matrix : seated.values()) {
      boolean origin = matrix.placed().seat().isOrigin();
      matrix.setBrief(fit.brief());
      matrix.setCellSize(origin ? ofOrigin(fit.size()) : fit.size(), fit.lines());
      matrix
          .heading()
          .setOrientation(shown.crossed() ? Orientation.HORIZONTAL : Orientation.VERTICAL);
      matrix.heading().applyCss();
      matrix.control().applyCss();
    }
    signs.forEach(Node::applyCss);
    align();
    at(StageSlot.RESULT)
        .flatMap(StageMatrix::numbers)
        .ifPresent(result ->
            leastCells.put(
                new Styled(fit.size(), product.getFont().getSize()), result.leastCell()));
    needed = arrange(shown, room, false);
    return needed.excessOver(room);
  }

  /** Styles what was never styled; what was is styled before each layout if it has to be. */
  static void style(Control control) {
    if (control.getSkin() == null) {
      control.applyCss();
    }
  }

  /** True if numbers have come that are longer than those for which sizes were chosen. */
  private boolean hasOutgrown(StagePicture shown) {
    if (product.isVisible()) {
      style(product);
      // Room once given stays, so that the stage does not move with each term.
      double em = product.getFont().getSize();
      double wanted = Math.ceil((product.prefWidth(-1) + PRODUCT_GAP) / (2 * em)) * 2 * em;
      productRoom = Math.max(productRoom, Math.min(wanted, MOST_PRODUCT_EMS * em));
    }
    return arrange(shown, room, false).excessOver(room) > needed.excessOver(room);
  }

  /** An origin stands back behind the matrix made from it. */
  private static CellSize ofOrigin(CellSize size) {
    return switch (size) {
      case LARGE -> CellSize.MEDIUM;
      case NORMAL, MEDIUM, COMPACT -> CellSize.COMPACT;
      case TINY -> CellSize.TINY;
    };
  }

  private void align() {
    List<MatrixGrid> stacked = new ArrayList<>();
    for (StageSlot seat : List.of(StageSlot.RIGHT, StageSlot.BIAS, StageSlot.RESULT)) {
      at(seat).flatMap(StageMatrix::numbers).ifPresent(stacked::add);
    }
    if (picture != null && picture.crossed()) {
      MatrixGrid.alignColumns(stacked);
    }
  }

  private StageLayout.Extent arrange(StagePicture shown, StageLayout.Extent area, boolean place) {
    if (step == null) {
      return area;
    }
    StageLayout layout = new StageLayout(seated, line, step, turned, brief, productRoom);
    return shown.crossed() ? layout.arrangeCrossed(area, place) : layout.arrangeInLine(area, place);
  }

  /** Where in a line even the highest matrix ends. */
  private double belowAll() {
    return seated.values().stream().mapToDouble(StageMatrix::bottom).max().orElse(0);
  }

  private void layoutProduct(StagePicture shown) {
    Step at = step;
    if (!product.isVisible() || at == null) {
      return;
    }
    double width = product.prefWidth(-1);
    double height = product.prefHeight(-1);
    at.right()
        .flatMap(read -> at(StageSlot.RIGHT).flatMap(matrix -> matrix.boundsOf(read.cell())))
        .ifPresent(pair -> {
          MatrixControl cells = at(StageSlot.RIGHT).orElseThrow().control();
          double right = cells.getLayoutX() + cells.getWidth();
          double x = shown.crossed() ? right + PRODUCT_GAP : pair.getCenterX() - width / 2;
          double y = shown.crossed() ? pair.getCenterY() - height / 2 : belowAll() + 4;
          double scale =
              shown.crossed()
                  ? Math.clamp((getWidth() - x - 1) / width, StageLayout.LEAST_SCALE, 1)
                  : 1;
          double inside = Math.max(0, Math.min(x, getWidth() - width * scale - 1));
          product.setScaleX(scale);
          product.setScaleY(scale);
          product.resizeRelocate(
              Math.floor(inside - (1 - scale) * width / 2), Math.floor(y), width, height);
        });
  }
}
