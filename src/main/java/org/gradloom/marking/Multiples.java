package org.gradloom.marking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Slip.Cause;
import org.jspecify.annotations.Nullable;

/** A matrix multiplied or divided once too often, or not at all, by what a loss or a step uses. */
final class Multiples {
  private final Walked walked;
  private final double samples;
  private final double outputs;

  Multiples(Walked walked) {
    this.walked = walked;
    this.samples = walked.lesson().samples();
    this.outputs = walked.lesson().outputs().columns();
  }

  /** A wrong 1/N, and the rate where no step is asked. */
  Stream<WrongMethod> modelled() {
    Map<Double, Cause> causes = new LinkedHashMap<>();
    switch (walked.lesson().loss().reduction()) {
      case SUM -> {
        causes.put(1 / samples, Cause.DIVIDED_BY_SAMPLES);
        causes.putIfAbsent(1 / outputs, Cause.DIVIDED_BY_OUTPUTS);
        causes.putIfAbsent(1 / samples / samples, Cause.DIVIDED_BY_SAMPLES_TWICE);
        causes.putIfAbsent(1 / samples / outputs, Cause.DIVIDED_BY_ENTRIES);
      }
      case MEAN -> {
        causes.put(samples, Cause.TIMES_SAMPLES);
        causes.putIfAbsent(1 / samples, Cause.DIVIDED_BY_SAMPLES);
        causes.putIfAbsent(samples / outputs, Cause.OUTPUTS_FOR_SAMPLES);
        causes.putIfAbsent(1 / outputs, Cause.DIVIDED_BY_OUTPUTS);
        causes.putIfAbsent(1 / samples / outputs, Cause.DIVIDED_BY_ENTRIES);
      }
      case MEAN_ALL -> {
        causes.put(samples * outputs, Cause.TIMES_ENTRIES);
        causes.putIfAbsent(outputs, Cause.TIMES_OUTPUTS);
        causes.putIfAbsent(samples, Cause.TIMES_SAMPLES);
        causes.putIfAbsent(1 / samples, Cause.DIVIDED_BY_SAMPLES);
        causes.putIfAbsent(1 / samples / outputs, Cause.DIVIDED_BY_ENTRIES);
      }
    }
    return Stream.concat(all(causes), rate());
  }

  /**
   * A rate of 1/N·M gives what the mean over all entries does. That number is M3's, which comes
   * first: a question about a gradient shows no rate, and its loss always has a reduction.
   */
  private Stream<WrongMethod> rate() {
    if (walked.quantity() != MatrixSymbol.DW && walked.quantity() != MatrixSymbol.DB) {
      return Stream.empty();
    }
    double rate = walked.lesson().learningRate();
    // In one order at every start, in which they become options of a vote.
    Map<Double, Cause> causes = new LinkedHashMap<>();
    causes.put(-rate, Cause.TIMES_NEGATIVE_RATE);
    causes.put(rate, Cause.TIMES_RATE);
    return all(causes);
  }

  /** Every other factor that has a name. */
  Stream<WrongMethod> further() {
    double entries = samples * outputs;
    double rate = walked.lesson().learningRate();
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
    return all(causes);
  }

  private Stream<WrongMethod> all(Map<Double, Cause> causes) {
    return causes.entrySet().stream()
        .filter(each -> Math.abs(each.getKey()) != 1)
        .flatMap(each -> {
          double factor = each.getKey();
          Cause cause = each.getValue();
          Misconception misconception = misconception(cause);
          return Stream.concat(
              Stream.of(of(factor, cause, misconception)),
              penalties(walked).stream()
                  .reduce(LazyMatrix::plus)
                  .map(own -> productsAlone(factor, cause, misconception, own))
                  .stream());
        });
  }

  private @Nullable Misconception misconception(Cause cause) {
    boolean ofBias = walked.quantity() == MatrixSymbol.DB;
    boolean ofShares =
        walked.section().operation() instanceof Operation.LossGradient
            && walked.lesson().loss().kind().hasProbabilities();
    return switch (cause) {
      case DIVIDED_BY_SAMPLES -> ofBias ? Misconception.M5 : Misconception.M3;
      case DIVIDED_BY_OUTPUTS, OUTPUTS_FOR_SAMPLES ->
          ofShares ? Misconception.M14 : Misconception.M3;
      case TIMES_SAMPLES,
          DIVIDED_BY_SAMPLES_TWICE,
          DIVIDED_BY_ENTRIES,
          TIMES_ENTRIES,
          TIMES_OUTPUTS ->
          Misconception.M3;
      case TIMES_RATE -> Misconception.M18;
      case TIMES_NEGATIVE_RATE -> Misconception.M12;
      case DOUBLED, HALVED, UNKNOWN -> null;
    };
  }

  WrongMethod of(double factor, Cause cause, @Nullable Misconception misconception) {
    return WrongMethod.of(
        new Slip.Scaled(factor, cause), misconception, walked.right().times(factor));
  }

  /** A reduction is of the loss of the samples, and the penalty comes after it. */
  private WrongMethod productsAlone(
      double factor, Cause cause, @Nullable Misconception misconception, LazyMatrix penalty) {
    return WrongMethod.of(
        new Slip.Scaled(factor, cause),
        misconception,
        walked.right().plus(penalty.times(-1)).times(factor).plus(penalty));
  }

  /** The last terms of each entry, where penalties on weights bring some. */
  static List<LazyMatrix> penalties(Walked walked) {
    return walked.section().operation() instanceof Operation.Product product
        ? product.penalties().stream()
            .map(penalty ->
                walked
                    .written(penalty.operand())
                    .map(w -> penalty.rule().gradient(w, walked.lesson().samples())))
            .toList()
        : List.of();
  }
}
