package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks which products of X and dL/dZ fit the shape of W. With N, D and M all different one does;
 * the further levels make sizes equal, one pair after the other, since shapes do not decide there.
 */
record LegalProductsRecipe() implements Recipe {
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand DZ = new Operand(0, MatrixSymbol.DZ);
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);

  private record Choice(Operation.Factor left, Operation.Factor right) {}

  @Override
  public Sizes sizes(int level, SplittableRandom random) {
    return switch (level) {
      case 1 -> new Sizes(4, 3, 2);
      case 2 -> random.nextBoolean() ? new Sizes(2, 3, 2) : new Sizes(3, 2, 3);
      case 3 -> random.nextBoolean() ? new Sizes(3, 2, 2) : new Sizes(2, 3, 3);
      default -> new Sizes(3, 3, 3);
    };
  }

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Lesson lesson = PlainLayer.of(draw, numbers);
    Derivation derivation = Derivation.of(lesson);
    Operand dZ = lesson.canonical(DZ);
    Notation notation = new Notation(lesson);
    List<Choice> choices = numbers.shuffled(all(dZ));
    List<Beat.Option> options = new ArrayList<>();
    List<Integer> fitting = new ArrayList<>();
    List<Integer> turned = new ArrayList<>();
    List<Integer> legal = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      String text = notation.plain(choice.left()) + " · " + notation.plain(choice.right());
      Optional<Shape> shape = shape(lesson, choice);
      Shape wanted = lesson.writtenShape(DW);
      boolean isTurned = shape.filter(it -> it.equals(wanted.transposed())).isPresent();
      options.add(
          new Beat.Option(Wording.of(text), isTurned ? Misconception.M10 : Misconception.M1));
      if (shape.isPresent()) {
        legal.add(i);
      }
      if (isTurned) {
        turned.add(i);
      }
      if (shape.filter(wanted::equals).isPresent()) {
        fitting.add(i);
      }
    }
    List<Beat.Wrong> wrong = new ArrayList<>();
    add(wrong, fitting, turned, Misconception.M10);
    add(wrong, fitting, legal, Misconception.M1);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.CHOICES,
                null,
                null,
                options,
                wrong,
                new Answer.Choices(fitting),
                false),
            Message.of(
                "practice.ask.legal",
                notation.plain(new Operand(0, MatrixSymbol.W)),
                Formulas.shape(lesson, DW)),
            Message.of(
                "practice.say.legal-products",
                Formulas.shape(lesson, X),
                notation.plain(dZ),
                Formulas.shape(lesson, dZ)),
            List.of(
                Message.of("practice.hint.legal-products"),
                Message.of("practice.hint.legal.inner"),
                Message.of("practice.hint.legal.count", fitting.size())),
            new Place.OfMatrix(DW),
            List.of(new Place.OfMatrix(DW)),
            List.of(PlainLayer.given(derivation, X), PlainLayer.given(derivation, dZ))));
  }

  /** What an idea chooses, where that is another choice than the right one and those before. */
  private static void add(
      List<Beat.Wrong> wrong, List<Integer> right, List<Integer> chosen, Misconception idea) {
    Answer answer = new Answer.Choices(chosen);
    if (!chosen.isEmpty()
        && !chosen.equals(right)
        && wrong.stream().noneMatch(each -> each.answer().equals(answer))) {
      wrong.add(new Beat.Wrong(answer, idea));
    }
  }

  private static List<Choice> all(Operand dZ) {
    List<Choice> all = new ArrayList<>();
    for (boolean x : new boolean[] {false, true}) {
      for (boolean z : new boolean[] {false, true}) {
        Operation.Factor one = new Operation.Factor(X, x);
        Operation.Factor other = new Operation.Factor(dZ, z);
        all.add(new Choice(one, other));
        all.add(new Choice(other, one));
      }
    }
    return all;
  }

  /** What a product has for a shape, where its factors fit. */
  private static Optional<Shape> shape(Lesson lesson, Choice choice) {
    Shape left = shape(lesson, choice.left());
    Shape right = shape(lesson, choice.right());
    return left.columns() == right.rows()
        ? Optional.of(new Shape(left.rows(), right.columns()))
        : Optional.empty();
  }

  private static Shape shape(Lesson lesson, Operation.Factor factor) {
    Shape written = lesson.writtenShape(factor.operand());
    return factor.transposed() ? written.transposed() : written;
  }
}
