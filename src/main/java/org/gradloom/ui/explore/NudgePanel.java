package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.LessonPath;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The number that a beat lets the learner move: a slider for it, and what that does to the loss,
 * beside what the slope says that it does.
 */
final class NudgePanel extends VBox {
  /** How far the number can be moved to either side. */
  private static final double REACH = 3;

  private final Store store;
  private final Texts texts;
  private final Label name = new Label();
  private final Slider slider = new Slider();
  private final Label loss = new Label();
  private final Label slope = new Label();

  /** What the slider was last told, so that it does not answer to that. */
  private double told;

  /** The numbers before they were moved, and what is derived of them. */
  private @Nullable Derivation home;

  NudgePanel(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("nudge");
    getStyleClass().add("nudge");
    name.setId("nudge-name");
    name.getStyleClass().add("strong");
    slider.setId("nudge-slider");
    slider.setBlockIncrement(LessonPath.NUDGE);
    slider.setMajorTickUnit(LessonPath.NUDGE);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.valueProperty().subscribe(value -> moved(value.doubleValue()));
    loss.setId("nudge-loss");
    slope.setId("nudge-slope");
    slope.getStyleClass().add("muted");
    for (Label line : new Label[] {name, loss, slope}) {
      line.setWrapText(true);
      line.setMinHeight(USE_PREF_SIZE);
    }
    getChildren().addAll(name, slider, loss, slope);
    NodeVisibility.set(this, false);
  }

  private void moved(double to) {
    int steps = (int) Math.round((to - told) / LessonPath.NUDGE);
    if (steps != 0) {
      store.dispatch(new Action.Nudge(steps));
    }
  }

  void show(Explore state) {
    Optional<Place.OfCell> moved = state.nudged();
    NodeVisibility.set(this, moved.isPresent());
    moved.ifPresent(place -> show(state, place));
  }

  private void show(Explore state, Place.OfCell place) {
    Derivation before = before(state);
    Lesson lesson = state.lesson();
    Notation notation = new Notation(lesson);
    double from = value(before.lesson(), place);
    double now = value(lesson, place);
    name.setText(
        texts.get(
            "nudge.name",
            notation.entry(place.operand(), place.cell()),
            Numbers.format(from),
            Numbers.format(now)));
    slider.setAccessibleText(name.getText());
    told = now;
    slider.setMin(Math.min(from - REACH, now));
    slider.setMax(Math.max(from + REACH, now));
    slider.setValue(now);
    double change = state.derivation().trace().loss() - before.trace().loss();
    loss.setText(
        texts.get(
            "nudge.loss",
            Numbers.format(before.trace().loss()),
            Numbers.format(state.derivation().trace().loss()),
            Numbers.format(change)));
    Optional<Double> steepness = slope(state, before, place);
    NodeVisibility.set(slope, steepness.isPresent());
    steepness.ifPresent(each ->
        slope.setText(
            texts.get(
                "nudge.slope",
                Numbers.format(each),
                Numbers.inBrackets(Numbers.format(now - from)),
                Numbers.format(each * (now - from)))));
  }

  private Derivation before(Explore state) {
    Derivation known = home;
    Lesson numbers = state.home().orElse(state.lesson());
    if (known == null || !known.lesson().equals(numbers)) {
      known = Derivation.of(numbers);
      home = known;
    }
    return known;
  }

  private static double value(Lesson lesson, Place.OfCell place) {
    return lesson.input(place.operand()).get(place.cell().row(), place.cell().column());
  }

  /** The slope before anything was moved; nothing while it must not be seen. */
  private static Optional<Double> slope(Explore state, Derivation before, Place.OfCell place) {
    Cell cell = place.cell();
    return gradient(place.operand(), before)
        .filter(gradient -> !state.derivation().cover().hides(gradient, cell))
        .map(gradient -> before.trace().matrix(gradient).get(cell.row(), cell.column()));
  }

  private static Optional<Operand> gradient(Operand input, Derivation derivation) {
    return derivation.sections().stream()
        .map(section -> section.result())
        .filter(result -> result.quantity().isGradient() && result.variable().equals(input))
        .findFirst();
  }
}
