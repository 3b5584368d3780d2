package org.gradloom.ui.lecture;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.marking.Vote;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Ballot;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A vote of the class: options A to D with a field each that counts hands. Which one is right, the
 * shares and the ideas behind come with the reveal, and not a bar before.
 */
final class BallotPane extends VBox {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass REVEALED = PseudoClass.getPseudoClass("revealed");

  /** How many digits a field takes. */
  private static final int DIGITS = Integer.toString(Ballot.MOST).length();

  private final Store store;
  private final Texts texts;
  private final Label total = new Label();
  private final List<Option> options = new ArrayList<>();
  private boolean narrow;
  private List<Vote.Option> shown = List.of();

  BallotPane(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("ballot");
    getStyleClass().add("ballot");
    setMinWidth(0);
    total.setId("ballot-total");
    total.getStyleClass().add("muted");
  }

  void show(Ballot ballot) {
    if (!ballot.vote().options().equals(shown)) {
      shown = ballot.vote().options();
      options.clear();
      for (int i = 0; i < shown.size(); i++) {
        options.add(new Option(i));
      }
      getChildren().setAll(options);
      getChildren().add(total);
    }
    for (int i = 0; i < options.size(); i++) {
      options.get(i).show(ballot);
    }
    total.setText(texts.get("lecture.votes", ballot.total()));
  }

  /** Where there is little width, bars and shares stand below the answers. */
  void setNarrow(boolean wanted) {
    if (wanted != narrow) {
      narrow = wanted;
      options.forEach(Option::arrange);
    }
  }

  /** All answers take what the widest needs, so that the bars beside them can be compared. */
  @Override
  protected void layoutChildren() {
    if (!narrow) {
      double widest = options.stream().mapToDouble(Option::widthOfAnswer).max().orElse(0);
      options.forEach(option -> option.widen(widest));
    }
    super.layoutChildren();
  }

  /** To the field that counts an option. */
  void focus(int option) {
    if (option < options.size()) {
      options.get(option).tally.requestFocus();
      options.get(option).tally.selectAll();
    }
  }

  /** Where votes are counted: digits alone. */
  static final class TallyField extends TextField {
    TallyField() {
      setTextFormatter(
          new TextFormatter<>(change ->
              change.getControlNewText().matches("\\d{0," + DIGITS + "}") ? change : null));
    }
  }

  private final class Option extends VBox {
    private final int index;
    private final StackPane letter = new StackPane();
    private final Label answer = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Label percent = new Label();
    private final TallyField tally = new TallyField();
    private final Label idea = new Label();
    private final FontIcon check = new FontIcon(Feather.CHECK);
    private final HBox line = new HBox();
    private final HBox because = new HBox();
    private double share;
    private String said = "";

    Option(int index) {
      this.index = index;
      String name = Character.toString('A' + index);
      setId("option-" + name);
      getStyleClass().add("ballot-option");
      letter.getChildren().add(new Label(name));
      letter.getStyleClass().add("ballot-letter");
      answer.setId("option-" + name + "-text");
      answer.getStyleClass().add("ballot-answer");
      answer.setWrapText(true);
      answer.setMinHeight(USE_PREF_SIZE);
      track.getStyleClass().add("ballot-track");
      track.setAlignment(Pos.CENTER_LEFT);
      bar.getStyleClass().add("ballot-bar");
      HBox.setHgrow(track, Priority.ALWAYS);
      track.widthProperty().subscribe(this::stretch);
      percent.setId("option-" + name + "-percent");
      percent.getStyleClass().add("ballot-percent");
      percent.setMinWidth(USE_PREF_SIZE);
      tally.setId("option-" + name + "-tally");
      tally.getStyleClass().add("ballot-tally");
      tally.setAccessibleText(texts.get("lecture.tally", name));
      tally.textProperty().subscribe(this::count);
      tally.setOnAction(event -> LectureKeys.home(this));
      line.getStyleClass().add("ballot-line");
      idea.setId("option-" + name + "-idea");
      idea.setWrapText(true);
      idea.setMinHeight(USE_PREF_SIZE);
      because.getStyleClass().add("ballot-idea");
      arrange();
    }

    private void arrange() {
      sayAnswer();
      answer.setMinWidth(narrow ? 0 : USE_PREF_SIZE);
      answer.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(answer, narrow ? Priority.ALWAYS : Priority.NEVER);
      line.getChildren().clear();
      because.getChildren().clear();
      getChildren().clear();
      if (narrow) {
        line.getChildren().setAll(letter, answer, tally);
        because.getChildren().setAll(percent, check, idea);
        getChildren().setAll(line, track, because);
      } else {
        line.getChildren().setAll(letter, answer, track, percent, tally);
        because.getChildren().setAll(check, idea);
        getChildren().setAll(line, because);
      }
    }

    /** The rows of a matrix stand below each other where there is room for them. */
    private void sayAnswer() {
      answer.setText(narrow ? said.replace("\n", ", ") : said);
    }

    private double widthOfAnswer() {
      answer.setMinWidth(USE_PREF_SIZE);
      return answer.prefWidth(-1);
    }

    private void widen(double width) {
      answer.setMinWidth(width);
    }

    private void count(String typed) {
      int votes = typed.isEmpty() ? 0 : Integer.parseInt(typed);
      boolean other =
          store
              .state()
              .lecture()
              .flatMap(lecture -> lecture.ballot())
              .filter(held -> index < held.tallies().size() && held.tallies().get(index) != votes)
              .isPresent();
      if (other) {
        store.dispatch(new Action.CountVotes(index, votes));
      }
    }

    private void stretch() {
      bar.setMaxWidth(track.getWidth() * share);
      bar.setPrefWidth(track.getWidth() * share);
    }

    void show(Ballot ballot) {
      Vote.Option option = ballot.vote().options().get(index);
      boolean revealed = ballot.revealed();
      said = texts.say(option.text());
      sayAnswer();
      String counted = Integer.toString(ballot.tallies().get(index));
      if (!tally.isFocused() && !(tally.getText().isEmpty() && counted.equals("0"))) {
        tally.setText(counted);
      }
      pseudoClassStateChanged(REVEALED, revealed);
      pseudoClassStateChanged(RIGHT, revealed && option.right());
      share = revealed ? ballot.percent(index) / 100.0 : 0;
      stretch();
      track.setVisible(revealed);
      track.setManaged(revealed || !narrow);
      percent.setVisible(revealed);
      percent.setText(revealed ? texts.get("lecture.percent", ballot.percent(index)) : "");
      NodeVisibility.set(because, revealed);
      NodeVisibility.set(check, revealed && option.right());
      idea.setText(revealed ? texts.say(option.idea()) : "");
    }
  }
}
