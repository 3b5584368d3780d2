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

  /** Beyond so many letters a line of numbers is told shorter. */
  private static final double LONGEST = 64;

  /** The same of symbols, which are set wider than digits. */
  private static final double LONGEST_OF_SYMBOLS = 57;

  /** The same where a rule would have to go: it is worth letters that are a little smaller. */
  private static final double LONGEST_WITH_RULE = 63;

  /**
   * The same where a view's rule stands before, whose fractions are narrower than they are long.
   */
  private static final double LONGEST_BESIDE_VIEW = 62;

  /** How many letters wider than one a Σ is set. */
  private static final double SIGMA = 2;

  /** How many letters of room stand around what a sum is taken from and its brackets. */
  private static final double AROUND_REMAINDER = 6;

  /** How many letters of a line of numbers are taken by the words that say what is to come. */
  private static final double TO_COME = 11;

  /** Beyond so many letters of a term only the active one fits. */
  private static final double WIDE_TERM = 18;

  private static final String SMALL = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₘ⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾, ";

  /** Among symbols brackets are narrow, too. */
  private static final String SMALL_AMONG_SYMBOLS = SMALL + "()½";

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
    double widest = length(numbers.showing(allowed));
    boolean room = widest + length(formula.plain(formula.sum())) <= longest;
    List<Expr> sum = room ? formula.sum() : List.of(formula.sum().getLast());
    Expr general = formula.general();
    double roomOfSymbols =
        LONGEST_OF_SYMBOLS
            - (general == null || !hasRoomForBoth(formula) ? 0 : lengthOfSymbols(general))
            - (isRemainder(symbols) ? AROUND_REMAINDER : 0);
    double roomOfNumbers = longest - length(formula.plain(sum));
    // The same terms are left out of both lines, or nobody could tell which belong together.
    int most =
        IntStream.of(MOST_TERMS, MOST_TERMS / 2, 2, 1)
            .filter(tried -> tried <= allowed)
            .filter(tried -> lengthWithSigmas(symbols.showing(tried)) <= roomOfSymbols)
            .filter(tried ->
                (tried == allowed ? widest : length(numbers.showing(tried))) <= roomOfNumbers)
            .findFirst()
            .orElse(0);
    return new Formula(
        formula.notation(),
        formula.result(),
        formula.general(),
        symbols.showing(most),
        numbers.showing(most),
        sum,
        formula.ahead());
  }

  /**
   * True if rule and terms have room in one line, whichever term is active: or the rule would come
   * and go from term to term.
   */
  boolean hasRoomForBoth(Formula formula) {
    return formula.general() == null
        || !(formula.symbols() instanceof Expr.Terms terms)
        || lengthWithSigmas(formula.general()) + lengthWithSigmas(amid(terms)) <= LONGEST_WITH_RULE;
  }

  private double lengthWithSigmas(Expr expr) {
    long sigmas = plain.text(expr).chars().filter(letter -> letter == 'Σ').count();
    return lengthOfSymbols(expr) + SIGMA * sigmas;
  }

  /** One term with others left out on both of its sides. */
  private static Expr.Terms amid(Expr.Terms terms) {
    return new Expr.Terms(
        terms.count(), terms.term(), terms.closings(), terms.count() / 2, terms.activeState(), 1);
  }

  /** True if a few terms have room in one line behind a view's rule. */
  boolean hasRoomBeside(String rule, Formula formula) {
    return formula.symbols() instanceof Expr.Terms terms
        && terms.count() + terms.closings().size() < MOST_TERMS
        && length(rule, SMALL_AMONG_SYMBOLS) + lengthOfSymbols(terms) <= LONGEST_BESIDE_VIEW;
  }

  private static boolean isRemainder(Expr.Terms sum) {
    return sum.closings().stream().anyMatch(Expr.Remainder.class::isInstance);
  }

  private double length(Expr expr) {
    return length(plain.text(expr));
  }

  private double lengthOfSymbols(Expr expr) {
    return length(plain.text(expr), SMALL_AMONG_SYMBOLS);
  }

  private static double length(String plain) {
    return length(plain, SMALL);
  }

  /** About how wide it will be set, in letters; small raised and lowered ones take two fifths. */
  private static double length(String plain, String small) {
    // In whole numbers, or a line of just the longest length may come out a little longer.
    int fifths = 0;
    for (int i = 0; i < plain.length(); i++) {
      fifths += small.indexOf(plain.charAt(i)) < 0 ? 5 : 2;
    }
    return fifths / 5.0;
  }
}
