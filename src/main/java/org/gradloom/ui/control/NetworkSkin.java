package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.gradloom.ui.control.NetworkNodes.Part;
import org.gradloom.ui.control.NetworkNodes.UnitNode;
import org.gradloom.ui.control.NetworkNodes.WireNode;
import org.gradloom.ui.control.NetworkPicture.Emphasis;
import org.gradloom.ui.keys.Shortcut;
import org.jspecify.annotations.Nullable;

/** Builds a network's nodes once for each structure and lights them in place. */
final class NetworkSkin extends SkinBase<NetworkView> {
  private final Map<String, UnitNode> units = new LinkedHashMap<>();
  private final Map<String, WireNode> wires = new LinkedHashMap<>();
  private final Map<String, Label> labels = new LinkedHashMap<>();
  private final Map<String, Label> products = new LinkedHashMap<>();
  private final List<Text> gaps = new ArrayList<>();

  /** Nobody sees it; CSS gives it the font that text in the control has. */
  private final Text probe = new Text();

  private NetworkPicture picture = new NetworkPicture(List.of(), List.of());

  /** Made when it is first asked for; most pictures are only looked at. */
  private @Nullable NetworkWalk walk;

  private String stop = "";

  NetworkSkin(NetworkView view) {
    super(view);
    NodeVisibility.set(probe, false);
    registerChangeListener(view.pictureProperty(), change -> refresh());
    registerChangeListener(probe.fontProperty(), change -> view.requestLayout());
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    rebuild(view.getPicture().shortened());
  }

  private void refresh() {
    NetworkPicture shown = getSkinnable().getPicture().shortened();
    if (shown.hasStructureOf(picture)) {
      light(shown);
    } else {
      rebuild(shown);
    }
  }

  private void rebuild(NetworkPicture shown) {
    boolean hadFocus = part(stop).map(Node::isFocused).orElse(false);
    Map<String, UnitNode> oldUnits = new HashMap<>(units);
    Map<String, WireNode> oldWires = new HashMap<>(wires);
    units.clear();
    wires.clear();
    gaps.clear();
    for (NetworkPicture.Column column : shown.columns()) {
      column
          .bias()
          .ifPresent(bias -> {
            UnitNode node = keep(bias, oldUnits);
            if (!node.getStyleClass().contains("network-bias")) {
              node.getStyleClass().add("network-bias");
            }
          });
      for (NetworkPicture.Slot slot : column.slots()) {
        switch (slot) {
          case NetworkPicture.Unit unit -> keep(unit, oldUnits);
          case NetworkPicture.Gap gap -> gaps.add(dots(gap));
        }
      }
    }
    for (NetworkPicture.Wire wire : shown.wires()) {
      if (units.containsKey(wire.from()) && units.containsKey(wire.to())) {
        WireNode known = oldWires.get(wire.id());
        wires.put(wire.id(), known != null ? known : wireNode(wire.id()));
      }
    }
    labels.keySet().retainAll(wires.keySet());
    products.keySet().retainAll(wires.keySet());
    Set<Node> nodes = new LinkedHashSet<>(List.of(probe));
    nodes.addAll(wires.values());
    nodes.addAll(gaps);
    nodes.addAll(units.values());
    nodes.addAll(labels.values());
    nodes.addAll(products.values());
    // What stays is not taken out, or it would be styled anew.
    getChildren().retainAll(nodes);
    getChildren().forEach(nodes::remove);
    getChildren().addAll(nodes);
    light(shown);
    if (hadFocus) {
      part(stop).ifPresent(Node::requestFocus);
    }
  }

  private UnitNode keep(NetworkPicture.Unit unit, Map<String, UnitNode> known) {
    UnitNode node = known.get(unit.id());
    if (node == null) {
      node = new UnitNode(() -> getSkinnable().choose(unit.id()));
      follow(node, unit.id());
    }
    units.put(unit.id(), node);
    return node;
  }

  private WireNode wireNode(String id) {
    WireNode node = new WireNode(() -> getSkinnable().choose(id));
    follow(node, id);
    return node;
  }

  private Text dots(NetworkPicture.Gap gap) {
    Text dots = new Text("⋮");
    dots.getStyleClass().add("network-gap");
    dots.setManaged(false);
    dots.setAccessibleRole(AccessibleRole.TEXT);
    dots.setAccessibleText(getSkinnable().hiddenUnits(gap.hidden()));
    return dots;
  }

  private void light(NetworkPicture shown) {
    picture = shown;
    walk = null;
    for (NetworkPicture.Column column : shown.columns()) {
      column.bias().ifPresent(this::light);
      for (NetworkPicture.Slot slot : column.slots()) {
        if (slot instanceof NetworkPicture.Unit unit) {
          light(unit);
        }
      }
    }
    for (NetworkPicture.Wire wire : shown.wires()) {
      WireNode node = wires.get(wire.id());
      if (node != null && node.show(wire)) {
        boolean lit = wire.emphasis() != Emphasis.DIM;
        tag(labels, "network-wire-label", wire, lit ? wire.label() : "");
        tag(products, "network-product", wire, lit ? wire.product() : "");
      }
    }
    if (part(stop).isEmpty()) {
      stop = walk().stops().stream().findFirst().orElse("");
      part(stop).ifPresent(node -> node.setFocusTraversable(true));
    }
    getSkinnable().requestLayout();
  }

  private NetworkWalk walk() {
    if (walk == null) {
      walk = new NetworkWalk(picture);
    }
    return walk;
  }

