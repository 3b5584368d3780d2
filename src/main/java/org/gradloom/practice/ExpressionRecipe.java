package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/** Asks for one line of NumPy: of Z, of dW, of dX, then of db or of the step. */
record ExpressionRecipe() implements Recipe {
  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    MatrixSymbol symbol =
        switch (draw.level()) {
          case 1 -> MatrixSymbol.Z;
          case 2 -> MatrixSymbol.DW;
          case 3 -> MatrixSymbol.DX;
          default -> numbers.coin() ? MatrixSymbol.DB : MatrixSymbol.W_NEXT;
        };
    boolean bias = symbol == MatrixSymbol.DB;
    Lesson lesson = PlainLayer.of(draw, numbers, bias, Elementwise.IDENTITY, Reduction.SUM);
    Derivation derivation = Derivation.of(lesson);
    Operand operand = new Operand(0, symbol);
    Section section = PlainLayer.section(derivation, operand);
    Notation notation = new Notation(lesson);
    List<Operand> from =
        section.operation().operands().stream()
            .map(factor -> lesson.canonical(factor.operand()))
            .distinct()
            .toList();
    String name = symbol == MatrixSymbol.W_NEXT ? "W_next" : notation.code(operand);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.EXPRESSION,
                null,
                null,
                List.of(),
                wrong(section, notation),
                new Answer.Expression(text(section, notation)),
                false),
            Message.of("practice.ask.expression", name),
            Message.of(
                "practice.say.expression",
                Formulas.layer(lesson.convention(), bias),
                from.stream()
                    .map(each -> notation.code(each) + " " + Formulas.shape(lesson, each))
                    .collect(Collectors.joining(", ")),
                symbol == MatrixSymbol.W_NEXT ? 1 : 0),
            List.of(
                Message.of("practice.hint.expression", name),
                Message.of("practice.hint.expression.shape", name, Formulas.shape(lesson, operand)),
                Message.of("practice.hint.expression.blank", blank(section, notation))),
            new Place.OfMatrix(operand),
            List.of(new Place.OfMatrix(operand)),
            from.stream().map(each -> PlainLayer.given(derivation, each)).toList()));
  }

  private static String factor(Operation.Factor factor, Notation notation) {
    return notation.code(factor.operand()) + (factor.transposed() ? ".T" : "");
  }

  /** The line of NumPy that makes the matrix. */
  private static String text(Section section, Notation notation) {
    return switch (section.operation()) {
      case Operation.Product(var left, var right, _) ->
          factor(left, notation) + " @ " + factor(right, notation);
      case Operation.BatchSum(var summed, boolean ofRows) ->
          notation.code(summed) + ".sum(axis=" + (ofRows ? 1 : 0) + ")";
      case Operation.Update(var parameter, var gradient) ->
          notation.code(parameter) + " - lr * " + notation.code(gradient);
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Keep _ ->
          throw new IllegalStateException(section.result() + " is not asked for in code");
    };
  }

  /** The same with its last part left out. */
  private static String blank(Section section, Notation notation) {
    return switch (section.operation()) {
      case Operation.Product(var left, _, _) -> factor(left, notation) + " @ __";
      case Operation.BatchSum(var summed, _) -> notation.code(summed) + ".sum(axis=__)";
      case Operation.Update(var parameter, _) -> notation.code(parameter) + " - lr * __";
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Keep _ ->
          throw new IllegalStateException(section.result() + " is not asked for in code");
    };
  }

  /** What runs and is wrong: the ways a modelled method does not make. */
  private static List<Beat.Wrong> wrong(Section section, Notation notation) {
    return switch (section.operation()) {
      case Operation.Product(var left, var right, _) ->
          section.result().quantity() == MatrixSymbol.Z
              ? List.of()
              : List.of(
                  wrong(
                      "-" + factor(left, notation) + " @ " + factor(right, notation),
                      Misconception.M12),
                  wrong(
                      "(" + factor(left, notation) + " @ " + factor(right, notation) + ").T",
                      Misconception.M10),
                  wrong(
                      factor(left, notation) + " @ " + factor(right, notation) + " / N",
                      Misconception.M3));
      case Operation.BatchSum(var summed, boolean ofRows) ->
          List.of(
              wrong(
                  notation.code(summed) + ".mean(axis=" + (ofRows ? 1 : 0) + ")", Misconception.M5),
              wrong(
                  notation.code(summed) + ".sum(axis=" + (ofRows ? 0 : 1) + ")", Misconception.M5));
      case Operation.Update(var parameter, var gradient) ->
          List.of(
              wrong(
                  notation.code(parameter) + " + lr * " + notation.code(gradient),
                  Misconception.M12),
              wrong(notation.code(parameter) + " - " + notation.code(gradient), Misconception.M12));
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Keep _ ->
          List.of();
    };
  }

  private static Beat.Wrong wrong(String text, Misconception misconception) {
    return new Beat.Wrong(new Answer.Expression(text), misconception);
  }
}
