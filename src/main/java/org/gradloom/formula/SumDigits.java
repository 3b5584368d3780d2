package org.gradloom.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Prints the terms of a sum or difference in numbers so that they come to what is said they come
 * to: where large terms cancel, with as many digits as it takes for them to differ ({@code
 * 0.99999887 − 1 = −1.13e−6}).
 */
final class SumDigits {
  private static final int FEWEST = 6;

  /** They tell every double from the next. */
  private static final int MOST = 17;

  /** Where so much of the largest term is left, six digits are enough to see it. */
  private static final double LITTLE_LEFT = 1e-4;

  /** How far what the printed terms come to may be off, relative to what is left. */
  private static final double TOLERANCE = 0.02;

  private SumDigits() {}

  /** Terms that are added. Nothing changes unless all of them are numbers. */
  static List<Expr> ofSum(List<Expr> terms) {
    if (!terms.stream().allMatch(SumDigits::isNumber)) {
      return terms;
    }
    int digits = digits(terms.stream().mapToDouble(SumDigits::value).toArray());
    return digits == FEWEST ? terms : terms.stream().map(term -> printed(term, digits)).toList();
  }

  /** A difference. Nothing changes unless both sides are numbers. */
  static Expr ofDifference(Expr left, Expr right) {
    if (!isNumber(left) || !isNumber(right)) {
      return new Expr.Difference(left, right);
    }
    int digits = digits(value(left), -value(right));
    return digits == FEWEST
        ? new Expr.Difference(left, right)
        : new Expr.Difference(printed(left, digits), printed(right, digits));
  }

  private static int digits(double... terms) {
    double sum = DoubleStream.of(terms).sum();
    double largest = DoubleStream.of(terms).map(Math::abs).max().orElse(0);
    if (sum == 0 || !Double.isFinite(sum) || Math.abs(sum) > LITTLE_LEFT * largest) {
      return FEWEST;
    }
    int digits = FEWEST;
    while (digits < MOST && Math.abs(printedSum(terms, digits) - sum) > TOLERANCE * Math.abs(sum)) {
      digits++;
    }
    return digits;
  }

  private static double printedSum(double[] terms, int digits) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double term : terms) {
      sum = sum.add(new BigDecimal(term).round(new MathContext(digits)));
    }
    return sum.doubleValue();
  }

  private static boolean isNumber(Expr expr) {
    return switch (expr) {
      case Expr.Marked(_, var of) -> isNumber(of);
      case Expr.Value _, Expr.Constant _ -> true;
      default -> false;
    };
  }

  private static double value(Expr number) {
    return switch (number) {
      case Expr.Marked(_, var of) -> value(of);
      case Expr.Value(double value, _) -> value;
      case Expr.Constant(double value) -> value;
      default -> throw new IllegalArgumentException(number + " is no number");
    };
  }

  /** With so many digits; a number of the rule itself and a fraction as they are. */
  private static Expr printed(Expr number, int digits) {
    return switch (number) {
      case Expr.Marked(var role, var of) -> new Expr.Marked(role, printed(of, digits));
      case Expr.Value value -> value.isFraction() ? value : value.printed(digits);
      default -> number;
    };
  }
}
