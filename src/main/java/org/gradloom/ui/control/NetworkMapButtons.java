package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NetworkMap.Limits;
import org.gradloom.ui.control.NetworkMap.Owner;
import org.gradloom.ui.control.NetworkMap.Picture;

/**
 * The buttons around a network: above each hidden column how many units it has, below each gap the
 * layer's label and a button that puts a hidden layer there, below each hidden column one that
 * takes it out. What cannot be done says why when pointed at.
 */
final class NetworkMapButtons {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final String LESS = Character.toString(Numbers.MINUS);
  private static final String MORE = "+";
  private static final String AWAY = "×";

  private final Texts texts;
  private final Owner owner;
  private final List<Region> units = new ArrayList<>();
  private final List<Button> labels = new ArrayList<>();
  private final List<Region> insertions = new ArrayList<>();
  private final List<Region> removals = new ArrayList<>();

  /** Every button there is. */
  private final List<Button> all = new ArrayList<>();

  NetworkMapButtons(Texts texts, Owner owner) {
    this.texts = texts;
    this.owner = owner;
  }

  /** Makes the buttons of a network. */
  List<Node> build(Picture picture, Limits limits) {
    units.clear();
    labels.clear();
    insertions.clear();
    removals.clear();
    all.clear();
    int layers = picture.layers().size();
    int hidden = layers - 1;
    for (int layer = 0; layer < layers; layer++) {
      int at = layer;
      Button label = button(picture.layers().get(layer).label(), "layer-" + (layer + 1));
      label.getStyleClass().setAll("button", "map-layer");
      label.setOnAction(pressed -> owner.selectLayer(at));
      labels.add(label);
      insertions.add(
          explained(
              button(MORE, "insert-layer-" + (layer + 1)),
              texts.get("control.map.insertLayer", layer + 1),
              hidden < limits.hiddenLayers()
                  ? Optional.empty()
                  : Optional.of(texts.get("control.map.mostLayers", limits.hiddenLayers())),
              () -> owner.insertLayer(at)));
    }
    for (int layer = 0; layer < hidden; layer++) {
      int at = layer;
      units.add(unitButtons(layer, picture.sizes().get(layer + 1), limits));
      removals.add(
          explained(
              button(AWAY, "remove-layer-" + (layer + 1)),
              texts.get("control.map.removeLayer", layer + 1),
              Optional.empty(),
              () -> owner.removeLayer(at)));
    }
    List<Node> nodes = new ArrayList<>(units);
    nodes.addAll(labels);
    nodes.addAll(insertions);
    nodes.addAll(removals);
    nodes.forEach(node -> node.setManaged(false));
    select(picture.selected());
    return nodes;
  }

  /** The id of the button that has the focus. */
  Optional<String> focused() {
    return all.stream().filter(Node::isFocused).map(Node::getId).findFirst();
  }

  /** Gives the focus to the button of this id; false where it is not there or rests. */
  boolean focus(String id) {
    Optional<Button> found =
        all.stream().filter(button -> id.equals(button.getId()) && !button.isDisable()).findFirst();
    found.ifPresent(Node::requestFocus);
    return found.isPresent();
  }

  private HBox unitButtons(int layer, int count, Limits limits) {
    Region fewer =
        explained(
            button(LESS, "fewer-units-" + (layer + 1)),
            texts.get("control.map.fewerUnits", layer + 1),
            count > 1 ? Optional.empty() : Optional.of(texts.get("control.map.leastUnits")),
            () -> owner.changeUnits(layer, -1));
    Region more =
        explained(
            button(MORE, "more-units-" + (layer + 1)),
            texts.get("control.map.moreUnits", layer + 1),
            count < limits.units()
                ? Optional.empty()
                : Optional.of(texts.get("control.map.mostUnits", limits.units())),
            () -> owner.changeUnits(layer, 1));
    Label number = new Label(Integer.toString(count));
    number.getStyleClass().add("map-count");
    HBox row = new HBox(fewer, number, more);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private Button button(String sign, String id) {
    Button button = new Button(sign);
    all.add(button);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.getStyleClass().add("map-button");
    return button;
  }

  private static ExplainedButton explained(
      Button button, String what, Optional<String> refusal, Runnable action) {
    button.setAccessibleText(what);
    button.setOnAction(pressed -> action.run());
    ExplainedButton explained = new ExplainedButton(button);
    explained.explain(what, refusal);
    return explained;
  }

  void select(OptionalInt layer) {
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).pseudoClassStateChanged(SELECTED, layer.isPresent() && layer.getAsInt() == i);
    }
  }

  /** What the buttons need above the network. */
  double above() {
    return height(units);
  }

  /** What they need below it. */
  double below() {
    return height(labels) + height(insertions);
  }

  private static double height(List<? extends Region> row) {
    return row.isEmpty() ? 0 : Math.ceil(row.getFirst().prefHeight(-1)) + 4;
  }

  void place(NetworkMapLayout layout, double top, double bottom) {
    for (int layer = 0; layer < labels.size(); layer++) {
      double middle = (layout.x(layer) + layout.x(layer + 1)) / 2;
      put(labels.get(layer), middle, bottom - below());
      put(insertions.get(layer), middle, bottom - height(insertions));
    }
    for (int layer = 0; layer < units.size(); layer++) {
      put(units.get(layer), layout.x(layer + 1), top);
      put(removals.get(layer), layout.x(layer + 1), bottom - height(insertions));
    }
  }

  private static void put(Region node, double middle, double top) {
    double width = Math.ceil(node.prefWidth(-1));
    node.resizeRelocate(
        Math.rint(middle - width / 2), Math.rint(top), width, Math.ceil(node.prefHeight(-1)));
  }
}
