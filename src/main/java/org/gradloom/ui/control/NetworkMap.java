package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Texts;
import org.gradloom.ui.keys.OwnKeys;
import org.gradloom.ui.keys.Shortcut;

/**
 * A network in training: columns of units and the wires between them, positive weights solid and
 * negative ones dashed, the stronger the larger within their layer. Of a column of more than {@link
 * NetworkMapLayout#MOST} units only the first and the last few are drawn, and the wires among
 * those.
 *
 * <p>A click on a wire or a unit opens a field for its weight or bias. With the keyboard, the
 * arrows walk from units to wires and on, and Enter opens the field. Buttons change how many units
 * and layers there are.
 */
public final class NetworkMap extends PictureControl<NetworkMap.Picture> implements OwnKeys {
  private static final Picture NOTHING =
      new Picture(List.of(), List.of(), List.of(), List.of(), OptionalInt.empty());

  private final Texts texts;
  private final Owner owner;
  private final ObjectProperty<Limits> limits =
      new SimpleObjectProperty<>(this, "limits", new Limits(8, 64));
  private final ObjectProperty<Optional<Part>> current =
      new SimpleObjectProperty<>(this, "current", Optional.empty());

  /** What can be pointed at. */
  public sealed interface Part {}

  /**
   * A unit.
   *
   * @param column 0 for the inputs, then one for each layer
   * @param index from 0
   */
  public record Unit(int column, int index) implements Part {}

  /**
   * A wire: an entry of a layer's weights.
   *
   * @param layer from 0
   * @param row the unit that it comes from
   * @param column the unit that it goes to
   */
  public record Wire(int layer, int row, int column) implements Part {}

  /** Who has the network: says what its parts are, and hears of what is wanted. */
  public interface Owner {
    /** What stands at the pointer, with the part's value; asked anew with every picture. */
    String describe(Part part);

    /** The pointer is at this unit, or at none. */
    void hovered(Optional<Unit> unit);

    void setWeight(Wire wire, double value);

    /** The unit is in no input column. */
    void setBias(Unit unit, double value);

    /** The layer's label was chosen. */
    void selectLayer(int layer);

    /**
     * A hidden layer shall have more units or fewer.
     *
     * @param change 1 or −1
     */
    void changeUnits(int layer, int change);

    /** A hidden layer shall be put in, to become this layer. */
    void insertLayer(int layer);

    void removeLayer(int layer);
  }

  /**
   * How large the network may grow by the buttons. It has no hidden layer and one unit a layer at
   * the least.
   */
  public record Limits(int hiddenLayers, int units) {}

  /**
   * One layer.
   *
   * @param label short, such as {@code W₂ 8×8}
   * @param weights inputs × units
   * @param bias 1 × units, or empty where there is none
   * @param responses for each unit what it answers, from −1 to 1: over the plane of two inputs,
   *     rows from the top, or in a single row along one input; empty where units are to be plain
   */
  public record LayerPicture(
      String label, Matrix weights, Optional<Matrix> bias, List<Matrix> responses) {
    public LayerPicture {
      responses = List.copyOf(responses);
      if (!responses.isEmpty() && responses.size() != weights.columns()) {
        throw new IllegalArgumentException(label + " has " + responses.size() + " responses");
      }
    }
  }

  /**
   * What the map shows.
   *
   * @param inputNames one for each input, or none
   * @param inputs the responses of the inputs, or none
   * @param layers each fitting the one before
   * @param outputNames one for each output, or none
   * @param selected the layer whose label is emphasised
   */
  public record Picture(
      List<String> inputNames,
      List<Matrix> inputs,
      List<LayerPicture> layers,
      List<String> outputNames,
      OptionalInt selected) {
    public Picture {
      inputNames = List.copyOf(inputNames);
      inputs = List.copyOf(inputs);
      layers = List.copyOf(layers);
      outputNames = List.copyOf(outputNames);
      for (int i = 1; i < layers.size(); i++) {
        if (layers.get(i).weights().rows() != layers.get(i - 1).weights().columns()) {
          throw new IllegalArgumentException(layers.get(i).label() + " does not fit");
        }
      }
    }

    /** How many units each column has. */
    List<Integer> sizes() {
      if (layers.isEmpty()) {
        return List.of();
      }
      List<Integer> sizes = new ArrayList<>();
      sizes.add(layers.getFirst().weights().rows());
      layers.forEach(layer -> sizes.add(layer.weights().columns()));
      return List.copyOf(sizes);
    }

    /** The responses of a column; none where its units are plain. */
    List<Matrix> responses(int column) {
      return column == 0 ? inputs : layers.get(column - 1).responses();
    }

    /** Whether only numbers differ. */
    boolean hasStructureOf(Picture other) {
      return sizes().equals(other.sizes())
          && inputNames.equals(other.inputNames)
          && outputNames.equals(other.outputNames)
          && layers.stream()
              .map(LayerPicture::label)
              .toList()
              .equals(other.layers.stream().map(LayerPicture::label).toList());
    }

    /** The weight or bias of a part; empty for what has none. */
    Optional<Double> value(Part part) {
      return switch (part) {
        case Wire wire ->
            Optional.of(layers.get(wire.layer()).weights().get(wire.row(), wire.column()));
        case Unit unit when unit.column() == 0 -> Optional.empty();
        case Unit unit ->
            layers.get(unit.column() - 1).bias().map(bias -> bias.get(0, unit.index()));
      };
    }
  }

  public NetworkMap(Texts texts, Owner owner) {
    super("network-map", AccessibleRole.IMAGE_VIEW, NOTHING);
    this.texts = texts;
    this.owner = owner;
    setFocusTraversable(true);
    current.subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  public ObjectProperty<Limits> limitsProperty() {
    return limits;
  }

  public Limits getLimits() {
    return limits.get();
  }

  public void setLimits(Limits most) {
    limits.set(most);
  }

  /** Where the keyboard is. */
  ObjectProperty<Optional<Part>> currentProperty() {
    return current;
  }

  Owner owner() {
    return owner;
  }

  Texts texts() {
    return texts;
  }

  @Override
  public boolean owns(KeyEvent key) {
    return Shortcut.of(Shortcut.OfNetwork.values(), key).isPresent();
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new NetworkMapSkin(this);
  }

  @Override
  String spoken() {
    return current.get().map(owner::describe).orElseGet(() -> texts.get("control.map"));
  }
}
