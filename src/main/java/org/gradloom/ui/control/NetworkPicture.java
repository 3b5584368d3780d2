package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * What a network view shows: columns of units, and wires between them. A wire whose unit is not in
 * sight is not drawn.
 */
public record NetworkPicture(List<Column> columns, List<Wire> wires) {
  /** More units than this are not drawn in a column. */
  public static final int MOST_UNITS = 8;

  public NetworkPicture {
    columns = List.copyOf(columns);
    wires = List.copyOf(wires);
  }

  /** How a part is lit. Roles differ by line style as well as by colour. */
  public enum Emphasis {
    /** There, but not part of the present place. */
    DIM,
    /** Part of it, without a role. */
    PLAIN,
    LEFT,
    RIGHT,
    RESULT
  }

  /** What stands in a column, from top to bottom. */
  public sealed interface Slot {}

  /**
   * A unit.
   *
   * @param label short, to stand in its circle
   * @param value its number, or empty
   * @param named the label and the number in one, for where the circle is too small for the label
   * @param inFull the number with every digit, shown on hover; empty where {@code value} has all
   * @param dropped whether it is out of the present pass
   * @param spoken what a screen reader says of it
   */
  public record Unit(
      String id,
      String label,
      String value,
      String named,
      String inFull,
      Emphasis emphasis,
      boolean dropped,
      String spoken)
      implements Slot {
    /** A unit whose label is short enough for any circle, and whose number is all there is. */
    public Unit(String id, String label, String value, Emphasis emphasis, String spoken) {
      this(id, label, value, value, "", emphasis, false, spoken);
    }
  }

  /** Units left out, drawn as dots. */
  public record Gap(int hidden) implements Slot {}

  /**
   * A column.
   *
   * @param bias the constant 1, drawn small above the others
   */
  public record Column(List<Slot> slots, Optional<Unit> bias) {
    public Column {
      slots = List.copyOf(slots);
    }

    public Column(List<Slot> slots) {
      this(slots, Optional.empty());
    }

    public Column withBias(Unit one) {
      return new Column(slots, Optional.of(one));
    }

    /**
     * A column of which only so many units are made as are drawn: the ones that matter, the first
     * few and the last.
     */
    public static Column of(int count, IntPredicate matters, IntFunction<Unit> unit) {
      List<Slot> slots = new ArrayList<>();
      int next = 0;
      for (int index : shown(count, matters)) {
        if (index > next) {
          slots.add(new Gap(index - next));
        }
        slots.add(unit.apply(index));
        next = index + 1;
      }
      return new Column(slots);
    }

    /** The same column with no more units than can be drawn. */
    Column shortened() {
      if (slots.size() <= MOST_UNITS) {
        return this;
      }
      List<Unit> units = new ArrayList<>();
      for (Slot slot : slots) {
        if (slot instanceof Unit unit) {
          units.add(unit);
        }
      }
      if (units.size() <= MOST_UNITS) {
        return this;
      }
      IntPredicate lit = i -> units.get(i).emphasis() != Emphasis.DIM;
      return new Column(of(units.size(), lit, units::get).slots(), bias);
    }

    private static List<Integer> shown(int count, IntPredicate matters) {
      List<Integer> shown = new ArrayList<>();
      if (count <= MOST_UNITS) {
        for (int i = 0; i < count; i++) {
          shown.add(i);
        }
        return shown;
      }
      // Two gaps take the room of two units.
      int room = MOST_UNITS - 2;
      shown.add(0);
      shown.add(count - 1);
      for (int i = 1; i < count - 1 && shown.size() < room; i++) {
        if (matters.test(i)) {
          shown.add(i);
        }
      }
      for (int i = 1; shown.size() < room; i++) {
        if (!shown.contains(i)) {
          shown.add(i);
        }
      }
      shown.sort(null);
      return shown;
    }
  }

  /**
   * A wire.
   *
   * @param from the id of the unit at its left
   * @param to the id of the unit at its right
   * @param label its weight's name, shown while it is lit; may be empty
   * @param product what it carries at present ({@code 1·(−2) = −2}); may be empty
   * @param spoken what a screen reader says of it
   */
  public record Wire(
      String id,
      String from,
      String to,
      String label,
      String product,
      Emphasis emphasis,
      String spoken) {}

  /** What may be drawn of it. */
  NetworkPicture shortened() {
    return new NetworkPicture(columns.stream().map(Column::shortened).toList(), wires);
  }

  /** Whether another picture differs only in emphasis and words. */
  boolean hasStructureOf(NetworkPicture other) {
    return skeleton().equals(other.skeleton());
  }

  private List<String> skeleton() {
    List<String> parts = new ArrayList<>();
    for (Column column : columns) {
      parts.add("|");
      column.bias().ifPresent(bias -> parts.add("1" + bias.id()));
      for (Slot slot : column.slots()) {
        parts.add(
            switch (slot) {
              case Unit unit -> unit.id();
              case Gap gap -> "⋮" + gap.hidden();
            });
      }
    }
    for (Wire wire : wires) {
      parts.add(wire.id());
      parts.add(wire.from());
      parts.add(wire.to());
    }
    return parts;
  }
}