  private void light(NetworkPicture.Unit unit) {
    UnitNode node = units.get(unit.id());
    if (node != null) {
      node.show(unit);
    }
  }

  private void tag(
      Map<String, Label> tags, String styleClass, NetworkPicture.Wire wire, String text) {
    Label tag = tags.get(wire.id());
    if (tag == null) {
      if (text.isEmpty()) {
        return;
      }
      tag = new Label();
      tag.getStyleClass().add(styleClass);
      tag.setManaged(false);
      tag.setMouseTransparent(true);
      tags.put(wire.id(), tag);
      getChildren().add(tag);
    }
    tag.setVisible(!text.isEmpty());
    tag.setText(text);
    NetworkNodes.light(tag, wire.emphasis());
  }

  // ---- focus: one stop for Tab, which the arrows move

  private Optional<Part> part(String id) {
    UnitNode unit = units.get(id);
    return unit != null ? Optional.of(unit) : Optional.ofNullable(wires.get(id));
  }

  private void follow(Part node, String id) {
    node.setId(id);
    node.setFocusTraversable(false);
    node.focusVisibleProperty().subscribe(node::ring);
    node.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            node.ring(false);
          } else {
            part(stop).ifPresent(old -> old.setFocusTraversable(false));
            stop = id;
            node.setFocusTraversable(true);
          }
        });
  }

  private void onKey(KeyEvent event) {
    if (part(stop).filter(Node::isFocused).isEmpty()) {
      return;
    }
    Shortcut.of(Shortcut.OfNetwork.values(), event)
        .filter(this::does)
        .ifPresent(done -> event.consume());
  }

  /** True if there was something to do. */
  private boolean does(Shortcut.OfNetwork key) {
    switch (key) {
      case UP -> focus(walk().up(stop));
      case DOWN -> focus(walk().down(stop));
      case LEFT -> focus(walk().left(stop));
      case RIGHT -> focus(walk().right(stop));
      case CHOOSE -> getSkinnable().choose(stop);
      case LEAVE -> {
        return false;
      }
    }
    return true;
  }

  private void focus(Optional<String> id) {
    id.flatMap(this::part)
        .ifPresent(node -> {
          node.requestFocus();
          // The toolkit takes only its own traversal for the keyboard's doing.
          node.ring(true);
        });
  }

  // ---- layout

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return l + Math.ceil(24 * probe.getFont().getSize()) + r;
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    return t + Math.ceil(15 * probe.getFont().getSize()) + b;
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return l + r + 80;
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return t + b + 60;
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    NetworkLayout layout = NetworkLayout.of(picture, width, height, probe.getFont().getSize());
    TagPlacement room = new TagPlacement(width, height);
    for (NetworkPicture.Column column : picture.columns()) {
      placeColumn(column, layout, room, x, y, height);
    }
    for (int i = 0; i < gaps.size(); i++) {
      NetworkLayout.Circle circle = layout.gaps().get(i);
      Text dots = gaps.get(i);
      dots.setX(Math.rint(x + circle.x() - dots.getLayoutBounds().getWidth() / 2));
      dots.setY(Math.rint(y + circle.y() + dots.getLayoutBounds().getHeight() * 0.3));
    }
    Map<String, TagPlacement.Segment> drawn = new HashMap<>();
    for (NetworkPicture.Wire wire : picture.wires()) {
      WireNode node = wires.get(wire.id());
      if (node != null) {
        TagPlacement.Segment line = between(layout, wire);
        node.place(x + line.fromX(), y + line.fromY(), x + line.toX(), y + line.toY());
        drawn.put(wire.id(), line);
        if (wire.emphasis() != Emphasis.DIM) {
          room.avoid(line);
        }
      }
    }
    placeTags(labels, drawn, room, true, x, y);
    placeTags(products, drawn, room, false, x, y);
  }

  private void placeColumn(
      NetworkPicture.Column column,
      NetworkLayout layout,
      TagPlacement room,
      double x,
      double y,
      double height) {
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
        place(unit, circle, end - circle.y() - circle.radius(), room, x, y);
      }
    }
  }

  private void place(
      NetworkPicture.Unit unit,
      NetworkLayout.Circle circle,
      double below,
      TagPlacement room,
      double x,
      double y) {
    UnitNode node = units.get(unit.id());
    if (node != null) {
      node.place(new NetworkLayout.Circle(x + circle.x(), y + circle.y(), circle.radius()), below);
      double radius = circle.radius() + 3;
      room.avoid(
          new Rectangle2D(
              circle.x() - radius, circle.y() - radius, 2 * radius, radius + node.reach() + 2));
    }
  }

  /** From rim to rim. */
  private static TagPlacement.Segment between(NetworkLayout layout, NetworkPicture.Wire wire) {
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

  private static void placeTags(
      Map<String, Label> tags,
      Map<String, TagPlacement.Segment> drawn,
      TagPlacement room,
      boolean below,
      double x,
      double y) {
    tags.forEach((id, tag) -> {
      TagPlacement.Segment line = drawn.get(id);
      if (tag.isVisible() && line != null) {
        double width = Math.ceil(tag.prefWidth(-1));
        double height = Math.ceil(tag.prefHeight(-1));
        Rectangle2D bounds = room.place(line, width, height, below);
        tag.resizeRelocate(
            Math.rint(x + bounds.getMinX()), Math.rint(y + bounds.getMinY()), width, height);
      }
    });
  }
}
