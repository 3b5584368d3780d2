package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The number that a beat lets the learner move: a slider for it, and what that does to the loss,
 * beside what the slope says that it does. Where the walk has not come to the loss yet, or the loss
 * is covered, nothing is said of it: how far it moves may be what is asked there.
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

  /** All matrices of the numbers before this one was moved. */
  private @Nullable Trace home;

  NudgePanel(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("nudge");
    getStyleClass().add("nudge");
    name.setId("nudge-name");
    name.getStyleClass().add("strong");
    slider.setId("nudge-slider");
    slider.setBlockIncrement(Beat.NUDGE);
    slider.setMajorTickUnit(Beat.NUDGE);
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
    int steps = (int) Math.round((to - told) / Beat.NUDGE);
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
    Trace before = before(state, place);
    NudgeEffect effect = new NudgeEffect(before, state.derivation().trace(), place);
    Notation notation = new Notation(state.lesson());
    double from = effect.from();
    double now = effect.to();
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
    boolean reached = state.step().section().phase() != Phase.FORWARD;
    boolean covered = state.derivation().cover().hidesLoss();
    NodeVisibility.set(loss, reached && !covered);
    loss.setText(
        texts.get(
            "nudge.loss",
            Numbers.format(before.loss()),
            Numbers.format(effect.after().loss()),
            Numbers.format(effect.lossChange())));
    Optional<Double> steepness = slope(state, effect).filter(_ -> reached);
    NodeVisibility.set(slope, steepness.isPresent());
    steepness.ifPresent(each ->
        slope.setText(
            texts.get(
                "nudge.slope",
                Numbers.format(each),
                Numbers.inBrackets(Numbers.format(effect.by())),
                Numbers.format(each * effect.by()))));
  }

  private Trace before(Explore state, Place.OfCell place) {
    Trace known = home;
    Lesson numbers = state.beforeMove(place);
    if (known == null || !known.lesson().equals(numbers)) {
      known = numbers.equals(state.lesson()) ? state.derivation().trace() : Trace.of(numbers);
      home = known;
    }
    return known;
  }

  /** The slope before it was moved; nothing while it must not be seen. */
  private static Optional<Double> slope(Explore state, NudgeEffect effect) {
    return effect
        .gradient()
        .filter(gradient -> !state.derivation().cover().hides(gradient, effect.moved().cell()))
        .flatMap(_ -> effect.slope());
  }
}
