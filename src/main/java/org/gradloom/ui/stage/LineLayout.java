package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.gradloom.derivation.Step;

/** All matrices in a line, with signs between them. */
final class LineLayout implements StageLayout {
  private static final double SIGN_GAP = 20;
  private static final double NARROW_SIGN_GAP = 9;

  private final Staged staged;
  private final TurnedLink turned;
  private final boolean brief;

  /**
   * A layout of what stands on the stage now.
   *
   * @param turned the words under a matrix that stands a second time as its transpose
   * @param brief whether signs stand closer, because there is little room
   */
  LineLayout(Staged staged, TurnedLink turned, boolean brief) {
    this.staged = staged;
    this.turned = turned;
    this.brief = brief;
  }

  @Override
  public Extent arrange(Extent area, boolean place) {
    List<List<Staged.Item>> stacks = stacks();
    double signGap = brief ? NARROW_SIGN_GAP : SIGN_GAP;
    double width = 0;
    double above = 0;
    double below = 0;
    for (List<Staged.Item> stack : stacks) {
      width += (width > 0 ? signGap : 0) + widthOf(stack);
      above = Math.max(above, heightAboveCentre(stack));
      below = Math.max(below, heightBelowCentre(stack));
    }
    double height = above + below;
    if (place) {
      double x = Math.max(0, (area.width() - width) / 2);
      double centre = Math.max(0, (area.height() - height) / 2) + above;
      for (List<Staged.Item> stack : stacks) {
        double own = widthOf(stack);
        placeStack(stack, Math.floor(x), Math.floor(centre));
        x += own + signGap;
      }
    }
    return new Extent(Math.ceil(width), Math.ceil(height));
  }

  /** What stands one above the other: an origin over the matrix made from it. */
  private List<List<Staged.Item>> stacks() {
    List<List<Staged.Item>> stacks = new ArrayList<>();
    List<Staged.Item> open = new ArrayList<>();
    for (Staged.Item item : staged.line()) {
      open.add(item);
      if (!item.isOrigin()) {
        stacks.add(List.copyOf(open));
        open.clear();
      }
    }
    return stacks;
  }

  private double widthOf(List<Staged.Item> stack) {
    double width = 0;
    for (Staged.Item item : stack) {
      width =
          Math.max(
              width,
              switch (item) {
                case Staged.Seated(var matrix) -> widthOf(matrix);
                case Staged.Sign(var label) -> label.prefWidth(-1);
              });
    }
    return width;
  }

  /** In a line the room that a grid keeps for tags is needed only where tags can be. */
  private double widthOf(StageMatrix matrix) {
    MatrixBox box = MatrixBox.of(matrix);
    double hint = matrix.isWindowed() ? box.margins().getRight() : 0;
    double caption = matrix.placed().seat().isOrigin() ? turned.wantedWidth() : 0;
    return tags(matrix) + StageLayout.max(box.cellsWidth() + hint, box.headingWidth(), caption);
  }

  private double tags(StageMatrix matrix) {
    Step step = staged.step();
    boolean tagged =
        switch (matrix.placed().seat()) {
          case LEFT, LEFT_ORIGIN -> step.leftLine().isPresent();
          case RIGHT, RIGHT_ORIGIN -> step.rightLine().isPresent();
          case RESULT, BIAS, MASK -> false;
        };
    return tagged || staged.isCrowded() ? matrix.control().margins().getLeft() : 0;
  }

  private double heightAboveCentre(List<Staged.Item> stack) {
    double height = 0;
    for (Staged.Item item : stack) {
      height +=
          switch (item) {
            case Staged.Seated(var matrix) -> heightAboveCentre(matrix);
            case Staged.Sign _ -> 0;
          };
    }
    return height;
  }

  private double heightAboveCentre(StageMatrix matrix) {
    MatrixBox box = MatrixBox.of(matrix);
    return matrix.placed().seat().isOrigin()
        ? box.headingHeight() + box.height() + turned.heightBelow()
        : box.headingHeight() + box.margins().getTop() + box.cellsHeight() / 2;
  }

  private double heightBelowCentre(List<Staged.Item> stack) {
    return switch (stack.getLast()) {
      case Staged.Seated(var matrix) -> {
        MatrixBox box = MatrixBox.of(matrix);
        yield box.cellsHeight() / 2 + box.margins().getBottom() + 2 * turned.heightBelow();
      }
      case Staged.Sign _ -> 0;
    };
  }

  private void placeStack(List<Staged.Item> stack, double x, double centre) {
    double top = centre - heightAboveCentre(stack);
    for (Staged.Item item : stack) {
      switch (item) {
        case Staged.Sign(var label) -> place(label, x, centre);
        case Staged.Seated(var matrix) -> {
          MatrixBox box = MatrixBox.of(matrix);
          double cellsLeft = x + tags(matrix);
          if (item.isOrigin()) {
            double cellsTop = top + box.headingHeight() + box.margins().getTop();
            box.put(matrix, Math.floor(cellsLeft), Math.floor(cellsTop));
            top += box.headingHeight() + box.height();
            turned.place(cellsLeft, top - box.margins().getBottom());
            top += turned.heightBelow();
          } else {
            double cellsTop = centre - box.cellsHeight() / 2;
            box.put(matrix, Math.floor(cellsLeft), Math.floor(cellsTop));
          }
        }
      }
    }
  }

  private static void place(Label sign, double x, double centre) {
    double height = sign.prefHeight(-1);
    sign.resizeRelocate(x, centre - height / 2, sign.prefWidth(-1), height);
  }
}
