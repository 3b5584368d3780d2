package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.LayerJacobian;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewNames;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.DotMap;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/**
 * dZ/dW or dZ/dX of the present layer, which nobody builds, contracted with dL/dZ: the lit column
 * stands beside dL/dZ, and below it stands what is left. Where it is too large for numbers it is a
 * map of dots, where it is too large for that only counts.
 */
final class JacobianView extends OtherView {
  private static final int DIGITS = 4;
  private static final int MOST_ROWS = 12;
  private static final int MOST_COLUMNS = 24;
  private static final long MOST_DOTS = 1_000_000;

  /** Between the entries and dL/dZ. */
  private static final double APART = 1.4;

  /** The width of the cards with figures. */
  private static final double FIGURES = 20.5;

  private final Store store;
  private final Texts texts;
  private final PaintedGrid entries;
  private final PaintedGrid blames;
  private final PaintedGrid gradient;
  private final PaintedGrid rowNames;
  private final PaintedGrid columnNames;
  private final DotMap dots;
  private final Region ring = new Region();
  private final TexLabel blamesName;
  private final TexLabel gradientName;
  private final ToggleButton byWeights = new ToggleButton();
  private final ToggleButton byInputs = new ToggleButton();
  private final HBox choice = new HBox(byWeights, byInputs);
  private final Label caption = new Label();
  private final Label sums = new Label();
  private final Label said = new Label();
  private final JacobianFigures figures;

  /** The least width of a map of dots. */
  private static final double LEAST_MAP = 18;

  /** How the entries are drawn. */
  private enum Drawing {
    NUMBERS,
    DOTS,
    NONE
  }

  JacobianView(Store store, Texts texts, TexRenderer renderer) {
    super("jacobian-view");
    this.store = store;
    this.texts = texts;
    this.entries = new PaintedGrid("jacobian-entries-grid", ink());
    this.blames = new PaintedGrid("jacobian-blames", ink());
    this.gradient = new PaintedGrid("jacobian-gradient", ink());
    this.rowNames = new PaintedGrid("jacobian-rows", ink());
    this.columnNames = new PaintedGrid("jacobian-columns", ink());
    this.dots = new DotMap("jacobian-dots", ink());
    this.blamesName = new TexLabel(renderer, "dL/dZ", "dL/dZ");
    this.gradientName = new TexLabel(renderer, "dL/dW", "dL/dW");
    this.figures = new JacobianFigures(texts);
    blamesName.getStyleClass().add("blames-name");
    ring.getStyleClass().add("view-ring");
    ring.setMouseTransparent(true);
    caption.setId("jacobian-caption");
    caption.getStyleClass().add("matrix-caption");
    sums.setId("jacobian-sums");
    sums.getStyleClass().add("view-note");
    said.setId("jacobian-said");
    said.getStyleClass().add("view-note");
    sums.setWrapText(true);
    said.setWrapText(true);
    choice.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    dress(byWeights, group, "jacobian-by-weights", MatrixSymbol.DW);
    dress(byInputs, group, "jacobian-by-inputs", MatrixSymbol.DX);
    entries.setOnChoose(this::chooseEntry);
    dots.setOnChoose(this::chooseEntry);
    blames.setOnChoose(cell -> chooseRow(cell.row()));
    rowNames.setOnChoose(cell -> chooseRow(cell.row()));
    gradient.setOnChoose(cell -> chooseColumn(cell.column()));
    columnNames.setOnChoose(cell -> chooseColumn(cell.column()));
    for (Node node :
        List.of(
            choice,
            caption,
            columnNames,
            rowNames,
            entries,
            dots,
            blames,
            gradient,
            ring,
            blamesName,
            gradientName,
            sums,
            said,
            figures.here(),
            figures.usual())) {
      node.setManaged(false);
      getChildren().add(node);
    }
  }

