package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.SampleSheets;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellMetrics;
import org.gradloom.ui.control.DotMap;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/**
 * dL/dX as the sum of one sheet a sample, each of which has one line that is not 0 by structure: a
 * row or, with samples as columns, a column. The present line is led from its sheet to its place.
 */
final class StackView extends OtherView {
  private static final int DIGITS = 4;

  /** The width of words beside the sum, in em. */
  private static final double NOTE = 15;

  private static final double BEFORE_NOTE = 3.2;

  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final List<SheetPane> panes = new ArrayList<>();
  private final List<Label> signs = new ArrayList<>();
  private final Label before = sign("… +");
  private final PaintedGrid sum;
  private final DotMap sumOfMany;
  private final PaintedGrid indices;
  private final TexLabel name;
  private final Label caption = new Label();
  private final Label equals = sign("=");
  private final Label zeros = note("stack-zeros", "view-note");
  private final Label comes = note("stack-comes", "view-sum");
  private final Label rest = note("stack-rest", "view-note");
  private final ViewWire wire = new ViewWire();
  private int first;

  StackView(Store store, Texts texts, TexRenderer renderer) {
    super("stack");
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.sum = new PaintedGrid("stack-sum", ink());
    this.sumOfMany = new DotMap("stack-sum-dots", ink());
    this.indices = new PaintedGrid("stack-index", ink());
    this.name = new TexLabel(renderer, "dL/dX", "dL/dX");
    name.getStyleClass().add("matrix-name");
    caption.getStyleClass().add("matrix-caption");
    sum.setOnChoose(this::chooseInSum);
    sumOfMany.setOnChoose(this::chooseInSum);
    indices.setOnChoose(cell -> chooseSample(Math.max(cell.row(), cell.column())));
    for (Node node :
        List.of(wire, sum, sumOfMany, indices, name, caption, equals, before, zeros, comes, rest)) {
      node.setManaged(false);
      getChildren().add(node);
    }
  }

  private static Label sign(String text) {
    Label sign = new Label(text);
    sign.getStyleClass().add("view-sign");
    sign.setManaged(false);
    return sign;
  }

  private static Label note(String id, String styleClass) {
    Label note = new Label();
    note.setId(id);
    note.getStyleClass().add(styleClass);
    note.setWrapText(true);
    return note;
  }

  // ---- what is clicked

  private void chooseInSum(Cell written) {
    Explore state = store.state().explore();
    choose(state.lesson().convention().turned(state.step().result(), written));
  }

  /** The present input of a sample. */
  private void chooseSample(int sample) {
    choose(new Cell(sample, store.state().explore().step().cell().column()));
  }

  /** The input of a column, of the sample whose sheet it is: no other number of it is computed. */
  private void chooseOn(SheetPane pane, Cell written) {
    Explore state = store.state().explore();
    Cell cell = state.lesson().convention().turned(state.step().result(), written);
    choose(new Cell(first + panes.indexOf(pane), cell.column()));
  }

  private void choose(Cell inside) {
    store.dispatch(new Action.Choose(store.state().explore().step().result(), inside));
  }

  // ---- what is shown

  @Override
  void draw(Explore state) {
    Notation notation = new Notation(state.lesson());
    name.setTex(notation.tex(state.step().result()), notation.plain(state.step().result()));
    caption.setText(texts.say(new Captions(state.lesson()).caption(state.step().result(), false)));
    String spoken = texts.say(Narration.spoken(state.step()));
    sum.announce(spoken);
    sumOfMany.announce(spoken);
  }

  @Override
  StageLayout.Extent arrange(Explore state, StageLayout.Extent area, StageLayout.Extent whole) {
    return SampleSheets.at(state.derivation(), state.step())
        .map(
            sheets -> arrange(sheets, new StackContents(state, sheets, DIGITS, texts), area, whole))
        .orElse(new StageLayout.Extent(0, 0));
  }

