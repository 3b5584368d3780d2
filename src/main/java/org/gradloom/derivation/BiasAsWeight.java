package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.WeightPenalty;

/**
 * A layer whose bias is the weight on one more input that is always 1: [X 1]·[W; b] = Z, and by the
 * rule of any product [X 1]ᵀ·dL/dZ = [dL/dW; dL/db]. Where a convention writes the result turned,
 * both are the transposes of that, with a row of ones and b as a last column. A penalty on weights
 * adds λW to the part that is dL/dW, as everywhere.
 *
 * @param left as it is written
 * @param right as it is written
 * @param result as it is written
 */
public record BiasAsWeight(Trace trace, Bordered left, Bordered right, Bordered result) {

  /** The forward product that makes Z of a layer; empty without a bias. */
  public static Optional<BiasAsWeight> forward(Trace trace, int layer) {
    Operand z = new Operand(layer, MatrixSymbol.Z);
    return of(trace, layer, trace.lesson().convention().turns(z))
        .map(parts -> parts.product(parts.inputs(false), parts.weights(), parts.plain(z)));
  }

  /** The backward product that makes dL/dW and dL/db of a layer; empty without a bias. */
  public static Optional<BiasAsWeight> backward(Trace trace, int layer) {
    Operand dW = new Operand(layer, MatrixSymbol.DW);
    return of(trace, layer, trace.lesson().convention().turns(dW))
        .map(parts ->
            parts.product(
                parts.inputs(true),
                parts.plain(new Operand(layer, MatrixSymbol.DZ)),
                parts.withBias(dW, new Operand(layer, MatrixSymbol.DB))));
  }

  /** The one that a step belongs to; empty without a bias, and where the step makes neither. */
  public static Optional<BiasAsWeight> of(Step step) {
    int layer = step.result().layer();
    return switch (step.result().quantity()) {
      case Z -> forward(step.trace(), layer);
      case DW, DB -> backward(step.trace(), layer);
      case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DX, W_NEXT, B_NEXT ->
          Optional.empty();
    };
  }

  private static Optional<Parts> of(Trace trace, int layer, boolean turned) {
    return trace.lesson().layers().get(layer).hasBias()
        ? Optional.of(new Parts(trace, layer, turned))
        : Optional.empty();
  }

  /**
   * Makes the three of what they are inside, where rows are samples.
   *
   * @param turned whether the transpose of the product is written
   */
  private record Parts(Trace trace, int layer, boolean turned) {
    private Lesson lesson() {
      return trace.lesson();
    }

    /** [X 1], or its transpose. */
    Bordered inputs(boolean transposed) {
      Operand x = new Operand(layer, MatrixSymbol.X);
      return bordered(x, transposed, new Bordered.Ones(), false);
    }

    /** [W; b]. */
    Bordered weights() {
      return withBias(new Operand(layer, MatrixSymbol.W), new Operand(layer, MatrixSymbol.B));
    }

    Bordered withBias(Operand weights, Operand bias) {
      return bordered(weights, false, new Bordered.OfBias(written(bias, false)), true);
    }

    Bordered plain(Operand operand) {
      return new Bordered(lesson(), written(operand, false), null, false);
    }

    private Bordered bordered(
        Operand main, boolean transposed, Bordered.Border border, boolean below) {
      return new Bordered(
          lesson(), written(main, transposed), border, below != (transposed != turned));
    }

    /** In terms of how the convention writes it, in the transposed product its transpose. */
    private Operation.Factor written(Operand operand, boolean transposed) {
      Convention convention = lesson().convention();
      return new Operation.Factor(operand, (transposed != turned) != convention.turns(operand));
    }

    BiasAsWeight product(Bordered first, Bordered second, Bordered result) {
      return turned
          ? new BiasAsWeight(trace, second, first, result)
          : new BiasAsWeight(trace, first, second, result);
    }
  }

  /** What an entry is. */
  public double value(Bordered.Source source) {
    return switch (source) {
      case Bordered.One _ -> 1;
      case Bordered.Of(var operand, var cell) ->
          trace.matrix(operand).get(cell.row(), cell.column());
    };
  }

  /** How many products a cell of the result adds up. */
  public int terms() {
    return left.shape().columns();
  }

  /** Product {@code t} of a cell of the result, counted as it is written. */
  public double term(Cell written, int t) {
    return value(left.at(new Cell(written.row(), t)))
        * value(right.at(new Cell(t, written.column())));
  }

  /** A sum of products of a cell with what penalties add to it: λw, λ₁·sign(w). */
  private double penalized(double sum, Cell written) {
    if (!(result.at(written) instanceof Bordered.Of(var operand, var cell))
        || operand.quantity() != MatrixSymbol.DW) {
      return sum;
    }
    Lesson lesson = trace.lesson();
    double weight = lesson.input(operand.variable()).get(cell.row(), cell.column());
    double penalized = sum;
    for (WeightPenalty penalty : lesson.loss().penalties()) {
      penalized += penalty.gradient(weight, lesson.samples());
    }
    return penalized;
  }

  /** A cell of the result as its products make it. */
  public double sum(Cell written) {
    double sum = 0;
    for (int t = 0; t < terms(); t++) {
      sum += term(written, t);
    }
    return penalized(sum, written);
  }

  /** True if a penalty on the weights is added to the product. */
  boolean isPenalized() {
    return result.main().operand().quantity() == MatrixSymbol.DW
        && !trace.lesson().loss().penalties().isEmpty();
  }
}
