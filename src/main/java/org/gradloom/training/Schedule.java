package org.gradloom.training;

import java.util.Random;

/**
 * Which rows the next mini-batch holds. Rows come in order or, where they are shuffled, each epoch
 * in a new order; the last mini-batch of an epoch is short where the rows do not divide evenly.
 *
 * <p>An order is drawn by the shuffle of Fisher and Yates: from the last place down to the second,
 * the entry at place i changes places with one of the entries 0 … i, drawn as {@code nextInt(i +
 * 1)} of one {@link Random}, whose numbers Java specifies. The first epoch shuffles the rows in
 * order, every other one the order before it; the same seed is the same run.
 */
public final class Schedule {
  private final int[] order;
  private final boolean shuffle;
  private final Random random;
  private int batchSize;
  private int from;
  private int count;
  private long epoch;

  /**
   * Stands at the first mini-batch.
   *
   * @param rows N, at least 1
   * @param seed of the orders; without meaning where rows stay in order
   */
  public Schedule(int rows, int batchSize, boolean shuffle, long seed) {
    if (rows < 1) {
      throw new IllegalArgumentException("No rows to train on");
    }
    order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    this.shuffle = shuffle;
    random = new Random(seed);
    setBatchSize(batchSize);
    startEpoch();
  }

  /** Takes mini-batches of this many rows, the one that stands next included. */
  public void setBatchSize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("A mini-batch of " + rows + " rows");
    }
    batchSize = rows;
    count = Math.min(batchSize, order.length - from);
  }

  private void startEpoch() {
    if (shuffle) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int row = order[i];
        order[i] = order[j];
        order[j] = row;
      }
    }
    from = 0;
    count = Math.min(batchSize, order.length);
  }

  /** Goes so many mini-batches on. */
  public void skip(long batches) {
    for (long i = 0; i < batches; i++) {
      advance();
    }
  }

  /** Goes to the next mini-batch. Nothing is allocated. */
  public void advance() {
    from += count;
    if (from < order.length) {
      count = Math.min(batchSize, order.length - from);
    } else {
      epoch++;
      startEpoch();
    }
  }

  /**
   * The rows of this epoch in their order, of which the mini-batch is {@link #count} from {@link
   * #from} on. It is not copied: it changes with the epoch and is only to be read.
   */
  public int[] order() {
    return order;
  }

  public int from() {
    return from;
  }

  public int count() {
    return count;
  }

  /** How many epochs are complete. */
  public long epoch() {
    return epoch;
  }
}
