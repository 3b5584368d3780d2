package org.gradloom.ui.control;

import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints one cell of a grid as the stylesheets dress the node of one. */
final class CellPainter {
  private static final double THIN = 1;
  private static final double LIT = 1.4;
  private static final double THICK = 2.4;

  /** From stripe to stripe, along an edge. */
  private static final double HATCH = 10;

  private static final double STRIPE = 2.1;

  private final GridInk ink;
  private final GraphicsContext g;

  CellPainter(GridInk ink, GraphicsContext g) {
    this.ink = ink;
    this.g = g;
  }

  void clear() {
    g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
  }

  /** Paints a cell over whatever was painted there before. */
  void paint(Bounds box, CellMetrics metrics, String text, Set<CellState> marks) {
    double reach = Math.min(CellMetrics.HALO, metrics.gap() / 2);
    g.clearRect(
        box.getMinX() - reach,
        box.getMinY() - reach,
        box.getWidth() + 2 * reach,
        box.getHeight() + 2 * reach);
    if (!marks.contains(CellState.BARE)) {
      halo(box, metrics, reach, marks);
      ground(box, metrics, marks);
      outline(box, metrics, marks);
    }
    number(box, metrics, text, marks);
    if (marks.contains(CellState.MOVABLE)) {
      handle(box, metrics);
    }
  }

  /** Two small arrow heads at the right edge. */
  private void handle(Bounds box, CellMetrics metrics) {
    double half = metrics.handleWidth() / 2;
    double x = box.getMaxX() - half - CellMetrics.HALO;
    double y = box.getCenterY();
    g.setFill(ink.of("accent"));
    g.fillPolygon(
        new double[] {x - half, x + half, x},
        new double[] {y - 1.5, y - 1.5, y - 1.5 - 1.6 * half},
        3);
    g.fillPolygon(
        new double[] {x - half, x + half, x},
        new double[] {y + 1.5, y + 1.5, y + 1.5 + 1.6 * half},
        3);
  }

  private static boolean isRinged(Set<CellState> marks) {
    return marks.contains(CellState.RESULT) && !marks.contains(CellState.UNREACHED);
  }

  private void halo(Bounds box, CellMetrics metrics, double reach, Set<CellState> marks) {
    boolean active = marks.contains(CellState.ACTIVE) || marks.contains(CellState.MATCH);
    if (active || marks.contains(CellState.ASKED)) {
      boolean result = marks.contains(CellState.RESULT) || marks.contains(CellState.ASKED);
      g.setFill(ink.of(result ? "result-halo" : "halo"));
      round(box, -reach, metrics.radius() + reach, true);
    }
  }

  private void ground(Bounds box, CellMetrics metrics, Set<CellState> marks) {
    if (marks.contains(CellState.UNREACHED)) {
      // Nothing is known of it: the ground shows through, also where a halo was.
      return;
    }
    boolean hatched = marks.contains(CellState.COVERED) && !marks.contains(CellState.ASKED);
    g.setFill(ink.of(hatched ? "surface" : fill(marks)));
    round(box, 0, metrics.radius(), true);
    if (hatched) {
      hatch(box);
    }
  }

  private static String fill(Set<CellState> marks) {
    if (marks.contains(CellState.DIFFERS)) {
      return "danger-fill";
    }
    if (marks.contains(CellState.ASKED)
        || marks.contains(CellState.RESULT)
        || marks.contains(CellState.RESULT_LINE)) {
      return "result-fill";
    }
    return marks.contains(CellState.LEFT)
        ? "left-fill"
        : marks.contains(CellState.RIGHT) ? "right-fill" : "surface";
  }

  private void hatch(Bounds box) {
    g.save();
    g.beginPath();
    g.rect(box.getMinX() + 1, box.getMinY() + 1, box.getWidth() - 2, box.getHeight() - 2);
    g.clip();
    g.setStroke(ink.of("line"));
    g.setLineWidth(STRIPE);
    for (double x = box.getMinX() - box.getHeight(); x < box.getMaxX(); x += HATCH) {
      g.strokeLine(x, box.getMaxY(), x + box.getHeight(), box.getMinY());
    }
    g.restore();
  }

