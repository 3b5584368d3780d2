package org.gradloom.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.matrix.Cell;

/**
 * The order in which a way reads W to compute Z = X·W, on a W so small that it can be drawn.
 *
 * @param steps the cells that are read at the same time, one step after the other; each cell once
 * @param samples how many samples are served before all of it is read again
 */
public record ReadingOrder(List<List<Cell>> steps, int samples) {
  /** How many rows of W, and of X, the kernel takes at once. */
  private static final int AT_ONCE = 4;

  public ReadingOrder {
    steps = List.copyOf(steps);
  }

  /**
   * The order of a way on a W of {@code side} × {@code side}.
   *
   * @return nothing for a BLAS, which keeps it to itself
   */
  public static Optional<ReadingOrder> of(Implementation way, int side) {
    return switch (way) {
      case LOOPS -> Optional.of(new ReadingOrder(byColumns(side), 1));
      // EJML adds row k of W to a row of Z, times one number of X, whole batch or not.
      case SAMPLES, BATCH -> Optional.of(new ReadingOrder(byRows(side, 1), 1));
      case KERNEL -> Optional.of(new ReadingOrder(byRows(side, AT_ONCE), AT_ONCE));
      case BLAS -> Optional.empty();
    };
  }

  private static List<List<Cell>> byColumns(int side) {
    List<List<Cell>> steps = new ArrayList<>();
    for (int j = 0; j < side; j++) {
      for (int k = 0; k < side; k++) {
        steps.add(List.of(new Cell(k, j)));
      }
    }
    return steps;
  }

  private static List<List<Cell>> byRows(int side, int atOnce) {
    List<List<Cell>> steps = new ArrayList<>();
    for (int k = 0; k < side; k += atOnce) {
      int first = k;
      int end = Math.min(k + atOnce, side);
      for (int j = 0; j < side; j++) {
        int column = j;
        steps.add(IntStream.range(first, end).mapToObj(row -> new Cell(row, column)).toList());
      }
    }
    return steps;
  }

  /** The step at which a cell is read, from 0. */
  public int stepOf(Cell cell) {
    return IntStream.range(0, steps.size())
        .filter(step -> steps.get(step).contains(cell))
        .findFirst()
        .orElseThrow();
  }

  /** How often all of W is read for a batch of so many samples. */
  public int passes(int batch) {
    return Math.ceilDiv(batch, samples);
  }
}
