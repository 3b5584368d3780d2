package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.gradloom.typeset.TexPicture;

/** Lays lines out on one left edge and finds the size at which they fit. */
final class FormulaSkin extends SkinBase<FormulaView> {
  /** Formulas are half as large again as the words of the app, and never smaller than these. */
  private static final double LEAST_SCALE = 2 / 3.0;

  private final List<FormulaRow> rows = new ArrayList<>();
  private final Pane stack = new Stack();
  private final LiveScroll scroll = new LiveScroll(stack);

  /** The height only grows, so that what stands above does not move with every term. */
  private final GreatestHeight kept = new GreatestHeight();

  /** Nobody sees it; CSS gives it the font that text in the control has. */
  private final Text probe = new Text();

  /** For what the box was last brought into sight: after that, scrolling is up to the user. */
  private List<TexLine> shownLines = List.of();

  private double shownWidth;

  FormulaSkin(FormulaView view) {
    super(view);
    NodeVisibility.set(probe, false);
    scroll.getStyleClass().add("formula-scroll");
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    getChildren().addAll(probe, scroll);
    registerChangeListener(view.linesProperty(), change -> refresh());
    registerChangeListener(probe.fontProperty(), change -> refresh());
    refresh();
  }

  private void refresh() {
    List<TexLine> lines = getSkinnable().getLines();
    while (rows.size() > lines.size()) {
      stack.getChildren().remove(rows.removeLast());
    }
    while (rows.size() < lines.size()) {
      FormulaRow row = new FormulaRow(getSkinnable().renderer());
      rows.add(row);
      stack.getChildren().add(row);
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(lines.get(i));
    }
    stack.requestLayout();
    getSkinnable().requestLayout();
  }

  double em() {
    return probe.getFont().getSize();
  }

  /** Room at the ends of a line for the box of an active term that stands there. */
  private double margin() {
    return Math.ceil(0.25 * em());
  }

  private double gap(double scale) {
    return Math.round(0.5 * em() * scale);
  }

  private double naturalWidth() {
    double em = em();
    double widest = 0;
    for (FormulaRow row : rows) {
      widest = Math.max(widest, row.fullWidth(em));
    }
    return widest + 2 * margin();
  }

  private double heightAt(double scale) {
    double em = em() * scale;
    double height = Math.max(0, rows.size() - 1) * gap(scale);
    for (FormulaRow row : rows) {
      height += row.heightAt(em);
    }
    return height;
  }

  double heightOf(List<TexLine> lines, double width) {
    double em = em();
    double natural = 2 * margin();
    for (TexLine line : lines) {
      double full = FormulaRow.fullWidth(line, picture(line), probe.getFont());
      natural = Math.max(natural, full + 2 * margin());
    }
    double scale = scaleFor(width, natural);
    double height = Math.max(0, lines.size() - 1) * gap(scale) + barFor(width, natural);
    for (TexLine line : lines) {
      height += FormulaRow.heightOf(picture(line), em * scale);
    }
    return height;
  }

  private TexPicture picture(TexLine line) {
    return getSkinnable().renderer().picture(line.tex());
  }

  void beginAnew() {
    kept.forget();
    getSkinnable().requestLayout();
  }

  private static double scaleFor(double width, double natural) {
    return Math.clamp(width / Math.max(1, natural), LEAST_SCALE, 1);
  }

  /** How high the bar is by which lines are scrolled, if they have to be. */
  private double barFor(double width, double natural) {
    return isTooNarrow(width, LEAST_SCALE * natural) ? scroll.barHeight() : 0;
  }

  private static boolean isTooNarrow(double width, double lines) {
    return width < lines - 1;
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return l + Math.ceil(naturalWidth()) + r;
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return l + r;
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    double room = width < 0 ? naturalWidth() : width - l - r;
    double bar = barFor(room, naturalWidth());
    return t + kept.with(width, em(), heightAt(scaleFor(room, naturalWidth())) + bar) + b;
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return computePrefHeight(width, t, r, b, l);
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    double natural = naturalWidth();
    double bar = barFor(width, natural);
    double scale = scaleFor(width, natural);
    // An owner that gives less height than was asked for gets smaller lines, not cut ones.
    while (heightAt(scale) + bar > height + 0.5 && scale > LEAST_SCALE / 2) {
      scale *= 0.97;
    }
    boolean scrolls =
        isTooNarrow(width, LEAST_SCALE * natural) && isTooNarrow(width, scale * natural);
    double fullEm = em();
    double whole = scrolls ? Math.ceil(natural * scale) : 0;
    double top = 0;
    for (FormulaRow row : rows) {
      row.setSize(fullEm, scale);
      double rowHeight = row.heightAt(fullEm * scale);
      row.resizeRelocate(margin(), top, Math.ceil(row.fullWidth(fullEm) * scale), rowHeight);
      top += rowHeight + gap(scale);
    }
    stack.setMinWidth(whole);
    stack.setPrefWidth(whole);
    scroll.setFitToWidth(!scrolls);
    scroll.setHbarPolicy(
        scrolls ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(scrolls);
    scroll.resizeRelocate(x, y, width, height);
    boolean moved = width != shownWidth || !getSkinnable().getLines().equals(shownLines);
    shownWidth = width;
    shownLines = getSkinnable().getLines();
    if (scrolls && moved) {
      scroll.layout();
      keepActiveInSight(width, whole);
    }
  }

  /** Scrolls no farther than it takes to see the boxes of all lines, or else that of the first. */
  private void keepActiveInSight(double seen, double whole) {
    double from = Double.NaN;
    double to = Double.NaN;
    for (FormulaRow row : rows) {
      Rectangle box = row.activeBox();
      if (box != null) {
        Bounds bounds = stack.sceneToLocal(box.localToScene(box.getLayoutBounds()));
        double left = bounds.getMinX() - margin();
        double right = bounds.getMaxX() + margin();
        if (Double.isNaN(from)) {
          from = left;
          to = right;
        } else if (Math.max(to, right) - Math.min(from, left) <= seen) {
          from = Math.min(from, left);
          to = Math.max(to, right);
        }
      }
    }
    if (!Double.isNaN(from)) {
      double hidden = whole - seen;
      double wanted = Math.clamp(scroll.getHvalue() * hidden, Math.min(to - seen, from), from);
      scroll.setHvalue(Math.clamp(wanted / hidden, 0, 1));
    }
  }

  /** Its rows are placed by the skin. */
  private static final class Stack extends Pane {
    @Override
    protected void layoutChildren() {
      // The skin has placed them already, at the size that fits.
    }
  }
}
