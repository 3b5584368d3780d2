package org.gradloom.ui.practice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.expression.Expression;
import org.gradloom.lesson.Answer;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Session;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.PracticeState;

/** One line of NumPy, read while it is typed and run when it is checked. */
final class CodeForm implements AnswerForm {
  /** Nobody is told of a mistake in the middle of a word. */
  private static final Duration PAUSE = Duration.millis(200);

  private final Texts texts;
  private final TextField field;
  private final PointedField pointed;
  private final Label unread = new Label();
  private final VBox lines;
  private final PauseTransition pause = new PauseTransition(PAUSE);

  /**
   * @param name of the matrix that the line makes
   */
  CodeForm(String name, Consumer<AnswerDraft> enter, Texts texts) {
    this.texts = texts;
    field =
        AnswerForm.field(
            "practice-code",
            texts.get("practice.code.spoken", name),
            typed -> {
              pause.playFromStart();
              enter.accept(new AnswerDraft.Code(typed));
            });
    field.getStyleClass().addAll("mono", "code-field");
    pointed = new PointedField(field);
    HBox.setHgrow(pointed, Priority.ALWAYS);
    Label before = new Label(name + " =");
    before.getStyleClass().add("mono");
    before.setMinWidth(Region.USE_PREF_SIZE);
    before.setLabelFor(field);
    HBox row = new HBox(before, pointed);
    row.getStyleClass().add("practice-line");
    unread.setId("practice-unread");
    unread.getStyleClass().add("field-error");
    unread.setWrapText(true);
    unread.setMinHeight(Region.USE_PREF_SIZE);
    NodeVisibility.set(unread, false);
    VBox notes = new VBox(note("practice.code.fresh"), note("practice.code.grammar"));
    lines = new VBox(row, unread, notes);
    lines.getStyleClass().addAll("card", "practice-code");
    pause.setOnFinished(event -> read());
  }

  private Label note(String key) {
    Label note = new Label(texts.get(key));
    note.getStyleClass().addAll("muted", "practice-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    return note;
  }

  /** Whether it can be read at all; whether it runs is known once it is checked. */
  private void read() {
    Optional<PointedError> wrong = Optional.empty();
    if (!field.getText().isBlank()) {
      try {
        Expression.parse(field.getText());
      } catch (InvalidInput refused) {
        wrong = Optional.of(PointedError.of(refused.said()));
      }
    }
    unread.setText(wrong.map(PointedError::said).map(texts::say).orElse(""));
    NodeVisibility.set(unread, wrong.isPresent());
    pointed.point(wrong.map(PointedError::character).orElse(OptionalInt.empty()));
  }

  @Override
  public Optional<ExerciseGrid> matrix() {
    return Optional.empty();
  }

  @Override
  public List<Node> below() {
    return List.of(lines);
  }

  @Override
  public void show(PracticeState.Work work) {
    Optional<Answer> told =
        work.session().shown() ? AnswerForm.shown(work.session()) : Optional.empty();
    if (told.orElse(null) instanceof Answer.Expression(var text)) {
      AnswerForm.write(field, text);
    } else {
      AnswerForm.as(AnswerDraft.Code.class, work.draft())
          .ifPresent(code -> AnswerForm.write(field, code.text()));
    }
    field.setEditable(!work.session().isOver());
    pointed.point(character(work));
    if (work.isChecked()) {
      pause.stop();
      NodeVisibility.set(unread, false);
    }
    AnswerForm.dress(field, work);
  }

  /** The character that the last reply is about, while the line stands that it was given for. */
  private static OptionalInt character(PracticeState.Work work) {
    List<Session.Attempt> attempts = work.session().attempts();
    return !work.isChecked() || attempts.isEmpty() || attempts.getLast().marked().attempt()
        ? OptionalInt.empty()
        : PointedError.of(attempts.getLast().marked().reply()).character();
  }

  @Override
  public Optional<Node> first() {
    return Optional.of(field);
  }
}
