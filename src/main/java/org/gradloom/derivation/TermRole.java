package org.gradloom.derivation;

/** What a term does to the sum of those before it. */
public enum TermRole {
  /** It is added: a product, an entry of a column, one output's loss; or it is all there is. */
  ADDED,
  /** A bias is added, as the last. */
  BIAS,
  /** What the penalty on weights brings is added, as the last. */
  PENALTY,
  /** It divides the sum. */
  DIVISION,
  /** It makes the cell of the sum: aⱼ·(daⱼ − Σ). */
  CLOSING
}
