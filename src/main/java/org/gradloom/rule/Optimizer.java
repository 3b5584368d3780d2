package org.gradloom.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;

/**
 * The rule that turns a gradient g into a step of a parameter w. η is the learning rate.
 *
 * <p>What it remembers of a parameter are up to two numbers, each under a name. Training steps
 * whole arrays, in loops that index every array by its bare variable, so that they become vector
 * instructions.
 */
public sealed interface Optimizer {
  double learningRate();

  /** As the document writes it. */
  String documentName();

  /** The same rule at another rate. */
  Optimizer withRate(double rate);

  /** The names of what it remembers of each parameter, as a document's state writes them. */
  List<String> remembers();

  /** What is remembered under the name of this index after a gradient. */
  double remember(int index, double before, double gradient);

  /**
   * What the learning rate multiplies: the gradient itself for SGD, the new velocity for momentum,
   * m̂/(√v̂ + ε) for Adam.
   *
   * @param first what was remembered first before this step; 0 where there is nothing
   * @param second what was remembered second
   * @param step the number t of this step, from 1
   */
  double direction(double first, double second, long step, double gradient);

  /** The direction as it is explained, of the same four. */
  Expr directionFormula(Expr first, Expr second, long step, Expr gradient);

  /** What the direction of whole matrices is called: its formula, where it has no name. */
  default Expr directionName(Expr direction) {
    return direction;
  }

  /** The parameter after the step, as it is explained; the line of numbers has its direction. */
  default Expr stepFormula(Expr parameter, Expr direction) {
    Expr.Join join =
        direction instanceof Expr.Sum
            ? Expr.Join.NONE
            : direction instanceof Expr.Quotient ? Expr.Join.THIN : Expr.Join.DOT;
    return new Expr.Difference(
        parameter,
        new Expr.Product(
            join,
            new Expr.Marked(Expr.Role.PLAIN, rate()),
            new Expr.Folded(Expr.Role.RIGHT, direction)));
  }

  /** The same for whole matrices. */
  default Expr stepOfMatrix(Expr parameter, Expr direction) {
    return new Expr.Difference(
        parameter, new Expr.Product(Expr.Join.SCALAR, rate(), directionName(direction)));
  }

  private Expr rate() {
    return new Expr.Named("\\eta", "η", new Expr.Constant(learningRate()));
  }

  /** The parameter after the step: w − η · direction. */
  default double next(double parameter, double direction) {
    return parameter - learningRate() * direction;
  }

  /** True if the direction depends on the number of the step. */
  default boolean countsSteps() {
    return false;
  }

  /** What a remembered number is multiplied by in the direction of step {@code step}. */
  default double correction(int index, long step) {
    return 1;
  }

  /**
   * True if a remembered number that is not finite shows in the parameter; any other is looked at
   * before a step is taken.
   */
  default boolean showsInParameter(int index) {
    return false;
  }

  /**
   * One step of many parameters. Only the last two arrays are modified; nothing is allocated.
   *
   * @param memory what is remembered before the step: an array for each name
   * @param corrections for each name the {@link #correction} of this step
   * @param nextMemory what is remembered after it
   */
  void step(
      double[] w,
      double[] g,
      double[][] memory,
      long step,
      double[] corrections,
      double[] next,
      double[][] nextMemory);

  /**
   * What it remembers of one layer.
   *
   * @param memories one for each name, in that order
   */
  default OptimizerState state(OptimizerState.Memory... memories) {
    List<String> names = remembers();
    if (memories.length != names.size()) {
      throw new IllegalArgumentException(documentName() + " remembers " + names);
    }
    Map<String, OptimizerState.Memory> byName = new LinkedHashMap<>();
    for (int k = 0; k < memories.length; k++) {
      byName.put(names.get(k), memories[k]);
    }
    return new OptimizerState(byName);
  }

  /** One of each kind at this rate, whatever else it has as usual. */
  static List<Optimizer> kinds(double rate) {
    return List.of(new Sgd(rate), new Momentum(rate, Momentum.USUAL), new Adam(rate));
  }

  /** The kind of this name at this rate, whatever else it has as usual. */
  static Optional<Optimizer> named(String documentName, double rate) {
    return kinds(rate).stream().filter(kind -> kind.documentName().equals(documentName)).findAny();
  }

  /** w ← w − ηg. */
  record Sgd(double learningRate) implements Optimizer {
    @Override
    public String documentName() {
      return "sgd";
    }

    @Override
    public Sgd withRate(double rate) {
      return new Sgd(rate);
    }

    @Override
    public List<String> remembers() {
      return List.of();
    }

    @Override
    public double remember(int index, double before, double gradient) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public double direction(double first, double second, long step, double gradient) {
      return gradient;
    }

    @Override
    public Expr directionFormula(Expr first, Expr second, long step, Expr gradient) {
      return gradient;
    }

    @Override
    public void step(
        double[] w,
        double[] g,
        double[][] memory,
        long step,
        double[] corrections,
        double[] next,
        double[][] nextMemory) {
      descend(w, g, learningRate, next);
    }
  }

  /** v ← μv + g from v₀ = 0, w ← w − ηv. */
  record Momentum(double learningRate, double momentum) implements Optimizer {
    private static final double USUAL = 0.9;

    @Override
    public String documentName() {
      return "momentum";
    }

