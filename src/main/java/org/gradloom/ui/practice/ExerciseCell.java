package org.gradloom.ui.practice;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.keys.Shortcut;

/** A cell of a matrix in an exercise: a number, a field for one, or something to be chosen. */
final class ExerciseCell extends StackPane {
  private static final PseudoClass CHOOSABLE = PseudoClass.getPseudoClass("choosable");

  private final Text text = new Text();
  private Optional<TextField> field = Optional.empty();
  private Set<CellState> states = EnumSet.noneOf(CellState.class);

  ExerciseCell(String id) {
    setId(id);
    getStyleClass().add("matrix-cell");
    text.getStyleClass().addAll("text", "cell-text");
    text.setMouseTransparent(true);
    getChildren().add(text);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** Shows a number, and what it is. */
  void show(String number, Set<CellState> now, String spoken) {
    text.setText(number);
    setAccessibleText(spoken);
    mark(now);
  }

  /** What it is now. */
  void mark(Set<CellState> now) {
    if (now.equals(states)) {
      return;
    }
    for (CellState state : CellState.values()) {
      if (states.contains(state) != now.contains(state)) {
        pseudoClassStateChanged(state.pseudoClass(), now.contains(state));
      }
    }
    states = now.isEmpty() ? EnumSet.noneOf(CellState.class) : EnumSet.copyOf(now);
  }

  /** Takes a field in the place of its number. */
  void take(TextField typed) {
    field = Optional.of(typed);
    typed.getStyleClass().add("cell-field");
    getChildren().setAll(typed);
  }

  Optional<TextField> field() {
    return field;
  }

  /** Can be chosen from now on, by click or by key. */
  void setOnChoose(Runnable choose) {
    pseudoClassStateChanged(CHOOSABLE, true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setFocusTraversable(true);
    setOnMouseClicked(event -> {
      requestFocus();
      choose.run();
    });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (Shortcut.OfPractice.CHOOSE.matches(key)) {
            choose.run();
            key.consume();
          }
        });
  }
}
