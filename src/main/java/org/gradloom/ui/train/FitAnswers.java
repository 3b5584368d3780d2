package org.gradloom.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.training.RowEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.RegionPlot;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What a network answers where numbers are learned: a curve through the points for one input, a
 * surface for two, and for more, or where it is asked for, what is answered against what is true.
 */
final class FitAnswers {
  private final Store store;
  private final Texts texts;
  private final Label title = new Label();
  private final RegionPlot plot;
  private final Hyperlink turn = new Hyperlink();

  private @Nullable TrainingSetup setup;
  private @Nullable FitPoints points;
  private @Nullable Evaluation seen;
  private boolean againstTrue;
  private Optional<FitPictures.Unit> unit = Optional.empty();

  FitAnswers(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    title.setId("fit-title");
    title.getStyleClass().add("panel-title");
    plot = new RegionPlot(texts);
    plot.setId("fit");
    plot.setDescriber(this::describe);
    plot.setOnAdd(this::add);
    plot.setOnRemove(this::remove);
    turn.setId("fit-turn");
    turn.setMinHeight(Region.USE_PREF_SIZE);
    turn.setOnAction(event -> {
      againstTrue = !againstTrue;
      turn.setVisited(false);
      draw();
    });
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(title, plot, turn);
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    seen = null;
    unit = Optional.empty();
    draw();
  }

  /** True if these are answers to show so. */
  static boolean isFor(TrainingSetup setup) {
    return setup.quantity().isPresent() && setup.outputs() == 1;
  }

  void show(TrainingSetup present) {
    setup = present;
    boolean wanted = isFor(present);
    points = wanted ? FitPoints.of(present) : null;
    NodeVisibility.set(title, wanted);
    NodeVisibility.set(plot, wanted);
    NodeVisibility.set(turn, wanted && present.features().columns() <= 2);
    draw();
  }

  void show(Evaluation evaluation) {
    seen = evaluation;
    draw();
  }

  /** Shows what one unit answers, where there is a picture of it. */
  void look(int layer, int number) {
    unit = Optional.of(new FitPictures.Unit(layer, number));
    draw();
  }

  /** Shows the network's answer again. */
  void lookAway() {
    unit = Optional.empty();
    draw();
  }

  private Optional<FitPictures> pictures() {
    TrainingSetup present = setup;
    FitPoints known = points;
    return present == null || known == null
        ? Optional.empty()
        : Optional.of(new FitPictures(texts, present, known, Optional.ofNullable(seen)));
  }

  private boolean isAgainstTrue(TrainingSetup present) {
    return againstTrue || present.features().columns() > 2;
  }

  private void draw() {
    TrainingSetup present = setup;
    if (present == null) {
      return;
    }
    Optional<FitPictures.Unit> shown = unit.filter(_ -> present.features().columns() <= 2);
    title.setText(
        shown
            .map(of -> texts.get("panel.unit", of.layer() + 1, of.number() + 1))
            .orElseGet(
                () -> texts.get(isAgainstTrue(present) ? "panel.againstTrue" : "panel.answers")));
    turn.setText(
        texts.get(
            againstTrue ? "train.fit.overInputs" : "train.fit.againstTrue",
            present.features().columns()));
    pictures()
        .map(pictures ->
            shown
                .flatMap(pictures::ofUnit)
                .orElseGet(
                    () -> isAgainstTrue(present) ? pictures.againstTrue() : pictures.overInputs()))
        .ifPresent(plot::setPicture);
  }

  // ---- what is said of a place

  private String describe(double x, double y) {
    return pictures()
        .map(pictures ->
            isAgainstTrue(pictures.setup()) ? pictures.place(x, y) : pictures.describe(x, y, unit))
        .orElse("");
  }

  // ---- what is done to it

  private void add(double x, double y) {
    TrainingSetup present = setup;
    if (present == null || isAgainstTrue(present) || present.features().columns() != 1) {
      return;
    }
    double read = present.asRead(x, 0);
    double target = present.quantity().map(quantity -> quantity.asLearned(y)).orElse(y);
    store.dispatch(
        new Action.ChangeSetup(
            RowEdits.withPoint(present, List.of(read), target), Message.of("train.done.added")));
  }

  private void remove(int point) {
    TrainingSetup present = setup;
    FitPoints known = points;
    if (present == null || known == null) {
      return;
    }
    try {
      if (point >= known.trainRows()) {
        throw new InvalidInput("train.testPoint");
      }
      store.dispatch(
          new Action.ChangeSetup(
              RowEdits.withoutSample(present, known.row(point)), Message.of("train.done.removed")));
    } catch (InvalidInput wrong) {
      store.dispatch(new Action.Tell(new Notice(wrong.said(), true)));
    }
  }
}
