package org.gradloom.rule;

import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;

/**
 * The penalty that draws every weight to 0 with the same force, so that some get there: λ₁·Σ|w|
 * over the weights of all layers. What it adds to dL/dw is λ₁·sign(w), and nothing at 0.
 *
 * @param lambda λ₁, at least 0
 */
public record L1(double lambda) implements WeightPenalty {
  /** No penalty. */
  public static final L1 NONE = new L1(0);

  @Override
  public String documentName() {
    return "l1";
  }

  @Override
  public String variable() {
    return "lam1";
  }

  @Override
  public double cost(double weight) {
    return Math.abs(weight);
  }

  @Override
  public double factor(int samples) {
    return lambda;
  }

  @Override
  public double gradientFactor(int samples) {
    return lambda;
  }

  @Override
  public double direction(double weight) {
    return Math.signum(weight);
  }

  @Override
  public boolean hasKink() {
    return true;
  }

  @Override
  public Expr rate() {
    return new Expr.Named("\\lambda_{1}", "λ₁", new Expr.Constant(lambda));
  }

  @Override
  public Expr costFormula(Expr weight) {
    return new Expr.Apply(Function.ABSOLUTE, weight);
  }

  @Override
  public Expr formula(Expr rate, Expr sumOfCosts, Expr samples) {
    return new Expr.Product(Expr.Join.BLANK, rate, sumOfCosts);
  }

  @Override
  public Expr gradientFormula(Expr rate, Expr weight, Expr samples) {
    return Expr.Product.of(rate, new Expr.Apply(Function.SIGN, weight));
  }
}
