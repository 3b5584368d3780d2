package org.gradloom.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * What the network says of each row, beside what is true.
 *
 * @param counts K×K, rows the true class, columns the class said
 * @param worst the mistakes it was most sure of, the surest first, {@link #WORST} at most
 * @param ofTest whether these are the test rows
 */
public record ConfusionMatrix(Matrix counts, List<Mistake> worst, boolean ofTest) {
  public static final int WORST = 8;

  /**
   * A row that the network gets wrong.
   *
   * @param row from 0, among the rows that were judged
   * @param confidence the probability that it gives to the class it says
   */
  public record Mistake(int row, int truth, int said, double confidence) {}

  static ConfusionMatrix of(Loss loss, Matrix outputs, List<Integer> labels, boolean ofTest) {
    int classes = outputs.columns();
    int[] counts = new int[classes * classes];
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int truth = labels.get(i);
      int said = Metrics.said(outputs, i);
      counts[truth * classes + said]++;
      if (said != truth) {
        mistakes.add(new Mistake(i, truth, said, Confidence.of(loss.kind(), outputs, i)));
      }
    }
    mistakes.sort(
        Comparator.comparingDouble(Mistake::confidence).reversed().thenComparingInt(Mistake::row));
    return new ConfusionMatrix(
        Matrix.numbers(new Shape(classes, classes), (i, j) -> counts[i * classes + j]),
        List.copyOf(mistakes.subList(0, Math.min(WORST, mistakes.size()))),
        ofTest);
  }
}
