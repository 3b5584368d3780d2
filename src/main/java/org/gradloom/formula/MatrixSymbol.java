package org.gradloom.formula;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of matrices a network has, by the names that places and computed answers use. What is
 * to be known of one stands with it: its letter, its part in the walk, what its rows and columns
 * count.
 */
public enum MatrixSymbol {
  X("x", "X", Role.INPUT, AxisKind.SAMPLES, AxisKind.INPUTS),
  W("w", "W", Role.INPUT, AxisKind.INPUTS, AxisKind.UNITS),
  B("b", "b", Role.INPUT, AxisKind.ONE, AxisKind.UNITS),
  /** What dropout multiplies A by: 0 for what it drops. */
  MASK("mask", "M", Role.INPUT, AxisKind.SAMPLES, AxisKind.UNITS),
  Z("z", "Z", Role.FORWARD, AxisKind.SAMPLES, AxisKind.UNITS),
  A("a", "A", Role.FORWARD, AxisKind.SAMPLES, AxisKind.UNITS),
  P("p", "P", Role.LOSS, AxisKind.SAMPLES, AxisKind.OUTPUTS),
  L("L", "L", Role.LOSS, AxisKind.ONE, AxisKind.ONE),
  UPSTREAM("upstream", "U", Role.LOSS_INPUT, AxisKind.SAMPLES, AxisKind.OUTPUTS),
  TARGETS("targets", "T", Role.LOSS_INPUT, AxisKind.SAMPLES, AxisKind.OUTPUTS),
  LABELS("labels", "y", Role.LOSS_INPUT, AxisKind.SAMPLES, AxisKind.ONE),
  DA("dA", Role.GRADIENT, A),
  DZ("dZ", Role.GRADIENT, Z),
  DW("dW", Role.GRADIENT, W),
  DB("dB", Role.GRADIENT, B),
  DX("dX", Role.GRADIENT, X),
  W_NEXT("wNext", Role.UPDATE, W),
  B_NEXT("bNext", Role.UPDATE, B);

  /** What a computed answer has of each layer, in its order; of b only where the layer has one. */
  public static final List<MatrixSymbol> OF_A_LAYER =
      List.of(Z, A, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT);

  /** The part that a matrix has in the walk. */
  public enum Role {
    /** A layer's or the network's own, which a learner may edit. */
    INPUT,
    /** What the loss compares the outputs with, which a learner may edit. */
    LOSS_INPUT,
    /** Computed from the inputs, layer by layer. */
    FORWARD,
    /** Computed by the loss from the outputs. */
    LOSS,
    /** How L depends on a matrix. */
    GRADIENT,
    /** A parameter after the step. */
    UPDATE
  }

  private final String placeName;
  private final String letter;
  private final Role role;
  private final AxisKind rows;
  private final AxisKind columns;
  private final @Nullable MatrixSymbol variable;

  MatrixSymbol(String placeName, String letter, Role role, AxisKind rows, AxisKind columns) {
    this.placeName = placeName;
    this.letter = letter;
    this.role = role;
    this.rows = rows;
    this.columns = columns;
    this.variable = null;
  }

  /** A gradient by a matrix, or its next value, has that matrix's letter and shape. */
  MatrixSymbol(String placeName, Role role, MatrixSymbol variable) {
    this.placeName = placeName;
    this.letter = variable.letter;
    this.role = role;
    this.rows = variable.rows;
    this.columns = variable.columns;
    this.variable = variable;
  }

  /** The name in a place's text. */
  public String placeName() {
    return placeName;
  }

  /** The letter in formulas; a gradient's is that of its variable. */
  public String letter() {
    return letter;
  }

  public Role role() {
    return role;
  }

  AxisKind rows() {
    return rows;
  }

  AxisKind columns() {
    return columns;
  }

  /** What a gradient is the gradient by, and what the next value is the next value of. */
  public Optional<MatrixSymbol> variable() {
    return Optional.ofNullable(variable);
  }

  /** True for what stands under {@code loss/} and belongs to no layer. */
  public boolean belongsToLoss() {
    return role == Role.LOSS || role == Role.LOSS_INPUT;
  }

  /** True for what a learner may edit. */
  public boolean isInput() {
    return role == Role.INPUT || role == Role.LOSS_INPUT;
  }

  public boolean isGradient() {
    return role == Role.GRADIENT;
  }

  /** True for what only a layer with a bias has. */
  public boolean needsBias() {
    return this == B || variable == B;
  }

  public static Optional<MatrixSymbol> named(String placeName) {
    for (MatrixSymbol symbol : values()) {
      if (symbol.placeName.equals(placeName)) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }
}
