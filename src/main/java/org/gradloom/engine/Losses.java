package org.gradloom.engine;

import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * A loss over the N×M of the last layer's outputs A: its terms in the order in which they are
 * added, and its gradient by the outputs. What a term is, its {@link org.gradloom.rule.LossKind}
 * says.
 */
public final class Losses {
  private Losses() {}

  /** How many terms add up to L, the division by N not counted. */
  public static int terms(Loss loss, Shape outputs) {
    return switch (loss.target()) {
      case Target.Labels _ -> outputs.rows();
      case Target.Upstream _, Target.Targets _ -> outputs.size();
    };
  }

  /** The output whose loss is term {@code t}: row by row, or a sample's own class for labels. */
  public static Cell cellOfTerm(Loss loss, Shape outputs, int t) {
    return switch (loss.target()) {
      case Target.Labels(var labels) -> new Cell(t, labels.get(t));
      case Target.Upstream _, Target.Targets _ ->
          new Cell(t / outputs.columns(), t % outputs.columns());
    };
  }

  /** Term {@code t} of L before any division by N. */
  public static double term(Loss loss, Matrix a, int t) {
    Cell cell = cellOfTerm(loss, a.shape(), t);
    int r = cell.row();
    int c = cell.column();
    return loss.kind().term(loss.kind().probabilities().termInput(a, r, c), loss.target().at(r, c));
  }

  /** L: the terms added in order, then divided once by the reduction's divisor. */
  public static double total(Loss loss, Matrix a) {
    double sum = 0;
    int terms = terms(loss, a.shape());
    for (int t = 0; t < terms; t++) {
      sum += term(loss, a, t);
    }
    return sum / loss.reduction().divisor(a.rows());
  }

  /**
   * One entry of dL/dA, divided once by the reduction's divisor.
   *
   * @param p the probabilities where the loss has them, the outputs otherwise
   */
  public static double gradient(Loss loss, Matrix p, int r, int c) {
    return loss.kind().gradient(p.get(r, c), loss.target().at(r, c))
        / loss.reduction().divisor(p.rows());
  }
}
