package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.Evaluation;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the network's parts, and what is done to them. The picture may be a moment older
 * than the setup, so what no longer exists is left alone.
 */
final class NetworkEditing implements NetworkMap.Owner {
  /** Units of a first hidden layer. */
  private static final int USUAL_UNITS = 4;

  private final Store store;
  private final Texts texts;
  private final Consumer<Optional<NetworkMap.Unit>> pointedAt;
  private @Nullable Evaluation seen;

  /**
   * For one picture.
   *
   * @param pointedAt told which unit is pointed at
   */
  NetworkEditing(Store store, Texts texts, Consumer<Optional<NetworkMap.Unit>> pointedAt) {
    this.store = store;
    this.texts = texts;
    this.pointedAt = pointedAt;
  }

  /** Nothing is known of the run yet. */
  void clear() {
    seen = null;
  }

  /** The moment of which the picture speaks. */
  void show(Evaluation evaluation) {
    seen = evaluation;
  }

  private TrainingSetup setup() {
    return store.state().training().map(Training::setup).orElseThrow();
  }

  // ---- what is said

  @Override
  public String describe(NetworkMap.Part part) {
    Evaluation last = seen;
    if (last == null) {
      return "";
    }
    List<Layer> layers = last.trace().lesson().layers();
    return switch (part) {
      case NetworkMap.Wire(int layer, int row, int column) ->
          texts.get(
              "train.wire",
              layer + 1,
              row + 1,
              column + 1,
              Numbers.format(layers.get(layer).w().get(row, column)),
              Numbers.format(
                  last.trace().matrix(new Operand(layer, MatrixSymbol.DW)).get(row, column)));
      case NetworkMap.Unit(int column, int index) when column == 0 ->
          texts.get("train.input", index + 1, feature(index));
      case NetworkMap.Unit(int column, int index) -> {
        Matrix b = layers.get(column - 1).b();
        yield b == null
            ? texts.get("train.unit", column, index + 1)
            : texts.get("train.unitBias", column, index + 1, Numbers.format(b.get(0, index)));
      }
    };
  }

  private String feature(int index) {
    return setup().data().map(data -> data.inputNames().get(index)).orElse("");
  }

  @Override
  public void hovered(Optional<NetworkMap.Unit> unit) {
    pointedAt.accept(unit);
  }

  // ---- weights

  @Override
  public void setWeight(NetworkMap.Wire wire, double value) {
    List<Layer> layers = present();
    int layer = wire.layer();
    if (layer < layers.size()
        && wire.row() < layers.get(layer).inputs()
        && wire.column() < layers.get(layer).units()) {
      double before = layers.get(layer).w().get(wire.row(), wire.column());
      store.dispatch(
          new Action.SetByHand(
              new Command.SetWeight(layer, wire.row(), wire.column(), value),
              new Command.SetWeight(layer, wire.row(), wire.column(), before),
              Message.of("train.done.weight", wire.row() + 1, wire.column() + 1, layer + 1)));
    }
  }

  @Override
  public void setBias(NetworkMap.Unit unit, double value) {
    List<Layer> layers = present();
    int layer = unit.column() - 1;
    if (layer >= layers.size() || unit.index() >= layers.get(layer).units()) {
      return;
    }
    Matrix b = layers.get(layer).b();
    if (b != null) {
      store.dispatch(
          new Action.SetByHand(
              new Command.SetBias(layer, unit.index(), value),
              new Command.SetBias(layer, unit.index(), b.get(0, unit.index())),
              Message.of("train.done.bias", unit.index() + 1, layer + 1)));
    }
  }

  /** The layers as they were seen last; before that, as the run begins. */
  private List<Layer> present() {
    List<Layer> start = setup().lesson().layers();
    Evaluation last = seen;
    if (last == null) {
      return start;
    }
    List<Layer> trained = last.snapshot().layers();
    return shapes(trained).equals(shapes(start)) ? trained : start;
  }

  private static List<Shape> shapes(List<Layer> layers) {
    return layers.stream().map(layer -> layer.w().shape()).toList();
  }

  // ---- layers

  @Override
  public void selectLayer(int layer) {
    store.dispatch(new Action.ShowLayer(layer));
  }

  @Override
  public void changeUnits(int layer, int change) {
    List<Integer> hidden = new ArrayList<>(setup().hidden());
    if (layer < hidden.size()) {
      hidden.set(layer, hidden.get(layer) + change);
      change(setup -> SetupEdits.withHidden(setup, hidden), "train.done.hidden");
    }
  }

  @Override
  public void insertLayer(int layer) {
    change(setup -> SetupEdits.withLayer(setup, layer, USUAL_UNITS), "train.done.hidden");
  }

  @Override
  public void removeLayer(int layer) {
    if (isHidden(layer)) {
      change(setup -> SetupEdits.withoutLayer(setup, layer), "train.done.hidden");
    }
  }

  /** Gives one hidden layer another activation. */
  void setActivation(int layer, Elementwise activation) {
    if (isHidden(layer)) {
      change(
          setup -> SetupEdits.withActivation(setup, layer, activation),
          "train.done.activationOfLayer");
    }
  }

  private boolean isHidden(int layer) {
    return layer < setup().hidden().size();
  }

  private void change(UnaryOperator<TrainingSetup> how, String done) {
    try {
      store.dispatch(new Action.ChangeSetup(how.apply(setup()), Message.of(done)));
    } catch (InvalidInput wrong) {
      store.dispatch(new Action.Tell(new Notice(wrong.said(), true)));
    }
  }
}
