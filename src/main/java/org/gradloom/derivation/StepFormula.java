package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.formula.Covered;
import org.gradloom.formula.Entries;
import org.gradloom.formula.Expr;
import org.gradloom.formula.ExprEvaluator;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Index;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.TargetForm;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/**
 * Makes the formula of one step. What a rule is, the rule itself says; here its operands get their
 * places, and the symbols their numbers.
 */
final class StepFormula {
  /**
   * Beyond it the exponentials of softmax are shown as they are computed: divided by e to the max.
   */
  private static final double LARGEST_EXPONENT = 20;

  private final Step step;
  private final int mostTerms;
  private final boolean addsAllWeights;
  private final Notation notation;
  private final Entries entries;
  private final Covered covered;

  /**
   * @param mostTerms how many terms of a sum are written
   */
  StepFormula(Step step, int mostTerms) {
    this(step, mostTerms, false);
  }

  private StepFormula(Step step, int mostTerms, boolean addsAllWeights) {
    this.step = step;
    this.mostTerms = mostTerms;
    this.addsAllWeights = addsAllWeights;
    this.notation = new Notation(step.lesson());
    this.entries = Entries.of(step.trace()::matrix);
    this.covered = step.cover().isNothing() ? Covered.NOTHING : this::covers;
  }

  /** The same with one sum over the weights of all layers where a penalty has one for each. */
  StepFormula addingAllWeights() {
    return new StepFormula(step, mostTerms, true);
  }

  private boolean covers(Operand operand, int row, int column) {
    // The slope is half of the answer where dL/dz is asked for.
    boolean ofSlope =
        step.operation() instanceof Operation.ActivationGradient(_, var input, _, _)
            && operand.equals(input)
            && step.cover().hides(step.result(), step.cell());
    return ofSlope || step.cover().hides(operand, new Cell(row, column));
  }

  Formula make() {
    return switch (step.operation()) {
      case Operation.Product product -> sum(general(product), this::productTerm, List.of());
      case Operation.BatchSum sum -> sum(general(sum), this::productTerm, List.of());
      case Operation.LossTotal total -> sum(general(total), this::lossTerm, lossClosings());
      case Operation.RowGradient gradient ->
          sum(general(gradient), this::productTerm, List.of(remainder(gradient)));
      case Operation.Activate(var input, var activation, var mask) -> {
        Expr z = marked(Expr.Role.LEFT, entry(input));
        Expr applied = activation.formula(z);
        yield stroke(
            masked(new Expr.Call("g", "g", List.of(z), applied), mask), masked(applied, mask));
      }
      case Operation.ActivationGradient(var upstream, var input, var activation, var mask) -> {
        Expr z = marked(Expr.Role.RIGHT, entry(input));
        Expr slope = activation.slopeFormula(z);
        yield stroke(
            Expr.Product.of(
                masked(marked(Expr.Role.LEFT, entry(upstream).written()), mask),
                new Expr.Call("g'", "g′", List.of(z), slope)),
            Expr.Product.of(
                masked(marked(Expr.Role.LEFT, entry(upstream)), mask),
                new Expr.Folded(Expr.Role.RIGHT, slope)));
      }
      case Operation.Probabilities(var logits, var rule) -> probabilities(logits, rule);
      case Operation.LossGradient(var outputs, var compared) -> lossGradient(outputs, compared);
      case Operation.Update(var parameter, var gradient) -> update(parameter, gradient);
      case Operation.Keep(var parameter) -> stroke(null, marked(Expr.Role.LEFT, entry(parameter)));
    };
  }

  /** Times the factor of dropout, if there is any. */
  private Expr masked(Expr value, @Nullable Operand mask) {
    return mask == null ? value : Expr.Product.of(value, marked(Expr.Role.PLAIN, entry(mask)));
  }

  // ---- sums ------------------------------------------------------------------------------------

  private Expr general(Operation.Product product) {
    Index.Letter summed =
        switch (step.result().quantity()) {
          case Z -> new Index.Letter("i", step.section().products());
          case DX -> new Index.Letter("j", step.section().products());
          case DW -> new Index.Letter("k", step.section().products());
          case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
              throw new IllegalStateException(step.result() + " is no product");
        };
    Expr series =
        new Expr.Series(
            List.of(summed),
            new Expr.Product(
                Expr.Join.THIN,
                marked(
                    Expr.Role.LEFT,
                    entry(product.left(), new Index.At(step.writtenCell().row()), summed)),
                marked(
                    Expr.Role.RIGHT,
                    entry(product.right(), summed, new Index.At(step.writtenCell().column())))));
    return plus(
        series,
        IntStream.range(step.section().products(), step.terms())
            .mapToObj(this::productTerm)
            .toList());
  }

