package org.gradloom.marking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.marking.GradientPattern.Cause;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * The mistakes people make with one gradient, each with the matrix that it gives, as the lesson's
 * convention lists it.
 */
final class Mistakes {
  /** A factor nearer to 1 is rounding, whatever it comes from. */
  private static final double NO_FACTOR = 1e-4;

  private final Derivation derivation;
  private final Trace trace;
  private final Section section;
  private final Convention convention;
  private final Matrix derived;
  private final Shape shape;

  Mistakes(Derivation derivation, Section section) {
    this.derivation = derivation;
    this.trace = derivation.trace();
    this.section = section;
    this.convention = derivation.lesson().convention();
    this.derived = convention.listed(section.result(), trace.matrix(section.result()));
    this.shape = derived.shape();
  }

  /** A mistake, named only once it is found: a share may be a large matrix. */
  record Mistake(Supplier<GradientPattern> pattern, Shape shape, Matrix.NumberSource result) {}

  /** All that can be foreseen, the likeliest first. */
  Stream<Mistake> foreseen() {
    return Stream.of(
            Stream.of(
                mistake(new GradientPattern.Negated(), (i, j) -> -derived.get(i, j)),
                new Mistake(
                    GradientPattern.Transposed::new,
                    shape.transposed(),
                    (i, j) -> derived.get(j, i))),
            withoutSlope(),
            scaled(),
            ofTerms())
        .flatMap(each -> each);
  }

  private Mistake mistake(GradientPattern pattern, Matrix.NumberSource result) {
    return new Mistake(() -> pattern, shape, result);
  }

  // ---- multiples

  private Stream<Mistake> scaled() {
    Lesson lesson = derivation.lesson();
    double samples = lesson.samples();
    double outputs = lesson.outputs().columns();
    double entries = samples * outputs;
    double rate = lesson.learningRate();
    Map<Double, Cause> causes = new LinkedHashMap<>();
    causes.put(samples, Cause.TIMES_SAMPLES);
    causes.put(1 / samples, Cause.DIVIDED_BY_SAMPLES);
    causes.putIfAbsent(entries, Cause.TIMES_ENTRIES);
    causes.putIfAbsent(1 / entries, Cause.DIVIDED_BY_ENTRIES);
    causes.putIfAbsent(outputs, Cause.TIMES_OUTPUTS);
    causes.putIfAbsent(1 / outputs, Cause.DIVIDED_BY_OUTPUTS);
    causes.putIfAbsent(2.0, Cause.DOUBLED);
    causes.putIfAbsent(0.5, Cause.HALVED);
    causes.putIfAbsent(rate, Cause.TIMES_RATE);
    causes.putIfAbsent(-rate, Cause.TIMES_NEGATIVE_RATE);
    return causes.entrySet().stream()
        .filter(each -> Math.abs(each.getKey()) != 1)
        .flatMap(each ->
            Stream.concat(
                Stream.of(times(each.getKey(), each.getValue())),
                penalty().map(own -> timesProducts(each.getKey(), each.getValue(), own)).stream()));
  }

  /** A reduction is of the loss of the samples, and the penalty comes after it. */
  private Mistake timesProducts(double factor, Cause cause, Matrix.NumberSource penalty) {
    return mistake(
        new GradientPattern.Scaled(factor, cause),
        (i, j) -> factor * (derived.get(i, j) - penalty.at(i, j)) + penalty.at(i, j));
  }

  private Mistake times(double factor, Cause cause) {
    return mistake(new GradientPattern.Scaled(factor, cause), (i, j) -> factor * derived.get(i, j));
  }

