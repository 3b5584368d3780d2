package org.gradloom.derivation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Renderer;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What is computed at a step, from the general rule to the numbers, as trees. Whoever shows them
 * has a {@link #renderer} write them.
 *
 * @param notation what entries are called
 * @param result the entry that is being made, as an equation's left side
 * @param general the rule with letters for indices; null where the symbols say it all
 * @param symbols this cell's terms in symbols; null where the rule has them already
 * @param numbers the terms added so far in numbers
 * @param sum what the terms are, where they are few, and what they add up to so far
 * @param ahead how many terms are still to come
 */
public record Formula(
    Notation notation,
    Expr result,
    @Nullable Expr general,
    @Nullable Expr symbols,
    Expr numbers,
    List<Expr> sum,
    int ahead) {
  public Formula {
    sum = List.copyOf(sum);
  }

  /** The formula of a step. */
  public static Formula of(Step step) {
    StepFormula maker = new StepFormula(step, LineLength.MOST_TERMS);
    Formula formula = maker.make();
    LineLength lines = new LineLength(formula.notation());
    return lines.fit(lines.hasRoomForBoth(formula) ? formula : maker.addingAllWeights().make());
  }

  /** The same with every term of a sum, however long its lines become. */
  public static Formula whole(Step step) {
    return new StepFormula(step, Integer.MAX_VALUE).make();
  }

  /**
   * The equation in symbols as one line: the rule and the terms. Where a line has no room for both,
   * the terms alone if the walk stands at one of them, else the rule.
   */
  public List<Expr> equation(boolean atTerm) {
    Stream<@Nullable Expr> sides =
        new LineLength(notation).hasRoomForBoth(this)
            ? Stream.of(result, general, symbols)
            : Stream.of(result, atTerm ? symbols : general);
    return sides.filter(Objects::nonNull).toList();
  }

  /** What stands in one line with a view's rule: the terms, or their own rule if they are long. */
  public @Nullable Expr beside(ViewFormula rule) {
    return general == null || new LineLength(notation).hasRoomBeside(rule.plain(), this)
        ? symbols
        : general;
  }

  /** Writes the trees of this formula. */
  public Renderer renderer(FormulaStyle style) {
    return new Renderer(style, notation);
  }

  /** Sides of an equation as one line of plain text; what is null is left out. */
  public String plain(@Nullable Expr... sides) {
    return plain(Stream.of(sides));
  }

  /** The same. */
  public String plain(List<Expr> sides) {
    return plain(sides.stream());
  }

  private String plain(Stream<? extends @Nullable Expr> sides) {
    Renderer plain = renderer(FormulaStyle.PLAIN);
    return sides
        .filter(Objects::nonNull)
        .map(plain::text)
        .reduce((before, side) -> before + " " + equal(side))
        .orElse("");
  }

  /** A side of an equation with the sign before it: {@code = 2}, {@code ≈ 1} for {@code ≈1}. */
  public static String equal(String side) {
    return side.charAt(0) == Numbers.ABOUT ? Numbers.ABOUT + " " + side.substring(1) : "= " + side;
  }

  /** All of it as one line of plain text, as a screen reader or a terminal gives it. */
  public String plain() {
    return plain(result, general, symbols, numbers) + " " + equal(plain(sum));
  }
}
