package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks for the central slope of L = ½(wx − t)² at w. On a parabola it is the gradient itself, and
 * either one-sided slope is beside it by ½hx².
 */
record GradientCheckRecipe() implements Recipe {
  private static final List<Double> STEPS = List.of(0.5, 1.0, 0.25, 0.1);

  /** Both one-sided slopes, and the one that is not halved. */
  private static final int FEWEST = 3;

  /** Half a percent is taken for rounding. */
  private static final double APART = 0.02;

  /** One weight alone is moved. */
  @Override
  public Sizes fitting(Sizes sizes) {
    return new Sizes(1, 1, 1);
  }

  @Override
  public Sizes sizes(int level, SplittableRandom random) {
    return new Sizes(1, 1, 1);
  }

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    double x = numbers.next();
    double w = numbers.next();
    double t = draw.level() > 2 ? numbers.next() : 0;
    double h = STEPS.get(numbers.index(draw.level()));
    double up = loss(w + h, x, t);
    double down = loss(w - h, x, t);
    double now = loss(w, x, t);
    double right = (up - down) / (2 * h);
    List<Beat.Wrong> wrong = new ArrayList<>();
    String losses = Numbers.format(up) + " − " + Numbers.format(down);
    add(wrong, right, (up - now) / h, "practice.reply.forward", texts);
    add(wrong, right, (now - down) / h, "practice.reply.backward", texts);
    add(wrong, right, (up - down) / h, "practice.reply.notHalved", texts);
    if (right == 0 || wrong.size() < FEWEST) {
      return Optional.empty();
    }
    add(wrong, right, up - down, "practice.reply.notDivided", texts);
    Lesson lesson =
        new Lesson(
                "",
                Matrix.row(x),
                List.of(new Layer(Matrix.row(w), null, Elementwise.IDENTITY)),
                new Loss(LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(t)), Reduction.SUM),
                PlainLayer.RATE)
            .withConvention(draw.convention());
    Place.OfCell dW = new Place.OfCell(new Operand(0, MatrixSymbol.DW), new Cell(0, 0));
    Derivation derivation = Derivation.of(lesson);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.NUMBER,
                null,
                null,
                List.of(),
                wrong,
                new Answer.Scalar(Entry.of(right)),
                false),
            Message.of("practice.ask.gradient-check", Numbers.format(h)),
            draw.level() == 1
                ? Message.of(
                    "practice.say.gradient-check.losses",
                    Numbers.format(w),
                    Numbers.format(h),
                    Numbers.format(up),
                    Numbers.format(now),
                    Numbers.format(down))
                : Message.of(
                    "practice.say.gradient-check",
                    t == 0 ? 0 : 1,
                    Numbers.format(w),
                    Numbers.format(x),
                    Numbers.format(t)),
            List.of(
                Message.of("practice.hint.gradient-check"),
                Message.of(
                    "practice.hint.gradient.points", Numbers.format(w + h), Numbers.format(w - h)),
                Message.of("practice.hint.gradient.numbers", losses)),
            dW,
            List.of(dW),
            List.of(
                PlainLayer.given(derivation, new Operand(0, MatrixSymbol.X)),
                PlainLayer.given(derivation, new Operand(0, MatrixSymbol.W)))));
  }

  private static double loss(double w, double x, double t) {
    double error = w * x - t;
    return 0.5 * error * error;
  }

  /** One that differs from the right one and from those before, by what rounding may hide. */
  private static void add(
      List<Beat.Wrong> wrong, double right, double slope, String reply, Texts texts) {
    boolean isNew =
        isAnother(slope, right)
            && wrong.stream()
                .allMatch(other ->
                    other.answer() instanceof Answer.Scalar(var entry)
                        && isAnother(slope, entry.value()));
    if (isNew) {
      wrong.add(
          new Beat.Wrong(
              new Answer.Scalar(Entry.of(slope)),
              Misconception.M15,
              Wording.of(texts.say(Message.of(reply, Numbers.format(slope))))));
    }
  }

  private static boolean isAnother(double one, double other) {
    return Math.abs(one - other) > APART * Math.max(Math.abs(one), Math.abs(other));
  }
}
