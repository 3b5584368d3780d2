package org.gradloom.rule;

import org.gradloom.formula.Expr;
import org.gradloom.formula.Index;

/**
 * A function that a layer applies to each row of Z as a whole, so that every output of a sample
 * depends on all of them. Only a last layer has one.
 */
public enum Rowwise implements Activation {
  /**
   * aⱼ = exp(zⱼ) / Σₘ exp(zₘ). Its Jacobian is ∂aₘ/∂zⱼ = aₘ·([m = j] − aⱼ), so that dzⱼ = aⱼ·(daⱼ −
   * Σₘ aₘ·daₘ).
   */
  SOFTMAX("softmax", Probabilities.SOFTMAX);

  private final String documentName;
  private final Probabilities probabilities;

  Rowwise(String documentName, Probabilities probabilities) {
    this.documentName = documentName;
    this.probabilities = probabilities;
  }

  @Override
  public String documentName() {
    return documentName;
  }

  @Override
  public boolean hasKink() {
    return false;
  }

  @Override
  public boolean readsInput() {
    return false;
  }

  /** The same where a loss makes it of its logits. */
  public Probabilities probabilities() {
    return probabilities;
  }

  /** aⱼ as it is explained. */
  public Expr formula(Expr z, Expr ofRow, Index.Letter column) {
    return probabilities.formula(z, ofRow, column);
  }

  /** dzⱼ from aⱼ, daⱼ and the sum of all aₘ·daₘ of the row. */
  public double gradient(double a, double dA, double sum) {
    return a * (dA - sum);
  }

  /** The same as it is explained. */
  public Expr gradientFormula(Expr a, Expr dA, Expr sum) {
    return Expr.Product.of(a, new Expr.Difference(dA, sum));
  }

  @Override
  public void apply(double[] z, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      probabilities.ofRow(z, i * columns, (i + 1) * columns, z);
    }
  }

  @Override
  public void backward(double[] z, double[] a, double[] d, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      int from = i * columns;
      double sum = 0;
      for (int m = from; m < from + columns; m++) {
        sum += a[m] * d[m];
      }
      for (int j = from; j < from + columns; j++) {
        d[j] = gradient(a[j], d[j], sum);
      }
    }
  }
}
