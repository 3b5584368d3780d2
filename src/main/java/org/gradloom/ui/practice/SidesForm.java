package org.gradloom.ui.practice;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.gradloom.lesson.Answer;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.PracticeState;

/** The two sides of a shape. */
final class SidesForm implements AnswerForm {
  private final TextField rows;
  private final TextField columns;
  private final HBox row;

  SidesForm(Supplier<AnswerDraft> draft, Consumer<AnswerDraft> enter, Texts texts) {
    rows =
        AnswerForm.field(
            "practice-rows",
            texts.get("ask.shape.first"),
            typed -> enter.accept(new AnswerDraft.Sides(typed, now(draft).columns())));
    columns =
        AnswerForm.field(
            "practice-columns",
            texts.get("ask.shape.second"),
            typed -> enter.accept(new AnswerDraft.Sides(now(draft).rows(), typed)));
    rows.setPrefColumnCount(3);
    columns.setPrefColumnCount(3);
    row = new HBox(rows, new Label("×"), columns);
    row.getStyleClass().add("practice-line");
  }

  private static AnswerDraft.Sides now(Supplier<AnswerDraft> draft) {
    return AnswerForm.as(AnswerDraft.Sides.class, draft.get())
        .orElse(new AnswerDraft.Sides("", ""));
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
    Optional<Answer> told =
        work.session().shown() ? AnswerForm.shown(work.session()) : Optional.empty();
    AnswerDraft.Sides entered = now(work::draft);
    if (told.orElse(null) instanceof Answer.OfShape(var shape)) {
      AnswerForm.write(rows, Integer.toString(shape.rows()));
      AnswerForm.write(columns, Integer.toString(shape.columns()));
    } else {
      AnswerForm.write(rows, entered.rows());
      AnswerForm.write(columns, entered.columns());
    }
    rows.setEditable(!work.session().isOver());
    columns.setEditable(!work.session().isOver());
    AnswerForm.dress(rows, work);
    AnswerForm.dress(columns, work);
  }

  @Override
  public Optional<Node> first() {
    return Optional.of(rows);
  }
}
