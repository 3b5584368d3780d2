package org.gradloom.derivation;

import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Renderer;

/**
 * Leaves out of a long sum what a window has no room for: the values of its terms first, then
 * terms, the fewer the less room there is.
 */
final class LineLength {
  /** A sum of more terms shows only its ends and the neighbours of the active one. */
  static final int MOST_TERMS = 6;

  /** Beyond so many letters a line is told shorter. */
  private static final double LONGEST = 64;

  /** How many letters of a line of numbers are taken by the words that say what is to come. */
  private static final double TO_COME = 10;

  /** Beyond so many letters of a term only the active one fits. */
  private static final double WIDE_TERM = 18;

  private static final String SMALL = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₘ⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾, ";

  private final Renderer plain;

  LineLength(Notation notation) {
    this.plain = new Renderer(FormulaStyle.PLAIN, notation);
  }

  /** The formula of a sum with lines that are short enough. */
  Formula fit(Formula formula) {
    if (!(formula.symbols() instanceof Expr.Terms symbols)
        || !(formula.numbers() instanceof Expr.Terms numbers)) {
      return formula;
    }
    int allowed = length(symbols.term().apply(0)) > WIDE_TERM ? 1 : MOST_TERMS;
    double longest = LONGEST - (formula.ahead() > 0 ? TO_COME : 0);
    // Long numbers leave room for fewer of them; what they come to is never left out.
    List<Expr> sum =
        length(numbers.showing(allowed)) + length(formula.plain(formula.sum())) > longest
            ? List.of(formula.sum().getLast())
            : formula.sum();
    double roomOfSymbols = LONGEST - (formula.general() == null ? 0 : length(formula.general()));
    double roomOfNumbers = longest - length(formula.plain(sum));
    // The same terms are left out of both lines, or nobody could tell which belong together.
    int most =
        IntStream.of(MOST_TERMS, MOST_TERMS / 2, 2)
            .filter(tried -> tried <= allowed)
            .filter(tried -> length(symbols.showing(tried)) <= roomOfSymbols)
            .filter(tried -> length(numbers.showing(tried)) <= roomOfNumbers)
            .findFirst()
            .orElse(1);
    return new Formula(
        formula.notation(),
        formula.result(),
        formula.general(),
        symbols.showing(most),
        numbers.showing(most),
        sum,
        formula.ahead());
  }

  private double length(Expr expr) {
    return length(plain.text(expr));
  }

  /**
   * About how wide it will be set, in letters; small raised and lowered ones take half as much. The
   * stream's sum makes up for rounding: added one by one, a line of just the longest length may
   * come out a little longer.
   */
  private static double length(String plain) {
    return plain.chars().mapToDouble(c -> SMALL.indexOf(c) < 0 ? 1 : 0.4).sum();
  }
}
