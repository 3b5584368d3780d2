package org.gradloom.lesson;

import org.gradloom.formula.Operand;

/** The four stretches of a walk. */
public enum Phase {
  /** Z = XW + b and A = g(Z), layer by layer. */
  FORWARD,
  /** From the outputs to L and its gradient by them. */
  LOSS,
  /** dL/dZ, dL/dW, dL/db and dL/dX, last layer first. */
  BACKWARD,
  /** The step that the optimizer takes. */
  UPDATE;

  /** The phase in which a computed matrix comes about. */
  public static Phase of(Operand operand, int lastLayer) {
    return switch (operand.quantity()) {
      case Z, A -> FORWARD;
      case P, L -> LOSS;
      case DA -> operand.layer() == lastLayer ? LOSS : BACKWARD;
      case DZ, DW, DB, DX -> BACKWARD;
      case W_NEXT, B_NEXT -> UPDATE;
      case X, W, B, UPSTREAM, TARGETS, LABELS ->
          throw new IllegalArgumentException(operand + " is not computed");
    };
  }
}