  private Expr entry(Operation.Factor factor, Index row, Index column) {
    return factor.turned(step.lesson().convention())
        ? new Expr.Entry(factor.operand(), column, row, true)
        : new Expr.Entry(factor.operand(), row, column, true);
  }

  private Expr general(Operation.BatchSum sum) {
    Index.Letter sample = new Index.Letter("k", step.terms());
    return new Expr.Series(
        List.of(sample),
        marked(
            sum.ofRows() ? Expr.Role.LEFT : Expr.Role.RIGHT,
            new Expr.Entry(sum.summed(), sample, column(), true)));
  }

  private Expr productTerm(int t) {
    return switch (step.role(t)) {
      case BIAS -> read(step.right(t).orElseThrow(), Expr.Role.PLAIN);
      case PENALTY ->
          step.penalty(t)
              .gradientFormula(
                  step.penalty(t).rate(),
                  read(step.right(t).orElseThrow(), Expr.Role.PLAIN),
                  samples());
      case ADDED, DIVISION, CLOSING ->
          Stream.concat(
                  step.left(t).map(read -> read(read, Expr.Role.LEFT)).stream(),
                  step.right(t).map(read -> read(read, Expr.Role.RIGHT)).stream())
              .reduce(Expr.Product::of)
              .orElseThrow();
    };
  }

  /** Σₘ ∂aₘ/∂zⱼ · daₘ, which the terms and their closing are. */
  private Expr general(Operation.RowGradient gradient) {
    Index.Letter m = new Index.Letter("m", step.section().shape().columns());
    Expr products =
        new Expr.Series(
            List.of(m),
            new Expr.Product(
                Expr.Join.THIN,
                marked(Expr.Role.LEFT, new Expr.Entry(gradient.outputs(), row(), m, false)),
                marked(Expr.Role.RIGHT, new Expr.Entry(gradient.upstream(), row(), m, false))));
    return gradient
        .activation()
        .gradientFormula(
            marked(Expr.Role.LEFT, entry(gradient.outputs())),
            marked(Expr.Role.RIGHT, entry(gradient.upstream())),
            products);
  }

  private Expr.Closing remainder(Operation.RowGradient gradient) {
    return new Expr.Remainder(
        marked(Expr.Role.LEFT, entry(gradient.outputs())),
        marked(Expr.Role.RIGHT, entry(gradient.upstream())));
  }

  private List<Expr.Closing> lossClosings() {
    List<Expr.Closing> closings = new ArrayList<>();
    if (step.lesson().loss().reduction().divides()) {
      closings.add(new Expr.Division(divisor()));
    }
    penalties().forEach(penalty -> closings.add(new Expr.Addition(penalty)));
    return closings;
  }

  /** What the weights cost: ½λ·Σw², λ₁·Σ|w|. */
  private List<Expr> penalties() {
    return step.lesson().loss().penalties().stream().map(this::penalty).toList();
  }

  /** One cost over the weights of all layers. */
  private Expr penalty(WeightPenalty penalty) {
    List<Expr> sums = new ArrayList<>();
    for (int l = 0; l <= step.lesson().lastLayer(); l++) {
      Operand w = new Operand(l, MatrixSymbol.W);
      Index.Letter i = new Index.Letter("i", step.lesson().shape(w).rows());
      Index.Letter j = new Index.Letter("j", step.lesson().shape(w).columns());
      sums.add(new Expr.Series(List.of(i, j), penalty.costFormula(new Expr.Entry(w, i, j, false))));
    }
    Expr byLayers = sums.size() == 1 ? sums.getFirst() : new Expr.Sum(sums);
    return penalty.formula(
        penalty.rate(), addsAllWeights ? named(penalty, byLayers) : byLayers, samples());
  }

  /** Σw², of whatever layer. */
  private Expr named(WeightPenalty penalty, Expr byLayers) {
    Expr weight = new Expr.Named("w", "w", new Expr.Slot());
    Expr sum = new Expr.Series(List.of(), penalty.costFormula(weight));
    return new Expr.Named(
        new Renderer(FormulaStyle.TEX, notation).text(sum),
        new Renderer(FormulaStyle.PLAIN, notation).text(sum),
        byLayers);
  }

