package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Cell;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Operand;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.TexRenderer;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The matrices of the present operation. In the crossed layout the left operand stands at the left,
 * the right one above, and the result where row and column cross; otherwise all stand in a line.
 * Matrices that stay on stage from one step to the next keep their nodes, so that only what changed
 * is drawn.
 */
final class StageView extends Region {
  private static final double GAP = 14;
  private static final double SIGN_GAP = 20;
  private static final double NARROW_SIGN_GAP = 9;
  private static final double CAPTION_GAP = 4;

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

  /** A matrix keeps its node as long as its seat and shape stay. */
  private record Key(StagePicture.Placed placed, Shape shape) {}

  private Map<Seat, StageMatrix> seated = Map.of();

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
      motion.replayTurn(store.state());
    });
  }

  StageMotion motion() {
    return motion;
  }

  /**
   * Shows a state; {@code moved} is true if the walk went one term on, which a motion may explain.
   */
  void show(AppState state) {
    Step before = step;
    Optional<Entry> focused = focusedEntry();
    StagePicture next =
        StagePicture.of(state.step().section(), state.lesson(), state.view().layout());
    Map<Seat, StageMatrix> seats = new HashMap<>();
    boolean rebuilt = !next.equals(picture);
    int lastTerm = state.step().term();
    for (StagePicture.Placed placed : next.matrices()) {
      Key key = new Key(placed, placed.shown().shape(state.lesson()));
      StageMatrix known = kept.get(key);
      StageMatrix matrix =
          known != null ? known : new StageMatrix(placed, state, store, texts, renderer, clipboard);
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

  /** One entry of a matrix, wherever on the stage it stands. */
  private record Entry(Operand operand, Cell cell) {}

  private Optional<Entry> focusedEntry() {
    return seated.values().stream()
        .flatMap(matrix -> {
          Shown shown = matrix.placed().shown();
          return matrix.grid().focusedCell().stream()
              .map(cell -> new Entry(shown.operand(), shown.origin(cell.row(), cell.column())));
        })
        .findFirst();
  }

  /** Where the focused matrix went, its entry may stand elsewhere; else the walk's own cell. */
  private void keepFocus(Entry entry, Lesson lesson) {
    if (focusedEntry().isPresent()) {
      return;
    }
    for (Seat seat : Seat.values()) {
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
    StageMatrix result = seated.get(Seat.RESULT);
    if (result != null && step != null) {
      result.focus(step.cell());
    }
  }

  private void announce(AppState state, @Nullable Step before) {
    StageMatrix result = seated.get(Seat.RESULT);
    if (result != null && before != null && !before.place().equals(state.step().place())) {
      result.grid().announce(texts.say(Narration.spoken(state.step())));
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
        children.add(matrix.grid());
      }
    }
    children.add(turned);
    children.add(product);
    signs = newSigns;
    line = newLine;
    getChildren().setAll(children);
    fitted = null;
  }

  /** Matrices that a lesson does not have, or no longer in this shape, need no nodes. */
  private void forgetAllBut(Lesson lesson) {
    kept.keySet()
        .removeIf(key ->
            !lesson.has(key.placed().shown().operand())
                || !key.placed().shown().shape(lesson).equals(key.shape()));
  }

  Optional<StageMatrix> at(Seat seat) {
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

  void showResultUpTo(AppState state, int lastTerm) {
    at(Seat.RESULT).ifPresent(result -> result.show(state, lastTerm));
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
          Numbers.asFactor(at.value(at.left().orElseThrow()))
              + "·"
              + Numbers.asFactor(at.value(at.right().orElseThrow()))
              + " = "
              + Numbers.format(at.term(at.term())));
    }
  }

  private void showTurned(Step at) {
    Optional<StageMatrix> origin =
        at(Seat.LEFT_ORIGIN).isPresent() ? at(Seat.LEFT_ORIGIN) : at(Seat.RIGHT_ORIGIN);
    boolean lit =
        origin.isPresent()
            && at.operation() instanceof Operation.Product
            && (at.granularity() == Granularity.TERM || at.granularity() == Granularity.CELL);
    turned.setVisible(lit);
    if (lit) {
      var line = at(Seat.LEFT_ORIGIN).isPresent() ? at.leftLine() : at.rightLine();
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
  private @Nullable Extent fitted;

  /** True if captions say less and signs stand closer, because there is little room. */
  private boolean brief;

  private Extent room = new Extent(0, 0);
  private Extent needed = new Extent(0, 0);

  private record Extent(double width, double height) {
    boolean fitsIn(Extent area) {
      return width <= area.width() && height <= area.height();
    }
  }

  /** How large the window lets the stage be; cells are chosen to fit in there. */
  void setRoom(Bounds viewport) {
    Extent next = new Extent(Math.floor(viewport.getWidth()), Math.floor(viewport.getHeight()));
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
    if (!room.equals(fitted)) {
      choose(shown);
      fitted = room;
    }
    align();
    arrange(shown, new Extent(getWidth(), getHeight()), true);
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

  /** Takes the first that lets everything fit; the last where nothing does. */
  private void choose(StagePicture shown) {
    for (Fit fit : Fit.ALL) {
      brief = fit.brief();
      for (StageMatrix matrix : seated.values()) {
        boolean origin = matrix.placed().seat().isOrigin();
        matrix.grid().setMostVisible(fit.lines());
        matrix.setBrief(fit.brief());
        matrix.grid().setCellSize(origin ? ofOrigin(fit.size()) : fit.size());
        matrix
            .heading()
            .setOrientation(shown.crossed() ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        matrix.heading().applyCss();
        matrix.grid().applyCss();
      }
      signs.forEach(Node::applyCss);
      align();
      needed = arrange(shown, room, false);
      if (needed.fitsIn(room)) {
        break;
      }
    }
    // The scroll pane around asks how small this can be.
    Platform.runLater(this::requestParentLayout);
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
    for (Seat seat : List.of(Seat.RIGHT, Seat.BIAS, Seat.RESULT)) {
      at(seat).ifPresent(matrix -> stacked.add(matrix.grid()));
    }
    if (picture != null && picture.crossed()) {
      MatrixGrid.alignColumns(stacked);
    }
  }

  private Extent arrange(StagePicture shown, Extent area, boolean place) {
    return shown.crossed() ? arrangeCrossed(area, place) : arrangeInLine(area, place);
  }

  private Extent arrangeCrossed(Extent area, boolean place) {
    StageMatrix left = matrix(Seat.LEFT);
    StageMatrix right = matrix(Seat.RIGHT);
    StageMatrix result = matrix(Seat.RESULT);
    StageMatrix bias = seated.get(Seat.BIAS);
    StageMatrix origin = seated.getOrDefault(Seat.LEFT_ORIGIN, seated.get(Seat.RIGHT_ORIGIN));
    Box l = Box.of(left);
    Box r = Box.of(right);
    Box o = Box.of(result);
    // The tags of the right operand stand between.
    double originWidth =
        origin == null ? 0 : widthWithCaption(origin) + Math.max(GAP, r.margins.getLeft());

    // Across: the left operand, then one column of cells for all that stands above each other.
    double between = Math.max(GAP, l.margins.getRight());
    double cellsLeft =
        max(l.cellsRight() + between, l.headingRight() + GAP, r.margins.getLeft(), originWidth);
    double rightOfCells =
        max(
            o.width - o.margins.getLeft(),
            r.width - r.margins.getLeft() + (crowded() ? 0 : productRoom()),
            o.headingWidth,
            r.headingWidth);

    // Down: the right operand, the bias under it, then the row of the left operand and the result.
    double above = r.headingHeight + r.heightWithGap();
    double biasTop = above;
    if (bias != null) {
      Box b = Box.of(bias);
      above += b.headingHeight + b.heightWithGap();
    }
    double heading =
        max(o.headingHeight + o.margins.getTop(), l.headingHeight + l.margins.getTop());
    double originHeight =
        origin == null ? 0 : Box.of(origin).headingHeight + Box.of(origin).height + captionHeight();
    double cellsTop = max(above, originHeight + GAP) + heading;
    double shift = cellsTop - heading - above;
    double width = cellsLeft + rightOfCells;
    double height = cellsTop + max(o.height - o.margins.getTop(), l.height - l.margins.getTop());
    if (place) {
      double x = Math.max(0, Math.floor((area.width() - width) / 2));
      double y = Math.max(0, Math.floor((area.height() - height) / 2));
      double column = x + cellsLeft;
      put(right, r, column, y + shift + r.headingHeight + r.margins.getTop());
      if (bias != null) {
        Box b = Box.of(bias);
        put(bias, b, column, y + shift + biasTop + b.headingHeight + b.margins.getTop());
      }
      put(result, o, column, y + cellsTop);
      double leftCells = column - between - l.cellsWidth();
      put(left, l, leftCells, y + cellsTop);
      // A name wider than its few columns ends before the next one begins.
      left.heading().setLayoutX(Math.min(leftCells, column - GAP - l.headingWidth));
      if (origin != null) {
        Box box = Box.of(origin);
        double top = y + cellsTop - heading - GAP - originHeight + box.headingHeight;
        double cells =
            max(
                x + box.margins.getLeft(),
                Math.min(leftCells, x + cellsLeft - originWidth + box.margins.getLeft()));
        put(origin, box, cells, top + box.margins.getTop());
        placeCaption(box, cells, top + box.height);
      }
    }
    return new Extent(Math.ceil(width), Math.ceil(height));
  }

  private static double max(double first, double... others) {
    double max = first;
    for (double other : others) {
      max = Math.max(max, other);
    }
    return max;
  }

  private Extent arrangeInLine(Extent area, boolean place) {
    List<List<Object>> stacks = stacks();
    double signGap = brief ? NARROW_SIGN_GAP : SIGN_GAP;
    double width = 0;
    double above = 0;
    double below = 0;
    for (List<Object> stack : stacks) {
      width += (width > 0 ? signGap : 0) + widthOf(stack);
      above = Math.max(above, heightAboveCentre(stack));
      below = Math.max(below, heightBelowCentre(stack));
    }
    double height = above + below;
    if (place) {
      double x = Math.max(0, (area.width() - width) / 2);
      double centre = Math.max(0, (area.height() - height) / 2) + above;
      for (List<Object> stack : stacks) {
        double own = widthOf(stack);
        placeStack(stack, Math.floor(x), Math.floor(centre));
        x += own + signGap;
      }
    }
    return new Extent(Math.ceil(width), Math.ceil(height));
  }

  /** What stands one above the other: an origin over the matrix made from it. */
  private List<List<Object>> stacks() {
    List<List<Object>> stacks = new ArrayList<>();
    List<Object> open = new ArrayList<>();
    for (Object item : line) {
      open.add(item);
      boolean isOrigin = item instanceof Seat seat && seat.isOrigin();
      if (!isOrigin) {
        stacks.add(List.copyOf(open));
        open.clear();
      }
    }
    return stacks;
  }

  private double widthOf(List<Object> stack) {
    double width = 0;
    for (Object item : stack) {
      width =
          Math.max(
              width,
              switch (item) {
                case Seat seat -> widthInLine(matrix(seat));
                case Label sign -> sign.prefWidth(-1);
                default -> 0;
              });
    }
    return width;
  }

  /** In a line the room that a grid keeps for tags is needed only where tags can be. */
  private double widthInLine(StageMatrix matrix) {
    Box box = Box.of(matrix);
    double hint = matrix.isWindowed() ? box.margins.getRight() : 0;
    double caption = matrix.placed().seat().isOrigin() ? turnedWidth() : 0;
    return tagsInLine(matrix) + max(box.cellsWidth() + hint, box.headingWidth, caption);
  }

  private double tagsInLine(StageMatrix matrix) {
    Seat seat = matrix.placed().seat();
    boolean tagged =
        step != null
            && step.operation() instanceof Operation.Product
            && seat != Seat.RESULT
            && seat != Seat.BIAS;
    return tagged || crowded() ? matrix.grid().margins().getLeft() : 0;
  }

  private double widthWithCaption(StageMatrix origin) {
    Box box = Box.of(origin);
    return Math.max(box.widthWithHeading(), box.margins.getLeft() + turnedWidth());
  }

  private double turnedWidth() {
    turned.applyCss();
    return turned.isVisible() ? Math.ceil(turned.prefWidth(-1)) : 0;
  }

  private double heightAboveCentre(List<Object> stack) {
    double height = 0;
    for (Object item : stack) {
      if (item instanceof Seat seat) {
        Box box = Box.of(matrix(seat));
        height +=
            seat.isOrigin()
                ? box.headingHeight + box.height + captionHeight()
                : box.headingHeight + box.margins.getTop() + box.cellsHeight() / 2;
      }
    }
    return height;
  }

  private double heightBelowCentre(List<Object> stack) {
    return stack.getLast() instanceof Seat seat
        ? Box.of(matrix(seat)).cellsHeight() / 2
            + Box.of(matrix(seat)).margins.getBottom()
            + 2 * captionHeight()
        : 0;
  }

  private void placeStack(List<Object> stack, double x, double centre) {
    double top = centre - heightAboveCentre(stack);
    for (Object item : stack) {
      switch (item) {
        case Label sign -> {
          double height = sign.prefHeight(-1);
          sign.resizeRelocate(x, centre - height / 2, sign.prefWidth(-1), height);
        }
        case Seat seat -> {
          StageMatrix matrix = matrix(seat);
          Box box = Box.of(matrix);
          double cellsTop =
              seat.isOrigin()
                  ? top + box.headingHeight + box.margins.getTop()
                  : centre - box.cellsHeight() / 2;
          double cellsLeft = x + tagsInLine(matrix);
          put(matrix, box, Math.floor(cellsLeft), Math.floor(cellsTop));
          if (seat.isOrigin()) {
            placeCaption(box, cellsLeft, top + box.headingHeight + box.height);
            top += box.headingHeight + box.height + captionHeight();
          }
        }
        default -> throw new IllegalStateException("Nothing else stands on the stage");
      }
    }
  }

  private StageMatrix matrix(Seat seat) {
    return at(seat).orElseThrow();
  }

  private void put(StageMatrix matrix, Box box, double cellsLeft, double cellsTop) {
    matrix
        .grid()
        .resizeRelocate(
            cellsLeft - box.margins.getLeft(),
            cellsTop - box.margins.getTop(),
            box.width,
            box.height);
    matrix
        .heading()
        .resizeRelocate(
            cellsLeft,
            cellsTop - box.margins.getTop() - box.headingHeight,
            box.headingWidth,
            box.headingHeight);
  }

  private void placeCaption(Box box, double cellsLeft, double top) {
    turned.applyCss();
    layoutInArea(
        turned,
        cellsLeft,
        top - box.margins.getBottom() + CAPTION_GAP,
        turned.prefWidth(-1),
        captionHeight(),
        0,
        HPos.LEFT,
        VPos.TOP);
    turned.resize(turned.prefWidth(-1), turned.prefHeight(-1));
  }

  private double captionHeight() {
    return CAPTION_GAP + turned.getFont().getSize() * 1.6;
  }

  /** True if matrices show only windows of themselves, because there is no room for more. */
  private boolean crowded() {
    return seated.values().stream().anyMatch(StageMatrix::isWindowed);
  }

  /** Room for the product beside the right operand. */
  private double productRoom() {
    return product.getFont().getSize() * 9;
  }

  private void layoutProduct(StagePicture shown) {
    Step at = step;
    if (!product.isVisible() || at == null) {
      return;
    }
    product.applyCss();
    double width = product.prefWidth(-1);
    double height = product.prefHeight(-1);
    at.right()
        .flatMap(read -> at(Seat.RIGHT).flatMap(matrix -> matrix.boundsOf(read.cell())))
        .ifPresent(pair -> {
          Bounds grid = matrix(Seat.RIGHT).grid().getBoundsInParent();
          double x = shown.crossed() ? grid.getMaxX() + 6 : pair.getCenterX() - width / 2;
          double y = shown.crossed() ? pair.getCenterY() - height / 2 : grid.getMaxY() + 4;
          double inside = Math.min(x, getWidth() - width - 1);
          product.resizeRelocate(Math.floor(inside), Math.floor(y), width, height);
        });
  }

  /** The measures of a matrix with its heading. */
  private record Box(
      double width, double height, Insets margins, double headingWidth, double headingHeight) {
    static Box of(StageMatrix matrix) {
      MatrixGrid grid = matrix.grid();
      return new Box(
          Math.ceil(grid.prefWidth(-1)),
          Math.ceil(grid.prefHeight(-1)),
          grid.margins(),
          Math.ceil(matrix.heading().prefWidth(-1)),
          Math.ceil(matrix.heading().prefHeight(-1)));
    }

    double cellsWidth() {
      return width - margins.getLeft() - margins.getRight();
    }

    double cellsHeight() {
      return height - margins.getTop() - margins.getBottom();
    }

    double cellsRight() {
      return width - margins.getRight();
    }

    /** Down to where the next heading may begin. */
    double heightWithGap() {
      return height - margins.getBottom() + Math.max(GAP, margins.getBottom());
    }

    double headingRight() {
      return margins.getLeft() + headingWidth;
    }

    double widthWithHeading() {
      return Math.max(width, headingRight());
    }
  }
}
