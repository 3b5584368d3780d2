package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.gradloom.ui.control.NetworkNodes.Part;
import org.gradloom.ui.control.NetworkNodes.UnitNode;
import org.gradloom.ui.control.NetworkNodes.WireNode;

/** The nodes of a drawn network, by the ids of what they show. */
final class NetworkParts {
  private final Map<String, UnitNode> units = new LinkedHashMap<>();
  private final Map<String, WireNode> wires = new LinkedHashMap<>();
  private final Map<String, Label> labels = new LinkedHashMap<>();
  private final Map<String, Label> products = new LinkedHashMap<>();
  private final List<Text> gaps = new ArrayList<>();

  Map<String, UnitNode> units() {
    return units;
  }

  Map<String, WireNode> wires() {
    return wires;
  }

  /** What stands at a wire. */
  Map<String, Label> labels() {
    return labels;
  }

  /** What stands below a wire. */
  Map<String, Label> products() {
    return products;
  }

  /** The dots for units that are left out, from left to right. */
  List<Text> gaps() {
    return gaps;
  }

  Optional<Part> part(String id) {
    UnitNode unit = units.get(id);
    return unit != null ? Optional.of(unit) : Optional.ofNullable(wires.get(id));
  }

  /** All of them, the lowest first. */
  Set<Node> nodes() {
    Set<Node> nodes = new LinkedHashSet<>(wires.values());
    nodes.addAll(gaps);
    nodes.addAll(units.values());
    nodes.addAll(labels.values());
    nodes.addAll(products.values());
    return nodes;
  }
}
