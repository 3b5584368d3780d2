package org.gradloom.ui.explore;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Playback;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/** Steps on by itself while the state says so, and stops at the end. */
final class Player {
  private final Store store;
  private @Nullable Timeline clock;
  private Playback running = new Playback(false, 1);

  Player(Store store) {
    this.store = store;
  }

  void show(Explore state) {
    if (state.playback().equals(running)) {
      return;
    }
    running = state.playback();
    if (clock != null) {
      clock.stop();
      clock = null;
    }
    if (running.playing()) {
      Timeline ticking =
          new Timeline(new KeyFrame(Duration.seconds(1 / running.speed()), event -> tick()));
      ticking.setCycleCount(Timeline.INDEFINITE);
      ticking.play();
      clock = ticking;
    }
  }

  private void tick() {
    Explore state = store.state().explore();
    if (state.isAtEnd()) {
      store.dispatch(new Action.Play(false));
    } else {
      store.dispatch(new Action.Forward(state.granularity()));
    }
  }
}