    @Override
    public Momentum withRate(double rate) {
      return new Momentum(rate, momentum);
    }

    @Override
    public List<String> remembers() {
      return List.of("velocity");
    }

    @Override
    public double remember(int index, double before, double gradient) {
      return momentum * before + gradient;
    }

    @Override
    public double direction(double first, double second, long step, double gradient) {
      return remember(0, first, gradient);
    }

    @Override
    public Expr directionFormula(Expr first, Expr second, long step, Expr gradient) {
      return Expr.Sum.of(
          new Expr.Product(
              Expr.Join.LETTERS,
              new Expr.Named("\\mu", "μ", new Expr.Constant(momentum)),
              new Expr.Named("v", "v", first)),
          gradient);
    }

    @Override
    public Expr directionName(Expr direction) {
      return new Expr.Named("v", "v", direction);
    }

    @Override
    public boolean showsInParameter(int index) {
      return true;
    }

    @Override
    public void step(
        double[] w,
        double[] g,
        double[][] memory,
        long step,
        double[] corrections,
        double[] next,
        double[][] nextMemory) {
      remember(memory[0], g, momentum, nextMemory[0]);
      descend(w, nextMemory[0], learningRate, next);
    }

    private static void remember(double[] v, double[] g, double mu, double[] next) {
      for (int i = 0; i < v.length; i++) {
        next[i] = mu * v[i] + g[i];
      }
    }
  }

  /**
   * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε), with the bias-corrected m̂ =
   * m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) of step t = 1, 2, … Kingma and Ba, Adam, 2015, algorithm 1.
   */
  record Adam(double learningRate) implements Optimizer {
    public static final double BETA_1 = 0.9;
    public static final double BETA_2 = 0.999;
    public static final double EPSILON = 1e-8;

    @Override
    public String documentName() {
      return "adam";
    }

    @Override
    public Adam withRate(double rate) {
      return new Adam(rate);
    }

    @Override
    public List<String> remembers() {
      return List.of("m", "v");
    }

    @Override
    public double remember(int index, double before, double gradient) {
      return index == 0
          ? BETA_1 * before + (1 - BETA_1) * gradient
          : BETA_2 * before + (1 - BETA_2) * gradient * gradient;
    }

    @Override
    public double direction(double first, double second, long step, double gradient) {
      double mHat = remember(0, first, gradient) / (1 - Math.pow(BETA_1, (double) step));
      double vHat = remember(1, second, gradient) / (1 - Math.pow(BETA_2, (double) step));
      return mHat / (Math.sqrt(vHat) + EPSILON);
    }

    @Override
    public Expr directionFormula(Expr first, Expr second, long step, Expr gradient) {
      Expr mHat = corrected(mean(BETA_1, first, gradient), BETA_1, step);
      Expr vHat = corrected(mean(BETA_2, second, new Expr.Square(gradient)), BETA_2, step);
      return new Expr.Quotient(
          Expr.Bar.SLASH,
          new Expr.Named("\\hat m", "m̂", mHat),
          Expr.Sum.of(
              new Expr.Apply(Function.SQUARE_ROOT, new Expr.Named("\\hat v", "v̂", vHat)),
              new Expr.Named("\\varepsilon", "ε", new Expr.Constant(EPSILON))));
    }

    private static Expr mean(double beta, Expr before, Expr now) {
      return Expr.Sum.of(
          Expr.Product.of(new Expr.Constant(beta), before),
          Expr.Product.of(new Expr.Constant(1 - beta), now));
    }

    private static Expr corrected(Expr mean, double beta, long step) {
      return new Expr.Quotient(
          Expr.Bar.SLASH, mean, new Expr.Constant(1 - Math.pow(beta, (double) step)));
    }

    @Override
    public boolean countsSteps() {
      return true;
    }

    @Override
    public double correction(int index, long step) {
      return 1 / (1 - Math.pow(index == 0 ? BETA_1 : BETA_2, (double) step));
    }

    /** An m does; an infinite v divides itself away. */
    @Override
    public boolean showsInParameter(int index) {
      return index == 0;
    }

    @Override
    public void step(
        double[] w,
        double[] g,
        double[][] memory,
        long step,
        double[] corrections,
        double[] next,
        double[][] nextMemory) {
      step(
          w,
          g,
          memory[0],
          memory[1],
          learningRate,
          corrections[0],
          corrections[1],
          next,
          nextMemory[0],
          nextMemory[1]);
    }

    private static void step(
        double[] w,
        double[] g,
        double[] m,
        double[] v,
        double rate,
        double correction1,
        double correction2,
        double[] nextW,
        double[] nextM,
        double[] nextV) {
      for (int i = 0; i < w.length; i++) {
        double mean = BETA_1 * m[i] + (1 - BETA_1) * g[i];
        double square = BETA_2 * v[i] + (1 - BETA_2) * g[i] * g[i];
        nextM[i] = mean;
        nextV[i] = square;
        nextW[i] = w[i] - rate * (mean * correction1 / (Math.sqrt(square * correction2) + EPSILON));
      }
    }
  }

  private static void descend(double[] w, double[] direction, double rate, double[] next) {
    for (int i = 0; i < w.length; i++) {
      next[i] = w[i] - rate * direction[i];
    }
  }
}
