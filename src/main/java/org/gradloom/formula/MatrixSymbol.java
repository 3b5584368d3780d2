package org.gradloom.formula;

import java.util.Optional;

/** The kinds of matrices a network has, by the names that places and computed answers use. */
public enum MatrixSymbol {
  X("x"),
  W("w"),
  B("b"),
  Z("z"),
  A("a"),
  P("p"),
  L("L"),
  UPSTREAM("upstream"),
  TARGETS("targets"),
  LABELS("labels"),
  DA("dA"),
  DZ("dZ"),
  DW("dW"),
  DB("dB"),
  DX("dX"),
  W_NEXT("wNext"),
  B_NEXT("bNext");

  private final String placeName;

  MatrixSymbol(String placeName) {
    this.placeName = placeName;
  }

  /** The name in a place's text. */
  public String placeName() {
    return placeName;
  }

  /** True for what stands under {@code loss/} and belongs to no layer. */
  public boolean belongsToLoss() {
    return this == P || this == L || isLossInput();
  }

  /** True for what a learner may edit. */
  public boolean isInput() {
    return this == X || this == W || this == B || isLossInput();
  }

  /** True for what only a layer with a bias has. */
  public boolean needsBias() {
    return this == B || this == DB || this == B_NEXT;
  }

  private boolean isLossInput() {
    return this == UPSTREAM || this == TARGETS || this == LABELS;
  }

  public static Optional<MatrixSymbol> named(String placeName) {
    for (MatrixSymbol quantity : values()) {
      if (quantity.placeName.equals(placeName)) {
        return Optional.of(quantity);
      }
    }
    return Optional.empty();
  }
}
