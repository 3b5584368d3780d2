package org.gradloom.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.Message;

/**
 * A loss over the N×M of the last layer's outputs A: its terms in the order in which they are
 * added, and its gradient by the outputs. What a term is, its {@link org.gradloom.rule.LossKind}
 * says.
 */
public final class Losses {
  private Losses() {}

  /** How many terms the outputs add to L, its division and its penalties not counted. */
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

  /** Term {@code t} of L before any division. */
  public static double term(Loss loss, Matrix a, int t) {
    Cell cell = cellOfTerm(loss, a.shape(), t);
    int r = cell.row();
    int c = cell.column();
    return loss.kind().term(loss.kind().probabilities().termInput(a, r, c), loss.target().at(r, c));
  }

  /** L: the terms added in order, divided once by the reduction's divisor, then the penalties. */
  public static double total(Loss loss, Matrix a, List<Layer> layers) {
    double total = ofOutputs(loss, a);
    for (WeightPenalty penalty : loss.penalties()) {
      total += penalty(penalty, a.rows(), layers);
    }
    return total;
  }

  /** The part of L that the outputs have in it: all of it but the penalties on weights. */
  public static double ofOutputs(Loss loss, Matrix a) {
    double sum = 0;
    int terms = terms(loss, a.shape());
    for (int t = 0; t < terms; t++) {
      sum += term(loss, a, t);
    }
    return sum / loss.divisor(a.shape());
  }

  /**
   * The part of L that the weights have in it, of so many rows; 0 where nothing is asked of them.
   */
  public static double penalty(Loss loss, int rows, List<Layer> layers) {
    double sum = 0;
    for (WeightPenalty penalty : loss.penalties()) {
      sum += penalty(penalty, rows, layers);
    }
    return sum;
  }

  /** What one penalty adds to L. */
  public static double penalty(WeightPenalty penalty, int rows, List<Layer> layers) {
    double costs = 0;
    for (Layer layer : layers) {
      costs = addCosts(costs, penalty, Buffers.of(layer.w()));
    }
    return penalty.factor(rows) * costs;
  }

  /** A sum with what all entries cost added to it, row by row. */
  static double addCosts(double sum, WeightPenalty penalty, DMatrixRMaj w) {
    double added = sum;
    for (int i = 0; i < w.getNumElements(); i++) {
      added += penalty.cost(w.data[i]);
    }
    return added;
  }

  /**
   * One entry of dL/dA, divided once by the reduction's divisor.
   *
   * @param p the probabilities where the loss has them, the outputs otherwise
   */
  public static double gradient(Loss loss, Matrix p, int r, int c) {
    return loss.kind().gradient(p.get(r, c), loss.target().at(r, c)) / loss.divisor(p.shape());
  }

  /**
   * What is said of the first output at which the loss is infinite, a probability of 0 for what did
   * happen; empty where there is none.
   *
   * @param samples the rows of A to look at, in this order
   */
  public static Optional<Message> impossible(Loss loss, Matrix a, IntStream samples) {
    return samples
        .mapToObj(i -> IntStream.range(0, a.columns()).mapToObj(j -> new Cell(i, j)))
        .flatMap(row -> row)
        .filter(cell -> reach(loss, a, cell) == 0)
        .findFirst()
        .map(cell ->
            Message.of(
                "lesson.impossible",
                cell.row() + 1,
                cell.column() + 1,
                Numbers.format(a.get(cell.row(), cell.column())),
                Numbers.format(loss.target().at(cell.row(), cell.column()))));
  }

  private static double reach(Loss loss, Matrix a, Cell output) {
    return loss.kind()
        .reach(
            a.get(output.row(), output.column()), loss.target().at(output.row(), output.column()));
  }
}
