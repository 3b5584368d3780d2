package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.gradloom.lesson.Answer;
import org.gradloom.marking.Marked;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Session;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.PracticeState;

/** Numbers typed into their own cells, marked one by one. */
final class CellsForm implements AnswerForm {
  private final ExerciseGrid grid;
  private final List<TextField> fields = new ArrayList<>();
  private final List<Cell> places;

  /**
   * A form in a matrix.
   *
   * @param grid the matrix that is asked about, empty
   * @param places the cells that are asked for, in the order of the draft
   * @param paste fills several at once
   */
  CellsForm(
      ExerciseGrid grid,
      List<Cell> places,
      Supplier<AnswerDraft> draft,
      Consumer<AnswerDraft> enter,
      CellPaste paste,
      Texts texts) {
    this.grid = grid;
    this.places = List.copyOf(places);
    grid.mark(_ -> EnumSet.of(CellState.UNREACHED));
    for (int n = 0; n < places.size(); n++) {
      int index = n;
      Cell at = places.get(n);
      String id = places.size() == 1 ? "practice-answer" : "practice-answer-" + (n + 1);
      TextField field =
          paste.field(
              id,
              places.size() == 1
                  ? texts.get("ask.field")
                  : texts.get("ask.fieldAt", at.row() + 1, at.column() + 1),
              typed ->
                  AnswerForm.as(AnswerDraft.InCells.class, draft.get())
                      .ifPresent(now -> enter.accept(now.with(index, typed))));
      fields.add(field);
      grid.cell(at).take(field);
    }
  }

  @Override
  public Optional<ExerciseGrid> matrix() {
    return Optional.of(grid);
  }

  @Override
  public List<Node> below() {
    return List.of();
  }

  @Override
  public void show(PracticeState.Work work) {
    Session session = work.session();
    Optional<Matrix> right = AnswerForm.shown(session).flatMap(CellsForm::numbers);
    AnswerForm.as(AnswerDraft.InCells.class, work.draft())
        .ifPresent(cells -> {
          for (int n = 0; n < fields.size(); n++) {
            boolean told = session.shown() && right.isPresent();
            AnswerForm.write(
                fields.get(n), told ? entry(right.orElseThrow(), n) : cells.texts().get(n));
            fields.get(n).setEditable(!session.isOver());
            grid.cell(places.get(n)).mark(states(work, cells, n));
          }
          grid.fit(fields.stream().mapToInt(field -> field.getText().length()).max().orElse(0));
        });
  }

  private static String entry(Matrix right, int n) {
    return right.entry(n / right.columns(), n % right.columns()).text();
  }

  private static Optional<Matrix> numbers(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var value) ->
          Optional.of(Matrix.entries(new Shape(1, 1), (_, _) -> value));
      case Answer.Row(var values) -> Optional.of(values);
      case Answer.OfMatrix(var values) -> Optional.of(values);
      case Answer.OfShape _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          Optional.empty();
    };
  }

  /** A mark stays until the number is changed. */
  private static Set<CellState> states(PracticeState.Work work, AnswerDraft.InCells now, int n) {
    if (work.session().shown()) {
      return EnumSet.of(CellState.RESULT);
    }
    boolean stands =
        work.checked()
            .flatMap(checked -> AnswerForm.as(AnswerDraft.InCells.class, checked))
            .filter(then -> then.texts().get(n).equals(now.texts().get(n)))
            .isPresent();
    if (!stands || work.session().attempts().isEmpty()) {
      return EnumSet.noneOf(CellState.class);
    }
    Marked marked = work.session().attempts().getLast().marked();
    if (!marked.attempt()) {
      return EnumSet.noneOf(CellState.class);
    }
    boolean right = n < marked.entries().size() ? marked.entries().get(n) : marked.correct();
    return EnumSet.of(right ? CellState.AGREES : CellState.DIFFERS);
  }

  @Override
  public Optional<Node> anchor() {
    return places.size() == 1 ? Optional.of(grid.cell(places.getFirst())) : Optional.empty();
  }

  @Override
  public Optional<Node> first() {
    return fields.stream()
        .filter(field -> field.getText().isEmpty())
        .findFirst()
        .or(() -> fields.stream().findFirst())
        .map(Node.class::cast);
  }
}
