package org.gradloom.ui.control;

import java.util.HashMap;
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
  private final NetworkParts parts = new NetworkParts();

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
    boolean hadFocus = parts.part(stop).map(Node::isFocused).orElse(false);
    Map<String, UnitNode> oldUnits = new HashMap<>(parts.units());
    Map<String, WireNode> oldWires = new HashMap<>(parts.wires());
    parts.units().clear();
    parts.wires().clear();
    parts.gaps().clear();
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
          case NetworkPicture.Gap gap -> parts.gaps().add(dots(gap));
        }
      }
    }
    for (NetworkPicture.Wire wire : shown.wires()) {
      if (parts.units().containsKey(wire.from()) && parts.units().containsKey(wire.to())) {
        WireNode known = oldWires.get(wire.id());
        parts.wires().put(wire.id(), known != null ? known : wireNode(wire.id()));
      }
    }
    parts.labels().keySet().retainAll(parts.wires().keySet());
    parts.products().keySet().retainAll(parts.wires().keySet());
    Set<Node> nodes = new LinkedHashSet<>(List.of(probe));
    nodes.addAll(parts.nodes());
    // What stays is not taken out, or it would be styled anew.
    getChildren().retainAll(nodes);
    getChildren().forEach(nodes::remove);
    getChildren().addAll(nodes);
    light(shown);
    if (hadFocus) {
      parts.part(stop).ifPresent(Node::requestFocus);
    }
  }

  private UnitNode keep(NetworkPicture.Unit unit, Map<String, UnitNode> known) {
    UnitNode node = known.get(unit.id());
    if (node == null) {
      node = new UnitNode(() -> getSkinnable().choose(unit.id()));
      follow(node, unit.id());
    }
    parts.units().put(unit.id(), node);
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
      WireNode node = parts.wires().get(wire.id());
      if (node != null && node.show(wire)) {
        boolean lit = wire.emphasis() != Emphasis.DIM;
        tag(parts.labels(), "network-wire-label", wire, lit ? wire.label() : "");
        tag(parts.products(), "network-product", wire, lit ? wire.product() : "");
      }
    }
    if (parts.part(stop).isEmpty()) {
      stop = walk().stops().stream().findFirst().orElse("");
      parts.part(stop).ifPresent(node -> node.setFocusTraversable(true));
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
    UnitNode node = parts.units().get(unit.id());
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
    tag.setText(text);
    NetworkNodes.light(tag, wire.emphasis());
  }

  // ---- focus: one stop for Tab, which the arrows move

  private void follow(Part node, String id) {
    // As with a cell of a matrix, not its id.
    node.setUserData(id);
    node.setFocusTraversable(false);
    node.focusVisibleProperty().subscribe(node::ring);
    node.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            node.ring(false);
          } else {
            parts.part(stop).ifPresent(old -> old.setFocusTraversable(false));
            stop = id;
            node.setFocusTraversable(true);
          }
        });
  }

  private void onKey(KeyEvent event) {
    if (parts.part(stop).filter(Node::isFocused).isEmpty()) {
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
    id.flatMap(parts::part)
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
    Rectangle2D within = new Rectangle2D(x, y, Math.max(0, width), Math.max(0, height));
    new NetworkArrangement(picture, parts, within, probe.getFont().getSize()).place();
  }
}
