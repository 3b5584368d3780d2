package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.DecisionRegions;
import org.gradloom.training.Evaluation;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The network, to be looked at and changed, and the matrices of one of its layers. */
final class NetworkPane extends VBox {
  /** Points a side of a unit's small picture. */
  private static final int SMALL = DecisionRegions.SIDE / 2;

  /** An answer of so many times the root of the mean square has the fullest colour. */
  private static final double FULL = 1.5;

  private static final Matrix NONE = Matrix.zeros(new Shape(1, 1));

  private final Store store;
  private final Texts texts;
  private final Consumer<Command> trainer;
  private final Consumer<Optional<NetworkMap.Unit>> looked;
  private final Opener opened;
  private final NetworkMap map;
  private final Face weights;
  private final Face gradient;
  private final Face activations;
  private final HBox faces = new HBox();

  private @Nullable Training training;
  private @Nullable Evaluation seen;

  /** One of the layer's matrices with its name, the number at the pointer, and its scale. */
  private final class Face extends VBox {
    private final MatrixSymbol quantity;
    private final Label name = new Label();
    private final HeatMap picture;
    private Optional<Cell> pointed = Optional.empty();

    Face(String id, MatrixSymbol quantity) {
      this.quantity = quantity;
      picture = new HeatMap(id, NONE, texts);
      picture.setShowScale(true);
      picture.setPlain(true);
      picture.setOnHover(cell -> {
        pointed = cell;
        say();
      });
      picture.setOnChoose(cell -> opened.at(Optional.of(new Goal(operand(), cell))));
      name.setId(id + "-name");
      name.getStyleClass().add("matrix-caption");
      getStyleClass().add("face");
      VBox.setVgrow(picture, Priority.ALWAYS);
      getChildren().addAll(name, picture);
    }

    private Operand operand() {
      return new Operand(layer(), quantity);
    }

    void show(Matrix matrix) {
      picture.setMatrix(matrix);
      say();
    }

    /** The number at the pointer follows the training. */
    private void say() {
      Evaluation last = seen;
      if (last == null) {
        return;
      }
      Matrix matrix = picture.getMatrix();
      String called = new Notation(last.trace().lesson()).plain(operand());
      name.setText(
          pointed
              .filter(cell -> cell.row() < matrix.rows() && cell.column() < matrix.columns())
              .map(cell ->
                  texts.get(
                      "train.face.cell",
                      called,
                      cell.row() + 1,
                      cell.column() + 1,
                      Numbers.format(matrix.get(cell.row(), cell.column()), 4)))
              .orElseGet(() -> texts.get("train.face", called, matrix.shape().toString())));
    }
  }

  /** A cell to go to in Explore. */
  record Goal(Operand operand, Cell cell) {}

  /** Opens the present step in Explore, where it begins or at a cell. */
  interface Opener {
    void at(Optional<Goal> goal);
  }

  /**
   * A pane.
   *
   * @param trainer told of weights set by hand
   * @param openStep opens the present step in Explore
   * @param looked told which unit is pointed at
   */
  NetworkPane(
      Store store,
      Texts texts,
      Consumer<Command> trainer,
      Opener openStep,
      Consumer<Optional<NetworkMap.Unit>> looked) {
    this.store = store;
    this.texts = texts;
    this.trainer = trainer;
    this.looked = looked;
    this.opened = openStep;
    getStyleClass().addAll("card", "network-pane");
    map = new NetworkMap(texts, new Owner());
    map.setId("network-map");
    map.setLimits(new NetworkMap.Limits(SetupEdits.MOST_HIDDEN_LAYERS, SetupEdits.MOST_UNITS));
    VBox.setVgrow(map, Priority.ALWAYS);
    weights = new Face("layer-w", MatrixSymbol.W);
    gradient = new Face("layer-dW", MatrixSymbol.DW);
    activations = new Face("layer-a", MatrixSymbol.A);
    Label title = new Label(texts.get("panel.map"));
    title.getStyleClass().add("panel-title");
    Button open = new Button(texts.get("train.open"));
    open.setId("open-step");
    open.getStyleClass().add("accent");
    open.setWrapText(true);
    open.setGraphic(new FontIcon(Feather.ARROW_UP_RIGHT));
    open.setContentDisplay(ContentDisplay.RIGHT);
    open.setTooltip(new Tooltip(texts.get("train.open.tip")));
    open.setOnAction(event -> openStep.at(Optional.empty()));
    open.setMinHeight(USE_PREF_SIZE);
    VBox corner = new VBox(open);
    corner.getStyleClass().add("open-corner");
    faces.getStyleClass().add("faces");
    faces.getChildren().addAll(weights, gradient, activations, new Spacer(), corner);
    getChildren().addAll(title, map, faces);
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    seen = null;
  }

  void show(Training state) {
    training = state;
    Evaluation last = seen;
    if (last != null) {
      draw(last, state);
    }
  }

  void show(Evaluation observation) {
    seen = observation;
    Training state = training;
    if (state != null) {
      draw(observation, state);
    }
  }

  private void draw(Evaluation observation, Training state) {
    map.setPicture(picture(observation, state));
    for (Face face : List.of(weights, gradient, activations)) {
      face.show(observation.trace().matrix(face.operand()));
    }
  }

