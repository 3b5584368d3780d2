package org.gradloom.ui.shell;

import javafx.util.Duration;
import org.gradloom.ui.lecture.LectureKeys;
import org.gradloom.ui.lecture.LectureScreen;
import org.gradloom.ui.lecture.PresenterScreen;
import org.gradloom.ui.stage.SpeedRun;
import org.gradloom.ui.store.Store;

/** Makes what a lecture consists of. */
final class LectureMakers implements LectureWindow.Makers {
  /** How long the question stands whether to leave a lecture. */
  private static final Duration ESC_WAITS = Duration.seconds(3);

  private final Store store;
  private final Surroundings surroundings;
  private final SpeedRun speed;

  LectureMakers(Store store, Surroundings surroundings, SpeedRun speed) {
    this.store = store;
    this.surroundings = surroundings;
    this.speed = speed;
  }

  @Override
  public LectureScreen lecture() {
    return new LectureScreen(
        store, surroundings.texts(), surroundings.renderer(), surroundings.clipboard(), speed);
  }

  @Override
  public LectureKeys keys(LectureScreen screen) {
    return new LectureKeys(store, screen, ESC_WAITS);
  }

  @Override
  public PresenterScreen presenter() {
    return new PresenterScreen(store, surroundings.texts(), surroundings.clock());
  }
}
