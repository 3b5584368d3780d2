package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.WrongAnswers;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Shows a worked dW in which one cell was made by a wrong method, and asks which cell, what was
 * done, and what is right.
 */
record PlantedMistakeRecipe() implements Recipe {
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final int REASONS = 4;

  /** The ideas whose names tell what was done with one cell. */
  private static final List<Misconception> PLANTED =
      List.of(
          Misconception.M3,
          Misconception.M4,
          Misconception.M5,
          Misconception.M12,
          Misconception.M16,
          Misconception.M17);

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Lesson lesson = PlainLayer.of(draw, numbers);
    Derivation derivation = Derivation.of(lesson);
    Cell cell =
        new Cell(numbers.index(lesson.shape(DW).rows()), numbers.index(lesson.shape(DW).columns()));
    Place.OfCell asked = new Place.OfCell(DW, cell);
    Beat.Ask value =
        new Beat.Ask(Answer.Kind.NUMBER, asked, null, List.of(), List.of(), null, false);
    WrongAnswers answers = new WrongAnswers(derivation, value);
    Misconception planted = numbers.oneOf(PLANTED);
    Optional<Answer> wrong = answers.only(planted);
    if (!(wrong.orElse(null) instanceof Answer.Scalar(var number))) {
      return Optional.empty();
    }
    double right = derivation.trace().matrix(DW).get(cell.row(), cell.column());
    Matrix shown =
        lesson
            .convention()
            .turned(DW, derivation.trace().matrix(DW).with(cell.row(), cell.column(), number));
    List<Misconception> reasons = reasons(planted, numbers);
    int reason = reasons.indexOf(planted);
    Answer.Parts answer = parts(asked, reason, right);
    Operand dZ = lesson.canonical(new Operand(0, MatrixSymbol.DZ));
    Notation notation = new Notation(lesson);
    List<Given> given = new ArrayList<>();
    given.add(PlainLayer.given(derivation, X));
    given.add(PlainLayer.given(derivation, dZ));
    given.add(new Given(DW, shown));
    List<Operation.Factor> factors = PlainLayer.section(derivation, DW).operation().operands();
    Cell written = lesson.convention().turned(DW, cell);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.PARTS,
                null,
                null,
                reasons.stream()
                    .map(each ->
                        new Beat.Option(
                            Wording.of(texts.say(Message.of("practice.reason." + each.code()))),
                            each))
                    .toList(),
                List.of(),
                answer,
                false),
            Message.of("practice.ask.planted", notation.plain(DW)),
            Message.of("practice.say.planted-mistake", notation.plain(DW), Formulas.inLine(shown)),
            List.of(
                Message.of(
                    "practice.hint.planted-mistake",
                    notation.plain(factors.getFirst()),
                    notation.plain(factors.getLast())),
                Message.of(
                    "practice.hint.planted.column", notation.plain(DW), written.column() + 1),
                Message.of("practice.hint.planted.cell", notation.result(DW, cell))),
            new Place.OfMatrix(DW),
            List.of(new Place.OfMatrix(DW)),
            given));
  }

  private static Answer.Parts parts(Place.OfCell cell, int reason, double right) {
    return new Answer.Parts(
        List.of(
            new Answer.Cells(List.of(cell)),
            new Answer.Scalar(Entry.of(reason)),
            new Answer.Scalar(Entry.of(right))));
  }

  private static List<Misconception> reasons(Misconception planted, DrawnIntegers numbers) {
    List<Misconception> others =
        numbers.shuffled(PLANTED.stream().filter(each -> each != planted).toList());
    List<Misconception> all = new ArrayList<>(others.subList(0, REASONS - 1));
    all.add(planted);
    return numbers.shuffled(all);
  }
}
