package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/** Asks which row and which column meet in a cell: of Z, of dW, of dX, then of any of them. */
record MeetingLinesRecipe() implements Recipe {
  private static final List<MatrixSymbol> BY_LEVEL =
      List.of(MatrixSymbol.Z, MatrixSymbol.DW, MatrixSymbol.DX);

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Lesson lesson = PlainLayer.of(draw, numbers);
    MatrixSymbol symbol =
        draw.level() <= BY_LEVEL.size() ? BY_LEVEL.get(draw.level() - 1) : numbers.oneOf(BY_LEVEL);
    Operand operand = new Operand(0, symbol);
    Derivation derivation = Derivation.of(lesson);
    Section section = PlainLayer.section(derivation, operand);
    if (!(section.operation() instanceof Operation.Product(var left, var right, _))) {
      throw new IllegalStateException(operand + " is no product");
    }
    Cell cell =
        new Cell(numbers.index(section.shape().rows()), numbers.index(section.shape().columns()));
    Place.OfCell asked = new Place.OfCell(operand, cell);
    Beat.Ask ask =
        new Beat.Ask(Answer.Kind.LINES, asked, null, List.of(), wrong(cell), null, false);
    Notation notation = new Notation(lesson);
    String result = notation.result(operand, cell);
    String leftName = notation.plain(left);
    String rightName = notation.plain(right);
    List<Given> given = new ArrayList<>();
    for (Operation.Factor factor : List.of(left, right)) {
      given.add(PlainLayer.given(derivation, factor.operand()));
    }
    return Optional.of(
        new Drawn(
            lesson,
            ask,
            Message.of("practice.ask.lines", result),
            Message.of("practice.say.meeting-lines", notation.plain(operand), leftName, rightName),
            List.of(
                Message.of("practice.hint.meeting-lines"),
                Message.of("practice.hint.lines.where", result, leftName, rightName),
                Message.of(
                    "practice.hint.lines.left",
                    leftName,
                    lesson.convention().turned(operand, cell).row() + 1,
                    rightName)),
            asked,
            List.of(asked),
            given));
  }

  /** The two indices taken for each other. */
  private static List<Beat.Wrong> wrong(Cell cell) {
    return cell.row() == cell.column()
        ? List.of()
        : List.of(new Beat.Wrong(new Answer.Lines(cell.column(), cell.row()), Misconception.M16));
  }
}
