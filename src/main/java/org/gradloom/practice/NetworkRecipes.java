package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;

/** What is asked behind an activation, a second layer or a loss of its own. */
final class NetworkRecipes {
  private NetworkRecipes() {}

  private static Lesson lesson(Convention convention, Matrix x, List<Layer> layers, Loss loss) {
    return new Lesson("", x, layers, loss, PlainLayer.RATE).withConvention(convention);
  }

  private static boolean hasKink(Lesson lesson) {
    Matrix z = Derivation.of(lesson).trace().matrix(new Operand(0, MatrixSymbol.Z));
    for (double value : z.toArray()) {
      if (value == 0) {
        return true;
      }
    }
    return false;
  }

  /** dZ behind a ReLU. */
  record OfGate() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().getFirst().activation() == Elementwise.RELU;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return Message.of("practice.say.gate");
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DZ);
    }

    /** At 0 a ReLU has no slope that all agree on. */
    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Lesson drawn = PlainLayer.of(draw, numbers, false, Elementwise.RELU, Reduction.SUM);
      return hasKink(drawn) ? Optional.empty() : Optional.of(drawn);
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw);
    }
  }

  /** The first layer's gradient, behind a ReLU and a second layer. */
  record OfTwoLayers() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 2 && own.layers().getFirst().activation() == Elementwise.RELU;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return Message.of("practice.say.own.two-layers", ValueRecipe.super.ownSaying(own));
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Sizes sizes = draw.sizes();
      int outputs = sizes.neurons() == 2 ? 1 : 2;
      Lesson drawn =
          NetworkRecipes.lesson(
              draw.convention(),
              numbers.matrix(sizes.samples(), sizes.features()),
              List.of(
                  new Layer(
                      numbers.matrix(sizes.features(), sizes.neurons()), null, Elementwise.RELU),
                  new Layer(numbers.matrix(sizes.neurons(), outputs), null, Elementwise.IDENTITY)),
              new Loss(
                  LossKind.GIVEN,
                  new Target.Upstream(numbers.matrix(sizes.samples(), outputs)),
                  Reduction.SUM));
      return hasKink(drawn) ? Optional.empty() : Optional.of(drawn);
    }

    /** A unit whose gate is shut for every sample would answer 0 without any work. */
    @Override
    public boolean isFair(Derivation derivation, Region region) {
      Matrix z = derivation.trace().matrix(new Operand(0, MatrixSymbol.Z));
      return region.cells(derivation.lesson().shape(asked())).stream()
          .mapToInt(Cell::column)
          .distinct()
          .allMatch(unit -> isMixed(z, unit));
    }

    private static boolean isMixed(Matrix z, int unit) {
      long open = IntStream.range(0, z.rows()).filter(k -> z.get(k, unit) > 0).count();
      return open > 0 && (open < z.rows() || z.rows() == 1);
    }

    /** All but what lies between: that is worked out on the way. */
    @Override
    public List<Operand> given(Derivation derivation, Section section) {
      return List.of(
          new Operand(0, MatrixSymbol.X),
          new Operand(0, MatrixSymbol.Z),
          new Operand(1, MatrixSymbol.W),
          derivation.lesson().canonical(new Operand(1, MatrixSymbol.DZ)));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw);
    }
  }

  /** dZ of softmax with cross-entropy, for logits whose exponentials are whole numbers. */
  record OfSoftmax() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 1
          && own.loss().kind() == LossKind.SOFTMAX_CROSS_ENTROPY
          && own.loss().target() instanceof Target.Labels;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return Message.of("practice.say.own.softmax", ValueRecipe.super.ownSaying(own));
    }

    /** Softmax of one class is 1, whatever its logit. */
    @Override
    public Sizes fitting(Sizes sizes) {
      return sizes.neurons() > 1 ? sizes : new Sizes(sizes.samples(), sizes.features(), 2);
    }

    @Override
    public Sizes sizes(int level, SplittableRandom random) {
      int samples = level == 1 ? 1 : 2;
      return new Sizes(samples, samples, 3 + (level == Draw.HIGHEST ? 1 : 0));
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DZ);
    }

    /** A sample is one row of weights, so that its logits are their logarithms. */
    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Sizes sizes = draw.sizes();
      int most = numbers.largest() + 2;
      Matrix x =
          Matrix.numbers(
              new Shape(sizes.samples(), sizes.features()),
              (k, i) -> k % sizes.features() == i ? 1 : 0);
      Matrix w =
          Matrix.numbers(
              new Shape(sizes.features(), sizes.neurons()),
              (_, _) -> Math.log(1 + numbers.index(most)));
      List<Integer> labels = new ArrayList<>();
      for (int k = 0; k < sizes.samples(); k++) {
        labels.add(numbers.index(sizes.neurons()));
      }
      return Optional.of(
          NetworkRecipes.lesson(
              draw.convention(),
              x,
              List.of(new Layer(w, null, Elementwise.IDENTITY)),
              new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(labels), Reduction.SUM)));
    }

    @Override
    public List<Operand> given(Derivation derivation, Section section) {
      return List.of(new Operand(0, MatrixSymbol.Z), Operand.ofLoss(MatrixSymbol.LABELS));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw, Formulas.exponentials(lesson));
    }
  }

  /** dW of the second layer of a network that is being trained. */
  record OfLiveLayer() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 2;
    }

    /** Terms that take away each other lose the digits that are shown. */
    private static final double MOST_CANCELLED = 8;

    @Override
    public Operand asked() {
      return new Operand(1, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(LiveLayer.frozen(draw, numbers, PlainLayer.RATE));
    }

    @Override
    public boolean isFair(Derivation derivation, Region region) {
      return LiveLayer.isLegible(derivation, region, MOST_CANCELLED);
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw, lesson.samples(), lesson.stepsTaken());
    }
  }
}