  private void outline(Bounds box, CellMetrics metrics, Set<CellState> marks) {
    boolean dotted = marks.contains(CellState.UNREACHED);
    boolean ringed = isRinged(marks) || marks.contains(CellState.ASKED);
    boolean active = marks.contains(CellState.ACTIVE) || marks.contains(CellState.MATCH);
    Color colour = ink.of(border(marks, dotted));
    double width =
        dotted || ringed || active ? THICK : border(marks, false).equals("line") ? THIN : LIT;
    g.setStroke(colour);
    g.setLineWidth(dotted && !marks.contains(CellState.RESULT) ? 1.6 : width);
    if (dotted) {
      g.setLineCap(StrokeLineCap.ROUND);
      g.setLineDashes(0.1, 4.2);
    } else if (marks.contains(CellState.RIGHT) && !ringed) {
      g.setLineDashes(4, 3);
    }
    round(box, g.getLineWidth() / 2, metrics.radius(), false);
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineDashes();
  }

  private static String border(Set<CellState> marks, boolean dotted) {
    if (marks.contains(CellState.RESULT) || marks.contains(CellState.ASKED)) {
      return "result-border";
    }
    if (dotted) {
      return "outline";
    }
    if (marks.contains(CellState.DIFFERS)) {
      return "danger";
    }
    if (marks.contains(CellState.AGREES)) {
      return "success";
    }
    if (marks.contains(CellState.RESULT_LINE)) {
      return "result-border";
    }
    if (marks.contains(CellState.LEFT)) {
      return "left-border";
    }
    if (marks.contains(CellState.RIGHT)) {
      return "right-border";
    }
    if (marks.contains(CellState.ACTIVE) || marks.contains(CellState.MATCH)) {
      return "accent";
    }
    return marks.contains(CellState.COVERED) ? "outline" : "line";
  }

  private void number(Bounds box, CellMetrics metrics, String text, Set<CellState> marks) {
    if (text.isEmpty()) {
      return;
    }
    CellMetrics.Placed placed = metrics.place(text, marks.contains(CellState.MOVABLE));
    g.setFont(font(placed.letters(), marks));
    g.setFill(ink.of(colour(marks)));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(text, box.getMinX() + placed.centre(), box.getCenterY());
  }

  private static String colour(Set<CellState> marks) {
    if (marks.contains(CellState.FORMING) || marks.contains(CellState.ASKED)) {
      return "result";
    }
    if (!marks.contains(CellState.BARE)) {
      return "text";
    }
    // A name wears the colour of what it names.
    return marks.contains(CellState.RESULT)
        ? "result"
        : marks.contains(CellState.LEFT)
            ? "left"
            : marks.contains(CellState.RIGHT) ? "right" : "muted";
  }

  private static Font font(double size, Set<CellState> marks) {
    if (marks.contains(CellState.FORMING)) {
      return GridInk.slanted(size);
    }
    boolean strong =
        marks.contains(CellState.ACTIVE)
            || marks.contains(CellState.MATCH)
            || marks.contains(CellState.RESULT)
            || marks.contains(CellState.ASKED);
    return strong ? GridInk.strong(size) : GridInk.plain(size);
  }

  /** Fills or strokes a box with round corners. */
  private void round(Bounds box, double inset, double radius, boolean fill) {
    double x = box.getMinX() + inset;
    double y = box.getMinY() + inset;
    double width = box.getWidth() - 2 * inset;
    double height = box.getHeight() - 2 * inset;
    double arc = 2 * Math.max(0, radius - Math.max(0, inset));
    if (fill) {
      g.fillRoundRect(x, y, width, height, arc, arc);
    } else {
      g.strokeRoundRect(x, y, width, height, arc, arc);
    }
  }
}
