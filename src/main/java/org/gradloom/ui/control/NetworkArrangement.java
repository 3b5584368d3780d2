package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.gradloom.ui.control.NetworkNodes.UnitNode;
import org.gradloom.ui.control.NetworkNodes.WireNode;
import org.gradloom.ui.control.NetworkPicture.Emphasis;

/** Puts the nodes of a network in place: units in columns, wires from rim to rim, tags beside. */
final class NetworkArrangement {
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
    placeTags(parts.labels(), drawn, true);
    placeTags(parts.products(), drawn, false);
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

  private void placeTags(
      Map<String, Label> tags, Map<String, TagPlacement.Segment> drawn, boolean below) {
    tags.forEach((id, tag) -> {
      TagPlacement.Segment line = drawn.get(id);
      if (tag.isVisible() && line != null) {
        double width = Math.ceil(tag.prefWidth(-1));
        double tall = Math.ceil(tag.prefHeight(-1));
        Rectangle2D bounds = room.place(line, width, tall, below);
        tag.resizeRelocate(
            Math.rint(left + bounds.getMinX()), Math.rint(top + bounds.getMinY()), width, tall);
      }
    });
  }
}
