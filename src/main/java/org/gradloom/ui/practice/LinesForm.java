package org.gradloom.ui.practice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Operation;
import org.gradloom.lesson.Answer;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.PracticeState;

/**
 * The two lines that meet, clicked in the matrices they belong to or typed. Of a factor that is a
 * transpose the matrix itself is shown, and its row is a column there.
 */
final class LinesForm implements AnswerForm {
  private static final Pattern NUMBER = Pattern.compile("\\s*([1-9]\\d?)\\s*");

  private final Side left;
  private final Side right;
  private final HBox row;

  /**
   * One of the two.
   *
   * @param lines how many there are to choose from
   * @param ofRows whether a line of it is a row of the matrix that is shown
   */
  private record Side(
      ExerciseGrid grid, boolean ofRows, int lines, CellState state, TextField field) {
    int line(Cell cell) {
      return ofRows ? cell.row() : cell.column();
    }

    OptionalInt typed() {
      var matcher = NUMBER.matcher(field.getText());
      int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      return number >= 1 && number <= lines ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    void light(OptionalInt chosen) {
      grid.mark(cell ->
          chosen.isPresent() && line(cell) == chosen.getAsInt()
              ? EnumSet.of(state)
              : EnumSet.noneOf(CellState.class));
    }

    void write(OptionalInt chosen) {
      boolean same = typed().equals(chosen);
      if (!same) {
        AnswerForm.write(field, chosen.isPresent() ? Integer.toString(chosen.getAsInt() + 1) : "");
      }
    }
  }

  /**
   * A form over two grids that are shown already.
   *
   * @param factors the left and the right one
   * @param grids of the same
   */
  LinesForm(
      List<Operation.Factor> factors,
      List<ExerciseGrid> grids,
      List<String> names,
      Supplier<AnswerDraft> draft,
      Consumer<AnswerDraft> enter,
      Texts texts) {
    TextField rowField =
        AnswerForm.field(
            "practice-row",
            texts.get("practice.lines.row", names.getFirst()),
            typed -> type(draft, enter));
    TextField columnField =
        AnswerForm.field(
            "practice-column",
            texts.get("practice.lines.column", names.getLast()),
            typed -> type(draft, enter));
    rowField.setPrefColumnCount(3);
    columnField.setPrefColumnCount(3);
    boolean rows = !factors.getFirst().transposed();
    boolean columns = factors.getLast().transposed();
    left = side(grids.getFirst(), rows, CellState.LEFT, rowField);
    right = side(grids.getLast(), columns, CellState.RIGHT, columnField);
    grids.getFirst().setOnChoose(cell -> choose(draft, enter, left, cell));
    grids.getLast().setOnChoose(cell -> choose(draft, enter, right, cell));
    row =
        new HBox(
            named(texts.get("practice.lines.row", names.getFirst()), rowField, "left-text"),
            rowField,
            named(texts.get("practice.lines.column", names.getLast()), columnField, "right-text"),
            columnField);
    row.getStyleClass().add("practice-line");
  }

  private static Side side(ExerciseGrid grid, boolean ofRows, CellState state, TextField field) {
    int lines = ofRows ? grid.shape().rows() : grid.shape().columns();
    return new Side(grid, ofRows, lines, state, field);
  }

  private static Label named(String words, TextField field, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(field);
    return label;
  }

  private void type(Supplier<AnswerDraft> draft, Consumer<AnswerDraft> enter) {
    AnswerDraft.TwoLines next = new AnswerDraft.TwoLines(left.typed(), right.typed());
    if (!draft.get().equals(next)) {
      enter.accept(next);
    }
  }

  private void choose(
      Supplier<AnswerDraft> draft, Consumer<AnswerDraft> enter, Side side, Cell cell) {
    AnswerForm.as(AnswerDraft.TwoLines.class, draft.get())
        .ifPresent(now -> {
          OptionalInt line = OptionalInt.of(side.line(cell));
          enter.accept(
              side.equals(left)
                  ? new AnswerDraft.TwoLines(line, now.right())
                  : new AnswerDraft.TwoLines(now.left(), line));
        });
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
    AnswerDraft.TwoLines lines =
        work.session().shown()
                && AnswerForm.shown(work.session()).orElse(null) instanceof Answer.Lines told
            ? new AnswerDraft.TwoLines(OptionalInt.of(told.left()), OptionalInt.of(told.right()))
            : AnswerForm.as(AnswerDraft.TwoLines.class, work.draft())
                .orElse(new AnswerDraft.TwoLines(OptionalInt.empty(), OptionalInt.empty()));
    show(lines);
    left.field().setEditable(!work.session().isOver());
    right.field().setEditable(!work.session().isOver());
  }

  /** Lights the lines that are chosen. */
  void show(AnswerDraft.TwoLines lines) {
    left.light(lines.left());
    right.light(lines.right());
    left.write(lines.left());
    right.write(lines.right());
  }

  /** Lines are not chosen in the matrices any more. */
  void close() {
    left.grid().rest();
    right.grid().rest();
  }

  @Override
  public Optional<Node> first() {
    return Optional.of(left.field());
  }
}
