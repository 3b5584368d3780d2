package org.gradloom.lesson;

/** The views that Explore has of one place. */
public enum Perspective {
  /** The two factors and what they make. */
  PRODUCT,
  /** What each sample adds to a gradient of weights. */
  CARDS,
  /** What each sample adds to the gradient of the inputs: a row of its own. */
  STACK,
  /** The slope of every output for every weight or input. */
  JACOBIAN,
  /** The gradient beside slopes that were measured. */
  NUDGE,
  /** The bias as the weight on a column of ones. */
  BIAS,
  /** The loss before and after the step. */
  UPDATE
}
