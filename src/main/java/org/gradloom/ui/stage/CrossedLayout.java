package org.gradloom.ui.stage;

import org.gradloom.staging.StageSlot;

/** The left operand at the left, the right one above, the result where row and column cross. */
final class CrossedLayout implements StageLayout {
  private final Staged staged;
  private final TurnedLink turned;
  private final double productRoom;

  /**
   * A layout of what stands on the stage now.
   *
   * @param turned the words under a matrix that stands a second time as its transpose
   * @param productRoom what the product beside the right operand needs
   */
  CrossedLayout(Staged staged, TurnedLink turned, double productRoom) {
    this.staged = staged;
    this.turned = turned;
    this.productRoom = productRoom;
  }

  @Override
  public Extent arrange(Extent area, boolean place) {
    StageMatrix left = staged.matrix(StageSlot.LEFT);
    StageMatrix right = staged.matrix(StageSlot.RIGHT);
    StageMatrix result = staged.matrix(StageSlot.RESULT);
    StageMatrix bias = staged.seated().get(StageSlot.BIAS);
    StageMatrix origin = staged.origin().orElse(null);
    MatrixBox l = MatrixBox.of(left);
    MatrixBox r = MatrixBox.of(right);
    MatrixBox o = MatrixBox.of(result);
    // The tags of the right operand stand between.
    double originWidth =
        origin == null ? 0 : widthWithCaption(origin) + Math.max(GAP, r.margins().getLeft());

    // Across: the left operand, then one column of cells for all that stands above each other.
    // Indices of a result of which only a part is seen stand between, too.
    double indices = result.isWindowed() ? o.margins().getLeft() : 0;
    double between = Math.max(GAP, l.margins().getRight() + indices);
    // A column of biases stands beside the result, as a row of them stands above it.
    StageMatrix column = bias != null && bias.placed().shown().turned() ? bias : null;
    double beside = column == null ? 0 : MatrixBox.of(column).cellsWidth() + between;
    double cellsLeft =
        StageLayout.max(
            l.cellsRight() + between + beside,
            l.headingRight() + GAP + beside,
            r.margins().getLeft(),
            originWidth);
    double rightOfCells =
        StageLayout.max(
            o.width() - o.margins().getLeft(),
            r.width() - r.margins().getLeft() + productRoom,
            o.headingWidth(),
            r.headingWidth());

    // Down: the right operand, the bias under it, then the row of the left operand and the result.
    double above = r.headingHeight() + r.heightWithGap();
    double biasTop = above;
    if (bias != null && column == null) {
      MatrixBox b = MatrixBox.of(bias);
      biasTop += bias.isWindowed() ? b.margins().getTop() : 0;
      above = biasTop + b.cellsHeight() + GAP;
    }
    double heading =
        StageLayout.max(
            o.headingHeight() + o.margins().getTop(), l.headingHeight() + l.margins().getTop());
    double originHeight =
        origin == null
            ? 0
            : MatrixBox.of(origin).headingHeight()
                + MatrixBox.of(origin).height()
                + turned.heightBelow();
    double cellsTop = StageLayout.max(above, originHeight + GAP) + heading;
    double shift = cellsTop - heading - above;
    double width = cellsLeft + rightOfCells;
    double height =
        cellsTop
            + StageLayout.max(
                o.height() - o.margins().getTop(),
                l.height() - l.margins().getTop(),
                column == null ? 0 : headingBelow(column) + MatrixBox.of(column).headingHeight());
    if (place) {
      double x = Math.max(0, Math.floor((area.width() - width) / 2));
      double y = Math.max(0, Math.floor((area.height() - height) / 2));
      double crossing = x + cellsLeft;
      r.put(right, crossing, y + shift + r.headingHeight() + r.margins().getTop());
      if (column != null) {
        MatrixBox b = MatrixBox.of(column);
        double cells = crossing - between - b.cellsWidth();
        b.put(column, cells, y + cellsTop);
        // Above it the names of its neighbours meet.
        column.heading().relocate(cells, y + cellsTop + headingBelow(column));
      } else if (bias != null) {
        MatrixBox b = MatrixBox.of(bias);
        b.put(bias, crossing, y + shift + biasTop);
        // A single row needs no more height than its cells: its name stands before it.
        bias.heading()
            .relocate(
                crossing - b.headingWidth() - GAP,
                y + shift + biasTop + (b.cellsHeight() - b.headingHeight()) / 2);
      }
      o.put(result, crossing, y + cellsTop);
      double leftCells = crossing - between - beside - l.cellsWidth();
      l.put(left, leftCells, y + cellsTop);
      // A name wider than its few columns ends before the next one begins.
      left.heading().setLayoutX(Math.min(leftCells, crossing - GAP - beside - l.headingWidth()));
      if (origin != null) {
        MatrixBox box = MatrixBox.of(origin);
        double top = y + cellsTop - heading - GAP - originHeight + box.headingHeight();
        double cells =
            StageLayout.max(
                x + box.margins().getLeft(),
                Math.min(leftCells, x + cellsLeft - originWidth + box.margins().getLeft()));
        box.put(origin, cells, top + box.margins().getTop());
        // What says how many lines more there are stands between.
        double below = origin.isWindowed() ? 0 : box.margins().getBottom();
        turned.place(cells, top + box.height() - below);
      }
    }
    return new Extent(Math.ceil(width), Math.ceil(height));
  }

  /** Where a heading begins that stands below: behind what says how many lines more there are. */
  private static double headingBelow(StageMatrix matrix) {
    MatrixBox box = MatrixBox.of(matrix);
    return box.heightWithGap() - box.margins().getTop();
  }

  private double widthWithCaption(StageMatrix origin) {
    MatrixBox box = MatrixBox.of(origin);
    return Math.max(box.widthWithHeading(), box.margins().getLeft() + turned.wantedWidth());
  }
}
