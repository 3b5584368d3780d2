package org.gradloom.blas;

import java.lang.foreign.MemorySegment;
import java.util.IdentityHashMap;

/**
 * Products of plain arrays by a library, for one thread. What Java wraps around an array for a call
 * is kept by array, so that a call with arrays that were seen before allocates nothing.
 */
public final class BlasCalls {
  /** Beyond so many arrays they are others each time, and keeping them only holds memory. */
  private static final int MOST_ARRAYS = 512;

  private final Blas blas;
  private final IdentityHashMap<double[], MemorySegment> seen = new IdentityHashMap<>();

  public BlasCalls(Blas blas) {
    this.blas = blas;
  }

  /**
   * {@code c} ← a·b + kept·c. All are matrices row by row, and may be longer than what is used.
   *
   * @param turnedA whether {@code a} is given as its transpose, terms×rows, and else rows×terms
   * @param turnedB whether {@code b} is given as its transpose, columns×terms
   * @param kept what c is multiplied by before; with 0 it is only written
   * @param c rows×columns, modified, and none of the factors
   * @throws IllegalArgumentException if an array is too short
   */
  public void multiply(
      boolean turnedA,
      boolean turnedB,
      int rows,
      int columns,
      int terms,
      double[] a,
      double[] b,
      double kept,
      double[] c) {
    require(a, rows, terms);
    require(b, terms, columns);
    require(c, rows, columns);
    blas.multiply(turnedA, turnedB, rows, columns, terms, segment(a), segment(b), kept, segment(c));
  }

  /** Beyond the end of an array the library would read and write what is not ours. */
  private static void require(double[] array, int rows, int columns) {
    if (rows < 1 || columns < 1 || array.length < (long) rows * columns) {
      throw new IllegalArgumentException(
          array.length + " numbers are no " + rows + "×" + columns + " matrix");
    }
  }

  private MemorySegment segment(double[] array) {
    MemorySegment known = seen.get(array);
    if (known != null) {
      return known;
    }
    if (seen.size() == MOST_ARRAYS) {
      seen.clear();
    }
    MemorySegment segment = MemorySegment.ofArray(array);
    seen.put(array, segment);
    return segment;
  }
}