  private StageLayout.Extent arrange(
      SampleSheets sheets,
      StackContents contents,
      StageLayout.Extent area,
      StageLayout.Extent whole) {
    StackFit beside = StackFit.of(contents, sheets.count(), em(), area);
    // Rather all sheets and a question elsewhere than a question beside some of them.
    boolean enough =
        area.equals(whole)
            || (beside.visible() >= sheets.count() && beside.fits(contents, em(), area));
    StackFit fit = enough ? beside : StackFit.of(contents, sheets.count(), em(), whole);
    boolean better = fit.visible() > beside.visible() || fit.fits(contents, em(), whole);
    return enough || !better
        ? new Placing(sheets, contents, beside, area).place()
        : new Placing(sheets, contents, fit, whole).place();
  }

  private void fill(int visible) {
    while (panes.size() < visible) {
      SheetPane pane = new SheetPane(panes.size(), ink(), renderer, texts, this::chooseOn);
      pane.setManaged(false);
      panes.add(pane);
      Label plus = sign("+");
      signs.add(plus);
      getChildren().addAll(pane, plus);
    }
    for (int v = 0; v < panes.size(); v++) {
      panes.get(v).setVisible(v < visible);
      signs.get(v).setVisible(false);
    }
  }

  /** Everything at its place, once. */
  private final class Placing {
    private final SampleSheets sheets;
    private final StackContents contents;
    private final StackFit fit;
    private final StageLayout.Extent area;
    private final double em = em();
    private final Shape shape;
    private final Dimension2D sheet;
    private final Dimension2D extent;
    private final int visible;

    /** The left edge of all, and the right edge of the sheets above. */
    private final double left;

    private final double right;

    Placing(SampleSheets sheets, StackContents contents, StackFit fit, StageLayout.Extent area) {
      this.sheets = sheets;
      this.contents = contents;
      this.fit = fit;
      this.area = area;
      this.shape = contents.shape();
      this.sheet = SheetPane.extent(shape, fit.sheets(), em);
      this.extent = fit.sum().extent(shape);
      this.visible = Math.min(sheets.count(), fit.visible());
      double width = fit.widthOfSheets(contents, em);
      this.left = fit.aside() ? 0 : Math.max(0, Math.rint((area.width() - width) / 2));
      this.right = left + width;
    }

    StageLayout.Extent place() {
      first = Math.clamp(sheets.current() - visible / 2L, 0, Math.max(0, sheets.count() - visible));
      fill(visible);
      for (int v = 0; v < visible; v++) {
        SheetPane pane = panes.get(v);
        pane.show(contents, first + v, fit.sheets(), em);
        double down = fit.aside() ? StackFit.SIGN : StackFit.WIRE;
        int row = v / fit.columns();
        pane.resizeRelocate(
            Math.rint(left + v % fit.columns() * (sheet.getWidth() + StackFit.SIGN * em)),
            Math.rint(CellMetrics.HALO + row * (sheet.getHeight() + down * em)),
            sheet.getWidth(),
            sheet.getHeight());
        pane.layout();
        sign(v);
      }
      before.setVisible(first > 0 && !fit.aside());
      Bounds frame = panes.getFirst().frame();
      before.autosize();
      before.relocate(
          Math.rint(frame.getMinX() - before.getWidth() - 0.4 * em),
          Math.rint(frame.getCenterY() - before.getHeight() / 2));
      return sum();
    }

    /** A plus behind a sheet, with dots where more follow that are not in sight. */
    private void sign(int v) {
      Label sign = signs.get(v);
      boolean last = v + 1 == visible;
      sign.setText(last ? "+ …" : "+");
      sign.setVisible(first + v + 1 < sheets.count() && !(last && fit.aside()));
      Bounds frame = panes.get(v).frame();
      if (fit.aside()) {
        ViewWords.centre(sign, frame.getMaxX() - em, frame.getMaxY() + StackFit.SIGN * em);
      } else if (last) {
        sign.autosize();
        sign.relocate(
            Math.rint(frame.getMaxX() + 0.4 * em),
            Math.rint(frame.getCenterY() - sign.getHeight() / 2));
      } else {
        double next = panes.get(v).getLayoutX() + sheet.getWidth() + StackFit.SIGN * em;
        ViewWords.centre(sign, (frame.getMaxX() + next) / 2, frame.getCenterY());
      }
    }

    // ---- the sum

