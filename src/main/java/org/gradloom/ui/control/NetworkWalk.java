package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the arrows move through a network: from a unit to a wire of its, and on to the wire's end.
 */
final class NetworkWalk {
  /** Where a unit stands. */
  private record Seat(int column, int index) {}

  private final List<List<String>> columns = new ArrayList<>();
  private final Map<String, Seat> seats = new HashMap<>();
  private final List<NetworkPicture.Wire> wires;

  NetworkWalk(NetworkPicture picture) {
    for (NetworkPicture.Column column : picture.columns()) {
      List<String> ids = new ArrayList<>();
      column.bias().ifPresent(bias -> ids.add(bias.id()));
      for (NetworkPicture.Slot slot : column.slots()) {
        if (slot instanceof NetworkPicture.Unit unit) {
          ids.add(unit.id());
        }
      }
      for (String id : ids) {
        seats.put(id, new Seat(columns.size(), ids.indexOf(id)));
      }
      columns.add(ids);
    }
    wires =
        picture.wires().stream()
            .filter(wire -> seats.containsKey(wire.from()) && seats.containsKey(wire.to()))
            .sorted(Comparator.comparing(this::order))
            .toList();
  }

  private Long order(NetworkPicture.Wire wire) {
    Seat from = seat(wire.from());
    return ((long) from.column() << 40) + ((long) from.index() << 20) + seat(wire.to()).index();
  }

  private Seat seat(String id) {
    return seats.getOrDefault(id, new Seat(0, 0));
  }

  /** Every stop: units, then wires. */
  List<String> stops() {
    return Stream.concat(
            columns.stream().flatMap(List::stream), wires.stream().map(NetworkPicture.Wire::id))
        .toList();
  }

  Optional<String> up(String id) {
    return beside(id, -1);
  }

  Optional<String> down(String id) {
    return beside(id, 1);
  }

  Optional<String> right(String id) {
    return wire(id)
        .map(wire -> Optional.of(wire.to()))
        .orElseGet(() -> litFirst(wires.stream().filter(wire -> wire.from().equals(id))));
  }

  Optional<String> left(String id) {
    return wire(id)
        .map(wire -> Optional.of(wire.from()))
        .orElseGet(() -> litFirst(wires.stream().filter(wire -> wire.to().equals(id))));
  }

  private static Optional<String> litFirst(Stream<NetworkPicture.Wire> some) {
    return some.sorted(Comparator.comparing(wire -> wire.emphasis() == NetworkPicture.Emphasis.DIM))
        .map(NetworkPicture.Wire::id)
        .findFirst();
  }

  private Optional<NetworkPicture.Wire> wire(String id) {
    return wires.stream().filter(wire -> wire.id().equals(id)).findFirst();
  }

  private Optional<String> beside(String id, int step) {
    List<String> row =
        wire(id)
            .map(present ->
                wires.stream()
                    .filter(wire -> seat(wire.from()).column() == seat(present.from()).column())
                    .map(NetworkPicture.Wire::id)
                    .toList())
            .orElseGet(() -> columns.get(seat(id).column()));
    int index = row.indexOf(id) + step;
    return index >= 0 && index < row.size() ? Optional.of(row.get(index)) : Optional.empty();
  }
}