  /**
   * A multiple that nobody foresaw. Where one entry alone is not 0 any number is a multiple of it,
   * which tells nothing.
   */
  Optional<Mistake> multiple(Matrix yours) {
    double[] values = derived.toArray();
    long others = IntStream.range(0, values.length).filter(i -> values[i] != 0).count();
    if (others < 2 || !shape.equals(yours.shape())) {
      return Optional.empty();
    }
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = Math.abs(values[i]) > Math.abs(values[largest]) ? i : largest;
    }
    double factor = yours.toArray()[largest] / values[largest];
    return factor == 0 || Math.abs(factor - 1) < NO_FACTOR
        ? Optional.empty()
        : Optional.of(times(factor, Cause.UNKNOWN));
  }

  // ---- the activation's slope

  /** With dL/dA where dL/dZ belongs; nothing where both are the same matrix. */
  private Stream<Mistake> withoutSlope() {
    Operand dZ = new Operand(section.result().layer(), MatrixSymbol.DZ);
    Operand dA = new Operand(section.result().layer(), MatrixSymbol.DA);
    Lesson lesson = derivation.lesson();
    if (lesson.canonical(dZ).equals(lesson.canonical(dA))) {
      return Stream.empty();
    }
    Matrix upstream = convention.turned(dA, trace.matrix(dA));
    return switch (section.operation()) {
      case Operation.Product(var left, var right, _) ->
          withoutSlope(
              added(
                  sum(
                      left.operand().equals(dZ) ? numbers(left, upstream) : numbers(left),
                      right.operand().equals(dZ) ? numbers(right, upstream) : numbers(right))));
      case Operation.BatchSum _ -> withoutSlope(sum((i, k) -> 1, trace.matrix(dA)::get));
      case Operation.ActivationGradient _, Operation.RowGradient _ -> withoutSlope(upstream::get);
      case Operation.Activate _,
          Operation.Probabilities _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          Stream.empty();
    };
  }

  private Stream<Mistake> withoutSlope(Matrix.NumberSource wrong) {
    return Stream.of(mistake(new GradientPattern.WithoutSlope(), wrong));
  }

  private Matrix.NumberSource numbers(Operation.Factor factor) {
    return numbers(factor, convention.turned(factor.operand(), trace.matrix(factor.operand())));
  }

  /** A factor with these numbers in the place of its own. */
  private static Matrix.NumberSource numbers(Operation.Factor factor, Matrix written) {
    return factor.transposed() ? (i, j) -> written.get(j, i) : written::get;
  }

  private Matrix.NumberSource sum(Matrix.NumberSource left, Matrix.NumberSource right) {
    return (i, j) -> {
      double sum = 0;
      for (int k = 0; k < section.products(); k++) {
        sum += left.at(i, k) * right.at(k, j);
      }
      return sum;
    };
  }

  /** With what the penalty on weights adds, where it adds anything. */
  private Matrix.NumberSource added(Matrix.NumberSource products) {
    return penalty()
        .<Matrix.NumberSource>map(own -> (i, j) -> products.at(i, j) + own.at(i, j))
        .orElse(products);
  }

  /** The last term of each entry, where the penalty on weights brings one. */
  private Optional<Matrix.NumberSource> penalty() {
    if (section.operation() instanceof Operation.Product(_, _, Operation.Penalty(var weights))) {
      Lesson lesson = derivation.lesson();
      double factor = lesson.loss().l2().gradientFactor(lesson.samples());
      Matrix w = convention.turned(weights, trace.matrix(weights));
      return Optional.of((i, j) -> factor * w.get(i, j));
    }
    return Optional.empty();
  }

  // ---- single terms

  private Stream<Mistake> ofTerms() {
    if (section.terms() < 2) {
      return Stream.empty(); // without its only term nothing is left, and with it alone all is
    }
    return switch (section.operation()) {
      case Operation.Product(var left, var right, _) -> ofTerms(numbers(left), numbers(right));
      case Operation.BatchSum(var summed, _) -> ofTerms((i, k) -> 1, trace.matrix(summed)::get);
      case Operation.ActivationGradient _,
          Operation.RowGradient _,
          Operation.Activate _,
          Operation.Probabilities _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          Stream.empty();
    };
  }

  private Stream<Mistake> ofTerms(Matrix.NumberSource left, Matrix.NumberSource right) {
    List<Matrix.NumberSource> shares = new ArrayList<>();
    for (int k = 0; k < section.products(); k++) {
      int term = k;
      shares.add((i, j) -> left.at(i, term) * right.at(term, j));
    }
    penalty().ifPresent(shares::add);
    return IntStream.range(0, shares.size())
        .boxed()
        .flatMap(k -> {
          Matrix.NumberSource share = shares.get(k);
          Supplier<Matrix> whole = () -> Matrix.numbers(shape, share);
          return Stream.of(
              new Mistake(
                  () -> new GradientPattern.MissingTerm(k, whole.get()),
                  shape,
                  (i, j) -> derived.get(i, j) - share.at(i, j)),
              new Mistake(() -> new GradientPattern.OnlyTerm(k, whole.get()), shape, share),
              new Mistake(
                  () -> new GradientPattern.RepeatedTerm(k, whole.get()),
                  shape,
                  (i, j) -> derived.get(i, j) + share.at(i, j)));
        });
  }
}