    private StageLayout.Extent sum() {
      double top =
          fit.aside()
              ? CellMetrics.HALO
              : CellMetrics.HALO + fit.rows() * (sheet.getHeight() + StackFit.WIRE * em);
      double room = (contents.ofColumns() ? StackFit.BEFORE_COLUMNS : StackFit.BEFORE) * em;
      name.autosize();
      caption.autosize();
      double heading = contents.ofColumns() ? 0 : name.getWidth() + 0.8 * em + caption.getWidth();
      double shownWidth = Math.max(extent.getWidth(), heading);
      double end = Math.max(right, area.width());
      double least = fit.aside() ? right + StackFit.WIRE * em : 0;
      double notes = StackFit.NOTES_BESIDE * em;
      boolean beside = end - least - room - shownWidth >= notes;
      double group = room + shownWidth + (beside ? notes : 2 * em);
      double start = Math.max(least, fit.aside() ? least : (end - group) / 2);
      double x = Math.rint(start + room);
      double y =
          Math.rint(top + (StackFit.HEAD + (contents.ofColumns() ? StackFit.INDEX_ABOVE : 0)) * em);
      heading(x, y, top);
      boolean numbers =
          switch (fit.sum()) {
            case SheetPane.Drawing.Numbers(var metrics) -> {
              sum.show(shape, contents.sum(), metrics);
              sum.resizeRelocate(x, y, Math.ceil(extent.getWidth()), Math.ceil(extent.getHeight()));
              index(metrics, x, y);
              yield true;
            }
            case SheetPane.Drawing.Dots(var pixels) -> {
              sumOfMany.show(contents.dotsOfSum(), pixels);
              sumOfMany.resizeRelocate(x, y, pixels.getWidth(), pixels.getHeight());
              yield false;
            }
          };
      sum.setVisible(numbers);
      indices.setVisible(numbers);
      sumOfMany.setVisible(!numbers);
      boolean close = contents.ofColumns() || !numbers;
      ViewWords.centre(
          equals, x - (close ? 1.4 : StackFit.INDEX + 1) * em, y + extent.getHeight() / 2);
      lead(x, y, top, close, x + shownWidth);
      return notes(x, y, x + shownWidth, beside, start, end);
    }

    /** The name stands above rows; the wire comes down to columns, so there it stands before. */
    private void heading(double x, double y, double top) {
      if (contents.ofColumns()) {
        double nameY = y - StackFit.INDEX_ABOVE * em;
        name.relocate(Math.rint(x - name.getWidth() - em), Math.rint(nameY));
        caption.relocate(
            Math.rint(x - caption.getWidth() - em), Math.rint(nameY + name.getHeight() + 0.3 * em));
      } else {
        name.relocate(x, Math.rint(top));
        caption.relocate(
            Math.rint(x + name.getWidth() + 0.8 * em),
            Math.rint(top + name.getBaselineOffset() - caption.getBaselineOffset()));
      }
      // A shape can be counted; where it has no room the names keep theirs.
      caption.setVisible(caption.getLayoutX() + caption.getWidth() <= area.width());
    }

    /** The names of the samples before the rows or above the columns. */
    private void index(CellMetrics cells, double x, double y) {
      boolean above = contents.ofColumns();
      Shape line = above ? new Shape(1, shape.columns()) : new Shape(shape.rows(), 1);
      double height = above ? 1.5 * em : cells.height();
      CellMetrics metrics =
          new CellMetrics(
              above ? cells.width() : (StackFit.INDEX - 0.3) * em,
              height,
              cells.gap(),
              Math.min(0.95 * em, height * 0.75),
              cells.radius());
      indices.show(line, contents.indices(), metrics);
      Dimension2D size = metrics.extent(line);
      indices.resizeRelocate(
          above ? x : x - StackFit.INDEX * em,
          above ? y - StackFit.INDEX_ABOVE * em : y,
          Math.ceil(size.getWidth()),
          Math.ceil(size.getHeight()));
    }

    // ---- the wire

