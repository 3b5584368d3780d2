package org.gradloom.marking;

import org.gradloom.matrix.Matrix;

/** What makes a learner's gradient differ from the derived one, in every entry. */
public sealed interface GradientPattern {
  /** Every entry has the other sign. */
  record Negated() implements GradientPattern {}

  /** Rows and columns are swapped. */
  record Transposed() implements GradientPattern {}

  /** dL/dA stands where dL/dZ belongs: g′(Z) was left out. */
  record WithoutSlope() implements GradientPattern {}

  /** Every entry is the same multiple of the derived one, or all of it but the penalty is. */
  record Scaled(double factor, Cause cause) implements GradientPattern {}

  /** Where a factor comes from. */
  enum Cause {
    TIMES_SAMPLES,
    DIVIDED_BY_SAMPLES,
    /** Divided by samples and outputs, as a mean over all entries is. */
    DIVIDED_BY_ENTRIES,
    TIMES_ENTRIES,
    DIVIDED_BY_OUTPUTS,
    TIMES_OUTPUTS,
    DOUBLED,
    HALVED,
    /** The step of the update in place of the gradient. */
    TIMES_RATE,
    TIMES_NEGATIVE_RATE,
    UNKNOWN
  }

  /**
   * One term of every entry's sum is missing.
   *
   * @param term from 0: the sample for dW and dB, the neuron for dX
   * @param share what the term adds to each entry
   */
  record MissingTerm(int term, Matrix share) implements GradientPattern {}

  /** Only one term of every entry's sum is there. */
  record OnlyTerm(int term, Matrix share) implements GradientPattern {}

  /** One term of every entry's sum is there twice. */
  record RepeatedTerm(int term, Matrix share) implements GradientPattern {}
}
