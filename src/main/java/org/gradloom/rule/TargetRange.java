package org.gradloom.rule;

import java.util.Arrays;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;

/** Which numbers a loss can compare outputs with. */
public enum TargetRange {
  ANY {
    @Override
    public boolean accepts(double target) {
      return true;
    }

    @Override
    public Matrix from(Matrix numbers) {
      return numbers;
    }
  },

  /** Probabilities, from 0 to 1. */
  PROBABILITY {
    @Override
    public boolean accepts(double target) {
      return target >= 0 && target <= 1;
    }

    // Or else whether each is positive.
    @Override
    public Matrix from(Matrix numbers) {
      return Arrays.stream(numbers.toArray()).allMatch(this::accepts)
          ? numbers
          : Matrix.numbers(numbers.shape(), (i, j) -> numbers.get(i, j) > 0 ? 1 : 0);
    }
  },

  /** Probabilities of which each sample's add up to 1. */
  DISTRIBUTION {
    @Override
    public boolean accepts(double target) {
      return target >= 0 && target <= 1 + TOLERANCE;
    }

    @Override
    public boolean acceptsSum(double ofRow) {
      return Math.abs(ofRow - 1) <= TOLERANCE;
    }

    // Or else a row has a 1 where its greatest number is, the first of equals.
    @Override
    public Matrix from(Matrix numbers) {
      return Matrix.entries(
          numbers.shape(),
          (i, j) ->
              acceptsRow(numbers, i)
                  ? numbers.entry(i, j)
                  : Entry.of(j == greatest(numbers, i) ? 1 : 0));
    }
  };

  /** How far a sample's probabilities may be from adding up to 1. */
  private static final double TOLERANCE = 1e-9;

  /** True if one target may be this number. */
  public abstract boolean accepts(double target);

  /** True if the targets of a sample may add up to this. */
  public boolean acceptsSum(double ofRow) {
    return true;
  }

  /** Targets in this range (N×M), made of any numbers; those that are some already stay. */
  public abstract Matrix from(Matrix numbers);

  boolean acceptsRow(Matrix numbers, int row) {
    double sum = 0;
    for (int j = 0; j < numbers.columns(); j++) {
      if (!accepts(numbers.get(row, j))) {
        return false;
      }
      sum += numbers.get(row, j);
    }
    return acceptsSum(sum);
  }

  private static int greatest(Matrix numbers, int row) {
    int best = 0;
    for (int j = 1; j < numbers.columns(); j++) {
      best = numbers.get(row, j) > numbers.get(row, best) ? j : best;
    }
    return best;
  }
}