    /** From the present sheet into the line that it fills. */
    private void lead(double x, double y, double top, boolean close, double reach) {
      int v = sheets.current() - first;
      boolean led = contents.traces() && !contents.isCovered() && v >= 0 && v < visible;
      wire.setVisible(led);
      if (!led) {
        return;
      }
      Bounds from = panes.get(v).frame();
      if (fit.aside()) {
        wire.from(from.getMaxX() + 4, from.getCenterY());
        wire.across(right + 0.9 * em);
      } else {
        wire.from(straight(from, x), from.getMaxY() + 4);
        wire.down(from.getMaxY() + StackFit.WIRE * em / 2);
        if (v / fit.columns() < fit.rows() - 1) {
          wire.across(Math.max(right, from.getMaxX()) + 0.8 * em);
          wire.down(top - StackFit.WIRE * em / 2);
        }
      }
      if (contents.ofColumns()) {
        if (fit.aside()) {
          wire.down(y - (StackFit.INDEX_ABOVE + 1.2) * em);
        }
        wire.across(x + middleAcross());
        wire.intoY(y - (StackFit.INDEX_ABOVE + 0.1) * em);
      } else if (fit.aside()) {
        wire.down(y + middleDown());
        wire.intoX(x - (close ? 0.4 : StackFit.INDEX) * em);
      } else {
        wire.across(reach + 1.9 * em);
        wire.down(y + middleDown());
        wire.intoX(x + extent.getWidth() + 4);
      }
    }

    /** Where the wire leaves a sheet above: straight over its column, where that is below. */
    private double straight(Bounds from, double x) {
      double column = x + middleAcross();
      boolean above = column > from.getMinX() + em && column < from.getMaxX() - em;
      return contents.ofColumns() && above ? column : from.getCenterX();
    }

    private double middleAcross() {
      return switch (fit.sum()) {
        case SheetPane.Drawing.Numbers _ ->
            sum.boundsOf(new Cell(0, sheets.current())).getCenterX();
        case SheetPane.Drawing.Dots _ ->
            (sheets.current() + 0.5) / shape.columns() * extent.getWidth();
      };
    }

    private double middleDown() {
      return switch (fit.sum()) {
        case SheetPane.Drawing.Numbers _ ->
            sum.boundsOf(new Cell(sheets.current(), 0)).getCenterY();
        case SheetPane.Drawing.Dots _ ->
            (sheets.current() + 0.5) / shape.rows() * extent.getHeight();
      };
    }

    // ---- what is said

    private StageLayout.Extent notes(
        double x, double y, double reach, boolean beside, double start, double end) {
      boolean shown = !contents.isCovered();
      boolean numbers = fit.sheets() instanceof SheetPane.Drawing.Numbers;
      // Before a class somebody says it.
      zeros.setText(
          isAlone()
              ? ""
              : texts.get(
                  shown ? numbers ? "view.stack.zeros" : "view.stack.dots" : "view.stack.covered"));
      comes.setText(shown && contents.traces() ? contents.comes() : "");
      rest.setText(shown && contents.traces() ? contents.rest() : "");
      double bottom = y + extent.getHeight();
      double lowest = fit.aside() ? panes.get(visible - 1).frame().getMaxY() : bottom;
      if (beside) {
        double noteX = Math.rint(reach + BEFORE_NOTE * em);
        double room = Math.min(22 * em, end - noteX);
        double below = bottom;
        for (Label words : List.of(rest, comes)) {
          below -= ViewWords.heightOf(words, room);
          words.resizeRelocate(noteX, Math.rint(below), room, ViewWords.heightOf(words, room));
        }
        double ofZeros = ViewWords.heightOf(zeros, room);
        double zerosY = Math.max(y - 2 * em, Math.min(y, below - ofZeros - 0.5 * em));
        zeros.resizeRelocate(noteX, Math.rint(zerosY), room, ofZeros);
        return new StageLayout.Extent(
            Math.ceil(Math.max(right, noteX + NOTE * em)), Math.ceil(Math.max(bottom, lowest) + 4));
      }
      double wordsX = Math.rint(start + 0.3 * em);
      double room = Math.max(14 * em, end - wordsX - em);
      double below = bottom + 0.4 * em;
      for (Label words : List.of(comes, rest, zeros)) {
        words.resizeRelocate(wordsX, Math.rint(below), room, ViewWords.heightOf(words, room));
        below += ViewWords.heightOf(words, room);
      }
      return new StageLayout.Extent(
          Math.ceil(Math.max(x + extent.getWidth() + (fit.aside() ? 0 : 2 * em), right)),
          Math.ceil(Math.max(below, lowest) + 4));
    }
  }
}
