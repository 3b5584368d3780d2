package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.GradientComparison;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.stage.RelayoutGuard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands above the stage in words: the question that a step answers, its place in the lesson,
 * and the ways back from what was changed or where it came from.
 */
final class StageTitle {
  private final Store store;
  private final Texts texts;
  private final ExploreScreen.Practising practising;
  private final Label question = new Label();
  private final Label where = new Label();
  private final Button wayBack = new Button();
  private final Button takeBack = new Button();
  private final RelayoutGuard steadyQuestion = new RelayoutGuard(question);
  private final RelayoutGuard steadyWhere = new RelayoutGuard(where);
  private final HBox row = new HBox(steadyQuestion, takeBack, wayBack);

  /** Whether a beat's place has to do without a line of its own. */
  private boolean low;

  StageTitle(Store store, Texts texts, ExploreScreen.Practising practising) {
    this.store = store;
    this.texts = texts;
    this.practising = practising;
    row.getStyleClass().add("stage-title-row");
    question.setId("question");
    question.getStyleClass().add("stage-title");
    question.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(steadyQuestion, Priority.ALWAYS);
    wayBack.setGraphic(new FontIcon(Feather.ARROW_LEFT));
    wayBack.setMinWidth(Region.USE_PREF_SIZE);
    takeBack.setId("take-back");
    takeBack.setText(texts.get("explore.takeBack"));
    takeBack.setMinWidth(Region.USE_PREF_SIZE);
    takeBack.setOnAction(event -> store.dispatch(new Action.TakeBack()));
    Tip.set(takeBack, texts.get("explore.takeBack.tip"));
    where.setId("where");
    where.getStyleClass().add("stage-subtitle");
    where.setMaxWidth(Double.MAX_VALUE);
    steadyWhere.getStyleClass().add("place-line");
    store.select(AppState::cameFrom, this::offerWayBack);
    store.select(AppState::hasWeightsForRun, edited -> NodeVisibility.set(takeBack, edited));
  }

  /** The question, with the ways back beside it. */
  Node row() {
    return row;
  }

  /** The line that says where the step is. */
  Node placeLine() {
    return steadyWhere;
  }

  void show(Explore state) {
    state.yoursHere().ifPresentOrElse(yours -> say(state, yours.compared()), () -> say(state));
    // The beat's headline takes the place of the step's own question.
    NodeVisibility.set(row, !state.isOnPath() || wayBack.isVisible());
    NodeVisibility.set(steadyQuestion, !state.isOnPath());
    showPlaceLine(state);
  }

  private void say(Explore state) {
    Narration narration = Narration.of(state.step(), state.seen());
    say(texts.say(narration.question()), texts.say(narration.where()));
  }

  private void say(Explore state, GradientComparison compared) {
    String gradient = new Notation(state.lesson()).plain(compared.gradient());
    String title = compared.differing().isEmpty() ? "compare.titleAgrees" : "compare.title";
    say(texts.get(title, gradient), texts.get("compare.where", gradient));
  }

  private void say(String asked, String place) {
    steadyQuestion.change(() -> question.setText(asked));
    steadyWhere.change(() -> where.setText(place));
  }

  /** Takes how high the screen is. */
  void fitInto(Dimension2D room) {
    if (ScreenRoom.isLow(room) != low) {
      low = ScreenRoom.isLow(room);
      showPlaceLine(store.state().explore());
    }
  }

  /** A beat has none that is about no place, or where room is short. */
  private void showPlaceLine(Explore state) {
    boolean told =
        state.isOnPath() && (low || state.beat().filter(StageTitle::isAboutAPlace).isEmpty());
    NodeVisibility.set(steadyWhere, !told);
  }

  private static boolean isAboutAPlace(Beat beat) {
    return switch (beat.screen()) {
      case START, EXPLORE, TRAIN, PRACTICE -> true;
      case SPEED, SUMMARY -> false;
    };
  }

  /** Back to the screen that a training step or an exercise came from. */
  private void offerWayBack(Optional<Screen> from) {
    NodeVisibility.set(wayBack, from.isPresent());
    from.ifPresent(screen -> {
      boolean training = screen == Screen.TRAIN;
      wayBack.setId(training ? "back-to-training" : "back-to-practice");
      wayBack.setText(texts.get(training ? "explore.backToTraining" : "explore.backToPractice"));
      Tip.set(
          wayBack,
          training
              ? texts.get("explore.backToTraining.tip")
              : texts.get(
                  "explore.backToPractice.tip",
                  KeyNames.here(texts).of(Shortcut.OfPractice.EXPLORE)));
      wayBack.setOnAction(event -> {
        if (training) {
          store.dispatch(new Action.Show(Screen.TRAIN));
        } else {
          practising.comeBack();
        }
      });
    });
  }
}
