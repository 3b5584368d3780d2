package org.gradloom.ui.store;

/** How the stage lays a product out. */
public enum Layout {
  /** Left operand at the left, right operand above, the result where row and column cross. */
  FALK,
  /** A · B = C in one line. */
  INLINE
}
