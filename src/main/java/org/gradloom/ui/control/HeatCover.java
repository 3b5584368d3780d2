package org.gradloom.ui.control;

import java.util.BitSet;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/** The hatching over the cells of a heat map whose numbers are not to be seen. */
final class HeatCover {
  private final Path hatched = new Path();
  private @Nullable Drawn drawn;

  /** All that it depends on. */
  private record Drawn(
      BitSet covered, HeatReach reached, Insets margins, HeatAxis rows, HeatAxis columns) {}

  HeatCover() {
    hatched.getStyleClass().add("heat-covered");
    hatched.setManaged(false);
    hatched.setMouseTransparent(true);
    hatched.setVisible(false);
  }

  Node node() {
    return hatched;
  }

  /** Hatches what is covered of the known cells in sight. */
  void show(HeatMap map, Insets margins, HeatAxis rows, HeatAxis columns) {
    BitSet covered = map.coveredProperty().get();
    Drawn now = new Drawn(covered, map.getMarks().reached(), margins, rows, columns);
    if (!now.equals(drawn)) {
      drawn = now;
      draw(now);
      hatched.setVisible(!hatched.getElements().isEmpty());
    }
  }

  private void draw(Drawn what) {
    hatched.getElements().clear();
    if (what.covered().isEmpty()) {
      return;
    }
    int count = what.columns().count();
    Shape shape = new Shape(what.rows().count(), count);
    int lastRow = what.rows().lineAt(what.rows().visible() - 1);
    int lastColumn = what.columns().lineAt(what.columns().visible() - 1);
    for (int i = what.rows().lineAt(0); i <= lastRow; i++) {
      int end = i * count + Math.min(what.reached().inRow(i, shape), lastColumn + 1);
      int from = what.covered().nextSetBit(i * count + what.columns().lineAt(0));
      while (from >= 0 && from < end) {
        int to = Math.min(end, what.covered().nextClearBit(from));
        addRun(what, i, from - i * count, to - i * count);
        from = what.covered().nextSetBit(to);
      }
    }
  }

  /** Neighbours in a row are hatched as one. */
  private void addRun(Drawn what, int row, int from, int to) {
    double left = what.margins().getLeft() + clamped(what.columns(), from);
    double right = what.margins().getLeft() + clamped(what.columns(), to);
    double top = what.margins().getTop() + clamped(what.rows(), row);
    double bottom = what.margins().getTop() + clamped(what.rows(), row + 1);
    hatched
        .getElements()
        .addAll(
            new MoveTo(left, top),
            new LineTo(right, top),
            new LineTo(right, bottom),
            new LineTo(left, bottom),
            new ClosePath());
  }

  private static double clamped(HeatAxis axis, int line) {
    return Math.clamp(axis.at(line), 0, axis.visible());
  }
}
