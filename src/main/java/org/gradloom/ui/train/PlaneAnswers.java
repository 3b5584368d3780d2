package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.DecisionRegions;
import org.gradloom.training.Evaluation;
import org.gradloom.training.PreparedData;
import org.gradloom.training.RowEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.RegionPlot;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers over the plane of two features, or what one of its units answers; and the
 * points, which a click adds and takes away.
 */
final class PlaneAnswers {
  private static final RegionPlot.Picture NOTHING =
      new RegionPlot.Picture(
          new RegionPlot.Side("", 0, 1),
          new RegionPlot.Side("", 0, 1),
          List.of(),
          Optional.empty(),
          List.of());

  private final Store store;
  private final Texts texts;
  private final Label title = new Label();
  private final RegionPlot regions;
  private final HBox adding = new HBox();
  private final ToggleGroup addedClass = new ToggleGroup();

  /** The points of the setup, in the units of the data. */
  private List<RegionPlot.Point> points = List.of();

  /** The classes that a click can add. */
  private List<String> addable = List.of();

  private @Nullable TrainingSetup setup;
  private Optional<DecisionRegions> seen = Optional.empty();
  private Optional<Unit> unit = Optional.empty();

  /** A unit whose own answers are looked at instead of the network's; both count from 0. */
  private record Unit(int layer, int number) {}

  PlaneAnswers(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    regions = new RegionPlot(texts);
    title.setId("answers-title");
    title.getStyleClass().add("panel-title");
    regions.setId("regions");
    regions.setDescriber(this::describe);
    regions.setOnAdd(this::add);
    regions.setOnRemove(this::remove);
    adding.getStyleClass().addAll("segmented", "small");
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(title, regions, adding);
  }

  // ---- what is shown

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    seen = Optional.empty();
    unit = Optional.empty();
    regions.setPicture(NOTHING);
  }

  void show(TrainingSetup present) {
    setup = present;
    boolean plane = isFor(present);
    points = plane ? points(present) : List.of();
    NodeVisibility.set(title, !FitAnswers.isFor(present));
    NodeVisibility.set(regions, plane);
    NodeVisibility.set(adding, plane && present.data().isPresent());
    showAdding(present.classNames());
    draw();
  }

  /** True if the answers of a setup can be drawn in a plane. */
  static boolean isFor(TrainingSetup setup) {
    return setup.features().columns() == 2 && setup.labels().isPresent();
  }

  private void showAdding(List<String> names) {
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

  void show(Evaluation evaluation) {
    seen = evaluation.plane();
    if (seen.isPresent()) {
      draw();
    }
  }

  /** Shows what one unit answers. */
  void look(int layer, int number) {
    unit = Optional.of(new Unit(layer, number));
    draw();
  }

  /** Shows the network's answer again. */
  void lookAway() {
    unit = Optional.empty();
    draw();
  }

  private void draw() {
    TrainingSetup present = setup;
    if (present == null || !regions.isVisible() || present.area().isEmpty()) {
      title.setText(texts.get("panel.answers"));
      return;
    }
    title.setText(
        unit.map(of -> texts.get("panel.unit", of.layer() + 1, of.number() + 1))
            .orElseGet(() -> texts.get("panel.answers")));
    DecisionRegions.Area area = present.area().get();
    List<String> features =
        present.data().map(data -> data.train().features()).orElse(List.of("x₁", "x₂"));
    regions.setPicture(
        new RegionPlot.Picture(
            new RegionPlot.Side(
                features.get(0),
                present.inOwnUnits(area.left(), 0),
                present.inOwnUnits(area.right(), 0)),
            new RegionPlot.Side(
                features.get(1),
                present.inOwnUnits(area.bottom(), 1),
                present.inOwnUnits(area.top(), 1)),
            seen.flatMap(plane -> unit.map(of -> answersOf(plane, of)))
                .orElseGet(() ->
                    new RegionPlot.OfClasses(
                        present.classNames(), seen.map(PlaneAnswers::regions))),
            points));
  }

  /** What a unit answers is no class and no probability, so it has a scale of its own. */
  private RegionPlot.Content answersOf(DecisionRegions plane, Unit of) {
    return new RegionPlot.OfSurface(
        texts.get("train.fit.answer"),
        Optional.of(FitPictures.unitSurface(plane, of.layer(), of.number())),
        List.of());
  }

  private static RegionPlot.Regions regions(DecisionRegions plane) {
    int[] group = new int[DecisionRegions.POINTS];
    double[] confidence = new double[DecisionRegions.POINTS];
    for (int i = 0; i < group.length; i++) {
      group[i] = plane.said(i);
      confidence[i] = plane.confidence(i);
    }
    return new RegionPlot.Regions(DecisionRegions.SIDE, DecisionRegions.SIDE, group, confidence);
  }

  private static List<RegionPlot.Point> points(TrainingSetup setup) {
    List<RegionPlot.Point> points = new ArrayList<>();
    add(points, setup, setup.features(), setup.labels().orElseThrow(), false);
    setup
        .data()
        .flatMap(PreparedData::testFeatures)
        .ifPresent(x -> add(points, setup, x, setup.test().orElseThrow().labels(), true));
    return points;
  }

  private static void add(
      List<RegionPlot.Point> points,
      TrainingSetup setup,
      Matrix x,
      List<Integer> labels,
      boolean test) {
    for (int i = 0; i < x.rows(); i++) {
      points.add(
          new RegionPlot.Point(
              setup.inOwnUnits(x.get(i, 0), 0),
              setup.inOwnUnits(x.get(i, 1), 1),
              labels.get(i),
              test));
    }
  }

  private String describe(double x, double y) {
    TrainingSetup present = setup;
    if (seen.isEmpty() || present == null) {
      return "";
    }
    DecisionRegions plane = seen.get();
    int point = plane.point(present.asRead(x, 0), present.asRead(y, 1));
    String place = texts.get("train.place", Numbers.rounded(x, 3), Numbers.rounded(y, 3));
    if (unit.isPresent()) {
      double response = plane.response(unit.get().layer(), unit.get().number(), point);
      return texts.get("train.unitSays", place, Numbers.rounded(response, 4));
    }
    return texts.get(
        "train.classSaid",
        place,
        present.classNames().get(plane.said(point)),
        plane.probability(point));
  }

  // ---- what is done to it

  private void add(double x, double y) {
    TrainingSetup present = setup;
    if (present == null || addedClass.getSelectedToggle() == null) {
      return;
    }
    int label = (int) addedClass.getSelectedToggle().getUserData();
    List<Double> features = List.of(present.asRead(x, 0), present.asRead(y, 1));
    store.dispatch(
        new Action.ChangeSetup(
            RowEdits.withSample(present, features, label), Message.of("train.done.added")));
  }

  private void remove(int point) {
    TrainingSetup present = setup;
    if (present == null) {
      return;
    }
    try {
      if (point >= present.lesson().samples()) {
        throw new InvalidInput("train.testPoint");
      }
      store.dispatch(
          new Action.ChangeSetup(
              RowEdits.withoutSample(present, point), Message.of("train.done.removed")));
    } catch (InvalidInput wrong) {
      store.dispatch(new Action.Tell(new Notice(wrong.said(), true)));
    }
  }
}
