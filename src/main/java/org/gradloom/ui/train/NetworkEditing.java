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
  private final Consumer<Command> trainer;
  private final Consumer<Optional<NetworkMap.Unit>> pointedAt;
  private @Nullable Evaluation seen;

  /**
   * For one picture.
   *
   * @param trainer told of weights set by hand
   * @param pointedAt told which unit is pointed at
   */
  NetworkEditing(
      Store store,
      Texts texts,
      Consumer<Command> trainer,
      Consumer<Optional<NetworkMap.Unit>> pointedAt) {
    this.store = store;
    this.texts = texts;
    this.trainer = trainer;
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
    List<Layer> layers = setup().lesson().layers();
    if (wire.layer() < layers.size()
        && wire.row() < layers.get(wire.layer()).inputs()
        && wire.column() < layers.get(wire.layer()).units()) {
      trainer.accept(new Command.SetWeight(wire.layer(), wire.row(), wire.column(), value));
    }
  }

  @Override
  public void setBias(NetworkMap.Unit unit, double value) {
    List<Layer> layers = setup().lesson().layers();
    if (unit.column() <= layers.size() && unit.index() < layers.get(unit.column() - 1).units()) {
      trainer.accept(new Command.SetBias(unit.column() - 1, unit.index(), value));
    }
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
