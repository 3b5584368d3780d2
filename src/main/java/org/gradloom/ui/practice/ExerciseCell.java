package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.keys.Shortcut;

/** A cell of a matrix in an exercise: a number, a field for one, or something to be chosen. */
final class ExerciseCell extends StackPane {
  private static final PseudoClass CHOOSABLE = PseudoClass.getPseudoClass("choosable");

  /** The states of a cell that was chosen. */
  private static final Set<CellState> CHOSEN =
      EnumSet.of(CellState.MARKED, CellState.LEFT, CellState.RIGHT);

  private static final Map<CellState, String> SPOKEN =
      new EnumMap<>(
          Map.of(
              CellState.MARKED, "practice.cell.marked",
              CellState.LEFT, "practice.cell.left",
              CellState.RIGHT, "practice.cell.right",
              CellState.AGREES, "practice.cell.agrees",
              CellState.DIFFERS, "practice.cell.differs"));

  private final Texts texts;
  private final Text text = new Text();
  private String name = "";
  private Optional<Runnable> choice = Optional.empty();
  private Optional<TextField> field = Optional.empty();
  private Set<CellState> states = EnumSet.noneOf(CellState.class);

  ExerciseCell(String id, Texts texts) {
    this.texts = texts;
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
    setName(spoken);
    mark(now);
  }

  /** What it is, however it is marked. */
  void setName(String spoken) {
    name = spoken;
    speak();
  }

  /** What can be seen by colour is said, too. */
  private void speak() {
    List<String> said = new ArrayList<>(List.of(name));
    SPOKEN.forEach((state, key) -> {
      if (states.contains(state)) {
        said.add(texts.get(key));
      }
    });
    String all = String.join(", ", said);
    setAccessibleText(all);
    field.ifPresent(typed -> typed.setAccessibleHelp(all));
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
    speak();
    notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
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
    choice = Optional.of(choose);
    pseudoClassStateChanged(CHOOSABLE, true);
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    setFocusTraversable(true);
    setOnMouseClicked(event -> {
      requestFocus();
      choose.run();
    });
    setOnKeyPressed(key -> {
      if (Shortcut.OfPractice.CHOOSE.matches(key)) {
        choose.run();
        key.consume();
      }
    });
  }

  /** Can be chosen no more. */
  void rest() {
    choice = Optional.empty();
    pseudoClassStateChanged(CHOOSABLE, false);
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(false);
    setOnMouseClicked(null);
    setOnKeyPressed(null);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? states.stream().anyMatch(CHOSEN::contains)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      choice.ifPresent(Runnable::run);
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
