package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.data.DataSet;
import org.gradloom.data.Truth;
import org.gradloom.matrix.Matrix;
import org.gradloom.training.Quantity;
import org.gradloom.training.TrainingSetup;

/**
 * The rows of a setup with numbers as points: those to draw, since thousands of points hide each
 * other, and how far all of them reach. Made once for a setup.
 *
 * @param trainRows how many training rows are drawn
 * @param testRows how many test rows are drawn
 * @param everyTrain of so many training rows one is drawn
 * @param everyTest of so many test rows one is drawn
 * @param features of the drawn rows in their own units, training rows first
 * @param truths of the drawn rows in their own unit
 * @param low the least number of all
 * @param high the greatest
 */
record FitPoints(
    int trainRows,
    int testRows,
    int everyTrain,
    int everyTest,
    List<List<Double>> features,
    List<Double> truths,
    double low,
    double high) {
  /** More points than this of each part tell no more. */
  private static final int MOST = 1000;

  static FitPoints of(TrainingSetup setup) {
    Matrix x = setup.features();
    Matrix targets = setup.lesson().loss().target().shown();
    Quantity quantity = setup.quantity().orElseThrow();
    Optional<DataSet> test = setup.test();
    int everyTrain = Math.ceilDiv(x.rows(), MOST);
    int everyTest = Math.ceilDiv(test.map(DataSet::size).orElse(1), MOST);
    List<List<Double>> features = new ArrayList<>();
    List<Double> truths = new ArrayList<>();
    for (int i = 0; i < x.rows(); i += everyTrain) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < Math.min(2, x.columns()); j++) {
        row.add(setup.inOwnUnits(x.get(i, j), j));
      }
      features.add(List.copyOf(row));
      truths.add(quantity.inOwnUnit(targets.get(i, 0)));
    }
    int trainRows = truths.size();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < targets.rows(); i++) {
      low = Math.min(low, quantity.inOwnUnit(targets.get(i, 0)));
      high = Math.max(high, quantity.inOwnUnit(targets.get(i, 0)));
    }
    if (test.isPresent() && test.get().truth() instanceof Truth.Quantities(_, var y)) {
      Matrix own = test.get().x();
      for (int i = 0; i < y.rows(); i++) {
        low = Math.min(low, y.get(i, 0));
        high = Math.max(high, y.get(i, 0));
        if (i % everyTest == 0) {
          List<Double> row = new ArrayList<>();
          for (int j = 0; j < Math.min(2, own.columns()); j++) {
            row.add(own.get(i, j));
          }
          features.add(List.copyOf(row));
          truths.add(y.get(i, 0));
        }
      }
    }
    return new FitPoints(
        trainRows,
        truths.size() - trainRows,
        everyTrain,
        everyTest,
        List.copyOf(features),
        List.copyOf(truths),
        low,
        high);
  }

  int size() {
    return trainRows + testRows;
  }

  boolean isTest(int point) {
    return point >= trainRows;
  }

  /** The row that a point is, within its part. */
  int row(int point) {
    return isTest(point) ? (point - trainRows) * everyTest : point * everyTrain;
  }
}
