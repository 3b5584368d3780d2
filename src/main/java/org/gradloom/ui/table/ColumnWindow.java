package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a table are seen: those from the first one on that have room, and the target
 * before them where it would be out of sight.
 *
 * @param first from 0, the target aside
 * @param last the first that is not seen any more
 * @param shown all that are seen, from left to right
 */
record ColumnWindow(int first, int last, List<Integer> shown) {
  ColumnWindow {
    shown = List.copyOf(shown);
  }

  /**
   * The window that begins at a column, or so far before it that no room is left over.
   *
   * @param widths of all columns
   * @param target always seen
   */
  static ColumnWindow from(int wanted, List<Double> widths, double room, int target) {
    ColumnWindow plain = range(wanted, widths, room);
    if (widths.isEmpty() || (target >= plain.first && target < plain.last)) {
      return plain;
    }
    ColumnWindow beside = range(wanted, widths, room - widths.get(target));
    if (target >= beside.first && target < beside.last) {
      return plain;
    }
    List<Integer> shown = new ArrayList<>();
    shown.add(target);
    shown.addAll(beside.shown);
    return new ColumnWindow(beside.first, beside.last, shown);
  }

  private static ColumnWindow range(int wanted, List<Double> widths, double room) {
    int first = Math.clamp(wanted, 0, Math.max(0, widths.size() - 1));
    double taken = 0;
    int last = first;
    while (last < widths.size() && (last == first || taken + widths.get(last) <= room)) {
      taken += widths.get(last++);
    }
    while (first > 0 && last == widths.size() && taken + widths.get(first - 1) <= room) {
      taken += widths.get(--first);
    }
    List<Integer> shown = new ArrayList<>();
    for (int j = first; j < last; j++) {
      shown.add(j);
    }
    return new ColumnWindow(first, last, shown);
  }

  /** The same moved as little as brings a column into sight. */
  ColumnWindow showing(int column, List<Double> widths, double room, int target) {
    if (shown.contains(column) || column < 0 || column >= widths.size()) {
      return this;
    }
    if (column < first) {
      return from(column, widths, room, target);
    }
    ColumnWindow moved = this;
    for (int start = first + 1; start <= column && !moved.shown.contains(column); start++) {
      moved = from(start, widths, room, target);
    }
    return moved;
  }

  /** Whether nothing is out of sight. */
  boolean isWhole(int columns) {
    return first == 0 && last == columns;
  }
}
