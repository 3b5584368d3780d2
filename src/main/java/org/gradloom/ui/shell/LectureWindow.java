package org.gradloom.ui.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.gradloom.ui.lecture.LectureKeys;
import org.gradloom.ui.lecture.LectureScreen;
import org.gradloom.ui.lecture.PresenterScreen;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Lecture;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Turns the window into a lecture and back. Where there is one screen the window fills it, without
 * the bar; where there are two the class has a window of its own, and this one is the presenter's.
 */
final class LectureWindow {
  private final Stage stage;
  private final BorderPane root;
  private final Node bar;
  private final Store store;
  private final Screens screens;
  private final Makers makers;
  private @Nullable Parts parts;
  private @Nullable Before before;

  /** What is made when the first lecture begins. */
  interface Makers {
    LectureScreen lecture();

    LectureKeys keys(LectureScreen screen);

    PresenterScreen presenter();
  }

  private record Parts(LectureScreen screen, LectureKeys keys, PresenterScreen presenter) {}

  /** What the window was before the lecture, and the window of the class, if there is one. */
  private record Before(Node center, boolean fullScreen, Optional<Stage> ofClass) {}

  LectureWindow(
      Stage stage, BorderPane root, Node bar, Store store, Screens screens, Makers makers) {
    this.stage = stage;
    this.root = root;
    this.bar = bar;
    this.store = store;
    this.screens = screens;
    this.makers = makers;
    store.select(AppState::lecture, this::show);
  }

  private void show(Optional<Lecture> lecture) {
    if (lecture.isPresent() && before == null) {
      begin(parts());
    } else if (lecture.isEmpty() && before != null) {
      end(before);
    }
  }

  private void begin(Parts made) {
    Optional<Stage> ofClass = screens.projector(stage).map(area -> ofClass(area, made));
    before = new Before(root.getCenter(), stage.isFullScreen(), ofClass);
    root.setTop(null);
    if (ofClass.isPresent()) {
      root.setCenter(made.presenter());
      made.presenter().begin();
      made.presenter().requestFocus();
    } else {
      root.setCenter(made.screen());
      screens.fill(stage, true);
      made.screen().requestFocus();
    }
  }

  /** A window on the class's screen, in the same theme. */
  private Stage ofClass(Rectangle2D area, Parts made) {
    Stage shown = new Stage(StageStyle.UNDECORATED);
    shown.initOwner(stage);
    Scene scene = new Scene(new BorderPane(made.screen()), area.getWidth(), area.getHeight());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    store.state().look().appearance().applyTo(scene);
    shown.setScene(scene);
    shown.setX(area.getMinX());
    shown.setY(area.getMinY());
    shown.setOnCloseRequest(event -> store.dispatch(new Action.EndLecture()));
    shown.show();
    screens.fill(shown, true);
    stage.requestFocus();
    return shown;
  }

  private void end(Before then) {
    before = null;
    then.ofClass()
        .ifPresent(shown -> {
          ((BorderPane) shown.getScene().getRoot()).setCenter(null);
          shown.close();
        });
    root.setTop(bar);
    root.setCenter(then.center());
    if (then.ofClass().isEmpty()) {
      screens.fill(stage, then.fullScreen());
    }
    then.center().requestFocus();
  }

  private Parts parts() {
    Parts made = parts;
    if (made == null) {
      LectureScreen screen = makers.lecture();
      made = new Parts(screen, makers.keys(screen), makers.presenter());
      parts = made;
    }
    return made;
  }

  void pressed(KeyEvent key) {
    if (parts != null) {
      parts.keys().pressed(key);
    }
  }

  void typed(KeyEvent key) {
    if (parts != null) {
      parts.keys().typed(key);
    }
  }
}
