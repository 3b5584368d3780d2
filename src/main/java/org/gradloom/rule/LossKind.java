package org.gradloom.rule;

import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;

/**
 * The loss over the last layer's outputs A (N×M) as a rule: what it compares them with, its terms,
 * and its gradient. The numbers themselves belong to a lesson.
 *
 * <p>Every term is of one output a and the t beside it. The reduction divides afterwards, once.
 */
public enum LossKind {
  /** L = Σ t·a, so that dL/dA is what is given. Nothing of it can be learnt. */
  GIVEN("given", TargetForm.UPSTREAM, TargetRange.ANY, Probabilities.NONE) {
    @Override
    public double term(double a, double upstream) {
      return upstream * a;
    }

    @Override
    public double gradient(double a, double upstream) {
      return upstream;
    }

    @Override
    public Expr termFormula(Expr output, Expr target) {
      return Expr.Product.of(output, target);
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return target;
    }
  },

  /** L = ½ Σ (a − t)². */
  SQUARED_ERROR("squared-error", TargetForm.TARGETS, TargetRange.ANY, Probabilities.NONE) {
    @Override
    public double term(double a, double target) {
      double error = a - target;
      return 0.5 * error * error;
    }

    @Override
    public double gradient(double a, double target) {
      return a - target;
    }

    @Override
    public Expr termFormula(Expr output, Expr target) {
      return new Expr.Product(
          Expr.Join.NONE,
          new Expr.Constant(0.5),
          new Expr.Square(new Expr.Difference(output, target)));
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Difference(output, target);
    }
  },

  /** L = −Σ ln softmax(A) at the sample's class; A holds logits. */
  SOFTMAX_CROSS_ENTROPY(
      "softmax-cross-entropy", TargetForm.LABELS, TargetRange.PROBABILITY, Probabilities.SOFTMAX) {
    @Override
    public double term(double logarithm, double target) {
      // From 0, so that a sure and right answer costs 0 and not −0.
      return 0 - target * logarithm;
    }

    @Override
    public double gradient(double p, double target) {
      return p - target;
    }

    @Override
    public Expr termFormula(Expr output, Expr target) {
      return new Expr.Negative(new Expr.Apply(Function.LN, output));
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Difference(output, target);
    }

    @Override
    public double measureRow(
        double[] a, int from, int to, double[] answers, int at, double divisor, double[] dA) {
      int own = from + (int) answers[at];
      double norm = Probabilities.SOFTMAX.ofRow(a, from, to, dA);
      for (int j = from; j < to; j++) {
        dA[j] /= divisor;
      }
      dA[own] -= 1 / divisor;
      return norm - a[own];
    }
  },

  /** L = −Σ t ln σ(a) + (1 − t) ln(1 − σ(a)); A holds logits. */
  SIGMOID_CROSS_ENTROPY(
      "sigmoid-cross-entropy", TargetForm.TARGETS, TargetRange.PROBABILITY, Probabilities.SIGMOID) {
    // Without a logarithm of 0.
    @Override
    public double term(double a, double target) {
      return Math.max(a, 0) - a * target + Math.log1p(Math.exp(-Math.abs(a)));
    }

    @Override
    public double gradient(double p, double target) {
      return p - target;
    }

    @Override
    public Expr termFormula(Expr output, Expr target) {
      return new Expr.Difference(
          new Expr.Negative(
              new Expr.Product(Expr.Join.BLANK, target, new Expr.Apply(Function.LN, output))),
          new Expr.Product(
              Expr.Join.BLANK,
              new Expr.Difference(new Expr.Constant(1), target),
              new Expr.Apply(Function.LN, new Expr.Difference(new Expr.Constant(1), output))));
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Difference(output, target);
    }
  };

  private final String documentName;
  private final TargetForm form;
  private final TargetRange range;
  private final Probabilities probabilities;

  LossKind(String documentName, TargetForm form, TargetRange range, Probabilities probabilities) {
    this.documentName = documentName;
    this.form = form;
    this.range = range;
    this.probabilities = probabilities;
  }

  /** As the document writes it. */
  public String documentName() {
    return documentName;
  }

  /** The form of what it compares the outputs with. */
  public TargetForm form() {
    return form;
  }

  /** Which numbers it can compare the outputs with. */
  public TargetRange range() {
    return range;
  }

  /** What it makes of the outputs first. */
  public Probabilities probabilities() {
    return probabilities;
  }

  /** True if it turns outputs into probabilities first, which the walk then shows. */
  public boolean hasProbabilities() {
    return probabilities != Probabilities.NONE;
  }

  /** True if a network can learn from it: what is given as dL/dA does not follow the weights. */
  public boolean isLearnt() {
    return form != TargetForm.UPSTREAM;
  }

  /**
   * The part of L that one output adds, before any division.
   *
   * @param output a or, after softmax, ln p: see {@link Probabilities#termInput}
   * @param target t; for labels 1 at the sample's class and 0 elsewhere
   */
  public abstract double term(double output, double target);

  /**
   * dL/da of one output, before any division.
   *
   * @param output a, or p where probabilities come first
   * @param target t; for labels 1 at the sample's class and 0 elsewhere
   */
  public abstract double gradient(double output, double target);

  /**
   * The term as it is explained.
   *
   * @param output a, or p where probabilities come first; for labels that of the sample's class
   * @param target t; for labels there is none to speak of
   */
  public abstract Expr termFormula(Expr output, Expr target);

  /**
   * The gradient as it is explained.
   *
   * @param output a, or p where probabilities come first
   * @param target t; for labels 1 at the sample's class and 0 elsewhere
   */
  public abstract Expr gradientFormula(Expr output, Expr target);

  /**
   * One row of a mini-batch that is learnt, both the loss and its gradient, so that what both need
   * is computed once. Nothing is allocated.
   *
   * @param a outputs; those of the row stand from {@code from} to before {@code to}
   * @param answers what they are compared with: from {@code at} on a target for each output, or for
   *     labels the class alone, there
   * @param divisor the reduction's, which only the gradient is divided by
   * @param dA overwritten with dL/dA of this row, at the same places as in {@code a}
   * @return the row's terms, added
   */
  public double measureRow(
      double[] a, int from, int to, double[] answers, int at, double divisor, double[] dA) {
    return Entrywise.measureRow(this, a, from, to, answers, at, divisor, dA);
  }
}
