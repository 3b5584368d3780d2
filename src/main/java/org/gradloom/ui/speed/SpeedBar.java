package org.gradloom.ui.speed;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.speed.Measurer.Measuring;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.SpeedWords;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ExplainedButton;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.SpeedState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What starts and cancels, how far it has come, and what takes the numbers elsewhere. */
final class SpeedBar extends HBox {
  private final Texts texts;
  private final Button measure = new Button();
  private final ExplainedButton explained = new ExplainedButton(measure);
  private final ProgressBar progress = new ProgressBar();
  private final Label words = new Label();
  private final Button copy = new Button();

  /**
   * A bar.
   *
   * @param press starts or cancels
   * @param copied takes the numbers elsewhere
   */
  SpeedBar(Texts texts, Runnable press, Runnable copied) {
    this.texts = texts;
    getStyleClass().addAll("transport", "speed-bar");
    measure.setId("speed-measure");
    measure.setMinWidth(USE_PREF_SIZE);
    measure.setOnAction(event -> press.run());
    measure.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (Shortcut.OfTimed.MEASURE.matches(key)) {
            measure.fire();
            key.consume();
          }
        });
    progress.setId("speed-progress");
    words.setId("speed-words");
    words.getStyleClass().addAll("muted", "speed-note");
    words.setWrapText(true);
    copy.setId("speed-copy");
    copy.setText(texts.get("speed.copy"));
    copy.setGraphic(new FontIcon(Feather.COPY));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(event -> {
      copied.run();
      words.setText(texts.get("speed.copied"));
    });
    VBox far = new VBox(progress, words);
    far.getStyleClass().add("speed-far");
    getChildren().addAll(explained, far, new Spacer(), copy);
  }

  /** Brings the focus to what starts and cancels. */
  void focus() {
    measure.requestFocus();
  }

  void show(SpeedState state) {
    SpeedPlan plan = state.plan();
    boolean again = !plan.sizes().isEmpty() && plan.isMeasured(state.found());
    measure.setText(
        texts.get(state.measuring() ? "speed.cancel" : again ? "speed.again" : "speed.measure"));
    measure.setGraphic(new FontIcon(state.measuring() ? Feather.SQUARE : Feather.PLAY));
    measure.getStyleClass().remove("accent");
    if (!state.measuring()) {
      measure.getStyleClass().add("accent");
    }
    explained.explain(
        texts.get("speed.measure.tip", KeyNames.here(texts).of(Shortcut.OfTimed.MEASURE)),
        state.measuring()
            ? Optional.empty()
            : plan.sizes().isEmpty()
                ? Optional.of(texts.get("speed.noSizes"))
                : plan.ways().isEmpty()
                    ? Optional.of(texts.get("speed.noWays"))
                    : Optional.empty());
    NodeVisibility.set(progress, state.measuring());
    progress.setProgress(state.news().map(Measuring::part).orElse(0.0));
    words.setText(
        state
            .failed()
            .map(texts::say)
            .or(() ->
                state.news().filter(_ -> state.measuring()).map(SpeedWords::step).map(texts::say))
            .orElse(""));
    copy.setDisable(state.found().complete().isEmpty());
  }
}
