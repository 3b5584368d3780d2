package org.gradloom.ui.stage;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.TermRole;
import org.gradloom.engine.Trace;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.WeightPenalty;

/**
 * The two numbers that the active term of a step multiplies, in short.
 *
 * @param digits how many significant ones a number shows
 */
public record Factors(Step step, int digits) {
  /** As many as a product has that is walked term by term. */
  private static final int MOST_ENTRIES = 512;

  /** As long as a product of fractions is, but for the smallest. */
  private static final String FRACTION = "−0.01234";

  /** {@code 2·(−3) = −6}; what is covered is blank. */
  public String product() {
    int term = step.term();
    String pair =
        step.role(term) == TermRole.PENALTY
            ? penalty(step.penalty(term), step.right().orElseThrow())
            : factor(step.left().orElseThrow()) + "·" + factor(step.right().orElseThrow());
    return pair
        + " = "
        + (step.hidesTerm(term) ? Numbers.BLANK : Numbers.format(step.term(term), digits));
  }

  /** A penalty multiplies a weight, or its sign, by a number of its own. */
  private String penalty(WeightPenalty penalty, Step.Read weight) {
    return Numbers.format(penalty.gradientFactor(step.lesson().samples()), digits)
        + "·"
        + switch (penalty) {
          case L2 _ -> factor(weight);
          case L1 _ -> "sign(" + number(weight) + ")";
        };
  }

  private String number(Step.Read read) {
    return step.hides(read) ? Numbers.BLANK : step.entry(read).text(digits);
  }

  private String factor(Step.Read read) {
    return step.hides(read) ? Numbers.BLANK : Numbers.inBrackets(step.entry(read).text(digits));
  }

  /**
   * A text about as long as that of the longest product in a matrix; empty where there are none, or
   * too many to look at.
   */
  static String longest(Operation operation, Trace trace, int digits) {
    if (!(operation instanceof Operation.Product(var left, var right, _))) {
      return "";
    }
    Matrix ofLeft = trace.matrix(left.operand());
    Matrix ofRight = trace.matrix(right.operand());
    if (ofLeft.shape().size() + ofRight.shape().size() > MOST_ENTRIES) {
      return "";
    }
    double largest = largest(ofLeft) * largest(ofRight);
    String product =
        isWhole(ofLeft) && isWhole(ofRight) ? Numbers.format(-largest, digits) : FRACTION;
    return longest(ofLeft, digits) + "·" + longest(ofRight, digits) + " = " + product;
  }

  private static String longest(Matrix factors, int digits) {
    int columns = factors.columns();
    return IntStream.range(0, factors.shape().size())
        .mapToObj(i -> factors.entry(i / columns, i % columns))
        .map(entry -> Numbers.inBrackets(entry.text(digits)))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static boolean isWhole(Matrix factors) {
    return entries(factors).allMatch(value -> value == Math.rint(value));
  }

  private static double largest(Matrix factors) {
    return entries(factors).map(Math::abs).max().orElse(0);
  }

  private static DoubleStream entries(Matrix matrix) {
    int columns = matrix.columns();
    return IntStream.range(0, matrix.shape().size())
        .mapToDouble(i -> matrix.get(i / columns, i % columns));
  }
}
