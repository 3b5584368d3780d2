package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StageSlot;
import org.gradloom.ui.store.Explore;
import org.jspecify.annotations.Nullable;

/**
 * The motion that explains a transpose: every number travels from where it stands in X to where it
 * stands in Xᵀ. It plays once for each matrix, the first time its transpose is met, and again when
 * asked for.
 */
final class TurnMotion {
  private static final Duration LENGTH = Duration.millis(1100);
  private static final Duration PAUSE = Duration.millis(250);

  private final StageView stage;
  private final Set<Shown> met = new HashSet<>();
  private final List<Label> travellers = new ArrayList<>();
  private @Nullable Timeline running;
  private @Nullable StageMatrix hidden;

  TurnMotion(StageView stage) {
    this.stage = stage;
  }

  /** Plays if the transpose on stage has not been met before. */
  void arrived(Explore state) {
    turned()
        .filter(matrix -> !met.contains(matrix.placed().shown()))
        .filter(matrix -> play(state, matrix))
        .ifPresent(matrix -> met.add(matrix.placed().shown()));
  }

  /** Plays again. */
  void replay(Explore state) {
    finish();
    turned().ifPresent(matrix -> play(state, matrix));
  }

  private Optional<StageMatrix> turned() {
    return stage
        .at(StageSlot.LEFT_ORIGIN)
        .flatMap(origin -> stage.at(StageSlot.LEFT))
        .or(() -> stage.at(StageSlot.RIGHT_ORIGIN).flatMap(origin -> stage.at(StageSlot.RIGHT)))
        .filter(
            matrix -> matrix.placed().shown() instanceof Shown.Whole whole && whole.transposed());
  }

  /** False if there is nothing to see yet, as before the window is shown. */
  private boolean play(Explore state, StageMatrix matrix) {
    Optional<StageMatrix> origin =
        stage.at(StageSlot.LEFT_ORIGIN).or(() -> stage.at(StageSlot.RIGHT_ORIGIN));
    // Thousands of numbers on their way would explain nothing.
    if (origin.flatMap(StageMatrix::numbers).isEmpty()) {
      return false;
    }
    // Where the cells are is known once they have been laid out.
    stage.applyCss();
    stage.layout();
    List<KeyValue> ways = new ArrayList<>();
    var numbers = state.derivation().trace().matrix(matrix.placed().shown().operand());
    Shape shape = numbers.shape();
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        Cell cell = new Cell(i, j);
        Optional<Bounds> from = origin.get().boundsOf(cell);
        Optional<Bounds> to = matrix.boundsOf(cell);
        if (from.isPresent() && to.isPresent()) {
          String number =
              state.derivation().cover().hides(matrix.placed().shown().operand(), cell)
                  ? Numbers.BLANK
                  : Numbers.format(numbers.get(i, j));
          ways.addAll(travel(number, from.get(), to.get()));
        }
      }
    }
    if (ways.isEmpty()) {
      return false;
    }
    hidden = matrix;
    matrix.control().setOpacity(0.12);
    Timeline turn =
        new Timeline(
            new KeyFrame(PAUSE), new KeyFrame(PAUSE.add(LENGTH), ways.toArray(KeyValue[]::new)));
    turn.setOnFinished(end -> finish());
    running = turn;
    turn.play();
    return true;
  }

  private List<KeyValue> travel(String number, Bounds from, Bounds to) {
    Label label = new Label(number);
    boolean left = stage.at(StageSlot.LEFT_ORIGIN).isPresent();
    label.getStyleClass().addAll("travelling-number", left ? "left-text" : "right-text");
    label.setManaged(false);
    label.setMouseTransparent(true);
    stage.addTraveller(label);
    travellers.add(label);
    label.applyCss();
    label.autosize();
    label.setLayoutX(from.getCenterX() - label.getWidth() / 2);
    label.setLayoutY(from.getCenterY() - label.getHeight() / 2);
    return List.of(
        new KeyValue(
            label.layoutXProperty(),
            to.getCenterX() - label.getWidth() / 2,
            Interpolator.EASE_BOTH),
        new KeyValue(
            label.layoutYProperty(),
            to.getCenterY() - label.getHeight() / 2,
            Interpolator.EASE_BOTH));
  }

  /** Brings it to its end at once, as any further step does. */
  void finish() {
    if (running != null) {
      running.stop();
      running = null;
    }
    travellers.forEach(stage::removeTraveller);
    travellers.clear();
    if (hidden != null) {
      hidden.control().setOpacity(1);
      hidden = null;
    }
  }
}
