package org.gradloom.cli;

import java.util.stream.DoubleStream;
import org.gradloom.matrix.Matrix;

/**
 * The losses of a run's mini-batches, each before its update. Who asks for JSON gets all of them; a
 * text needs two, however many epochs there are.
 */
final class LossHistory {
  private final boolean keepsAll;
  private final DoubleStream.Builder all = DoubleStream.builder();
  private long count;
  private double first;
  private double last;

  LossHistory(boolean keepsAll) {
    this.keepsAll = keepsAll;
  }

  void add(double loss) {
    if (keepsAll) {
      all.add(loss);
    }
    if (count == 0) {
      first = loss;
    }
    last = loss;
    count++;
  }

  long count() {
    return count;
  }

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  /** A row with every loss, once; of a history that keeps them. */
  Matrix all() {
    return Matrix.row(all.build().toArray());
  }
}
