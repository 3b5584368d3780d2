package org.gradloom.lesson;

import org.gradloom.formula.MatrixSymbol;
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
    return switch (operand.quantity().role()) {
      case FORWARD -> FORWARD;
      case LOSS -> LOSS;
      case GRADIENT ->
          operand.quantity() == MatrixSymbol.DA && operand.layer() == lastLayer ? LOSS : BACKWARD;
      case UPDATE -> UPDATE;
      case INPUT, LOSS_INPUT -> throw new IllegalArgumentException(operand + " is not computed");
    };
  }
}
