package org.gradloom.ui.explore;

import org.gradloom.derivation.Step;
import org.gradloom.matrix.Numbers;

/**
 * The two numbers that the active term of a step multiplies, in short.
 *
 * @param digits how many significant ones a number shows
 */
record Factors(Step step, int digits) {
  /** {@code 2·(−3) = −6}; what is covered is blank. */
  String product() {
    int term = step.term();
    // The penalty on weights multiplies a weight by a number of its own.
    return step.left().map(this::factor).orElseGet(() -> Numbers.format(decay(), digits))
        + "·"
        + factor(step.right().orElseThrow())
        + " = "
        + (step.hidesTerm(term) ? Numbers.BLANK : Numbers.format(step.term(term), digits));
  }

  private double decay() {
    return step.lesson().loss().l2().gradientFactor(step.lesson().samples());
  }

  private String factor(Step.Read read) {
    return step.hides(read) ? Numbers.BLANK : Numbers.inBrackets(step.entry(read).text(digits));
  }
}
