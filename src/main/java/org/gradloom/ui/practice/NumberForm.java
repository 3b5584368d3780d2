package org.gradloom.ui.practice;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.gradloom.lesson.Answer;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.PracticeState;

/** A number that is no cell of a matrix. */
final class NumberForm implements AnswerForm {
  private final TextField field;
  private final HBox row;

  NumberForm(
      Supplier<AnswerDraft> draft, Consumer<AnswerDraft> enter, CellPaste paste, Texts texts) {
    field =
        paste.field(
            "practice-answer",
            texts.get("ask.field"),
            typed ->
                AnswerForm.as(AnswerDraft.InCells.class, draft.get())
                    .ifPresent(now -> enter.accept(now.with(0, typed))));
    field.setPrefColumnCount(9);
    row = new HBox(field);
    row.getStyleClass().add("practice-line");
  }

  @Override
  public Optional<ExerciseGrid> matrix() {
    return Optional.empty();
  }

  @Override
  public List<Node> below() {
    return List.of(row);
  }

  @Override
  public void show(PracticeState.Work work) {
    if (work.session().shown()
        && AnswerForm.shown(work.session()).orElse(null) instanceof Answer.Scalar(var right)) {
      AnswerForm.write(field, right.text());
    } else {
      AnswerForm.as(AnswerDraft.InCells.class, work.draft())
          .ifPresent(cells -> AnswerForm.write(field, cells.texts().getFirst()));
    }
    field.setEditable(!work.session().isOver());
    AnswerForm.dress(field, work);
  }

  @Override
  public Optional<Node> first() {
    return Optional.of(field);
  }
}
