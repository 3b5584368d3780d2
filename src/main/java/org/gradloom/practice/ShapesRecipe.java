package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/** Asks for the shape of a matrix of which the learner sees what it is made of. */
record ShapesRecipe() implements Recipe {
  private static final List<MatrixSymbol> BY_LEVEL =
      List.of(MatrixSymbol.Z, MatrixSymbol.DW, MatrixSymbol.DX);

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Lesson lesson = PlainLayer.of(draw, numbers);
    MatrixSymbol symbol =
        draw.level() <= BY_LEVEL.size() ? BY_LEVEL.get(draw.level() - 1) : numbers.oneOf(BY_LEVEL);
    Operand operand = new Operand(0, symbol);
    Derivation derivation = Derivation.of(lesson);
    List<Operand> from =
        PlainLayer.section(derivation, operand).operation().operands().stream()
            .map(factor -> lesson.canonical(factor.operand()))
            .distinct()
            .toList();
    Shape shape = lesson.shape(operand);
    Notation notation = new Notation(lesson);
    Operand first = from.getFirst();
    Operand second = from.getLast();
    List<Beat.Wrong> wrong = new ArrayList<>();
    add(wrong, shape, shape.transposed(), Misconception.M10);
    for (Operand other : from) {
      add(wrong, shape, lesson.shape(other), Misconception.M17);
    }
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.SHAPE,
                new Place.OfMatrix(operand),
                null,
                List.of(),
                wrong,
                new Answer.OfShape(shape),
                false),
            Message.of("practice.ask.shape", notation.plain(operand)),
            Message.of(
                "practice.say.shapes",
                notation.plain(first),
                Formulas.shape(lesson, first),
                notation.plain(second),
                Formulas.shape(lesson, second)),
            List.of(
                Message.of(
                    symbol.isGradient() ? "practice.hint.shapes.gradient" : "practice.hint.shapes",
                    notation.plain(operand)),
                Message.of(
                    symbol.isGradient() ? "practice.hint.shapes.like" : "practice.hint.shapes.rows",
                    notation.plain(operand),
                    symbol.isGradient() ? notation.plain(operand.variable()) : ""),
                Message.of(
                    "practice.hint.shapes.first",
                    notation.plain(operand),
                    lesson.writtenShape(operand).rows())),
            new Place.OfMatrix(operand),
            List.of(new Place.OfMatrix(operand)),
            from.stream().map(each -> PlainLayer.given(derivation, each)).toList()));
  }

  private static void add(
      List<Beat.Wrong> wrong, Shape right, Shape other, Misconception misconception) {
    Answer answer = new Answer.OfShape(other);
    if (!other.equals(right) && wrong.stream().noneMatch(each -> each.answer().equals(answer))) {
      wrong.add(new Beat.Wrong(answer, misconception));
    }
  }
}
