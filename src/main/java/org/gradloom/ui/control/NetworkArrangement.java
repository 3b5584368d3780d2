package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.gradloom.ui.control.NetworkNodes.UnitNode;
import org.gradloom.ui.control.NetworkNodes.WireNode;
import org.gradloom.ui.control.NetworkPicture.Emphasis;

/**
 * Puts the nodes of a network in place: units in columns, wires from rim to rim, tags beside. A
 * product for which there is no room is left out: the formula beside the network says it, too.
 */
final class NetworkArrangement {
  /** What is left free between two values side by side, in pixels. */
  private static final double BETWEEN_VALUES = 6;

  private final NetworkPicture picture;
  private final NetworkParts parts;
  private final NetworkLayout layout;
  private final TagPlacement room;
  private final double left;
  private final double top;
  private final double height;

  /**
   * An arrangement within a rectangle of the control.
   *
   * @param em the size of the control's font
   */
  NetworkArrangement(NetworkPicture picture, NetworkParts parts, Rectangle2D within, double em) {
    this.picture = picture;
    this.parts = parts;
    layout = NetworkLayout.of(picture, within.getWidth(), within.getHeight(), em);
    room = new TagPlacement(within.getWidth(), within.getHeight());
    left = within.getMinX();
    top = within.getMinY();
    height = within.getHeight();
  }

  void place() {
    picture.columns().forEach(this::placeColumn);
    for (int c = 1; c < picture.columns().size(); c++) {
      keepApart(picture.columns().get(c - 1), picture.columns().get(c));
    }
    layout.units().forEach(this::avoid);
    for (int i = 0; i < parts.gaps().size(); i++) {
      NetworkLayout.Circle circle = layout.gaps().get(i);
      Text dots = parts.gaps().get(i);
      dots.setX(Math.rint(left + circle.x() - dots.getLayoutBounds().getWidth() / 2));
      dots.setY(Math.rint(top + circle.y() + dots.getLayoutBounds().getHeight() * 0.3));
    }
    Map<String, TagPlacement.Segment> drawn = new HashMap<>();
    for (NetworkPicture.Wire wire : picture.wires()) {
      WireNode node = parts.wires().get(wire.id());
      if (node != null) {
        TagPlacement.Segment line = between(wire);
        node.place(left + line.fromX(), top + line.fromY(), left + line.toX(), top + line.toY());
        drawn.put(wire.id(), line);
        if (wire.emphasis() != Emphasis.DIM) {
          room.avoid(line);
        }
      }
    }
    placeTags(
        parts.labels(),
        drawn,
        (line, width, tall) -> Optional.of(room.place(line, width, tall, true)));
    placeTags(parts.products(), drawn, room::placeClear);
  }

  private void placeColumn(NetworkPicture.Column column) {
    List<NetworkPicture.Slot> slots = new ArrayList<>();
    column.bias().ifPresent(slots::add);
    slots.addAll(column.slots());
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i) instanceof NetworkPicture.Unit unit) {
        NetworkLayout.Circle circle = layout.circle(unit.id());
        double end = height;
        if (i + 1 < slots.size()) {
          end =
              slots.get(i + 1) instanceof NetworkPicture.Unit next
                  ? layout.circle(next.id()).y() - layout.circle(next.id()).radius()
                  : circle.y();
        }
        place(unit, circle, end - circle.y() - circle.radius());
      }
    }
  }

  private void place(NetworkPicture.Unit unit, NetworkLayout.Circle circle, double below) {
    UnitNode node = parts.units().get(unit.id());
    if (node != null) {
      node.place(
          new NetworkLayout.Circle(left + circle.x(), top + circle.y(), circle.radius()), below);
    }
  }

  /** Makes the values of units smaller that would run into those of the next column. */
  private void keepApart(NetworkPicture.Column column, NetworkPicture.Column next) {
    for (UnitNode one : nodes(column)) {
      for (UnitNode other : nodes(next)) {
        if (one.valueIsBeside(other)) {
          double distance = other.getLayoutX() - one.getLayoutX() - BETWEEN_VALUES;
          double wanted = (one.valueWidth() + other.valueWidth()) / 2;
          if (wanted > distance) {
            one.narrowValue(distance / wanted);
            other.narrowValue(distance / wanted);
          }
        }
      }
    }
  }

  private List<UnitNode> nodes(NetworkPicture.Column column) {
    return column.slots().stream()
        .flatMap(slot ->
            slot instanceof NetworkPicture.Unit unit
                ? Stream.ofNullable(parts.units().get(unit.id()))
                : Stream.empty())
        .toList();
  }

  private void avoid(String id, NetworkLayout.Circle circle) {
    UnitNode node = parts.units().get(id);
    if (node != null) {
      double radius = circle.radius() + 3;
      room.avoid(
          new Rectangle2D(
              circle.x() - radius, circle.y() - radius, 2 * radius, radius + node.reach() + 2));
      double wide = node.valueWidth();
      room.avoid(
          new Rectangle2D(
              circle.x() - wide / 2,
              circle.y() + circle.radius(),
              wide,
              node.reach() - circle.radius()));
    }
  }

  /** From rim to rim. */
  private TagPlacement.Segment between(NetworkPicture.Wire wire) {
    NetworkLayout.Circle from = layout.circle(wire.from());
    NetworkLayout.Circle to = layout.circle(wire.to());
    double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
    double dx = (to.x() - from.x()) / length;
    double dy = (to.y() - from.y()) / length;
    return new TagPlacement.Segment(
        from.x() + dx * from.radius(),
        from.y() + dy * from.radius(),
        to.x() - dx * to.radius(),
        to.y() - dy * to.radius());
  }

  /** Where a tag of some size goes beside its wire, if there is room. */
  private interface Placing {
    Optional<Rectangle2D> place(TagPlacement.Segment wire, double width, double height);
  }

  private void placeTags(
      Map<String, Label> tags, Map<String, TagPlacement.Segment> drawn, Placing placing) {
    tags.forEach((id, tag) -> {
      TagPlacement.Segment line = drawn.get(id);
      tag.setVisible(false);
      if (line != null && !tag.getText().isEmpty()) {
        double width = Math.ceil(tag.prefWidth(-1));
        double tall = Math.ceil(tag.prefHeight(-1));
        Optional<Rectangle2D> place = placing.place(line, width, tall);
        tag.setVisible(place.isPresent());
        place.ifPresent(bounds ->
            tag.resizeRelocate(
                Math.rint(left + bounds.getMinX()),
                Math.rint(top + bounds.getMinY()),
                width,
                tall));
      }
    });
  }
}
