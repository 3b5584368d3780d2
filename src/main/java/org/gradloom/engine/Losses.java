package org.gradloom.engine;

import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;

/**
 * The losses: their terms in the order in which they are added, and their gradient by the outputs.
 * A is the N×M of the last layer's outputs; for the cross-entropies it holds logits, and every
 * formula is arranged so that logits of ±1000 stay finite.
 */
public final class Losses {
  private Losses() {}

  /** How many terms add up to L, the division by N not counted. */
  public static int terms(Loss loss, Shape outputs) {
    return loss instanceof Loss.SoftmaxCrossEntropy ? outputs.rows() : outputs.size();
  }

  /** The output whose loss is term {@code t}: row by row, or a sample's own class for softmax. */
  public static Cell cellOfTerm(Loss loss, Shape outputs, int t) {
    return loss instanceof Loss.SoftmaxCrossEntropy softmax
        ? new Cell(t, softmax.labels().get(t))
        : new Cell(t / outputs.columns(), t % outputs.columns());
  }

  /** Term {@code t} of L before any division by N. */
  public static double term(Loss loss, Matrix a, int t) {
    Cell cell = cellOfTerm(loss, a.shape(), t);
    int r = cell.row();
    int c = cell.column();
    return switch (loss) {
      case Loss.Given(var upstream, _) -> upstream.get(r, c) * a.get(r, c);
      case Loss.SquaredError(var targets, _) -> squaredError(a.get(r, c), targets.get(r, c));
      case Loss.SoftmaxCrossEntropy _ -> logSumExp(a, r) - a.get(r, c);
      case Loss.SigmoidCrossEntropy(var targets, _) ->
          sigmoidCrossEntropy(a.get(r, c), targets.get(r, c));
    };
  }

  /** ½ (a − t)². */
  static double squaredError(double a, double target) {
    double error = a - target;
    return 0.5 * error * error;
  }

  /** −t ln σ(a) − (1 − t) ln(1 − σ(a)), without a logarithm of 0. */
  static double sigmoidCrossEntropy(double a, double target) {
    return Math.max(a, 0) - a * target + Math.log1p(Math.exp(-Math.abs(a)));
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

  /** Softmax over each row for softmax cross-entropy, σ of each entry for the sigmoid kind. */
  public static Matrix probabilities(Loss loss, Matrix a) {
    return switch (loss) {
      case Loss.SoftmaxCrossEntropy _ -> softmax(a);
      case Loss.SigmoidCrossEntropy _ ->
          Matrix.numbers(a.shape(), (i, j) -> Activation.SIGMOID.value(a.get(i, j)));
      case Loss.Given _, Loss.SquaredError _ ->
          throw new IllegalArgumentException(loss.kind() + " has no probabilities");
    };
  }

  /**
   * One entry of dL/dA, divided once by the reduction's divisor.
   *
   * @param p the probabilities, read only by the losses that have them; the outputs otherwise
   */
  public static double gradient(Loss loss, Matrix a, Matrix p, int r, int c) {
    double own =
        switch (loss) {
          case Loss.Given(var upstream, _) -> upstream.get(r, c);
          case Loss.SquaredError(var targets, _) -> a.get(r, c) - targets.get(r, c);
          case Loss.SoftmaxCrossEntropy(var labels, _) ->
              p.get(r, c) - (labels.get(r) == c ? 1 : 0);
          case Loss.SigmoidCrossEntropy(var targets, _) -> p.get(r, c) - targets.get(r, c);
        };
    return own / loss.reduction().divisor(a.rows());
  }

  /** The largest entry of a row, which softmax takes away before it exponentiates. */
  public static double rowMaximum(Matrix a, int row) {
    double max = a.get(row, 0);
    for (int j = 1; j < a.columns(); j++) {
      max = Math.max(max, a.get(row, j));
    }
    return max;
  }

  private static Matrix softmax(Matrix a) {
    double[] sums = new double[a.rows()];
    double[] maxima = new double[a.rows()];
    for (int i = 0; i < a.rows(); i++) {
      maxima[i] = rowMaximum(a, i);
      sums[i] = sumOfExponentials(a, i, maxima[i]);
    }
    return Matrix.numbers(a.shape(), (i, j) -> Math.exp(a.get(i, j) - maxima[i]) / sums[i]);
  }

  private static double logSumExp(Matrix a, int row) {
    double max = rowMaximum(a, row);
    return max + Math.log(sumOfExponentials(a, row, max));
  }

  /** Σⱼ exp(aⱼ − shift) over one row. */
  public static double sumOfExponentials(Matrix a, int row, double shift) {
    double sum = 0;
    for (int j = 0; j < a.columns(); j++) {
      sum += Math.exp(a.get(row, j) - shift);
    }
    return sum;
  }
}
