package org.gradloom.rule;

/** What the batch loss does with the losses of its samples. */
public enum Reduction {
  SUM,
  /** The sum divided once by the number of samples, never by the number of outputs. */
  MEAN;

  /** What the sum is divided by for a batch of {@code samples}. */
  public double divisor(int samples) {
    return this == MEAN ? samples : 1;
  }
}
