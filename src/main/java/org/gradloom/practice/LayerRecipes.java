package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;

/**
 * What is asked of one plain layer: its Z, its gradients and its step. No activation and no loss
 * stands between what is shown and what is asked.
 */
final class LayerRecipes {
  private LayerRecipes() {}

  /** Z = XW, from the last level on with a bias. */
  record OfZ() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.Z);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      boolean bias = draw.level() == Draw.HIGHEST;
      return Optional.of(PlainLayer.of(draw, numbers, bias, Elementwise.IDENTITY, Reduction.SUM));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return Message.of(
          lesson.layers().getFirst().hasBias() ? "practice.say.z-bias" : "practice.say.z-cell",
          Formulas.layer(lesson.convention(), lesson.layers().getFirst().hasBias()));
    }
  }

  /** dW of one sample. */
  record OfOneSample() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.samples() == 1;
    }

    @Override
    public Sizes fitting(Sizes sizes) {
      return sizes.withSamples(1);
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw);
    }
  }

  /** dW of a mini-batch. */
  record OfWeights() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw, lesson.samples());
    }
  }

  /** db of a mini-batch. */
  record OfBias() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DB);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers, true, Elementwise.IDENTITY, Reduction.SUM));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw, lesson.samples());
    }
  }

  /** dW where the loss is a sum or a mean over the samples, which is said. */
  record OfMean() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 1
          && own.loss().target() instanceof Target.Upstream
          && own.loss().reduction() != Reduction.MEAN_ALL;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return saying(own);
    }

    private static Message saying(Lesson lesson) {
      return Message.of(
          "practice.say.reduction", lesson.loss().reduction().divides() ? 1 : 0, lesson.samples());
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      boolean mean = numbers.index(3) > 0;
      return Optional.of(
          PlainLayer.of(
              draw, numbers, false, Elementwise.IDENTITY, mean ? Reduction.MEAN : Reduction.SUM));
    }

    /** Not dL/dZ, in which the 1/N stands already. */
    @Override
    public List<Operand> given(Derivation derivation, Section section) {
      return List.of(new Operand(0, MatrixSymbol.X), Operand.ofLoss(MatrixSymbol.UPSTREAM));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(lesson);
    }
  }

  /** dX. */
  record OfInputs() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DX);
    }

    /** One neuron is no sum. */
    @Override
    public Sizes sizes(int level, SplittableRandom random) {
      Sizes drawn = ValueRecipe.super.sizes(level, random);
      return drawn.neurons() > 1 ? drawn : new Sizes(drawn.samples(), drawn.neurons(), 2);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(draw);
    }
  }

  /** A weight after a step of plain SGD. */
  record OfStep() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.optimizer() instanceof Optimizer.Sgd && !own.layers().getFirst().frozen().w();
    }

    @Override
    public Message ownSaying(Lesson own) {
      return saying(own);
    }

    private static Message saying(Lesson lesson) {
      return Message.of("practice.say.sgd-step", Numbers.format(lesson.learningRate()));
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.W_NEXT);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(lesson);
    }
  }

  /** dW as another course writes it. */
  record OfOtherConvention() implements ValueRecipe {
    private static final List<Convention> ALL = List.of(Convention.values());

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Convention other =
          numbers.oneOf(ALL.stream().filter(each -> each != draw.convention()).toList());
      return Optional.of(PlainLayer.of(draw, numbers).withConvention(other));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return ValueRecipe.saying(
          draw,
          Formulas.layer(draw.convention(), false),
          Formulas.layer(lesson.convention(), false),
          lesson.convention().samplesAreColumns() ? 1 : 0);
    }
  }
}
