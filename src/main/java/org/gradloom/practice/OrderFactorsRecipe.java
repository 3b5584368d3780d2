package org.gradloom.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.Wording;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks for the order of the factors of the first layer's dL/dW in a network without activations:
 * one layer, then two, three, and with dL/dX of three.
 */
record OrderFactorsRecipe() implements Recipe {
  /** Where two sizes are equal, more than one order may make it. */
  @Override
  public Sizes fitting(Sizes sizes) {
    return sizes.distinct();
  }

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    int count = Math.min(draw.level(), 3);
    boolean inputs = draw.level() == Draw.HIGHEST;
    Lesson lesson = network(draw, numbers, count);
    Operand asked = new Operand(0, inputs ? MatrixSymbol.DX : MatrixSymbol.DW);
    List<Operation.Factor> chain = chain(lesson, count, inputs);
    List<Integer> places = numbers.shuffled(IntStream.range(0, chain.size()).boxed().toList());
    if (places.equals(IntStream.range(0, chain.size()).boxed().toList())) {
      return Optional.empty(); // nothing would be left to do
    }
    Notation notation = new Notation(lesson);
    List<Beat.Option> options =
        places.stream()
            .map(place -> new Beat.Option(Wording.of(notation.plain(chain.get(place))), null))
            .toList();
    List<Integer> order = IntStream.range(0, chain.size()).map(places::indexOf).boxed().toList();
    Derivation derivation = Derivation.of(lesson);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(
                Answer.Kind.ORDER,
                null,
                null,
                options,
                others(order),
                new Answer.Order(order),
                false),
            Message.of("practice.ask.order", notation.plain(asked)),
            Message.of("practice.say.order-factors", count, shapes(lesson, chain, notation)),
            List.of(
                Message.of("practice.hint.order-factors"),
                Message.of(
                    "practice.hint.order.shapes",
                    notation.plain(asked),
                    Formulas.shape(lesson, asked)),
                Message.of("practice.hint.order.first", notation.plain(chain.getFirst()))),
            new Place.OfMatrix(asked),
            List.of(new Place.OfMatrix(asked)),
            count == 1 ? given(derivation, chain, notation) : List.of()));
  }

  /** Of one layer; of several the shapes that are told say as much in less room. */
  private static List<Given> given(
      Derivation derivation, List<Operation.Factor> chain, Notation notation) {
    return chain.stream()
        .map(factor -> PlainLayer.given(derivation, factor.operand()))
        .sorted(Comparator.comparing(each -> notation.plain(each.operand())))
        .toList();
  }

  /** Every other order, the one backwards first: the factors are right, and their order is not. */
  private static List<Beat.Wrong> others(List<Integer> order) {
    List<List<Integer>> all = new ArrayList<>(orders(order));
    Collections.reverse(all);
    return all.stream()
        .filter(other -> !other.equals(order))
        .map(other -> new Beat.Wrong(new Answer.Order(other), Misconception.M1))
        .toList();
  }

  private static List<List<Integer>> orders(List<Integer> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : items) {
      List<Integer> rest = items.stream().filter(each -> !each.equals(first)).toList();
      for (List<Integer> behind : orders(rest)) {
        List<Integer> one = new ArrayList<>(List.of(first));
        one.addAll(behind);
        all.add(one);
      }
    }
    return all;
  }

  /** Layers of sizes that all differ, so that each factor has a shape of its own. */
  private static Lesson network(Draw draw, DrawnIntegers numbers, int count) {
    Sizes sizes = draw.sizes();
    List<Integer> widths = new ArrayList<>(List.of(sizes.features(), sizes.neurons()));
    int next = Math.max(sizes.samples(), Math.max(sizes.features(), sizes.neurons())) + 1;
    while (widths.size() <= count) {
      widths.add(next);
      next++;
    }
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      layers.add(
          new Layer(numbers.matrix(widths.get(l), widths.get(l + 1)), null, Elementwise.IDENTITY));
    }
    Loss loss =
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(numbers.matrix(sizes.samples(), widths.get(count))),
            Reduction.SUM);
    return new Lesson(
            "", numbers.matrix(sizes.samples(), sizes.features()), layers, loss, PlainLayer.RATE)
        .withConvention(draw.convention());
  }

  /**
   * The factors in their order: with rows as samples Xᵀ·dZₗ·Wₗᵀ·…·W₂ᵀ, and where a result is turned
   * the transpose of that.
   */
  private static List<Operation.Factor> chain(Lesson lesson, int count, boolean inputs) {
    Convention convention = lesson.convention();
    List<Operation.Factor> inside = new ArrayList<>();
    if (!inputs) {
      inside.add(inside(convention, new Operand(0, MatrixSymbol.X), true));
    }
    inside.add(
        inside(convention, lesson.canonical(new Operand(count - 1, MatrixSymbol.DZ)), false));
    for (int l = count - 1; l >= (inputs ? 0 : 1); l--) {
      inside.add(inside(convention, new Operand(l, MatrixSymbol.W), true));
    }
    boolean turned = convention.turns(new Operand(0, inputs ? MatrixSymbol.DX : MatrixSymbol.DW));
    if (!turned) {
      return inside;
    }
    Collections.reverse(inside);
    return inside.stream()
        .map(factor -> new Operation.Factor(factor.operand(), !factor.transposed()))
        .toList();
  }

  /** A matrix as it is inside, or turned, by the name that the convention has for it. */
  private static Operation.Factor inside(Convention convention, Operand operand, boolean turned) {
    return new Operation.Factor(operand, turned != convention.turns(operand));
  }

  private static String shapes(Lesson lesson, List<Operation.Factor> chain, Notation notation) {
    return chain.stream()
        .map(Operation.Factor::operand)
        .map(operand -> notation.plain(operand) + " " + Formulas.shape(lesson, operand))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
