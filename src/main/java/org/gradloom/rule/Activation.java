package org.gradloom.rule;

import java.util.List;
import java.util.Optional;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;

/**
 * The function g that a layer applies to each entry of Z, with its slope.
 *
 * <p>Training applies it to whole arrays. A rule that says nothing of arrays has loops over its
 * scalar functions; those here have loops of their own, because the compiler turns a loop into
 * vector instructions only where nothing is decided and nothing is called inside it.
 */
public enum Activation {
  /** g(z) = z. */
  IDENTITY("identity", false) {
    @Override
    public double value(double z) {
      return z;
    }

    @Override
    public double slopeAtValue(double a) {
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
    public void multiplyBySlope(double[] a, double[] d, int count) {}
  },

  /** g(z) = max(z, 0). By the larger of two, so that what is no number stays none. */
  RELU("relu", true) {
    @Override
    public double value(double z) {
      return Math.max(z, 0);
    }

    @Override
    public double slopeAtValue(double a) {
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
    public void multiplyBySlope(double[] a, double[] d, int count) {
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
    public double slopeAtValue(double a) {
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
    public void multiplyBySlope(double[] a, double[] d, int count) {
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
    public double slopeAtValue(double a) {
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
    public void multiplyBySlope(double[] a, double[] d, int count) {
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
    public double slopeAtValue(double a) {
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
    public void multiplyBySlope(double[] a, double[] d, int count) {
      for (int i = 0; i < count; i++) {
        d[i] *= 1 - a[i] * a[i];
      }
    }
  };

  private final String documentName;
  private final boolean hasKink;

  Activation(String documentName, boolean hasKink) {
    this.documentName = documentName;
    this.hasKink = hasKink;
  }

  /** As the document writes it. */
  public String documentName() {
    return documentName;
  }

  /** True if the slope jumps at 0, where a central difference means nothing. */
  public boolean hasKink() {
    return hasKink;
  }

  /** g(z). */
  public abstract double value(double z);

  /** g′(z) from a = g(z), which every one of these functions allows: no exponential is repeated. */
  public abstract double slopeAtValue(double a);

  /** g′(z), from the stored z; at a kink the slope of the left side. */
  public final double slope(double z) {
    return slopeAtValue(value(z));
  }

  /** g(z) as it is explained. */
  public abstract Expr formula(Expr z);

  /** g′(z) as it is explained. */
  public abstract Expr slopeFormula(Expr z);

  /** z ← g(z) within 1e-15 for the first {@code count} entries. */
  public void apply(double[] z, int count) {
    Entrywise.apply(this, z, count);
  }

  /** d ← d · g′(z) for the first {@code count} entries, from a = g(z); {@code d} is modified. */
  public void multiplyBySlope(double[] a, double[] d, int count) {
    Entrywise.multiplyBySlope(this, a, d, count);
  }

  public static Optional<Activation> named(String documentName) {
    for (Activation activation : values()) {
      if (activation.documentName.equals(documentName)) {
        return Optional.of(activation);
      }
    }
    return Optional.empty();
  }
}
