package org.gradloom.rule;

import org.gradloom.formula.Expr;

/**
 * The penalty on large weights that L ends with: ½λ·Σw² over the weights of all layers, not the
 * biases. What its gradient adds to dL/dw is λw.
 *
 * @param lambda λ, at least 0
 * @param half whether the ½ stands before it; without, the gradient is 2λw
 * @param perRow whether it is divided by the number of samples
 */
public record L2(double lambda, boolean half, boolean perRow) implements WeightPenalty {
  /** No penalty. */
  public static final L2 NONE = new L2(0, true, false);

  @Override
  public String documentName() {
    return "l2";
  }

  @Override
  public String variable() {
    return "lam";
  }

  public L2 withLambda(double other) {
    return new L2(other, half, perRow);
  }

  public L2 withHalf(boolean other) {
    return new L2(lambda, other, perRow);
  }

  public L2 withPerRow(boolean other) {
    return new L2(lambda, half, other);
  }

  @Override
  public double cost(double weight) {
    return weight * weight;
  }

  @Override
  public double factor(int samples) {
    return gradientFactor(samples) / 2;
  }

  @Override
  public double gradientFactor(int samples) {
    return (half ? lambda : 2 * lambda) / (perRow ? samples : 1);
  }

  @Override
  public double direction(double weight) {
    return weight;
  }

  @Override
  public boolean hasKink() {
    return false;
  }

  @Override
  public Expr rate() {
    return new Expr.Named("\\lambda", "λ", new Expr.Constant(lambda));
  }

  @Override
  public Expr costFormula(Expr weight) {
    return new Expr.Square(weight);
  }

  @Override
  public Expr formula(Expr rate, Expr sumOfSquares, Expr samples) {
    Expr scaled = half ? new Expr.Product(Expr.Join.NONE, new Expr.Constant(0.5), rate) : rate;
    return new Expr.Product(Expr.Join.BLANK, over(scaled, samples), sumOfSquares);
  }

  @Override
  public Expr gradientFormula(Expr rate, Expr weight, Expr samples) {
    Expr scaled = half ? rate : new Expr.Product(Expr.Join.NONE, new Expr.Constant(2), rate);
    return Expr.Product.of(over(scaled, samples), weight);
  }

  private Expr over(Expr scaled, Expr samples) {
    return perRow ? new Expr.Quotient(Expr.Bar.SLASH, scaled, samples) : scaled;
  }
}
