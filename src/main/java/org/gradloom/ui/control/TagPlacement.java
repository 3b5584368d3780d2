package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;

/** Finds room for a tag beside its wire, clear of units, of other tags and of the edges. */
final class TagPlacement {
  private static final double[] ALONG = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8};

  /** Below and above the line, close to it and farther off. */
  private static final double[] SIDES = {1, -1, 1.5, -1.5, 2, -2, 2.5, -2.5};

  private static final double CLEARANCE = 4;

  /** A piece of a lit wire. */
  record Segment(double fromX, double fromY, double toX, double toY) {
    double x(double part) {
      return fromX + (toX - fromX) * part;
    }

    double y(double part) {
      return fromY + (toY - fromY) * part;
    }
  }

  private final double width;
  private final double height;
  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<Segment> lines = new ArrayList<>();

  TagPlacement(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Nothing may cover this. */
  void avoid(Rectangle2D bounds) {
    taken.add(bounds);
  }

  /** Nothing should cross this. */
  void avoid(Segment line) {
    lines.add(line);
  }

  /**
   * Takes the best room for a tag, whatever it covers.
   *
   * @param below whether it would rather be below its wire
   */
  Rectangle2D place(Segment wire, double tagWidth, double tagHeight, boolean below) {
    Rectangle2D best = best(wire, tagWidth, tagHeight, below, _ -> true).orElse(Rectangle2D.EMPTY);
    taken.add(best);
    return best;
  }

  /** Takes the best room for a tag above its wire, if there is some where it covers nothing. */
  Optional<Rectangle2D> placeClear(Segment wire, double tagWidth, double tagHeight) {
    Optional<Rectangle2D> best = best(wire, tagWidth, tagHeight, false, this::isClear);
    best.ifPresent(taken::add);
    return best;
  }

  private boolean isClear(Rectangle2D bounds) {
    return bounds.getMaxX() <= width && taken.stream().noneMatch(bounds::intersects);
  }

  private Optional<Rectangle2D> best(
      Segment wire,
      double tagWidth,
      double tagHeight,
      boolean below,
      Predicate<Rectangle2D> isAllowed) {
    double length = Math.hypot(wire.toX() - wire.fromX(), wire.toY() - wire.fromY());
    double normalX = length == 0 ? 0 : (wire.fromY() - wire.toY()) / length;
    double normalY = length == 0 ? 1 : (wire.toX() - wire.fromX()) / length;
    double distance =
        tagWidth / 2 * Math.abs(normalX) + tagHeight / 2 * Math.abs(normalY) + CLEARANCE;
    Optional<Rectangle2D> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (double part : ALONG) {
      for (double side : SIDES) {
        double x = wire.x(part) + side * normalX * distance - tagWidth / 2;
        double y = wire.y(part) + side * normalY * distance - tagHeight / 2;
        Rectangle2D bounds =
            new Rectangle2D(
                Math.clamp(x, 2, Math.max(2, width - tagWidth - 2)),
                Math.clamp(y, 2, Math.max(2, height - tagHeight - 2)),
                tagWidth,
                tagHeight);
        double cost =
            cost(bounds)
                + 40 * Math.abs(part - 0.5)
                + 60 * (Math.abs(side) - 1)
                + (side > 0 == below ? 0 : 12);
        if (cost < least && isAllowed.test(bounds)) {
          least = cost;
          best = Optional.of(bounds);
        }
      }
    }
    return best;
  }

  private double cost(Rectangle2D bounds) {
    double cost = 0;
    for (Rectangle2D other : taken) {
      double wide =
          Math.min(bounds.getMaxX(), other.getMaxX()) - Math.max(bounds.getMinX(), other.getMinX());
      double high =
          Math.min(bounds.getMaxY(), other.getMaxY()) - Math.max(bounds.getMinY(), other.getMinY());
      if (wide > 0 && high > 0) {
        cost += 100 + wide * high;
      }
    }
    for (Segment line : lines) {
      for (int i = 0; i <= 20; i++) {
        if (bounds.contains(line.x(i / 20.0), line.y(i / 20.0))) {
          cost += 10;
        }
      }
    }
    return cost;
  }
}