  private void dress(ToggleButton button, ToggleGroup group, String id, MatrixSymbol gradient) {
    button.setId(id);
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> {
      // One of them is always chosen.
      button.setSelected(true);
      go(gradient);
    });
  }

  // ---- what is clicked

  private Optional<LayerJacobian> jacobian(Step step) {
    return LayerJacobian.behind(step.trace(), step.result());
  }

  /** The other gradient of the same layer, at the same sample, input and neuron. */
  private void go(MatrixSymbol wanted) {
    Step step = store.state().explore().step();
    if (step.result().quantity() == wanted) {
      return;
    }
    Operand other = new Operand(step.result().layer(), wanted);
    boolean toInputs = wanted == MatrixSymbol.DX;
    // dW's cell is (input, neuron) and its terms are samples; dX's is (sample, input), of neurons.
    int input = toInputs ? step.cell().row() : step.cell().column();
    int neuron = toInputs ? step.cell().column() : term(step);
    int sample = toInputs ? term(step) : step.cell().row();
    Cell cell = toInputs ? new Cell(sample, input) : new Cell(input, neuron);
    switch (step.granularity()) {
      case TERM ->
          store.dispatch(new Action.Go(new Place.OfTerm(other, cell, toInputs ? neuron : sample)));
      case CELL -> store.dispatch(new Action.Choose(other, cell));
      case SAMPLE, MATRIX, PHASE -> store.dispatch(new Action.Go(new Place.OfMatrix(other)));
    }
  }

  /** The sample or the neuron of the present term; the penalty belongs to none. */
  private int term(Step step) {
    return step.isAddend(step.term()) ? step.term() - 1 : step.term();
  }

  private void chooseEntry(Cell entry) {
    Step step = store.state().explore().step();
    jacobian(step)
        .ifPresent(jacobian -> {
          Cell cell = jacobian.variable(entry.column());
          TermOfRow term = new TermOfRow(jacobian, cell);
          choose(cell, term.at(entry.row()));
        });
  }

  /** Which product of a cell a row belongs to. */
  private record TermOfRow(LayerJacobian jacobian, Cell cell) {
    Optional<Integer> at(int row) {
      return IntStream.range(0, jacobian.terms())
          .filter(term -> jacobian.rowOfTerm(cell, term) == row)
          .boxed()
          .findFirst();
    }
  }

  /** The place where the present column, or its neighbour on this row, meets a dL/dz. */
  private void chooseRow(int row) {
    Step step = store.state().explore().step();
    jacobian(step)
        .ifPresent(jacobian -> {
          Cell cell = jacobian.onRow(row, step.cell());
          choose(cell, new TermOfRow(jacobian, cell).at(row));
        });
  }

  private void chooseColumn(int column) {
    Step step = store.state().explore().step();
    jacobian(step).ifPresent(jacobian -> choose(jacobian.variable(column), Optional.empty()));
  }

  private void choose(Cell cell, Optional<Integer> term) {
    Explore state = store.state().explore();
    Operand made = state.step().result();
    store.dispatch(
        term.isPresent() && state.granularity() == Granularity.TERM
            ? new Action.Go(new Place.OfTerm(made, cell, term.get()))
            : new Action.Choose(made, cell));
  }

  // ---- what is shown

  @Override
  void draw(Explore state) {
    Step step = state.step();
    jacobian(step)
        .ifPresent(jacobian -> {
          Notation notation = new Notation(state.lesson());
          int layer = step.result().layer();
          byWeights.setText(
              ViewNames.slopes(state.lesson(), jacobian.z(), new Operand(layer, MatrixSymbol.W)));
          byInputs.setText(
              ViewNames.slopes(state.lesson(), jacobian.z(), new Operand(layer, MatrixSymbol.X)));
          boolean weights = jacobian.counts().byWeights();
          byWeights.setSelected(weights);
          byInputs.setSelected(!weights);
          blamesName.setTex(notation.tex(jacobian.blames()), notation.plain(jacobian.blames()));
          gradientName.setTex(notation.tex(step.result()), notation.plain(step.result()));
          caption.setText(
              // How many there are may be what is asked.
              step.cover().hides(ViewPart.GRID) && state.isAsking()
                  ? ""
                  : texts.get(
                      "view.jacobian.caption",
                      jacobian.rows(),
                      jacobian.columns(),
                      ViewNames.any(state.lesson(), jacobian.z()),
                      ViewNames.any(state.lesson(), jacobian.variable())));
          sums.setText(sums(state, jacobian, notation));
          gradient.announce(texts.say(Narration.spoken(step)));
        });
  }

  /** How the gradient follows from the sums, with the penalty that no z knows of. */
  private String sums(Explore state, LayerJacobian jacobian, Notation notation) {
    Shape written = state.lesson().writtenShape(jacobian.gradient());
    String name = notation.plain(jacobian.gradient());
    int columns = jacobian.columns();
    return state.step().operation() instanceof Operation.Product(_, _, Operation.Penalty penalty)
        ? texts.get(
            "view.jacobian.sumsPenalty",
            columns,
            written.rows(),
            written.columns(),
            name,
            new MatrixFormula(state.lesson()).sign(penalty))
        : texts.get("view.jacobian.sums", columns, written.rows(), written.columns(), name);
  }

  private static Drawing drawing(LayerJacobian jacobian) {
    if (jacobian.rows() <= MOST_ROWS && jacobian.columns() <= MOST_COLUMNS) {
      return Drawing.NUMBERS;
    }
    return jacobian.counts().entries() <= MOST_DOTS ? Drawing.DOTS : Drawing.NONE;
  }

  @Override
  StageLayout.Extent arrange(Explore state, StageLayout.Extent area, StageLayout.Extent whole) {
    return jacobian(state.step())
        .map(jacobian -> arrange(state, jacobian, area, whole))
        .orElse(new StageLayout.Extent(0, 0));
  }

  private StageLayout.Extent arrange(
      Explore state, LayerJacobian jacobian, StageLayout.Extent area, StageLayout.Extent whole) {
    JacobianContents contents = new JacobianContents(state, jacobian, DIGITS, texts);
    double em = em();
    boolean hidesNumbers = state.derivation().cover().hidesSomeOf(jacobian.repeated());
    Drawing drawing = drawing(jacobian);
    boolean counted = !contents.isCovered();
    if (counted) {
      figures.show(state.lesson(), jacobian, hidesNumbers, em);
    }
    NodeVisibility.set(figures.here(), counted);
    NodeVisibility.set(figures.usual(), counted && !state.willAskAbout(ViewPart.GRID));
    figures.here().setManaged(false);
    figures.usual().setManaged(false);
    boolean grids = drawing == Drawing.NUMBERS;
    for (Node node : List.of(entries, blames, gradient, rowNames, columnNames)) {
      node.setVisible(grids);
    }
    blamesName.setVisible(grids);
    gradientName.setVisible(grids);
    sums.setVisible(grids);
    dots.setVisible(drawing == Drawing.DOTS);
    ring.setVisible(contents.traces() && !contents.isCovered() && drawing != Drawing.NONE);
    choice.autosize();
    choice.relocate(0, CellMetrics.HALO);
    caption.autosize();
    caption.relocate(
        choice.getWidth() + 1.2 * em,
        Math.rint(CellMetrics.HALO + (choice.getHeight() - caption.getHeight()) / 2));
    double top = choice.getHeight() + 0.9 * em;
    // The figures come with the answer: nothing moves then, so their place is kept before.
    StageLayout.Extent room = isWideEnough(contents, jacobian, top, area) ? area : whole;
    StageLayout.Extent block =
        switch (drawing) {
          case NUMBERS -> numbers(contents, jacobian, top, room);
          case DOTS -> dots(contents, jacobian, top, room);
          case NONE -> none(top, room);
        };
    return counted
        ? figures(block, room, drawing != Drawing.NONE)
        : new StageLayout.Extent(room.width(), block.height());
  }

  /** True if the entries and the figures have room side by side. */
  private boolean isWideEnough(
      JacobianContents contents, LayerJacobian jacobian, double top, StageLayout.Extent area) {
    return switch (drawing(jacobian)) {
      case NUMBERS ->
          fits(sizes(jacobian, contents, CellSize.TINY), jacobian, top, area, FIGURES * em());
      case DOTS -> area.width() >= (LEAST_MAP + FIGURES) * em();
      case NONE -> area.width() >= 2 * FIGURES * em();
    };
  }

  // ---- as numbers

  private record Sizes(CellMetrics cells, CellMetrics rowName, CellMetrics columnName) {}

  private Sizes sizes(LayerJacobian jacobian, JacobianContents contents, CellSize size) {
    double em = em();
    CellMetrics usual = CellMetrics.of(size, em, contents.longest());
    double letters = Math.min(0.88 * em, usual.letters());
    double names = Math.ceil(names(jacobian, contents, letters));
    double width = Math.max(usual.width(), names);
    CellMetrics cells =
        new CellMetrics(width, usual.height(), usual.gap(), usual.letters(), usual.radius());
    return new Sizes(
        cells,
        new CellMetrics(names, usual.height(), usual.gap(), letters, usual.radius()),
        new CellMetrics(width, 1.35 * em, usual.gap(), letters, usual.radius()));
  }

  /** The width of the longest name of a row or column. */
  private static double names(LayerJacobian jacobian, JacobianContents contents, double letters) {
    return Math.max(
        CellMetrics.widthOf(contents.rowNames().text(jacobian.rows() - 1, 0), letters),
        CellMetrics.widthOf(contents.columnNames().text(0, jacobian.columns() - 1), letters));
  }

  private StageLayout.Extent numbers(
      JacobianContents contents, LayerJacobian jacobian, double top, StageLayout.Extent area) {
    double em = em();
    Sizes sizes = largest(contents, jacobian, top, area);
    CellMetrics cells = sizes.cells();
    Shape shape = new Shape(jacobian.rows(), jacobian.columns());
    entries.blocks(jacobian.blockRows(), jacobian.blockColumns());
    blames.blocks(jacobian.blockRows(), 1);
    gradient.blocks(1, jacobian.blockColumns());
    rowNames.blocks(jacobian.blockRows(), 1);
    columnNames.blocks(1, jacobian.blockColumns());
    entries.show(shape, contents.entries(), cells);
    Shape line = new Shape(1, shape.columns());
    Shape column = new Shape(shape.rows(), 1);
    blames.show(column, contents.blames(), cells);
    gradient.show(line, contents.gradient(), cells);
    rowNames.show(column, contents.rowNames(), sizes.rowName());
    columnNames.show(line, contents.columnNames(), sizes.columnName());
    double x = rowNames.prefWidth(-1);
    columnNames.autosize();
    columnNames.relocate(x, top);
    double y = top + columnNames.getHeight() - 4;
    put(rowNames, 0, y);
    put(entries, x, y);
    put(blames, x + entries.getWidth() + APART * em, y);
    blamesName.autosize();
    blamesName.relocate(
        Math.rint(blames.getLayoutX() + (blames.getWidth() - blamesName.getWidth()) / 2),
        Math.rint(Math.max(0, y - blamesName.getHeight() - 0.2 * em)));
    double below = y + entries.getHeight() + 0.6 * em;
    put(gradient, x, below);
    gradientName.autosize();
    gradientName.relocate(
        Math.rint(x + gradient.getWidth() + 0.5 * em),
        Math.rint(below + (gradient.getHeight() - gradientName.getHeight()) / 2));
    double width =
        Math.max(
            blames.getLayoutX() + blames.getWidth(),
            gradientName.getLayoutX() + gradientName.getWidth());
    double words = Math.ceil(sums.prefHeight(width - x));
    double end = below + gradient.getHeight() + 0.3 * em;
    sums.resizeRelocate(x + CellMetrics.HALO, Math.rint(end), width - x, words);
    said.setVisible(contents.isCovered());
    if (contents.isCovered()) {
      said.setText(texts.get("view.jacobian.covered"));
      double height = Math.ceil(said.prefHeight(width - x));
      said.resizeRelocate(x + CellMetrics.HALO, Math.rint(end + words), width - x, height);
      words += height;
    }
    surround(jacobian, contents);
    return new StageLayout.Extent(
        Math.ceil(Math.max(width, caption.getLayoutX() + caption.getWidth())),
        Math.ceil(end + words));
  }

  /** The largest cells that leave room for the figures beside them, else that fit alone. */
  private Sizes largest(
      JacobianContents contents, LayerJacobian jacobian, double top, StageLayout.Extent area) {
    double ofFigures = (FIGURES + 1.1) * em();
    List<Sizes> all =
        List.of(CellSize.NORMAL, CellSize.MEDIUM, CellSize.COMPACT, CellSize.TINY).stream()
            .map(size -> sizes(jacobian, contents, size))
            .toList();
    return all.stream()
        .filter(tried -> fits(tried, jacobian, top, area, ofFigures))
        .findFirst()
        .or(() -> all.stream().filter(tried -> fits(tried, jacobian, top, area, 0)).findFirst())
        .orElse(all.getLast());
  }

  private static void put(Region region, double x, double y) {
    region.autosize();
    region.relocate(Math.rint(x), Math.rint(y));
  }

  private boolean fits(
      Sizes sizes, LayerJacobian jacobian, double top, StageLayout.Extent area, double kept) {
    Dimension2D cells =
        sizes.cells().extent(new Shape(jacobian.rows() + 1, jacobian.columns() + 1));
    double between =
        PaintedGrid.blockGap(sizes.cells())
            * ((jacobian.rows() - 1) / jacobian.blockRows()
                + (jacobian.columns() - 1) / jacobian.blockColumns());
    double width =
        sizes.rowName().width()
            + cells.getWidth()
            + between
            + APART * em()
            + Math.max(0, gradientName.prefWidth(-1) - sizes.cells().width());
    return width + kept <= area.width()
        && top + cells.getHeight() + between + 3 * sizes.columnName().height() <= area.height();
  }

  /** The ring around the lit column. */
  private void surround(LayerJacobian jacobian, JacobianContents contents) {
    Bounds first = entries.boundsOf(new Cell(0, contents.column()));
    Bounds last = entries.boundsOf(new Cell(jacobian.rows() - 1, contents.column()));
    ring.resizeRelocate(
        entries.getLayoutX() + first.getMinX() - 3,
        entries.getLayoutY() + first.getMinY() - 3,
        first.getWidth() + 6,
        last.getMaxY() - first.getMinY() + 6);
  }

  // ---- as dots

  private StageLayout.Extent dots(
      JacobianContents contents, LayerJacobian jacobian, double top, StageLayout.Extent area) {
    double em = em();
    double beside = area.width() - (FIGURES + 2) * em;
    double width = beside >= LEAST_MAP * em ? beside : area.width();
    double height = Math.max(12 * em, area.height() - top - 4 * em);
    double cell = Math.min(width / jacobian.columns(), height / jacobian.rows());
    Dimension2D pixels =
        new Dimension2D(
            Math.rint(Math.clamp(cell * jacobian.columns(), width / 3, width)),
            Math.rint(Math.clamp(cell * jacobian.rows(), height / 3, height)));
    dots.show(contents.dots(), pixels);
    dots.autosize();
    dots.relocate(4, top);
    double one = pixels.getWidth() / jacobian.columns();
    ring.resizeRelocate(
        Math.rint(4 + contents.column() * one) - 3,
        top - 3,
        Math.max(1, Math.rint(one)) + 6,
        pixels.getHeight() + 6);
    String words = contents.isCovered() ? "view.jacobian.covered" : "view.jacobian.map";
    return said(words, top + pixels.getHeight() + 0.5 * em, Math.max(pixels.getWidth(), 18 * em));
  }

  private StageLayout.Extent none(double top, StageLayout.Extent area) {
    return said("view.jacobian.tooLarge", top, Math.min(area.width(), 26 * em()));
  }

  private StageLayout.Extent said(String key, double top, double width) {
    said.setVisible(true);
    said.setText(texts.get(key));
    double height = Math.ceil(said.prefHeight(width));
    said.resizeRelocate(4, Math.rint(top), width, height);
    return new StageLayout.Extent(
        Math.ceil(Math.max(width + 4, caption.getLayoutX() + caption.getWidth())),
        Math.ceil(top + height));
  }

  // ---- the figures

  /** Beside the entries, or below where they leave no room or there are none. */
  private StageLayout.Extent figures(
      StageLayout.Extent block, StageLayout.Extent area, boolean drawn) {
    double em = em();
    double gap = 0.7 * em;
    double width = Math.max(FIGURES * em, Math.ceil(figures.here().prefWidth(-1)));
    double x = area.width() - width;
    boolean beside = drawn && x >= block.width() + gap;
    double hereHeight = Math.ceil(figures.here().prefHeight(width));
    double usualHeight = Math.ceil(figures.usual().prefHeight(width));
    if (beside) {
      figures.here().resizeRelocate(Math.rint(x), 0, width, hereHeight);
      figures.usual().resizeRelocate(Math.rint(x), Math.rint(hereHeight + gap), width, usualHeight);
      return new StageLayout.Extent(
          area.width(), Math.max(block.height(), hereHeight + gap + usualHeight));
    }
    double top = Math.rint(block.height() + gap);
    boolean both = area.width() >= 2 * width + gap;
    figures.here().resizeRelocate(0, top, width, hereHeight);
    figures
        .usual()
        .resizeRelocate(
            both ? width + gap : 0,
            both ? top : Math.rint(top + hereHeight + gap),
            width,
            usualHeight);
    return new StageLayout.Extent(
        Math.max(block.width(), both ? 2 * width + gap : width),
        top + (both ? Math.max(hereHeight, usualHeight) : hereHeight + gap + usualHeight));
  }
}
