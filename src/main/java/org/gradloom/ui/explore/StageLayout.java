package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.gradloom.derivation.Step;
import org.gradloom.ui.control.MatrixControl;

/**
 * Where the matrices of a stage stand: crosswise, so that row and column meet in the result, or in
 * a line. Every measure is between cells, not between grids, whose margins hold tags and handles.
 */
final class StageLayout {
  private static final double GAP = 14;
  private static final double SIGN_GAP = 20;
  private static final double NARROW_SIGN_GAP = 9;
  private static final double CAPTION_GAP = 4;

  /** Where matrices show only windows of themselves, the product is written smaller, too. */
  static final double LEAST_SCALE = 0.65;

  private final Map<StageSlot, StageMatrix> seated;
  private final List<Object> line;
  private final Step step;
  private final Hyperlink turned;
  private final boolean brief;
  private final double productRoom;

  /**
   * A layout of what stands on the stage now.
   *
   * @param line seats and signs in reading order
   * @param turned the words under a matrix that stands a second time as its transpose
   * @param brief whether signs stand closer, because there is little room
   * @param productRoom what the product beside the right operand needs
   */
  StageLayout(
      Map<StageSlot, StageMatrix> seated,
      List<Object> line,
      Step step,
      Hyperlink turned,
      boolean brief,
      double productRoom) {
    this.seated = seated;
    this.line = line;
    this.step = step;
    this.turned = turned;
    this.brief = brief;
    this.productRoom = productRoom;
  }

  /** A width and a height. */
  record Extent(double width, double height) {
    /** By how much this is too large, 0 if it fits. */
    double excessOver(Extent area) {
      return Math.max(0, width - area.width()) + Math.max(0, height - area.height());
    }
  }

  Extent arrangeCrossed(Extent area, boolean place) {
    StageMatrix left = matrix(StageSlot.LEFT);
    StageMatrix right = matrix(StageSlot.RIGHT);
    StageMatrix result = matrix(StageSlot.RESULT);
    StageMatrix bias = seated.get(StageSlot.BIAS);
    StageMatrix origin =
        seated.getOrDefault(StageSlot.LEFT_ORIGIN, seated.get(StageSlot.RIGHT_ORIGIN));
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
            r.width - r.margins.getLeft() + (crowded() ? LEAST_SCALE * productRoom : productRoom),
            o.headingWidth,
            r.headingWidth);

    // Down: the right operand, the bias under it, then the row of the left operand and the result.
    double above = r.headingHeight + r.heightWithGap();
    double biasTop = above;
    if (bias != null) {
      above += Box.of(bias).cellsHeight() + GAP;
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
        put(bias, b, column, y + shift + biasTop);
        // A single row needs no more height than its cells: its name stands before it.
        bias.heading()
            .relocate(
                column - b.headingWidth - GAP,
                y + shift + biasTop + (b.cellsHeight() - b.headingHeight) / 2);
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

  Extent arrangeInLine(Extent area, boolean place) {
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
      boolean isOrigin = item instanceof StageSlot seat && seat.isOrigin();
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
                case StageSlot seat -> widthInLine(matrix(seat));
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
    StageSlot seat = matrix.placed().seat();
    boolean tagged =
        switch (seat) {
          case LEFT, LEFT_ORIGIN -> step.leftLine().isPresent();
          case RIGHT, RIGHT_ORIGIN -> step.rightLine().isPresent();
          case RESULT, BIAS -> false;
        };
    return tagged || crowded() ? matrix.control().margins().getLeft() : 0;
  }

  private double widthWithCaption(StageMatrix origin) {
    Box box = Box.of(origin);
    return Math.max(box.widthWithHeading(), box.margins.getLeft() + turnedWidth());
  }

  private double turnedWidth() {
    StageView.style(turned);
    return turned.isVisible() ? Math.ceil(turned.prefWidth(-1)) : 0;
  }

  private double heightAboveCentre(List<Object> stack) {
    double height = 0;
    for (Object item : stack) {
      if (item instanceof StageSlot seat) {
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
    return stack.getLast() instanceof StageSlot seat
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
        case StageSlot seat -> {
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

  private StageMatrix matrix(StageSlot seat) {
    return Objects.requireNonNull(seated.get(seat), () -> "Nobody sits at " + seat);
  }

  private void put(StageMatrix matrix, Box box, double cellsLeft, double cellsTop) {
    matrix
        .control()
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
    turned.resizeRelocate(
        cellsLeft,
        top - box.margins.getBottom() + CAPTION_GAP,
        turned.prefWidth(-1),
        turned.prefHeight(-1));
  }

  private double captionHeight() {
    return CAPTION_GAP + turned.getFont().getSize() * 1.6;
  }

  /** True if matrices show only windows of themselves, because there is no room for more. */
  private boolean crowded() {
    return seated.values().stream().anyMatch(StageMatrix::isWindowed);
  }

  /** The measures of a matrix with its heading. */
  private record Box(
      double width, double height, Insets margins, double headingWidth, double headingHeight) {
    static Box of(StageMatrix matrix) {
      MatrixControl grid = matrix.control();
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
