package org.gradloom.ui.store;

import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.Operand;
import org.gradloom.marking.GradientComparison;
import org.gradloom.paste.Reading;
import org.gradloom.text.InvalidInput;

/**
 * A gradient that the user has worked out, and how it compares with the derived one.
 *
 * @param reading as it was pasted
 */
public record Yours(Reading reading, GradientComparison compared) {

  /**
   * Compares.
   *
   * @throws InvalidInput as {@link GradientComparison#of}
   */
  static Yours of(Derivation derivation, Operand gradient, Reading reading) {
    return new Yours(
        reading, GradientComparison.of(derivation, gradient, reading.matrix(), reading.rounding()));
  }

  /** The same beside other numbers; empty where they have no gradient of its shape. */
  Optional<Yours> in(Derivation derivation) {
    try {
      return Optional.of(of(derivation, compared.gradient(), reading));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }
}
