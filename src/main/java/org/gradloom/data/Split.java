package org.gradloom.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * A data set in two parts: the rows to train on, and those kept back to test with.
 *
 * <p>The training rows stand in an order drawn from the seed, so that mini-batches taken in order
 * hold all classes mixed; the test rows keep the order they had.
 *
 * @param train at least one row of each class that has any
 * @param test nothing if no row is kept back
 * @param trainRows where each row of {@code train} stands in the whole
 * @param testRows where each row of {@code test} stands in the whole
 */
public record Split(
    DataSet train, Optional<DataSet> test, List<Integer> trainRows, List<Integer> testRows) {
  public static final double LARGEST_TEST_SHARE = 0.9;

  public Split {
    trainRows = List.copyOf(trainRows);
    testRows = List.copyOf(testRows);
    if (trainRows.size() != train.size() || testRows.size() != test.map(DataSet::size).orElse(0)) {
      throw new IllegalArgumentException("Each row needs its place in the whole");
    }
  }

  /**
   * Splits class by class, and rows without classes all at once: of n rows of one class, share · n
   * rounded (half up), but at most n − 1, go to the test. The same arguments give the same split.
   *
   * @param testShare from 0 to 0.9
   * @throws InvalidInput if the share is out of range
   */
  public static Split of(DataSet all, double testShare, long seed) {
    if (!(testShare >= 0 && testShare <= LARGEST_TEST_SHARE)) {
      throw new InvalidInput(
          "data.testShare",
          Numbers.format(100 * testShare),
          Numbers.format(100 * LARGEST_TEST_SHARE));
    }
    Random random = new Random(seed);
    List<Integer> trainRows = new ArrayList<>();
    List<Integer> testRows = new ArrayList<>();
    for (List<Integer> rows : rowsByClass(all)) {
      Collections.shuffle(rows, random);
      int kept = (int) Math.min(Math.round(testShare * rows.size()), Math.max(0, rows.size() - 1));
      testRows.addAll(rows.subList(0, kept));
      trainRows.addAll(rows.subList(kept, rows.size()));
    }
    Collections.shuffle(trainRows, random);
    Collections.sort(testRows);
    Optional<DataSet> test =
        testRows.isEmpty() ? Optional.empty() : Optional.of(all.rows(indices(testRows)));
    return new Split(all.rows(indices(trainRows)), test, trainRows, testRows);
  }

  /**
   * The same with these entries of the whole filled in, each with the mean of the training rows
   * that have a value in its column.
   *
   * @param gaps entries of the whole that are missing
   * @throws InvalidInput if a column has a value in no training row
   */
  public Split filled(List<Cell> gaps) {
    if (gaps.isEmpty()) {
      return this;
    }
    Set<Cell> missing = Set.copyOf(gaps);
    Map<Integer, Double> means = new HashMap<>();
    for (Cell gap : gaps) {
      means.computeIfAbsent(gap.column(), column -> mean(column, missing));
    }
    return new Split(
        filled(train, trainRows, missing, means),
        test.map(rows -> filled(rows, testRows, missing, means)),
        trainRows,
        testRows);
  }

  private double mean(int column, Set<Cell> missing) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < trainRows.size(); i++) {
      if (!missing.contains(new Cell(trainRows.get(i), column))) {
        sum += train.x().get(i, column);
        count++;
      }
    }
    if (count == 0) {
      throw new InvalidInput("data.noMean", Quote.of(train.features().get(column)));
    }
    return sum / count;
  }

  private static DataSet filled(
      DataSet part, List<Integer> places, Set<Cell> missing, Map<Integer, Double> means) {
    return part.with(
        Matrix.numbers(
            part.x().shape(),
            (i, j) ->
                means.containsKey(j) && missing.contains(new Cell(places.get(i), j))
                    ? means.getOrDefault(j, 0.0)
                    : part.x().get(i, j)));
  }

  /** The rows of each class; all together where they have none. */
  private static List<List<Integer>> rowsByClass(DataSet all) {
    List<List<Integer>> rows = new ArrayList<>();
    int groups =
        switch (all.truth()) {
          case Truth.Classes(_, var names) -> names.size();
          case Truth.Quantities _ -> 1;
        };
    for (int k = 0; k < groups; k++) {
      rows.add(new ArrayList<>());
    }
    for (int i = 0; i < all.size(); i++) {
      int group =
          switch (all.truth()) {
            case Truth.Classes(var labels, _) -> labels.get(i);
            case Truth.Quantities _ -> 0;
          };
      rows.get(group).add(i);
    }
    return rows;
  }

  private static int[] indices(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
