package org.gradloom.lesson;

/** What a view shows beside matrices that would give an answer away. */
public enum ViewPart implements Coverable {
  /** The entries of dZ/dW or dZ/dX. */
  GRID,
  /** The sheets that dL/dX is stacked from. */
  SHEETS,
  /** The times that a comparison measured. */
  TIMES,
  /** How many times as long one way takes as another. */
  RATIO,
  /** The column of ones that makes a weight of a bias. */
  ONES,
  /** The formula in symbols. */
  SYMBOLS
}
