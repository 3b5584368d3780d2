package org.gradloom.ui.control;

import java.util.BitSet;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;

/** The numbers in the cells of a heat map, where the cells are large enough to hold them. */
final class HeatNumbers {
  private static final double LEAST_WIDTH = 36;
  private static final double LEAST_HEIGHT = 14;
  private static final double SMALLEST = 9;
  private static final int MOST_DIGITS = 6;

  private final Canvas canvas = new Canvas();
  private @Nullable Written written;

  private record Written(
      Matrix matrix,
      HeatReach reached,
      BitSet covered,
      HeatAxis rows,
      HeatAxis columns,
      Font font,
      Paint fill) {}

  HeatNumbers() {
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    canvas.setVisible(false);
  }

  Canvas node() {
    return canvas;
  }

  static boolean areReadable(HeatAxis rows, HeatAxis columns) {
    return columns.cell() >= LEAST_WIDTH && rows.cell() >= LEAST_HEIGHT;
  }

  /**
   * Writes the numbers in sight that are known, if there is room for them.
   *
   * @param covered the cells that show a blank, row by row
   * @param style the font and the colour of numbers
   */
  void show(
      Matrix matrix,
      HeatReach reached,
      BitSet covered,
      HeatAxis rows,
      HeatAxis columns,
      Text style) {
    Written next =
        new Written(matrix, reached, covered, rows, columns, style.getFont(), style.getFill());
    canvas.setVisible(true);
    if (!next.equals(written)) {
      written = next;
      write(next);
    }
  }

  void hide() {
    canvas.setVisible(false);
  }

  private void write(Written what) {
    HeatAxis rows = what.rows();
    HeatAxis columns = what.columns();
    canvas.setWidth(columns.visible());
    canvas.setHeight(rows.visible());
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double usual = what.font().getSize();
    // Where everything is shown at its smallest, the usual size is below that of the smallest
    // number.
    double size = Math.clamp(0.5 * rows.cell(), Math.min(SMALLEST, usual), usual);
    pen.setFont(Font.font(what.font().getFamily(), size));
    pen.setFill(what.fill());
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    double room = columns.cell() - HeatPixels.gap(columns.cell()) - 4;
    double ems = room / size;
    int lastRow = rows.lineAt(rows.visible() - 1);
    int lastColumn = columns.lineAt(columns.visible() - 1);
    for (int i = rows.lineAt(0); i <= lastRow; i++) {
      for (int j = columns.lineAt(0); j <= lastColumn; j++) {
        if (what.reached().has(new Cell(i, j), what.matrix().shape())) {
          pen.fillText(
              what.covered().get(i * what.matrix().columns() + j)
                  ? Numbers.BLANK
                  : text(what.matrix(), i, j, ems),
              Math.rint(columns.at(j + 0.5)) - 1,
              Math.rint(rows.at(i + 0.5)) - 1,
              room);
        }
      }
    }
  }

  private static String text(Matrix matrix, int row, int column, double ems) {
    return fitted(matrix.entry(row, column).text(), matrix.get(row, column), ems);
  }

  /**
   * A number with as many digits as have room, but at least two.
   *
   * @param whole the number as it is written where there is room
   * @param ems the room, in em
   */
  static String fitted(String whole, double value, double ems) {
    String text = whole;
    for (int digits = MOST_DIGITS; GridMetrics.ems(text) > ems && digits >= 2; digits--) {
      text = Numbers.format(value, digits);
    }
    return text;
  }
}
