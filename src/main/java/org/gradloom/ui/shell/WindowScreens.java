package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.gradloom.lesson.Screen;
import org.gradloom.ui.control.Late;
import org.gradloom.ui.explore.ExploreScreen;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.practice.PracticeScreen;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.speed.SpeedScreen;
import org.gradloom.ui.start.StartScreen;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.train.TrainScreen;

/** The screens of the window: each is made when it is first shown, and one stands in the middle. */
final class WindowScreens {
  private final Store store;
  private final BorderPane root;
  private final AppBar bar;
  private final Late<StartScreen> start;
  private final Late<ExploreScreen> explore;
  private final Late<TrainScreen> train;
  private final Late<PracticeScreen> practice;
  private final Late<SpeedScreen> speed;

  /** What makes a screen, asked once for each. */
  interface Makers {
    StartScreen start();

    ExploreScreen explore();

    TrainScreen train();

    PracticeScreen practice();

    SpeedScreen speed();
  }

  /**
   * Screens of which none is made yet.
   *
   * @param root takes into its middle what is shown
   * @param bar offers to fold the sides of what is shown
   */
  WindowScreens(Store store, BorderPane root, AppBar bar, Makers makers) {
    this.store = store;
    this.root = root;
    this.bar = bar;
    this.start = new Late<>(makers::start);
    this.explore = new Late<>(() -> offering(makers.explore(), ExploreScreen::sides));
    this.train = new Late<>(() -> offering(makers.train(), TrainScreen::sides));
    this.practice = new Late<>(() -> offering(makers.practice(), PracticeScreen::sides));
    this.speed = new Late<>(() -> offering(makers.speed(), SpeedScreen::sides));
  }

  /** A screen with sides, for which the bar says what its button does next. */
  private <S> S offering(S made, Function<S, ScreenSides> sides) {
    sides.apply(made).next().subscribe(bar::offerSides);
    return made;
  }

  /** Puts a screen in the middle, unless a lecture is there. */
  void show(Screen screen) {
    Node wanted =
        switch (screen) {
          case START -> start.get();
          case EXPLORE -> explore.get();
          case TRAIN -> train.get();
          case PRACTICE -> practice.get();
          case SPEED -> speed.get();
          case SUMMARY -> throw new IllegalStateException("The store shows no " + screen);
        };
    if (store.state().lecture().isEmpty() && !wanted.equals(root.getCenter())) {
      root.setCenter(wanted);
      wanted.requestFocus();
      sides().map(sides -> sides.next().get()).ifPresent(bar::offerSides);
    }
  }

  /** What stands beside the middle of the screen that is shown. */
  Optional<ScreenSides> sides() {
    return switch (store.state().screen()) {
      case EXPLORE -> Optional.of(explore.get().sides());
      case TRAIN -> Optional.of(train.get().sides());
      case PRACTICE -> Optional.of(practice.get().sides());
      case SPEED -> Optional.of(speed.get().sides());
      case START, SUMMARY -> Optional.empty();
    };
  }

  /** Brings the focus to the notice of the screen that is shown, or back from there. */
  void toggleNoticeFocus() {
    switch (store.state().screen()) {
      case START -> start.get().toggleNoticeFocus();
      case EXPLORE -> explore.get().toggleNoticeFocus();
      case TRAIN -> train.get().toggleNoticeFocus();
      case PRACTICE -> practice.get().toggleNoticeFocus();
      case SPEED -> speed.get().toggleNoticeFocus();
      case SUMMARY -> {}
    }
  }

  /** A key that means the same wherever on the screen that is shown the focus is. */
  void pressed(KeyEvent key, KeyOwner owner) {
    switch (store.state().screen()) {
      case EXPLORE -> explore.get().walk(key, owner);
      case TRAIN -> train.get().train(key, owner);
      case PRACTICE -> practice.get().practise(key);
      case START, SPEED, SUMMARY -> {}
    }
  }

  /** Shows where in Explore a lesson's beats are written. */
  void writeLesson() {
    explore.get().writeLesson();
  }

  /** The window is closed. */
  void close() {
    train.made().ifPresent(TrainScreen::close);
  }
}
