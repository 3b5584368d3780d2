package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks how many entries dZ/dW has, or dZ/dX, or how many of them are not 0 by structure. dZ/dW is
 * N·M × D·M and each of its rows has D that may differ from 0; dZ/dX is N·M × N·D, with D a row.
 */
record JacobianCountRecipe() implements Recipe {
  @Override
  public Sizes sizes(int level, SplittableRandom random) {
    return Recipe.super.sizes(Math.max(level, 2), random);
  }

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Sizes sizes = draw.sizes();
    long n = sizes.samples();
    long d = sizes.features();
    long m = sizes.neurons();
    boolean byWeights = draw.level() == 1 || (draw.level() == 3 && numbers.coin());
    boolean nonZero = draw.level() >= 3;
    long entries = byWeights ? n * m * d * m : n * m * n * d;
    long structural = n * m * d;
    long right = nonZero ? structural : entries;
    Lesson lesson = PlainLayer.of(draw, numbers);
    Notation notation = new Notation(lesson);
    Operand by = new Operand(0, byWeights ? MatrixSymbol.W : MatrixSymbol.X);
    Operand z = new Operand(0, MatrixSymbol.Z);
    List<Beat.Wrong> wrong = new ArrayList<>();
    add(wrong, right, n * d, "practice.reply.isX", texts);
    add(wrong, right, d * m, "practice.reply.isW", texts);
    add(wrong, right, n * m, "practice.reply.isZ", texts);
    if (nonZero) {
      add(wrong, right, entries, "practice.reply.allEntries", texts);
    } else {
      add(wrong, right, structural, "practice.reply.notZero", texts);
    }
    Derivation derivation = Derivation.of(lesson);
    Place at = new Place.OfMatrix(z);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.NUMBER,
                null,
                null,
                List.of(),
                wrong,
                new Answer.Scalar(Entry.of((double) right)),
                false),
            Message.of(
                nonZero ? "practice.ask.jacobian.nonZero" : "practice.ask.jacobian",
                notation.plain(by)),
            Message.of(
                "practice.say.jacobian-count",
                Formulas.shape(lesson, z),
                notation.plain(by),
                Formulas.shape(lesson, by)),
            List.of(
                Message.of("practice.hint.jacobian-count"),
                Message.of(
                    nonZero ? "practice.hint.jacobian.row" : "practice.hint.jacobian.pairs",
                    notation.plain(by)),
                Message.of(
                    nonZero ? "practice.hint.jacobian.perRow" : "practice.hint.jacobian.product",
                    (int) (n * m),
                    (int) d)),
            at,
            List.of(),
            List.of(
                PlainLayer.given(derivation, new Operand(0, MatrixSymbol.X)),
                PlainLayer.given(derivation, new Operand(0, MatrixSymbol.W)))));
  }

  private static void add(
      List<Beat.Wrong> wrong, long right, long other, String reply, Texts texts) {
    Answer answer = new Answer.Scalar(Entry.of((double) other));
    if (other != right && wrong.stream().noneMatch(each -> each.answer().equals(answer))) {
      wrong.add(
          new Beat.Wrong(
              answer,
              Misconception.M9,
              Wording.of(texts.say(Message.of(reply, Long.toString(other))))));
    }
  }
}
