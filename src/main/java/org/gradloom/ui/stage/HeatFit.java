package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StageSlot;
import org.gradloom.ui.control.HeatMap;

/**
 * How large the heat maps of a stage are. They share the width and the height there is by the roots
 * of their numbers of columns and rows, so that 784 rows do not leave 64 invisible; no cell becomes
 * larger than its number needs.
 */
final class HeatFit {
  private static final double LEAST = 56;
  private static final double USED_AT_FIRST = 0.7;
  private static final int ROUNDS = 4;

  /** Of the height of a stack, what the matrix takes of which another one was made. */
  private static final double ORIGIN = 0.42;

  private final Map<StageSlot, StageMatrix> seated;
  private final boolean crossed;
  private final double cellWidth;
  private final double cellHeight;

  /**
   * A fit for what stands on the stage.
   *
   * @param em the size of letters, by which cells hold their numbers
   */
  HeatFit(Map<StageSlot, StageMatrix> seated, boolean crossed, double em) {
    this.seated = seated;
    this.crossed = crossed;
    this.cellWidth = HeatMap.FULL_CELL_WIDTH * em;
    this.cellHeight = HeatMap.FULL_CELL_HEIGHT * em;
  }

  /**
   * Gives every map the size at which all of them fit, as nearly as they can.
   *
   * @param arrange says what everything needs with the sizes it has
   * @return the width that all columns have together
   */
  double fit(StageLayout.Extent room, Supplier<StageLayout.Extent> arrange) {
    double width = USED_AT_FIRST * room.width();
    double height = USED_AT_FIRST * room.height();
    for (int round = 0; round < ROUNDS; round++) {
      give(Math.max(LEAST, width), Math.max(LEAST, height));
      StageLayout.Extent needed = arrange.get();
      width += room.width() - needed.width();
      height += room.height() - needed.height();
    }
    give(Math.max(LEAST, width), Math.max(LEAST, height));
    return Math.max(LEAST, width);
  }

  private void give(double width, double height) {
    if (crossed) {
      giveCrossed(width, height);
    } else {
      giveInLine(width, height);
    }
  }

  private Shape shape(StageSlot seat) {
    StageMatrix matrix = seated.get(seat);
    return matrix == null ? new Shape(1, 1) : matrix.shape();
  }

  private void giveCrossed(double width, double height) {
    Shape left = shape(StageSlot.LEFT);
    Shape right = shape(StageSlot.RIGHT);
    double[] across =
        shares(
            width,
            List.of(left.columns(), right.columns()),
            List.of(cellWidth * left.columns(), cellWidth * right.columns()));
    double[] down =
        shares(
            height,
            List.of(right.rows(), left.rows()),
            List.of(cellHeight * right.rows(), cellHeight * left.rows()));
    set(StageSlot.LEFT, across[0], down[1]);
    set(StageSlot.RIGHT, across[1], down[0]);
    set(StageSlot.RESULT, across[1], down[1]);
    // A row of biases stands above the columns of the result, a column of them beside its rows.
    Shape bias = shape(StageSlot.BIAS);
    set(
        StageSlot.BIAS,
        bias.columns() == 1 ? cellWidth : across[1],
        bias.rows() == 1 ? cellHeight : down[1]);
    for (StageSlot origin : List.of(StageSlot.LEFT_ORIGIN, StageSlot.RIGHT_ORIGIN)) {
      Shape shape = shape(origin);
      set(
          origin,
          Math.min(across[0], cellWidth * shape.columns()),
          Math.min(Math.max(LEAST, down[0] * (1 - ORIGIN)), cellHeight * shape.rows()));
    }
  }

  private void giveInLine(double width, double height) {
    boolean stacked = seated.keySet().stream().anyMatch(StageSlot::isOrigin);
    List<StageSlot> inLine = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    List<Double> most = new ArrayList<>();
    for (StageSlot seat : seated.keySet()) {
      if (!seat.isOrigin()) {
        inLine.add(seat);
        columns.add(shape(seat).columns());
        most.add(cellWidth * shape(seat).columns());
      }
    }
    double[] across = shares(width, columns, most);
    double down = stacked ? height * (1 - ORIGIN) : height;
    for (int i = 0; i < inLine.size(); i++) {
      StageSlot seat = inLine.get(i);
      set(seat, across[i], Math.min(down, cellHeight * shape(seat).rows()));
      StageSlot origin =
          seat == StageSlot.LEFT
              ? StageSlot.LEFT_ORIGIN
              : seat == StageSlot.RIGHT ? StageSlot.RIGHT_ORIGIN : seat;
      if (origin != seat) {
        set(origin, across[i], Math.min(height * ORIGIN, cellHeight * shape(origin).rows()));
      }
    }
  }

  /** Lengths in the proportion of the roots of these counts; what one cannot use goes to others. */
  private static double[] shares(double length, List<Integer> counts, List<Double> most) {
    double[] shares = new double[counts.size()];
    double left = length;
    double weights = 0;
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      open.add(i);
      weights += Math.sqrt(counts.get(i));
    }
    // The one that needs least for its weight is satisfied first.
    open.sort((i, j) ->
        Double.compare(
            most.get(i) / Math.sqrt(counts.get(i)), most.get(j) / Math.sqrt(counts.get(j))));
    for (int i : open) {
      double weight = Math.sqrt(counts.get(i));
      shares[i] = Math.min(most.get(i), left * weight / weights);
      left -= shares[i];
      weights -= weight;
    }
    return shares;
  }

  private void set(StageSlot seat, double width, double height) {
    StageMatrix matrix = seated.get(seat);
    if (matrix != null) {
      matrix.colours().ifPresent(map -> set(map, width, height));
    }
  }

  private static void set(HeatMap map, double width, double height) {
    Insets margins = map.margins();
    map.setPrefSize(
        Math.floor(margins.getLeft() + width + margins.getRight()),
        Math.floor(margins.getTop() + height + margins.getBottom()));
  }
}
