package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.Exercise.Kind;

/** Exercises on numbers that are known from the lessons. */
final class KnownExercises {
  private KnownExercises() {}

  /** dL/dw₃₂ of lesson H, which is −6. */
  static Exercise cellOfH() {
    return of(
        Kind.DW_CELL,
        KnownLessons.lessonH(),
        new Place.OfCell(new Operand(0, MatrixSymbol.DW), new Cell(2, 1)),
        Answer.Kind.NUMBER);
  }

  /** Asks for what a lesson computes somewhere, of which its operands are shown. */
  static Exercise of(Kind kind, Lesson numbers, Region region, Answer.Kind answer) {
    Derivation derivation = Derivation.of(numbers);
    return of(
        kind,
        numbers,
        region,
        answer,
        PlainLayer.section(derivation, region.operand()).operation().operands().stream()
            .map(factor -> factor.operand())
            .toList());
  }

  /** The same where certain matrices are shown. */
  static Exercise of(
      Kind kind, Lesson numbers, Region region, Answer.Kind answer, List<Operand> given) {
    Beat beat =
        new Beat(
            null,
            Screen.EXPLORE,
            new Place.OfMatrix(region.operand()),
            Wording.of("Question"),
            Wording.of("What has to be known"),
            List.of(region),
            new Beat.Ask(answer, region, Wording.of("Question"), List.of(), List.of(), null, false),
            Perspective.PRODUCT,
            null,
            null,
            List.of(),
            List.of(
                Wording.of("The principle?"), Wording.of("Where to look."), Wording.of("1 + __")),
            List.of());
    Lesson lesson =
        new Lesson(
            "",
            numbers.convention(),
            numbers.x(),
            numbers.layers(),
            numbers.loss(),
            numbers.learningRate(),
            numbers.training(),
            List.of(),
            List.of(beat));
    Sizes sizes =
        new Sizes(lesson.samples(), lesson.features(), lesson.layers().getFirst().units());
    return new Exercise(
        new Draw(kind, 7, Convention.XW, 2, sizes, Optional.empty()),
        lesson,
        given.stream().map(each -> PlainLayer.given(Derivation.of(lesson), each)).toList());
  }
}