  private Expr general(Operation.LossTotal total) {
    Loss loss = step.lesson().loss();
    Index.Letter sample = new Index.Letter("k", step.lesson().samples());
    Index.Letter output = new Index.Letter("j", step.lesson().outputs().columns());
    boolean labels = loss.form() == TargetForm.LABELS;
    Index column = labels ? new Index.ClassOf(total.compared(), sample) : output;
    Expr series =
        new Expr.Series(
            labels ? List.of(sample) : List.of(sample, output),
            loss.kind()
                .termFormula(
                    loss.form(),
                    marked(Expr.Role.LEFT, new Expr.Entry(total.outputs(), sample, column, false)),
                    marked(
                        Expr.Role.RIGHT, new Expr.Entry(total.compared(), sample, column, false))));
    Expr mean =
        loss.reduction().divides()
            ? new Expr.Product(
                Expr.Join.BLANK,
                new Expr.Quotient(Expr.Bar.FRACTION, new Expr.Constant(1), divisor()),
                series)
            : series;
    return plus(mean, penalties());
  }

  private static Expr plus(Expr first, List<Expr> others) {
    return others.isEmpty()
        ? first
        : new Expr.Sum(Stream.concat(Stream.of(first), others.stream()).toList());
  }

  private Expr lossTerm(int t) {
    return LogitTerm.of(step, t).orElseGet(() -> LogitTerm.direct(step, t));
  }

  private Formula sum(Expr general, IntFunction<Expr> term, List<Expr.Closing> closings) {
    int last = step.terms() - 1;
    Expr.Terms all =
        new Expr.Terms(
            step.terms() - closings.size(),
            term,
            closings,
            step.term(),
            // A whole cell has no term of its own to point at.
            step.granularity() == Granularity.TERM ? Expr.State.ACTIVE : Expr.State.DONE,
            mostTerms);
    Expr.Terms soFar = all.upTo(step.term());
    Expr numbers = ExprEvaluator.inNumbers(soFar, entries, covered);
    Expr reached = marked(Expr.Role.RESULT, reached(step.term()));
    return new Formula(
        notation,
        result(),
        general,
        all,
        numbers,
        hasFewFactors() ? List.of(values(), reached) : List.of(reached),
        last - step.term());
  }

  /** True if there are a few terms, whose values differ from what the numbers show of them. */
  private boolean hasFewFactors() {
    return step.term() > 0
        && step.term() < mostTerms
        && !(step.operation() instanceof Operation.BatchSum);
  }

  /** The values of the terms so far. */
  private Expr values() {
    List<Expr> added = new ArrayList<>();
    for (int t = 0; t <= step.term(); t++) {
      Expr value = marked(Expr.Role.PLAIN, value(t));
      switch (step.role(t)) {
        case ADDED, BIAS, PENALTY -> added.add(value);
        case DIVISION -> {
          Expr divided = new Expr.Quotient(Expr.Bar.LAST, new Expr.Sum(added), value);
          added.clear();
          added.add(divided);
        }
        case CLOSING -> {
          Expr.Remainder numbers = remainderInNumbers(t);
          Expr left =
              new Expr.Difference(numbers.minuend(), marked(Expr.Role.PLAIN, reached(t - 1)));
          added.clear();
          added.add(Expr.Product.of(numbers.factor(), left));
        }
      }
    }
    return inNumbers(added.size() == 1 ? added.getFirst() : new Expr.Sum(added));
  }

  private Expr.Remainder remainderInNumbers(int t) {
    return new Expr.Remainder(
        inNumbers(read(step.left(t).orElseThrow(), Expr.Role.LEFT)),
        inNumbers(read(step.right(t).orElseThrow(), Expr.Role.RIGHT)));
  }

  private Expr inNumbers(Expr expr) {
    return ExprEvaluator.inNumbers(expr, entries, covered);
  }

  // ---- made at one stroke ----------------------------------------------------------------------

  private Formula probabilities(Operand logits, Probabilities kind) {
    Expr z = marked(Expr.Role.LEFT, entry(logits));
    Index.Letter column = new Index.Letter("j", step.section().shape().columns());
    Expr ofRow = new Expr.Entry(logits, row(), column, false);
    return switch (kind) {
      case NONE -> throw new IllegalStateException(kind + " is no step");
      case SIGMOID -> stroke(Elementwise.SIGMOID.formula(z), kind.formula(z, ofRow, column));
      case SOFTMAX -> {
        Matrix all = step.trace().matrix(logits);
        double max = Probabilities.rowMaximum(all, step.cell().row());
        // Where the exponentials themselves are ordinary numbers a learner can follow them.
        boolean huge = Math.abs(max) > LARGEST_EXPONENT && !hidesRow(logits, all.columns());
        Expr general = kind.formula(entry(logits), ofRow, column);
        Expr shown =
            huge ? kind.formula(less(entry(logits), max), less(ofRow, max), column) : general;
        yield stroke(
            marked(Expr.Role.LEFT, general),
            huge ? marked(Expr.Role.LEFT, shown) : null,
            shareInNumbers(shown));
      }
    };
  }

