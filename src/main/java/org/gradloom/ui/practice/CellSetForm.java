package org.gradloom.ui.practice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.PracticeState;

/** Cells of a matrix, each clicked to be marked or not. */
final class CellSetForm implements AnswerForm {
  private final ExerciseGrid grid;

  CellSetForm(ExerciseGrid grid, Supplier<AnswerDraft> draft, Consumer<AnswerDraft> enter) {
    this.grid = grid;
    grid.setOnChoose(cell ->
        AnswerForm.as(AnswerDraft.CellSet.class, draft.get())
            .ifPresent(now -> enter.accept(now.turned(cell))));
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
    Set<Cell> marked =
        work.session().shown()
                && AnswerForm.shown(work.session()).orElse(null) instanceof Answer.Cells(var cells)
            ? cells.stream().map(Place.OfCell::cell).collect(Collectors.toSet())
            : AnswerForm.as(AnswerDraft.CellSet.class, work.draft())
                .map(AnswerDraft.CellSet::cells)
                .orElse(Set.of());
    grid.mark(cell ->
        marked.contains(cell) ? EnumSet.of(CellState.MARKED) : EnumSet.of(CellState.UNREACHED));
  }

  @Override
  public Optional<Node> first() {
    return Optional.of(grid.cell(new Cell(0, 0)));
  }
}
