package org.gradloom.marking;

import java.util.Optional;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;

/** The one thing that a wrong method does otherwise than the walk. */
public sealed interface Slip {
  /** The same is done to every entry of the right matrix, or to one of the two it is made of. */
  sealed interface OfEntries extends Slip {}

  /** One term of every entry's sum is treated otherwise. */
  sealed interface OfTerm extends Slip {
    /** The term, from 0: the sample for dW and dB, the neuron for dX. */
    int which();

    /** What the term adds to each entry. */
    Matrix share();
  }

  /** Something else is put together. */
  sealed interface Otherwise extends Slip {}

  /** Every entry has the other sign. */
  record Negated() implements OfEntries {}

  /** Rows and columns are swapped. */
  record Transposed() implements OfEntries {}

  /** dL/dA stands where dL/dZ belongs: g′(Z) was left out. */
  record WithoutSlope() implements OfEntries {}

  /** g′(Z) alone stands where dL/dZ belongs: nothing came from above. */
  record SlopeAlone() implements Otherwise {}

  /** Every entry is the same multiple of the derived one, or all of it but the penalty is. */
  record Scaled(double factor, Cause cause) implements OfEntries {}

  /** Where a factor comes from. */
  enum Cause {
    TIMES_SAMPLES,
    DIVIDED_BY_SAMPLES,
    /** Divided by the samples twice. */
    DIVIDED_BY_SAMPLES_TWICE,
    /** Divided by samples and outputs, as a mean over all entries is. */
    DIVIDED_BY_ENTRIES,
    TIMES_ENTRIES,
    DIVIDED_BY_OUTPUTS,
    TIMES_OUTPUTS,
    /** Divided by the outputs where the samples are what divides. */
    OUTPUTS_FOR_SAMPLES,
    DOUBLED,
    HALVED,
    /** The step of the update in place of the gradient. */
    TIMES_RATE,
    TIMES_NEGATIVE_RATE,
    UNKNOWN
  }

  /** One term of every entry's sum is missing. */
  record MissingTerm(int which, Matrix share) implements OfTerm {}

  /** Only one term of every entry's sum is there. */
  record OnlyTerm(int which, Matrix share) implements OfTerm {}

  /** One term of every entry's sum is there twice. */
  record RepeatedTerm(int which, Matrix share) implements OfTerm {}

  /** The same two matrices, but turned otherwise or in the other order. */
  record OtherProduct(Operation.Factor left, Operation.Factor right) implements Otherwise {}

  /** Another matrix stands in the place of one of the two. */
  record OtherOperand(Operand instead, Operand of) implements Otherwise {}

  /** Two matrices multiplied entry by entry where a row meets a column. */
  record EntryByEntry(Operand left, Operand right) implements Otherwise {}

  /** A row meets a column where two entries are multiplied. */
  record RowByColumn() implements Otherwise {}

  /** The entries of one line added up, without those that they are multiplied by. */
  record OneLine(Operation.Factor of) implements Otherwise {}

  /** Both lines added up, and then the two sums multiplied. */
  record SumsMultiplied(Operation.Factor left, Operation.Factor right) implements Otherwise {}

  /**
   * Other lines than those that meet in what is asked.
   *
   * @param cell where the lines taken meet, as the convention lists the matrix; for a whole line
   *     its first cell
   */
  record OtherLine(Cell cell) implements Otherwise {}

  /** Another term of the right cell. */
  record OtherTerm(int term) implements Otherwise {}

  /**
   * One of the two numbers that a term multiplies.
   *
   * @param cell where it stands inside
   */
  record OneEntry(Operand of, Cell cell) implements Otherwise {}

  /** The bias is left out. */
  record WithoutBias() implements Otherwise {}

  /** The samples' rows are added up where each stands for itself. */
  record OverSamples() implements Otherwise {}

  /** The parameter after the step in place of its gradient. */
  record NextForGradient() implements Otherwise {}

  /** The step taken in another way. */
  record OtherStep(Descent step) implements Otherwise {}

  /** Ways to make a step that is none of descent. */
  enum Descent {
    /** W + η·dW. */
    UPHILL,
    /** W − dW. */
    WITHOUT_RATE,
    /** −η·dW, the change alone. */
    CHANGE_ALONE,
    /** η·dW. */
    RATE_TIMES_GRADIENT,
    /** dW itself. */
    GRADIENT
  }

  /** A bias's gradient not made of the columns of dL/dZ. */
  record OtherSum(Summed summed) implements Otherwise {}

  /** What is added up, or not, where the samples of dL/dZ are. */
  enum Summed {
    /** Nothing: dL/dZ itself. */
    NOTHING,
    /** The neurons of each sample. */
    NEURONS,
    /** The columns of dL/dW. */
    WEIGHTS
  }

  /** The gate's mask taken of something else than Z. */
  record OtherMask(Mask mask) implements Otherwise {}

  /** What a mask can be taken of wrongly. */
  enum Mask {
    /** The sign of dL/dA. */
    UPSTREAM,
    /** g′ at the output A. */
    OUTPUT
  }

  /** A matrix that was made wrongly, and used rightly. */
  record Carried(Operand of, Slip slip) implements Otherwise {}

  /** A softmax, or its gradient with the cross-entropy, in another way. */
  record OtherSoftmax(Softmax softmax) implements Otherwise {}

  /** Ways to mistake p − y. */
  enum Softmax {
    /** −y/p. */
    BY_PROBABILITY,
    /** −y·(1 − p). */
    WITHOUT_THE_REST,
    /** (p − y)·p·(1 − p). */
    TIMES_SLOPE,
    /** Shares along the samples. */
    ALONG_SAMPLES,
    /** Shares of the wrong line, less the label. */
    ALONG_SAMPLES_LESS_LABEL,
    /** p alone. */
    WITHOUT_LABEL,
    /** Only the diagonal of the row's Jacobian. */
    DIAGONAL
  }

  /**
   * The 1 of the label stands at another class.
   *
   * @param by how many classes to the right, round the end
   */
  record OtherClass(int by) implements Otherwise {}

  /** The term of each entry's sum that it is about, if it is about one. */
  default Optional<OfTerm> ofTerm() {
    return this instanceof OfTerm one ? Optional.of(one) : Optional.empty();
  }
}
