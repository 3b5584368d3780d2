package org.gradloom.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loss over the last layer's outputs A (N×M) as a rule: what it compares them with, its terms,
 * and its gradient. The numbers themselves belong to a lesson.
 *
 * <p>Every term is of one output a and the t beside it. The reduction divides afterwards, once.
 */
public enum LossKind {
  /** L = Σ t·a, so that dL/dA is what is given. Nothing of it can be learnt. */
  GIVEN("given", List.of(TargetForm.UPSTREAM), TargetRange.ANY, Probabilities.NONE, null) {
    @Override
    public double term(double a, double upstream) {
      return upstream * a;
    }

    @Override
    public double gradient(double a, double upstream) {
      return upstream;
    }

    @Override
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
      return Expr.Product.of(output, target);
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return target;
    }
  },

  /** L = ½ Σ (a − t)². */
  SQUARED_ERROR(
      "squared-error", List.of(TargetForm.TARGETS), TargetRange.ANY, Probabilities.NONE, null) {
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
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
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

  /** L = Σ (a − t)², the squared error without its ½. */
  WHOLE_SQUARED_ERROR(
      "squared-error", List.of(TargetForm.TARGETS), TargetRange.ANY, Probabilities.NONE, null) {
    @Override
    public double term(double a, double target) {
      double error = a - target;
      return error * error;
    }

    @Override
    public double gradient(double a, double target) {
      return 2 * (a - target);
    }

    @Override
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
      return new Expr.Square(new Expr.Difference(output, target));
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Product(
          Expr.Join.NONE, new Expr.Constant(2), new Expr.Difference(output, target));
    }
  },

  /** L = −Σ t ln softmax(A), for labels that of the sample's class alone; A holds logits. */
  SOFTMAX_CROSS_ENTROPY(
      "softmax-cross-entropy",
      List.of(TargetForm.LABELS, TargetForm.TARGETS),
      TargetRange.DISTRIBUTION,
      Probabilities.SOFTMAX,
      null) {
    @Override
    public double term(double logarithm, double target) {
      // From 0, so that a sure and right answer costs 0 and not −0.
      return target == 0 ? 0 : 0 - target * logarithm;
    }

    @Override
    public double gradient(double p, double target) {
      return p - target;
    }

    @Override
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
      return entropyTerm(form, output, target);
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Difference(output, target);
    }

    @Override
    public double measureRow(
        TargetForm form,
        double[] a,
        int from,
        int to,
        double[] answers,
        int at,
        double divisor,
        double[] dA) {
      if (form != TargetForm.LABELS) {
        return super.measureRow(form, a, from, to, answers, at, divisor, dA);
      }
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
      "sigmoid-cross-entropy",
      List.of(TargetForm.TARGETS),
      TargetRange.PROBABILITY,
      Probabilities.SIGMOID,
      null) {
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
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
      return binaryEntropyTerm(output, target);
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Difference(output, target);
    }
  },

  /**
   * L = −Σ t ln a, for labels that of the sample's class alone; A holds softmax's probabilities.
   */
  CROSS_ENTROPY(
      "cross-entropy",
      List.of(TargetForm.LABELS, TargetForm.TARGETS),
      TargetRange.DISTRIBUTION,
      Probabilities.NONE,
      Rowwise.SOFTMAX) {
    @Override
    public double term(double a, double target) {
      return cost(a, target);
    }

    @Override
    public double gradient(double a, double target) {
      return costRise(a, target);
    }

    @Override
    public double reach(double a, double target) {
      return target == 0 ? Double.POSITIVE_INFINITY : a;
    }

    @Override
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
      return entropyTerm(form, output, target);
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Negative(new Expr.Quotient(Expr.Bar.FRACTION, target, output));
    }
  },

  /** L = −Σ t ln a + (1 − t) ln(1 − a); A holds the sigmoid's probabilities. */
  BINARY_CROSS_ENTROPY(
      "binary-cross-entropy",
      List.of(TargetForm.TARGETS),
      TargetRange.PROBABILITY,
      Probabilities.NONE,
      Elementwise.SIGMOID) {
    @Override
    public double term(double a, double target) {
      return cost(a, target) + cost(1 - a, 1 - target);
    }

    @Override
    public double gradient(double a, double target) {
      return costRise(a, target) - costRise(1 - a, 1 - target);
    }

    @Override
    public double reach(double a, double target) {
      return Math.min(
          target == 0 ? Double.POSITIVE_INFINITY : a,
          target == 1 ? Double.POSITIVE_INFINITY : 1 - a);
    }

    @Override
    public Expr termFormula(TargetForm form, Expr output, Expr target) {
      return binaryEntropyTerm(output, target);
    }

    @Override
    public Expr gradientFormula(Expr output, Expr target) {
      return new Expr.Difference(
          new Expr.Quotient(
              Expr.Bar.FRACTION,
              new Expr.Difference(new Expr.Constant(1), target),
              new Expr.Difference(new Expr.Constant(1), output)),
          new Expr.Quotient(Expr.Bar.FRACTION, target, output));
    }
  };

  private final String documentName;

  @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
  private final List<TargetForm> forms;

  private final TargetRange range;
  private final Probabilities probabilities;

  @SuppressWarnings("ImmutableEnumChecker") // a value of an enum
  private final @Nullable Activation outputs;

  LossKind(
      String documentName,
      List<TargetForm> forms,
      TargetRange range,
      Probabilities probabilities,
      @Nullable Activation outputs) {
    this.documentName = documentName;
    this.forms = forms;
    this.range = range;
    this.probabilities = probabilities;
    this.outputs = outputs;
  }

  /** −t ln p, where 0 · ln 0 is 0. */
  private static double cost(double p, double target) {
    // From 0, so that a sure and right answer costs 0 and not −0.
    return target == 0 ? 0 : 0 - target * Math.log(p);
  }

  /** The derivative of {@link #cost} by p. */
  private static double costRise(double p, double target) {
    return target == 0 ? 0 : -target / p;
  }

  private static Expr entropyTerm(TargetForm form, Expr output, Expr target) {
    Expr logarithm = new Expr.Apply(Function.LN, output);
    return new Expr.Negative(
        switch (form) {
          case LABELS -> logarithm;
          case TARGETS, UPSTREAM -> new Expr.Product(Expr.Join.BLANK, target, logarithm);
        });
  }

  private static Expr binaryEntropyTerm(Expr output, Expr target) {
    return new Expr.Difference(
        new Expr.Negative(
            new Expr.Product(Expr.Join.BLANK, target, new Expr.Apply(Function.LN, output))),
        new Expr.Product(
            Expr.Join.BLANK,
            new Expr.Difference(new Expr.Constant(1), target),
            new Expr.Apply(Function.LN, new Expr.Difference(new Expr.Constant(1), output))));
  }

  /** As the document writes it; with and without a ½ a loss has one name there. */
  public String documentName() {
    return documentName;
  }

  /** Its own name, which ends the keys of its texts. */
  public String ownName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names that documents have for losses. */
  public static List<String> documentNames() {
    List<String> names = new ArrayList<>();
    for (LossKind kind : values()) {
      if (!names.contains(kind.documentName)) {
        names.add(kind.documentName);
      }
    }
    return names;
  }

  /** The loss of this name in documents that has a ½ where it can have one. */
  public static Optional<LossKind> named(String documentName) {
    for (LossKind kind : values()) {
      if (kind.documentName.equals(documentName)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The same loss with or without its ½; empty where it has none to lose. */
  public Optional<LossKind> withHalf(boolean half) {
    return switch (this) {
      case SQUARED_ERROR, WHOLE_SQUARED_ERROR ->
          Optional.of(half ? SQUARED_ERROR : WHOLE_SQUARED_ERROR);
      case GIVEN,
          SOFTMAX_CROSS_ENTROPY,
          SIGMOID_CROSS_ENTROPY,
          CROSS_ENTROPY,
          BINARY_CROSS_ENTROPY ->
          Optional.empty();
    };
  }

  /** The forms of what it can compare the outputs with, the usual one first. */
  public List<TargetForm> forms() {
    return forms;
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

  /** What the last layer must have for its outputs to be the probabilities that this compares. */
  public Optional<Activation> outputs() {
    return Optional.ofNullable(outputs);
  }

  /**
   * True if outputs that this activation has already made probabilities are made some once more:
   * the loss wants logits.
   */
  public boolean repeats(Activation last) {
    return hasProbabilities() && (last == Elementwise.SIGMOID || last == Rowwise.SOFTMAX);
  }

  /**
   * True if it compares outputs with numbers of any size, rather than with classes or
   * probabilities.
   */
  public boolean comparesNumbers() {
    return isLearnt() && !hasProbabilities() && outputs == null;
  }

  /** True if a network can learn from it: what is given as dL/dA does not follow the weights. */
  public boolean isLearnt() {
    return this != GIVEN;
  }

  /**
   * How far an output is from where its term becomes infinite; 0 where it is there, which no target
   * of a lesson that can be computed allows.
   */
  public double reach(double a, double target) {
    return Double.POSITIVE_INFINITY;
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
   * @param form of what it compares with
   * @param output a, or p where probabilities come first; for labels that of the sample's class
   * @param target t; for labels there is none to speak of
   */
  public abstract Expr termFormula(TargetForm form, Expr output, Expr target);

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
   * @param form of what it compares with
   * @param a outputs; those of the row stand from {@code from} to before {@code to}
   * @param answers what they are compared with: from {@code at} on a target for each output, or for
   *     labels the class alone, there
   * @param divisor the reduction's, which only the gradient is divided by
   * @param dA overwritten with dL/dA of this row, at the same places as in {@code a}
   * @return the row's terms, added
   */
  public double measureRow(
      TargetForm form,
      double[] a,
      int from,
      int to,
      double[] answers,
      int at,
      double divisor,
      double[] dA) {
    return Entrywise.measureRow(this, form, a, from, to, answers, at, divisor, dA);
  }
}
