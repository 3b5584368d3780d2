package org.gradloom.staging;

/** What a matrix on the stage is in the present operation. */
public enum StageSlot {
  LEFT,
  RIGHT,
  RESULT,
  BIAS,
  /** What dropout multiplies by, entry by entry. */
  MASK,
  /** The matrix that the left operand is the transposed of. */
  LEFT_ORIGIN,
  /** The matrix that the right operand comes from. */
  RIGHT_ORIGIN;

  public boolean isOrigin() {
    return this == LEFT_ORIGIN || this == RIGHT_ORIGIN;
  }
}
