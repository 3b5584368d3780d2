package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a network stand in a given room.
 *
 * @param units circles by the unit's id
 * @param gaps middles of the dots, column by column, from top to bottom
 */
record NetworkLayout(Map<String, Circle> units, List<Circle> gaps) {
  record Circle(double x, double y, double radius) {}

  private static final double BIAS_SIZE = 0.72;

  /** What the value below a circle takes, in em. */
  private static final double VALUE = 1.1;

  /** The smallest circle, in em, that makes room for the values of all units. */
  private static final double SMALL = 0.75;

  private static final double LARGEST = 1.32;

  /** What is left free at the top and the bottom where there is room, in em, and where not. */
  private static final double EDGE = 0.75;

  private static final double LEAST_EDGE = 4;

  /**
   * Lays a picture out.
   *
   * @param em the font size that circles go by where there is room
   */
  static NetworkLayout of(NetworkPicture picture, double width, double height, double em) {
    Map<String, Circle> units = new HashMap<>();
    List<Circle> gaps = new ArrayList<>();
    List<NetworkPicture.Column> columns = picture.columns();
    int most = 1;
    for (NetworkPicture.Column column : columns) {
      most = Math.max(most, count(column));
    }
    double spread = width / Math.max(1, columns.size() - 0.4);
    double besideValues = (height / most - VALUE * em) / 2 - 2;
    double tall = besideValues >= SMALL * em ? besideValues : height / most * 0.37;
    double radius = Math.clamp(Math.min(tall, spread * 0.2), 4, LARGEST * em);
    double marginX = Math.min(width / 4, radius + 1.6 * em);
    double taken = most * (2 * radius + VALUE * em + LEAST_EDGE);
    double edge = Math.clamp((height - taken) / 2, LEAST_EDGE, Math.max(LEAST_EDGE, EDGE * em));
    double top = Math.min(height / 4, radius + edge);
    double bottom = Math.min(height / 4, radius + VALUE * em + edge);
    double usable = height - top - bottom;
    double[] xs = columnMiddles(columns, marginX, width - marginX);
    for (int c = 0; c < columns.size(); c++) {
      NetworkPicture.Column column = columns.get(c);
      int count = count(column);
      double spacing = count < 2 ? 0 : Math.min(usable / (count - 1), usable * 0.58);
      double y = top + (usable - spacing * (count - 1)) / 2;
      if (column.bias().isPresent()) {
        units.put(column.bias().get().id(), new Circle(xs[c], y, radius * BIAS_SIZE));
        y += spacing;
      }
      for (NetworkPicture.Slot slot : column.slots()) {
        Circle circle = new Circle(xs[c], y, radius);
        switch (slot) {
          case NetworkPicture.Unit unit -> units.put(unit.id(), circle);
          case NetworkPicture.Gap gap -> gaps.add(circle);
        }
        y += spacing;
      }
    }
    return new NetworkLayout(units, gaps);
  }

  /** Where a unit stands. */
  Circle circle(String id) {
    Circle circle = units.get(id);
    if (circle == null) {
      throw new IllegalArgumentException("No unit is called " + id);
    }
    return circle;
  }

  private static int count(NetworkPicture.Column column) {
    return column.slots().size() + (column.bias().isPresent() ? 1 : 0);
  }

  /** Columns that fan in to a single unit stand closer to the one before. */
  private static double[] columnMiddles(
      List<NetworkPicture.Column> columns, double from, double to) {
    double[] xs = new double[columns.size()];
    double whole = 0;
    for (int c = 1; c < xs.length; c++) {
      whole += step(columns, c);
      xs[c] = whole;
    }
    for (int c = 0; c < xs.length; c++) {
      xs[c] = whole == 0 ? (from + to) / 2 : from + (to - from) * xs[c] / whole;
    }
    return xs;
  }

  private static double step(List<NetworkPicture.Column> columns, int column) {
    return columns.get(column).slots().size() == 1 ? 0.75 : 1;
  }
}
