package org.gradloom.rule;

import java.util.List;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;
import org.gradloom.formula.Index;
import org.gradloom.matrix.Matrix;

/** How a loss turns outputs A (N×M) into probabilities before it compares them. */
public enum Probabilities {
  /** Not at all: it compares the outputs themselves. */
  NONE {
    @Override
    public Matrix of(Matrix a) {
      return a;
    }

    @Override
    public double of(Matrix a, int row, int column) {
      return a.get(row, column);
    }

    @Override
    public Expr formula(Expr logit, Expr ofRow, Index.Letter column) {
      return logit;
    }

    @Override
    double ofRow(double[] a, int from, int to, double[] p) {
      System.arraycopy(a, from, p, from, to - from);
      return 0;
    }
  },

  /** exp(aⱼ) / Σₖ exp(aₖ) over each row. */
  SOFTMAX {
    @Override
    public Matrix of(Matrix a) {
      double[] sums = new double[a.rows()];
      double[] maxima = new double[a.rows()];
      for (int i = 0; i < a.rows(); i++) {
        maxima[i] = rowMaximum(a, i);
        sums[i] = sumOfExponentials(a, i, maxima[i]);
      }
      return Matrix.numbers(a.shape(), (i, j) -> Math.exp(a.get(i, j) - maxima[i]) / sums[i]);
    }

    @Override
    public double of(Matrix a, int row, int column) {
      double max = rowMaximum(a, row);
      return Math.exp(a.get(row, column) - max) / sumOfExponentials(a, row, max);
    }

    @Override
    public double termInput(Matrix a, int row, int column) {
      double max = rowMaximum(a, row);
      return a.get(row, column) - (max + Math.log(sumOfExponentials(a, row, max)));
    }

    @Override
    public Expr formula(Expr logit, Expr ofRow, Index.Letter column) {
      return new Expr.Quotient(
          Expr.Bar.FRACTION,
          new Expr.Apply(Function.E_TO, logit),
          new Expr.Series(List.of(column), new Expr.Apply(Function.E_TO, ofRow)));
    }

    @Override
    double ofRow(double[] a, int from, int to, double[] p) {
      double max = a[from];
      for (int j = from + 1; j < to; j++) {
        max = Math.max(max, a[j]);
      }
      double sum = 0;
      for (int j = from; j < to; j++) {
        double e = Math.exp(a[j] - max);
        p[j] = e;
        sum += e;
      }
      for (int j = from; j < to; j++) {
        p[j] /= sum;
      }
      return max + Math.log(sum);
    }
  },

  /** σ of each entry. */
  SIGMOID {
    @Override
    public Matrix of(Matrix a) {
      return Matrix.numbers(a.shape(), (i, j) -> of(a, i, j));
    }

    @Override
    public double of(Matrix a, int row, int column) {
      return Elementwise.SIGMOID.value(a.get(row, column));
    }

    @Override
    public Expr formula(Expr logit, Expr ofRow, Index.Letter column) {
      return new Expr.Quotient(
          Expr.Bar.SLASH,
          new Expr.Constant(1),
          Expr.Sum.of(
              new Expr.Constant(1), new Expr.Apply(Function.EXP, new Expr.Negative(logit))));
    }

    @Override
    double ofRow(double[] a, int from, int to, double[] p) {
      for (int j = from; j < to; j++) {
        p[j] = Elementwise.SIGMOID.value(a[j]);
      }
      return 0;
    }
  };

  /** P, N×M. Logits of ±1000 stay finite. */
  public abstract Matrix of(Matrix a);

  /** One entry of P. */
  public abstract double of(Matrix a, int row, int column);

  /**
   * One entry of P as it is explained.
   *
   * @param ofRow the logit in column {@code column} of the same row
   */
  public abstract Expr formula(Expr logit, Expr ofRow, Index.Letter column);

  /**
   * What a term of a loss is made of: the output itself or, after softmax, the logarithm of its
   * probability, which is finite where the probability is 0.
   */
  public double termInput(Matrix a, int row, int column) {
    return a.get(row, column);
  }

  /**
   * One row of P into {@code p}, at the places {@code from} to before {@code to} that it has in
   * {@code a}; only {@code p} is modified.
   *
   * @return what is taken away from an output to make the {@link #termInput} of it
   */
  abstract double ofRow(double[] a, int from, int to, double[] p);

  /** The largest entry of a row, which softmax takes away before it exponentiates. */
  public static double rowMaximum(Matrix a, int row) {
    double max = a.get(row, 0);
    for (int j = 1; j < a.columns(); j++) {
      max = Math.max(max, a.get(row, j));
    }
    return max;
  }

  /** Σⱼ exp(aⱼ − shift) over one row. */
  public static double sumOfExponentials(Matrix a, int row, double shift) {
    double sum = 0;
    for (int j = 0; j < a.columns(); j++) {
      sum += Math.exp(a.get(row, j) - shift);
    }
    return sum;
  }
}
