package org.gradloom.derivation;

/** How far the walk has come with one cell. */
public enum ComputedState {
  /** Nothing of it is computed, so nothing of it is shown. */
  NOT_YET,
  /** Some of its terms are added up. */
  FORMING,
  /** Its value is known. */
  KNOWN
}
