package org.gradloom.ui.practice;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;

/** Makes the form that fits an exercise. */
record AnswerForms(
    Exercise exercise,
    Supplier<AnswerDraft> draft,
    Consumer<AnswerDraft> enter,
    CellPaste paste,
    Texts texts) {
  AnswerForm form(ExerciseMatrices matrices) {
    Beat.Ask ask = exercise.ask();
    return switch (draft.get()) {
      case AnswerDraft.InCells _ -> cells(matrices);
      case AnswerDraft.Sides _ -> new SidesForm(draft, enter, texts);
      case AnswerDraft.Code _ -> new CodeForm(made(), enter, texts);
      case AnswerDraft.Ticked _ -> new TickedForm(ask.options(), draft, enter, texts);
      case AnswerDraft.Ordered _ -> new OrderedForm(ask.options(), draft, enter, texts);
      case AnswerDraft.TwoLines _ -> lines(matrices, draft, enter);
      case AnswerDraft.CellSet(var matrix, _) ->
          new CellSetForm(matrices.empty(matrix), draft, enter);
      case AnswerDraft.Correction(var matrix, _, _, _) ->
          new CorrectionForm(
              matrices.of(matrix).orElseThrow(), matrix, ask.options(), draft, enter, texts);
    };
  }

  /** The name in code of what an expression makes. */
  private String made() {
    Place at = exercise.beat().at();
    if (at == null) {
      return "";
    }
    return at.operand().quantity() == MatrixSymbol.W_NEXT
        ? "W_next"
        : new Notation(exercise.lesson()).code(at.operand());
  }

  private AnswerForm cells(ExerciseMatrices matrices) {
    Region of = exercise.ask().of();
    return of == null
        ? new NumberForm(draft, enter, paste, texts)
        : new CellsForm(matrices.empty(of.operand()), places(of), draft, enter, paste, texts);
  }

  /** The cells that are asked for as they are written, in the order of the answer. */
  private List<Cell> places(Region of) {
    Lesson lesson = exercise.lesson();
    Region written = lesson.convention().turned(of);
    boolean list = of.operand().quantity().needsBias();
    return list
        ? of.cells(lesson.shape(of.operand())).stream()
            .map(cell -> lesson.convention().turned(of.operand(), cell))
            .toList()
        : written.cells(lesson.writtenShape(of.operand()));
  }

  /**
   * The form for the two lines that meet in what is asked.
   *
   * @param lines the draft of those lines, which is another one where a tie is to be told apart
   */
  LinesForm lines(
      ExerciseMatrices matrices, Supplier<AnswerDraft> lines, Consumer<AnswerDraft> entered) {
    Operation.Product product = product();
    Notation notation = new Notation(exercise.lesson());
    return new LinesForm(
        List.of(product.left(), product.right()),
        List.of(
            matrices.of(product.left().operand()).orElseThrow(),
            matrices.of(product.right().operand()).orElseThrow()),
        List.of(notation.plain(product.left()), notation.plain(product.right())),
        lines,
        entered,
        texts);
  }

  private Operation.Product product() {
    Region of = exercise.ask().of();
    Operand asked = of == null ? null : exercise.lesson().canonical(of.operand());
    return Derivation.of(exercise.lesson()).sections().stream()
        .filter(section -> section.result().equals(asked))
        .map(section -> section.operation())
        .filter(Operation.Product.class::isInstance)
        .map(Operation.Product.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