  /** True if the largest exponent of the row may be one that is covered. */
  private boolean hidesRow(Operand logits, int columns) {
    return IntStream.range(0, columns)
        .anyMatch(j -> step.cover().hides(logits, new Cell(step.cell().row(), j)));
  }

  private static Expr less(Expr exponent, double shift) {
    return new Expr.Difference(exponent, new Expr.Value(shift));
  }

  /** A share as the two numbers that are divided. */
  private static Expr shareInNumbers(Expr share) {
    return share instanceof Expr.Quotient(_, var over, var under)
        ? new Expr.Quotient(
            Expr.Bar.LAST,
            new Expr.Folded(Expr.Role.LEFT, over),
            new Expr.Folded(Expr.Role.PLAIN, under))
        : share;
  }

  private Formula lossGradient(Operand outputs, Operand compared) {
    Loss loss = step.lesson().loss();
    Step.Read right = step.right().orElseThrow();
    Expr target = Expr.Entry.of(compared, right.cell());
    if (loss.form() == TargetForm.LABELS) {
      target = new Expr.Test(target, Expr.Relation.EQUAL, step.cell().column() + 1);
    }
    Expr gradient =
        loss.kind()
            .gradientFormula(
                marked(Expr.Role.LEFT, entry(outputs)),
                new Expr.Folded(Expr.Role.RIGHT, marked(Expr.Role.RIGHT, target)));
    return stroke(
        null,
        loss.reduction().divides()
            ? new Expr.Quotient(Expr.Bar.LAST, gradient, divisor())
            : gradient);
  }

  private Formula update(Operand parameter, Operand gradient) {
    Optimizer optimizer = step.lesson().optimizer();
    Expr direction =
        step.remembered()
            .directionFormula(
                optimizer,
                step.cell().row(),
                step.cell().column(),
                step.lesson().stepsTaken() + 1L,
                marked(Expr.Role.RIGHT, entry(gradient).written()));
    Expr next = optimizer.stepFormula(marked(Expr.Role.LEFT, entry(parameter)), direction);
    return stroke(next, null, next);
  }

  private Formula stroke(@Nullable Expr general, Expr symbols) {
    return stroke(general, symbols, symbols);
  }

  /** A formula without a sum: rule, symbols and numbers of the one stroke, and its value. */
  private Formula stroke(@Nullable Expr general, @Nullable Expr symbols, Expr numbered) {
    Expr.State state = step.granularity() == Granularity.TERM ? Expr.State.ACTIVE : Expr.State.DONE;
    return new Formula(
        notation,
        result(),
        general,
        symbols,
        new Expr.Stroke(state, ExprEvaluator.inNumbers(numbered, entries, covered)),
        List.of(marked(Expr.Role.RESULT, reached(0))),
        0);
  }

  /** What term {@code t} contributes. */
  private Expr value(int t) {
    return step.hidesTerm(t) ? new Expr.Blank() : new Expr.Value(step.term(t));
  }

  /** What the terms come to, up to and with {@code last}. */
  private Expr reached(int last) {
    return step.hidesSum(last) ? new Expr.Blank() : new Expr.Value(step.runningSum(last));
  }

  // ---- leaves ----------------------------------------------------------------------------------

  private Expr result() {
    return marked(Expr.Role.RESULT, entry(step.result()).written());
  }

  private Expr.Entry entry(Operand operand) {
    return Expr.Entry.of(operand, step.cell());
  }

  private static Expr read(Step.Read read, Expr.Role role) {
    return marked(role, Expr.Entry.of(read.operand(), read.cell()));
  }

  private static Expr marked(Expr.Role role, Expr expr) {
    return new Expr.Marked(role, expr);
  }

  private Expr samples() {
    return new Expr.Named("N", "N", new Expr.Constant(step.lesson().samples()));
  }

  /** What the loss is divided by. */
  private Expr divisor() {
    return new MatrixFormula(step.lesson()).divisor();
  }

  private Index row() {
    return new Index.At(step.cell().row());
  }

  private Index column() {
    return new Index.At(step.cell().column());
  }
}
