package org.gradloom.ui.stage;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.staging.StageSlot;
import org.gradloom.ui.store.Explore;
import org.jspecify.annotations.Nullable;

/**
 * The motions that explain: the product of a pair travels to the result and joins the sum, and a
 * matrix turns into its transpose.
 */
final class StageMotion {
  private static final Duration AT_THE_PAIR = Duration.millis(140);
  private static final Duration ON_THE_WAY = Duration.millis(260);

  private final StageView stage;
  private final TurnMotion turn;
  private boolean reduced;
  private @Nullable Timeline running;

  StageMotion(StageView stage) {
    this.stage = stage;
    this.turn = new TurnMotion(stage);
  }

  /** Shows once more how the matrix on stage turns into its transpose. */
  void replayTurn(Explore state) {
    if (!reduced) {
      turn.replay(state);
    }
  }

  /** Without motion everything is where it ends up at once. */
  void setReduced(boolean reduced) {
    this.reduced = reduced;
    finish();
  }

  /** Called when the stage shows another state; a motion still under way is brought to its end. */
  void arrived(@Nullable Step before, Explore state) {
    finish();
    Step step = state.step();
    if (reduced) {
      return;
    }
    if (before != null && !before.result().equals(step.result())) {
      turn.arrived(state);
    }
    if (before == null
        || !isNextTerm(before, step)
        || !(step.operation() instanceof Operation.Product)
        || step.isAddend(step.term())) {
      return;
    }
    stage.showResultUpTo(state, step.term() - 1);
    Label product = stage.product();
    Timeline travel = new Timeline(new KeyFrame(AT_THE_PAIR, start -> travel(state, product)));
    running = travel;
    travel.play();
  }

  private void travel(Explore state, Label product) {
    Bounds target =
        stage
            .at(StageSlot.RESULT)
            .flatMap(result -> result.boundsOf(state.step().cell()))
            .orElse(product.getBoundsInParent());
    double x = target.getCenterX() - product.getLayoutX() - product.getWidth() / 2;
    double y = target.getCenterY() - product.getLayoutY() - product.getHeight() / 2;
    Timeline way =
        new Timeline(
            new KeyFrame(
                ON_THE_WAY,
                new KeyValue(product.translateXProperty(), x, Interpolator.EASE_BOTH),
                new KeyValue(product.translateYProperty(), y, Interpolator.EASE_BOTH),
                new KeyValue(product.opacityProperty(), 0.15, Interpolator.EASE_IN)));
    way.setOnFinished(end -> {
      settle(product);
      stage.showResultUpTo(state, state.step().term());
      running = null;
    });
    running = way;
    way.play();
  }

  private static boolean isNextTerm(Step before, Step now) {
    return before.granularity() == Granularity.TERM
        && now.granularity() == Granularity.TERM
        && before.result().equals(now.result())
        && now.trace().equals(before.trace())
        && (before.cell().equals(now.cell())
            ? now.term() == before.term() + 1
            : now.term() == 0 && before.isLastTerm());
  }

  private void finish() {
    if (running != null) {
      running.stop();
      running = null;
    }
    settle(stage.product());
    turn.finish();
  }

  private static void settle(Label product) {
    product.setTranslateX(0);
    product.setTranslateY(0);
    product.setOpacity(1);
  }
}
