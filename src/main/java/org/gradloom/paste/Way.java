package org.gradloom.paste;

/** What a text that can be read in several ways is taken for. */
public enum Way {
  /** There is only one way. */
  AS_IT_STANDS,
  /** {@code 28,97}: two numbers. */
  COMMAS_SEPARATE,
  /** {@code 28,97}: one number. */
  COMMAS_ARE_DECIMAL,
  /** Lines in one pair of brackets as NumPy wraps a long vector. */
  ONE_LONG_ROW,
  /** Lines in one pair of brackets as MATLAB writes rows. */
  A_ROW_A_LINE,
  /** Rows and columns swapped, so that it fits. */
  TURNED
}
