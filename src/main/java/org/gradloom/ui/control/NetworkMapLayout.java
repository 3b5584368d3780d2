package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.gradloom.ui.control.NetworkMap.Part;
import org.gradloom.ui.control.NetworkMap.Unit;
import org.gradloom.ui.control.NetworkMap.Wire;

/** Where units and wires stand in a given room, and what is at a place of it. */
final class NetworkMapLayout {
  /** A column of more units than this is not drawn whole. */
  static final int MOST = 16;

  /** How many units are drawn of it at either end. */
  private static final int ENDS = 7;

  /** Units stand no farther apart than so many em, columns than so many. */
  private static final double MOST_DOWN = 3.4;

  private static final double MOST_ACROSS = 13;

  /** How near the pointer must be to a wire, in pixels. */
  private static final double REACH = 4.5;

  private final List<Integer> sizes;
  private final Rectangle2D room;
  private final double acrossStep;
  private final double downStep;

  /** Takes how many units each column has, at least two columns, and how large text is. */
  NetworkMapLayout(List<Integer> sizes, Rectangle2D room, double em) {
    this.sizes = sizes;
    this.room = room;
    int gaps = Math.max(1, sizes.size() - 1);
    int most = sizes.stream().mapToInt(NetworkMapLayout::slots).max().orElse(1);
    downStep = Math.max(2, Math.min(room.getHeight() / most, MOST_DOWN * em));
    double edges = Math.min(downStep, room.getWidth() / 4);
    acrossStep = Math.min((room.getWidth() - edges) / gaps, MOST_ACROSS * em);
  }

  private static int slots(int size) {
    return size > MOST ? 2 * ENDS + 1 : size;
  }

  int columns() {
    return sizes.size();
  }

  /** How many units of a column are not drawn. */
  int hidden(int column) {
    int size = sizes.get(column);
    return size > MOST ? size - 2 * ENDS : 0;
  }

  /** The units that are drawn, from the top. */
  List<Integer> drawn(int column) {
    int size = sizes.get(column);
    IntStream units =
        size > MOST
            ? IntStream.concat(IntStream.range(0, ENDS), IntStream.range(size - ENDS, size))
            : IntStream.range(0, size);
    return units.boxed().toList();
  }

  boolean isDrawn(Part part) {
    return switch (part) {
      case Unit unit ->
          unit.column() < columns()
              && unit.index() < sizes.get(unit.column())
              && (hidden(unit.column()) == 0
                  || unit.index() < ENDS
                  || unit.index() >= sizes.get(unit.column()) - ENDS);
      case Wire wire ->
          isDrawn(new Unit(wire.layer(), wire.row()))
              && isDrawn(new Unit(wire.layer() + 1, wire.column()));
    };
  }

  /** How wide and high a unit is: a whole number of pixels, even. */
  int side() {
    double side = Math.min(downStep * 0.86, acrossStep * 0.5);
    return Math.max(2, 2 * (int) Math.floor(side / 2));
  }

  double x(int column) {
    double first = room.getMinX() + (room.getWidth() - acrossStep * (columns() - 1)) / 2;
    return Math.rint(first + column * acrossStep);
  }

  double y(int column, int index) {
    int size = sizes.get(column);
    int slot = hidden(column) > 0 && index >= ENDS ? index - size + 2 * ENDS + 1 : index;
    return slotY(column, slot);
  }

  /** The middle of what stands for the units that are not drawn. */
  double gapY(int column) {
    return slotY(column, ENDS);
  }

  private double slotY(int column, int slot) {
    double middle = room.getMinY() + room.getHeight() / 2;
    return Math.rint(middle + (slot - (slots(sizes.get(column)) - 1) / 2.0) * downStep);
  }

  /** The unit or else the nearest wire at a place. */
  Optional<Part> at(double x, double y) {
    Optional<Part> unit = unitAt(x, y).map(found -> found);
    return unit.isPresent() ? unit : wireAt(x, y).map(found -> found);
  }

  private Optional<Unit> unitAt(double x, double y) {
    double reach = side() / 2.0 + 1;
    for (int column = 0; column < columns(); column++) {
      if (Math.abs(x - x(column)) <= reach) {
        for (int index : drawn(column)) {
          if (Math.abs(y - y(column, index)) <= reach) {
            return Optional.of(new Unit(column, index));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Wire> wireAt(double x, double y) {
    double least = REACH;
    Optional<Wire> best = Optional.empty();
    for (int layer = 0; layer + 1 < columns(); layer++) {
      if (x < x(layer) || x > x(layer + 1)) {
        continue;
      }
      for (int row : drawn(layer)) {
        for (int column : drawn(layer + 1)) {
          double away = distance(layer, y(layer, row), y(layer + 1, column), x, y);
          if (away < least) {
            least = away;
            best = Optional.of(new Wire(layer, row, column));
          }
        }
      }
    }
    return best;
  }

  private double distance(int layer, double fromY, double toY, double x, double y) {
    double dx = x(layer + 1) - x(layer);
    double dy = toY - fromY;
    return Math.abs(dy * (x - x(layer)) - dx * (y - fromY)) / Math.hypot(dx, dy);
  }

  /** The middle of a part. */
  Point2D middle(Part part) {
    return switch (part) {
      case Unit unit -> new Point2D(x(unit.column()), y(unit.column(), unit.index()));
      case Wire wire ->
          new Point2D(
              (x(wire.layer()) + x(wire.layer() + 1)) / 2,
              (y(wire.layer(), wire.row()) + y(wire.layer() + 1, wire.column())) / 2);
    };
  }

  /** The next part for a key; the same where there is none. */
  Part walk(Part from, Move move) {
    return switch (from) {
      case Unit unit ->
          switch (move) {
            case UP -> next(unit, -1);
            case DOWN -> next(unit, 1);
            case LEFT -> unit.column() == 0 ? unit : new Wire(unit.column() - 1, 0, unit.index());
            case RIGHT ->
                unit.column() + 1 == columns() ? unit : new Wire(unit.column(), unit.index(), 0);
            default -> unit;
          };
      case Wire wire ->
          switch (move) {
            case UP -> new Wire(wire.layer(), wire.row(), next(target(wire), -1).index());
            case DOWN -> new Wire(wire.layer(), wire.row(), next(target(wire), 1).index());
            case LEFT -> new Unit(wire.layer(), wire.row());
            case RIGHT -> target(wire);
            default -> wire;
          };
    };
  }

  private static Unit target(Wire wire) {
    return new Unit(wire.layer() + 1, wire.column());
  }

  private Unit next(Unit unit, int step) {
    List<Integer> drawn = drawn(unit.column());
    int at = Math.clamp(drawn.indexOf(unit.index()) + step, 0, drawn.size() - 1);
    return new Unit(unit.column(), drawn.get(at));
  }
}
