package org.gradloom.rule;

import java.util.List;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;
import org.gradloom.formula.Normal;

/**
 * A function g that a layer applies to each entry of Z by itself, with its slope.
 *
 * <p>Training applies it to whole arrays. A rule that says nothing of arrays has loops over its
 * scalar functions; most here have loops of their own, because the compiler turns a loop into
 * vector instructions only where nothing is decided and nothing is called inside it.
 */
public enum Elementwise implements Activation {
  /** g(z) = z. */
  IDENTITY("identity", false) {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double slope(double z, double a) {
      return 1;
    }

    @Override
    public Expr formula(Expr z) {
      return z;
    }

    @Override
    public Expr slopeFormula(Expr z) {
      return new Expr.Constant(1);
    }

    @Override
    public void apply(double[] z, int count) {}

    @Override
    public void multiplyBySlope(double[] z, double[] a, double[] d, int count) {}
  },

  /** g(z) = max(z, 0). By the larger of two, so that what is no number stays none. */
  RELU("relu", true) {
    @Override
    public double value(double z) {
      return Math.max(z, 0);
    }

    @Override
    public double slope(double z, double a) {
      return a > 0 ? 1 : 0;
    }

    @Override
    public Expr formula(Expr z) {
      return new Expr.Largest(List.of(new Expr.Constant(0), z));
    }

    @Override
    public Expr slopeFormula(Expr z) {
      return new Expr.Test(z, Expr.Relation.GREATER, 0);
    }

    @Override
    public void apply(double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.max(z[i], 0);
      }
    }

    @Override
    public void multiplyBySlope(double[] z, double[] a, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= a[i] > 0 ? 1 : 0;
      }
    }
  },

  /** g(z) = max(z, 0.01·z). */
  LEAKY_RELU("leaky-relu", true) {
    private static final double LEAK = 0.01;

    @Override
    public double value(double z) {
      return Math.max(z, LEAK * z);
    }

    @Override
    public double slope(double z, double a) {
      return a > 0 ? 1 : LEAK;
    }

    @Override
    public Expr formula(Expr z) {
      return new Expr.Largest(
          List.of(z, new Expr.Product(Expr.Join.COEFFICIENT, new Expr.Constant(LEAK), z)));
    }

    @Override
    public Expr slopeFormula(Expr z) {
      return Expr.Sum.of(
          new Expr.Test(z, Expr.Relation.GREATER, 0),
          new Expr.Product(
              Expr.Join.THIN, new Expr.Constant(LEAK), new Expr.Test(z, Expr.Relation.AT_MOST, 0)));
    }

    @Override
    public void apply(double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = Math.max(z[i], LEAK * z[i]);
      }
    }

    @Override
    public void multiplyBySlope(double[] z, double[] a, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= a[i] > 0 ? 1 : LEAK;
      }
    }
  },

  /** σ(z) = 1/(1 + e⁻ᶻ). */
  SIGMOID("sigmoid", false) {
    @Override
    public double value(double z) {
      return sigmoid(z);
    }

    @Override
    public double slope(double z, double a) {
      return a * (1 - a);
    }

    @Override
    public Expr formula(Expr z) {
      return new Expr.Apply(Function.SIGMOID, z);
    }

    @Override
    public Expr slopeFormula(Expr z) {
      return new Expr.Product(
          Expr.Join.NONE, formula(z), new Expr.Difference(new Expr.Constant(1), formula(z)));
    }

    @Override
    public void apply(double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = sigmoid(z[i]);
      }
    }

    @Override
    public void multiplyBySlope(double[] z, double[] a, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= a[i] * (1 - a[i]);
      }
    }

    // With an exponent that never overflows.
    private static double sigmoid(double z) {
      if (z >= 0) {
        return 1 / (1 + Math.exp(-z));
      }
      double e = Math.exp(z);
      return e / (1 + e);
    }
  },

  TANH("tanh", false) {
    @Override
    public double value(double z) {
      return Math.tanh(z);
    }

    @Override
    public double slope(double z, double a) {
      return 1 - a * a;
    }

    @Override
    public Expr formula(Expr z) {
      return new Expr.Apply(Function.TANH, z);
    }

    @Override
    public Expr slopeFormula(Expr z) {
      return new Expr.Difference(new Expr.Constant(1), new Expr.Square(formula(z)));
    }

    // tanh z = 1 − 2/(e²ᶻ + 1), within 1e-15 of Math.tanh and in half its time.
    @Override
    public void apply(double[] z, int count) {
      for (int i = 0; i < count; i++) {
        z[i] = 1 - 2 / (Math.exp(2 * z[i]) + 1);
      }
    }

    @Override
    public void multiplyBySlope(double[] z, double[] a, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= 1 - a[i] * a[i];
      }
    }
  },

  /**
   * g(z) = z·Φ(z), where Φ is the normal distribution. Hendrycks and Gimpel, Gaussian error linear
   * units, 2016; the exact form, which no polynomial stands in for.
   */
  GELU("gelu", false) {
    @Override
    public double value(double z) {
      return z * Normal.distribution(z);
    }

    @Override
    public double slope(double z, double a) {
      return Normal.distribution(z) + z * Normal.density(z);
    }

    @Override
    public boolean readsInput() {
      return true;
    }

    @Override
    public Expr formula(Expr z) {
      return new Expr.Product(Expr.Join.DOT, z, new Expr.Apply(Function.NORMAL_DISTRIBUTION, z));
    }

    @Override
    public Expr slopeFormula(Expr z) {
      return Expr.Sum.of(
          new Expr.Apply(Function.NORMAL_DISTRIBUTION, z),
          new Expr.Product(Expr.Join.DOT, z, new Expr.Apply(Function.NORMAL_DENSITY, z)));
    }
  };

  private final String documentName;
  private final boolean hasKink;

  Elementwise(String documentName, boolean hasKink) {
    this.documentName = documentName;
    this.hasKink = hasKink;
  }

  @Override
  public String documentName() {
    return documentName;
  }

  @Override
  public boolean hasKink() {
    return hasKink;
  }

  @Override
  public boolean readsInput() {
    return false;
  }

  /** g(z). */
  public abstract double value(double z);

  /**
   * g′(z); at a kink the slope of the left side. Where a tells it, as all do whose {@link
   * #readsInput} is false, z is not looked at, so that no exponential is repeated.
   *
   * @param a g(z)
   */
  public abstract double slope(double z, double a);

  /** g′(z); at a kink the slope of the left side. */
  public final double slope(double z) {
    return slope(z, value(z));
  }

  /** g(z) as it is explained. */
  public abstract Expr formula(Expr z);

  /** g′(z) as it is explained. */
  public abstract Expr slopeFormula(Expr z);

  /** z ← g(z) within 1e-15 for the first {@code count} entries. */
  public void apply(double[] z, int count) {
    Entrywise.apply(this, z, count);
  }

  /** d ← d · g′(z) for the first {@code count} entries, from z and a = g(z); {@code d} changes. */
  public void multiplyBySlope(double[] z, double[] a, double[] d, int count) {
    Entrywise.multiplyBySlope(this, z, a, d, count);
  }

  @Override
  public final void apply(double[] z, int rows, int columns) {
    apply(z, rows * columns);
  }

  @Override
  public final void backward(double[] z, double[] a, double[] d, int rows, int columns) {
    multiplyBySlope(z, a, d, rows * columns);
  }
}