  /** The layer whose matrices are shown. */
  private int layer() {
    Evaluation last = seen;
    Training state = training;
    return last == null || state == null
        ? 0
        : Math.min(state.layer(), last.trace().lesson().lastLayer());
  }

  // ---- the network

  private NetworkMap.Picture picture(Evaluation observation, Training state) {
    Lesson lesson = observation.trace().lesson();
    Optional<DecisionRegions> plane = observation.plane();
    Notation notation = new Notation(lesson);
    List<NetworkMap.Layer> layers = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      int index = l;
      layers.add(
          new NetworkMap.Layer(
              texts.get(
                  "train.face",
                  notation.plain(new Operand(l, MatrixSymbol.W)),
                  layer.w().shape().toString()),
              layer.w(),
              Optional.ofNullable(layer.b()),
              plane.map(answers -> responses(answers, index, layer.units())).orElse(List.of())));
    }
    TrainingSetup setup = state.setup();
    return new NetworkMap.Picture(
        setup.inputs() <= 4
            ? setup.data().map(data -> data.train().features()).orElse(List.of())
            : List.of(),
        plane.map(NetworkPane::inputs).orElse(List.of()),
        layers,
        setup.labels().isPresent() ? setup.classNames() : List.of(),
        OptionalInt.of(state.layer()));
  }

  private static List<Matrix> responses(DecisionRegions plane, int layer, int units) {
    List<Matrix> responses = new ArrayList<>(units);
    for (int unit = 0; unit < units; unit++) {
      int of = unit;
      responses.add(scaled(point -> plane.response(layer, of, point)));
    }
    return responses;
  }

  private static List<Matrix> inputs(DecisionRegions plane) {
    DecisionRegions.Area area = plane.area();
    return List.of(
        scaled(point -> area.x(point % DecisionRegions.SIDE)),
        scaled(point -> area.y(point / DecisionRegions.SIDE)));
  }

  private interface Response {
    double at(int point);
  }

  /**
   * Every second point, from −1 to 1. What is far beyond the usual is cut off, or few great answers
   * would make all others pale.
   */
  private static Matrix scaled(Response response) {
    double squares = 0;
    for (int point = 0; point < DecisionRegions.SIDE * DecisionRegions.SIDE; point++) {
      squares += response.at(point) * response.at(point);
    }
    double most = Math.max(Double.MIN_NORMAL, FULL * Math.sqrt(squares) / DecisionRegions.SIDE);
    return Matrix.numbers(
        new Shape(SMALL, SMALL),
        (i, j) -> Math.clamp(response.at(2 * i * DecisionRegions.SIDE + 2 * j) / most, -1, 1));
  }

  // ---- what is done to it

  private final class Owner implements NetworkMap.Owner {
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
      Training state = training;
      return state == null
          ? ""
          : state.setup().data().map(data -> data.train().features().get(index)).orElse("");
    }

    @Override
    public void hovered(Optional<NetworkMap.Unit> unit) {
      looked.accept(unit);
    }

    private List<Layer> layers() {
      return store.state().training().orElseThrow().setup().lesson().layers();
    }

    @Override
    public void setWeight(NetworkMap.Wire wire, double value) {
      // The field may have been open while the network became another.
      if (wire.layer() >= layers().size()
          || wire.row() >= layers().get(wire.layer()).inputs()
          || wire.column() >= layers().get(wire.layer()).units()) {
        return;
      }
      trainer.accept(new Command.SetWeight(wire.layer(), wire.row(), wire.column(), value));
    }

    @Override
    public void setBias(NetworkMap.Unit unit, double value) {
      if (unit.column() > layers().size()
          || unit.index() >= layers().get(unit.column() - 1).units()) {
        return;
      }
      trainer.accept(new Command.SetBias(unit.column() - 1, unit.index(), value));
    }

    @Override
    public void selectLayer(int layer) {
      store.dispatch(new Action.ShowLayer(layer));
    }

    @Override
    public void changeUnits(int layer, int change) {
      List<Integer> hidden = hidden();
      // The picture may be a moment older than the setup.
      if (layer < hidden.size()) {
        hidden.set(layer, hidden.get(layer) + change);
        change(hidden);
      }
    }

    @Override
    public void insertLayer(int layer) {
      List<Integer> hidden = hidden();
      hidden.add(
          Math.min(layer, hidden.size()),
          hidden.isEmpty() ? 4 : hidden.get(Math.min(layer, hidden.size() - 1)));
      change(hidden);
    }

    @Override
    public void removeLayer(int layer) {
      List<Integer> hidden = hidden();
      if (layer < hidden.size()) {
        hidden.remove(/* index */ layer);
        change(hidden);
      }
    }

    private List<Integer> hidden() {
      return new ArrayList<>(store.state().training().orElseThrow().setup().hidden());
    }

    private void change(List<Integer> hidden) {
      try {
        TrainingSetup changed =
            SetupEdits.withHidden(
                store.state().training().orElseThrow().setup(), List.copyOf(hidden));
        store.dispatch(new Action.ChangeSetup(changed, Message.of("train.done.hidden")));
      } catch (InvalidInput wrong) {
        store.dispatch(new Action.Tell(new Notice(wrong.said(), true)));
      }
    }
  }
}
