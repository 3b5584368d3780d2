package org.gradloom.marking;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.matrix.Matrix;

/**
 * The ways to go wrong with one matrix of the walk. Each is made of what the walk makes the matrix
 * of, with one thing changed, so that none of them is a formula of its own. One that is not defined
 * for these shapes is not among them; one that comes to the right numbers here may be.
 */
final class WrongMethods {
  /** A factor nearer to 1 is rounding, whatever it comes from. */
  private static final double NO_FACTOR = 1e-4;

  private final Walked walked;
  private final Multiples multiples;

  WrongMethods(Derivation derivation, Section section) {
    this.walked = new Walked(derivation, section);
    this.multiples = new Multiples(walked);
  }

  /** Those that one number is enough to speak of, the likeliest first. */
  Stream<WrongMethod> modelled() {
    return switch (walked.section().operation()) {
      case Operation.Product product -> new ProductMethods(walked, product).modelled(multiples);
      case Operation.BatchSum sum -> new BatchSumMethods(walked, sum).modelled(multiples);
      case Operation.ActivationGradient gate -> new GateMethods(walked).of(gate, multiples);
      case Operation.RowGradient gradient -> new GateMethods(walked).of(gradient);
      case Operation.Probabilities shares -> new LossMethods(walked).of(shares);
      case Operation.LossGradient gradient -> new LossMethods(walked).of(gradient, multiples);
      case Operation.LossTotal _ -> multiples.modelled();
      case Operation.Update update -> new StepMethods(walked).of(update);
      case Operation.Activate _, Operation.Keep _ -> Stream.empty();
    };
  }

  /** Those that give one number by chance too often, and are told by several. */
  Stream<WrongMethod> further() {
    return switch (walked.section().operation()) {
      case Operation.Product product ->
          Stream.concat(multiples.further(), new ProductMethods(walked, product).ofTerms());
      case Operation.BatchSum sum ->
          Stream.concat(multiples.further(), new BatchSumMethods(walked, sum).ofTerms());
      case Operation.ActivationGradient _, Operation.RowGradient _, Operation.LossGradient _ ->
          multiples.further();
      case Operation.LossTotal _,
          Operation.Probabilities _,
          Operation.Activate _,
          Operation.Update _,
          Operation.Keep _ ->
          Stream.empty();
    };
  }

  /**
   * A multiple that nobody foresaw. Where one entry alone is not 0 any number is a multiple of it,
   * which tells nothing.
   */
  Optional<WrongMethod> multiple(Matrix yours) {
    Matrix right = walked.right().toMatrix();
    double[] values = right.toArray();
    long others = IntStream.range(0, values.length).filter(i -> values[i] != 0).count();
    if (others < 2 || !right.shape().equals(yours.shape())) {
      return Optional.empty();
    }
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = Math.abs(values[i]) > Math.abs(values[largest]) ? i : largest;
    }
    double factor = yours.toArray()[largest] / values[largest];
    return factor == 0 || Math.abs(factor - 1) < NO_FACTOR
        ? Optional.empty()
        : Optional.of(multiples.of(factor, Slip.Cause.UNKNOWN, null));
  }
}
