package org.gradloom.rule;

/** What the batch loss does with the losses of its samples. */
public enum Reduction {
  SUM("sum") {
    @Override
    public int divisor(int samples, int outputs) {
      return 1;
    }
  },

  /** The sum divided once by the number of samples, whatever the number of outputs. */
  MEAN("mean") {
    @Override
    public int divisor(int samples, int outputs) {
      return samples;
    }
  },

  /** The sum divided once by the number of entries: samples times outputs. */
  MEAN_ALL("mean-all") {
    @Override
    public int divisor(int samples, int outputs) {
      return Math.multiplyExact(samples, outputs);
    }
  };

  private final String documentName;

  Reduction(String documentName) {
    this.documentName = documentName;
  }

  /** As the document writes it. */
  public String documentName() {
    return documentName;
  }

  /** True if it divides: the division is then a step of its own, even by 1. */
  public boolean divides() {
    return this != SUM;
  }

  /** What the sum is divided by for a batch of {@code samples} with so many outputs each. */
  public abstract int divisor(int samples, int outputs);
}
