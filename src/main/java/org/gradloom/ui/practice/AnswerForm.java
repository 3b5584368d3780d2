package org.gradloom.ui.practice;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.gradloom.lesson.Answer;
import org.gradloom.marking.Marker;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Session;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.PracticeState;

/** The way in which an answer is given. It shows a draft, and tells what was entered. */
interface AnswerForm {
  /** A matrix of its own that stands beside those that are given. */
  Optional<ExerciseGrid> matrix();

  /** What stands below the matrices; may be nothing. */
  List<Node> below();

  /** Shows what was entered, and what was made of it. */
  void show(PracticeState.Work work);

  /** The one cell that a reply speaks of, if there is one. */
  default Optional<Node> anchor() {
    return Optional.empty();
  }

  /** Where typing begins, if anything is typed or chosen here. */
  Optional<Node> first();

  /** A field whose text is a part of the draft. */
  static TextField field(String id, String spoken, Consumer<String> entered) {
    return dressed(new TextField(), id, spoken, entered);
  }

  /** The same of a field that is made already. */
  static TextField dressed(TextField field, String id, String spoken, Consumer<String> entered) {
    field.setId(id);
    field.setAccessibleText(spoken);
    field.textProperty().addListener((observed, before, now) -> entered.accept(now));
    return field;
  }

  /** Shows a text without moving the caret where it stands already. */
  static void write(TextField field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
      field.end();
    }
  }

  /** The draft, if it is one of a kind. */
  static <D extends AnswerDraft> Optional<D> as(Class<D> kind, AnswerDraft draft) {
    return kind.isInstance(draft) ? Optional.of(kind.cast(draft)) : Optional.empty();
  }

  /** Marks a field as right or wrong while what was marked stands there. */
  static void dress(TextField field, PracticeState.Work work) {
    boolean marked =
        work.isChecked()
            && !work.session().attempts().isEmpty()
            && work.session().attempts().getLast().marked().attempt();
    boolean right = work.session().isRight();
    field.pseudoClassStateChanged(CellState.AGREES.pseudoClass(), marked && right);
    field.pseudoClassStateChanged(CellState.DIFFERS.pseudoClass(), marked && !right);
  }

  /** What an answer that is right holds, once it may be seen. */
  static Optional<Answer> shown(Session session) {
    if (!session.isOver()) {
      return Optional.empty();
    }
    Marker marker = session.exercise().marker();
    return Optional.of(marker.turned(marker.right()));
  }
}
