package org.gradloom.rule;

import org.gradloom.formula.MatrixSymbol;

/** The form of the data that a loss holds beside the outputs A (N×M). */
public enum TargetForm {
  /** dL/dA itself, N×M. */
  UPSTREAM(MatrixSymbol.UPSTREAM),

  /** A number for each output, N×M. */
  TARGETS(MatrixSymbol.TARGETS),

  /** One class a sample, from 0. */
  LABELS(MatrixSymbol.LABELS);

  private final MatrixSymbol symbol;

  TargetForm(MatrixSymbol symbol) {
    this.symbol = symbol;
  }

  /** The name of the matrix that a learner sees of it. */
  public MatrixSymbol symbol() {
    return symbol;
  }

  /** As the document's field. */
  public String documentName() {
    return symbol.placeName();
  }
}
