package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.data.DataSet;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.ConfusionMatrix;
import org.gradloom.training.DecisionRegions;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Metrics;
import org.gradloom.training.PreparedData;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.ConfusionTable;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.PixelPictures;
import org.gradloom.ui.control.RegionPlot;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/**
 * What the network says: the regions of its classes for two inputs, else which classes it mixes up;
 * and how often it is right.
 */
final class AnswerPane extends ScrollPane {
  private final Store store;
  private final Texts texts;
  private final Label title = new Label();
  private final RegionPlot regions;
  private final HBox adding = new HBox();
  private final ToggleGroup addedClass = new ToggleGroup();
  private final ConfusionTable confusion;
  private final Label confusionOf = new Label();
  private final PixelPictures mistakes = new PixelPictures();
  private final Label mistakesTitle = new Label();
  private final Label trainAccuracy = value("train-accuracy");
  private final Label testAccuracy = value("test-accuracy");
  private final Label trainLoss = value("train-loss-value");
  private final Label testLoss = value("test-loss-value");

  /** The classes that a click can add. */
  private List<String> addable = List.of();

  private @Nullable TrainingSetup setup;
  private @Nullable Evaluation seen;
  private Optional<Unit> unit = Optional.empty();

  /** A unit whose own answers are looked at instead of the network's. */
  private record Unit(int layer, int unit) {}

  AnswerPane(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    this.regions = new RegionPlot(texts);
    this.confusion = new ConfusionTable(texts);
    setId("answers");
    getStyleClass().add("side-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    title.setId("answers-title");
    title.getStyleClass().add("panel-title");
    regions.setId("regions");
    regions.setDescriber(this::describe);
    regions.setOnAdd(this::add);
    regions.setOnRemove(this::remove);
    adding.getStyleClass().addAll("segmented", "small");
    confusion.setId("confusion");
    confusion.setMinWidth(0);
    confusion.setDescriber(this::describe);
    confusionOf.getStyleClass().add("muted");
    confusionOf.setWrapText(true);
    confusionOf.setMinHeight(USE_PREF_SIZE);
    mistakes.setId("mistakes");
    mistakesTitle.getStyleClass().add("panel-title");
    mistakesTitle.setText(texts.get("panel.mistakes"));
    VBox content =
        new VBox(
            title,
            regions,
            adding,
            confusion,
            confusionOf,
            row("train.trainAccuracy", trainAccuracy),
            row("train.testAccuracy", testAccuracy),
            row("train.trainLoss", trainLoss),
            row("train.testLoss", testLoss),
            mistakesTitle,
            mistakes);
    content.getStyleClass().addAll("side-panel", "right-side", "answers");
    // The plane is square; below it stands the legend.
    regions.prefHeightProperty().bind(regions.widthProperty().add(20));
    setContent(content);
  }

  /**
   * A scroll pane keeps a picture of its content, so as to scroll fast. Here that picture would be
   * drawn anew as a whole whenever a number changes.
   */
  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    skin.getNode().lookup(".viewport").setCache(false);
    return skin;
  }

  private static Label value(String id) {
    Label value = new Label();
    value.setId(id);
    value.getStyleClass().addAll("counter", "mono");
    value.setMinWidth(USE_PREF_SIZE);
    return value;
  }

  private HBox row(String key, Label value) {
    Label name = new Label(texts.get(key));
    name.setLabelFor(value);
    HBox row = new HBox(name, new Spacer(), value);
    row.getStyleClass().add("setting");
    return row;
  }

