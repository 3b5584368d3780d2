package org.gradloom.derivation;

import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.LossKind;

/**
 * What stands behind one dz of softmax: the row of its sample's Jacobian at work, and the shorter
 * way that a cross-entropy behind it leaves. Sample and outputs count from 0.
 */
public final class RowJacobian {
  private final Step step;
  private final Matrix z;
  private final Matrix a;
  private final Matrix dA;

  private RowJacobian(Step step, Operation.RowGradient gradient) {
    this.step = step;
    this.z = step.trace().matrix(new Operand(step.result().layer(), MatrixSymbol.Z));
    this.a = step.trace().matrix(gradient.outputs());
    this.dA = step.trace().matrix(gradient.upstream());
  }

  /**
   * The one of a step that is about such a cell.
   *
   * @return empty for any other step, and where a number is covered that could be told from it
   */
  public static Optional<RowJacobian> at(Step step) {
    boolean ofCell =
        step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
    return ofCell
            && step.operation() instanceof Operation.RowGradient gradient
            && Stream.of(
                    step.result(),
                    gradient.outputs(),
                    gradient.upstream(),
                    step.lesson().lossInput(),
                    new Operand(step.result().layer(), MatrixSymbol.Z))
                .noneMatch(step.cover()::hidesSomeOf)
        ? Optional.of(new RowJacobian(step, gradient))
        : Optional.empty();
  }

  public Step step() {
    return step;
  }

  public int sample() {
    return step.cell().row();
  }

  /** The output whose dz it is. */
  public int output() {
    return step.cell().column();
  }

  public int outputs() {
    return a.columns();
  }

  /** The output that the active term is about; its own at the end. */
  public int active() {
    return step.role(step.term()) == TermRole.CLOSING ? output() : step.term();
  }

  /** How many of the products the walk has come to. */
  public int reached() {
    return Math.min(step.term() + 1, outputs());
  }

  public boolean isClosed() {
    return step.role(step.term()) == TermRole.CLOSING;
  }

  public double z(int m) {
    return z.get(sample(), m);
  }

  public double a(int m) {
    return a.get(sample(), m);
  }

  public double dA(int m) {
    return dA.get(sample(), m);
  }

  /** aₘ·daₘ. */
  public double product(int m) {
    return a(m) * dA(m);
  }

  /** Σ aₘ·daₘ as far as the walk has come. */
  public double sum() {
    return step.runningSum(reached() - 1);
  }

  /** ∂aₘ/∂zⱼ. */
  public double entry(int j, int m) {
    return a(m) * ((m == j ? 1 : 0) - a(j));
  }

  /** The whole dz, wherever the walk stands in it. */
  public double gradient() {
    return step.runningSum(step.terms() - 1);
  }

  /**
   * What is left with a cross-entropy behind it: (p − y) divided by the reduction's divisor.
   *
   * @return that divisor; empty behind any other loss
   */
  public Optional<Integer> collapsesOver() {
    Loss loss = step.lesson().loss();
    return loss.kind() == LossKind.CROSS_ENTROPY
        ? Optional.of(loss.divisor(step.lesson().outputs()))
        : Optional.empty();
  }

  /** What was wanted of an output. */
  public double target(int m) {
    return step.lesson().loss().target().at(sample(), m);
  }

  /** The cell of an output in a matrix of this layer, by name: {@code a₂₁}. */
  public String name(MatrixSymbol quantity, int m) {
    return new Notation(step.lesson())
        .entry(new Operand(step.result().layer(), quantity), new Cell(sample(), m));
  }
}