  // ---- what is shown

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    seen = null;
    unit = Optional.empty();
    for (Label value : List.of(trainAccuracy, testAccuracy, trainLoss, testLoss)) {
      value.setText("");
    }
    regions.setPicture(
        new RegionPlot.Picture(
            new RegionPlot.Side("", 0, 1),
            new RegionPlot.Side("", 0, 1),
            List.of(),
            Optional.empty(),
            List.of()));
    NodeVisibility.set(confusion, false);
    NodeVisibility.set(confusionOf, false);
    mistakes.setPictures(List.of());
  }

  void show(Training training) {
    if (training.setup().equals(setup)) {
      return;
    }
    setup = training.setup();
    boolean plane = setup.inputs() == 2 && setup.labels().isPresent();
    NodeVisibility.set(regions, plane);
    NodeVisibility.set(adding, plane && setup.data().isPresent());
    if (plane) {
      NodeVisibility.set(confusion, false);
      NodeVisibility.set(confusionOf, false);
    }
    NodeVisibility.set(testAccuracy.getParent(), setup.test().isPresent());
    NodeVisibility.set(testLoss.getParent(), setup.test().isPresent());
    NodeVisibility.set(trainAccuracy.getParent(), setup.labels().isPresent());
    showAdding(setup);
    NodeVisibility.set(mistakesTitle, false);
    NodeVisibility.set(mistakes, false);
    drawPlane();
  }

  private void showAdding(TrainingSetup present) {
    List<String> names = present.classNames();
    if (names.equals(addable)) {
      return;
    }
    addable = names;
    Label words = new Label(texts.get("train.adds"));
    words.getStyleClass().add("muted");
    adding.getChildren().setAll(words);
    for (int c = 0; c < names.size(); c++) {
      ToggleButton choice = new ToggleButton(names.get(c));
      choice.setId("add-class-" + (c + 1));
      choice.setToggleGroup(addedClass);
      choice.setUserData(c);
      choice.setSelected(c == 0);
      choice.setOnAction(event -> choice.setSelected(true));
      adding.getChildren().add(choice);
    }
  }

  void show(Evaluation observation) {
    seen = observation;
    score(observation.train(), trainAccuracy, trainLoss);
    observation.test().ifPresent(test -> score(test, testAccuracy, testLoss));
    if (observation.plane().isPresent()) {
      drawPlane();
    } else {
      observation.verdicts().ifPresent(this::showVerdicts);
    }
  }

  private void score(Metrics score, Label accuracy, Label loss) {
    OptionalDouble right = score.accuracy();
    accuracy.setText(right.isPresent() ? percent(right.getAsDouble()) : "");
    loss.setText(Numbers.format(score.loss(), 3));
  }

  private String percent(double part) {
    return texts.get("train.percent", part);
  }

  // ---- the plane

  /** Shows what one unit answers, or the network's own answer again. */
  void look(int layer, int number) {
    unit = Optional.of(new Unit(layer, number));
    drawPlane();
  }

  /** Shows the network's answer again. */
  void lookAway() {
    unit = Optional.empty();
    drawPlane();
  }

  private void drawPlane() {
    TrainingSetup present = setup;
    if (present == null || !regions.isVisible() || present.area().isEmpty()) {
      title.setText(texts.get("panel.answers"));
      return;
    }
    title.setText(
        unit.map(of -> texts.get("panel.unit", of.layer() + 1, of.unit() + 1))
            .orElseGet(() -> texts.get("panel.answers")));
    DecisionRegions.Area area = present.area().get();
    List<String> features =
        present.data().map(data -> data.train().features()).orElse(List.of("x₁", "x₂"));
    regions.setPicture(
        new RegionPlot.Picture(
            new RegionPlot.Side(features.get(0), own(area.left(), 0), own(area.right(), 0)),
            new RegionPlot.Side(features.get(1), own(area.bottom(), 1), own(area.top(), 1)),
            present.classNames(),
            Optional.ofNullable(seen).flatMap(Evaluation::plane).map(this::regions),
            points(present)));
  }

  private RegionPlot.Regions regions(DecisionRegions plane) {
    int points = DecisionRegions.SIDE * DecisionRegions.SIDE;
    int[] group = new int[points];
    double[] certainty = new double[points];
    double greatest = unit.isPresent() ? greatest(plane, unit.get()) : 1;
    for (int i = 0; i < points; i++) {
      if (unit.isPresent()) {
        double response = plane.response(unit.get().layer(), unit.get().unit(), i);
        group[i] = response >= 0 ? 0 : 1;
        certainty[i] = Math.abs(response) / greatest;
      } else {
        group[i] = plane.said(i);
        certainty[i] = plane.certainty(i);
      }
    }
    return new RegionPlot.Regions(DecisionRegions.SIDE, DecisionRegions.SIDE, group, certainty);
  }

  private static double greatest(DecisionRegions plane, Unit of) {
    double greatest = Double.MIN_NORMAL;
    for (int i = 0; i < DecisionRegions.SIDE * DecisionRegions.SIDE; i++) {
      greatest = Math.max(greatest, Math.abs(plane.response(of.layer(), of.unit(), i)));
    }
    return greatest;
  }

  private List<RegionPlot.Point> points(TrainingSetup present) {
    List<RegionPlot.Point> points = new ArrayList<>();
    add(points, present.lesson().x(), present.labels().orElseThrow(), false);
    present.testX().ifPresent(x -> add(points, x, present.test().orElseThrow().labels(), true));
    return points;
  }

  private void add(List<RegionPlot.Point> points, Matrix x, List<Integer> labels, boolean test) {
    for (int i = 0; i < x.rows(); i++) {
      points.add(
          new RegionPlot.Point(own(x.get(i, 0), 0), own(x.get(i, 1), 1), labels.get(i), test));
    }
  }

  /** In the units of the data. */
  private double own(double value, int feature) {
    TrainingSetup present = setup;
    return present == null
        ? value
        : present.data().map(data -> data.inOwnUnits(value, feature)).orElse(value);
  }

  private double read(double value, int feature) {
    TrainingSetup present = setup;
    return present == null
        ? value
        : present.data().map(data -> data.asRead(value, feature)).orElse(value);
  }

  private String describe(double x, double y) {
    TrainingSetup present = setup;
    Optional<DecisionRegions> plane = Optional.ofNullable(seen).flatMap(Evaluation::plane);
    if (plane.isEmpty() || present == null) {
      return "";
    }
    int point = plane.get().point(read(x, 0), read(y, 1));
    String place = texts.get("train.place", Numbers.format(x, 3), Numbers.format(y, 3));
    if (unit.isPresent()) {
      double response = plane.get().response(unit.get().layer(), unit.get().unit(), point);
      return texts.get("train.unitSays", place, Numbers.format(response, 4));
    }
    return texts.get(
        "train.classSaid",
        place,
        present.classNames().get(plane.get().said(point)),
        plane.get().probability(point));
  }

  private void add(double x, double y) {
    if (setup == null || addedClass.getSelectedToggle() == null) {
      return;
    }
    int label = (int) addedClass.getSelectedToggle().getUserData();
    store.dispatch(
        new Action.ChangeSetup(
            SetupEdits.withSample(setup, List.of(read(x, 0), read(y, 1)), label),
            Message.of("train.done.added")));
  }

  private void remove(int point) {
    if (setup == null) {
      return;
    }
    try {
      if (point >= setup.lesson().samples()) {
        throw new InvalidInput("train.testPoint");
      }
      store.dispatch(
          new Action.ChangeSetup(
              SetupEdits.withoutSample(setup, point), Message.of("train.done.removed")));
    } catch (InvalidInput wrong) {
      store.dispatch(new Action.Tell(new Notice(wrong.said(), true)));
    }
  }

  // ---- classes and mistakes

  private String describe(int truth, int said, int count) {
    if (setup == null) {
      return "";
    }
    List<String> names = setup.classNames();
    return texts.get(
        truth == said ? "train.confused.right" : "train.confused",
        count,
        names.get(truth),
        names.get(said));
  }

  private void showVerdicts(ConfusionMatrix verdicts) {
    TrainingSetup present = setup;
    if (present == null) {
      return;
    }
    List<Integer> counts = new ArrayList<>();
    for (double count : verdicts.counts().toArray()) {
      counts.add((int) count);
    }
    NodeVisibility.set(confusion, true);
    NodeVisibility.set(confusionOf, true);
    confusion.show(
        present.classNames(), new ConfusionTable.Counts(verdicts.counts().shape(), counts));
    confusionOf.setText(
        texts.get(verdicts.ofTest() ? "train.confusion.test" : "train.confusion.train"));
    Optional<DataSet> judged =
        verdicts.ofTest() ? present.test() : present.data().map(PreparedData::train);
    boolean pictured = judged.flatMap(DataSet::images).isPresent();
    NodeVisibility.set(mistakes, pictured);
    NodeVisibility.set(mistakesTitle, pictured);
    judged.ifPresent(rows -> showMistakes(rows, verdicts.worst(), present.classNames()));
  }

  private void showMistakes(
      DataSet rows, List<ConfusionMatrix.Mistake> worst, List<String> classes) {
    if (rows.images().isEmpty()) {
      return;
    }
    List<PixelPictures.Picture> pictures = new ArrayList<>();
    for (ConfusionMatrix.Mistake mistake : worst) {
      int width = rows.images().get().width();
      pictures.add(
          new PixelPictures.Picture(
              Matrix.numbers(
                  new Shape(rows.images().get().height(), width),
                  (i, j) -> rows.x().get(mistake.row(), i * width + j)),
              texts.get(
                  "train.mistake",
                  classes.get(mistake.truth()),
                  classes.get(mistake.said()),
                  mistake.certainty())));
    }
    mistakes.setPictures(pictures);
  }
}
