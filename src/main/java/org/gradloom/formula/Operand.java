package org.gradloom.formula;

/**
 * The name of one matrix of a network.
 *
 * @param layer from 0; {@link #LOSS} for what belongs to the loss
 */
public record Operand(int layer, MatrixSymbol quantity) {
  /** The layer of what belongs to no layer but to the loss. */
  public static final int LOSS = -1;

  public Operand {
    if (quantity.belongsToLoss() != (layer == LOSS)) {
      throw new IllegalArgumentException(quantity + " in layer " + layer);
    }
  }

  public static Operand ofLoss(MatrixSymbol quantity) {
    return new Operand(LOSS, quantity);
  }

  /** What the rows stand for: never the outputs, so that the last layer need not be known. */
  public Dimension rowDimension() {
    return quantity.rows().of(layer, layer);
  }

  /**
   * What the columns stand for. The loss sees the outputs of the last layer, whose index its
   * operands do not know.
   */
  public Dimension columnDimension(int lastLayer) {
    return quantity.columns().of(layer, lastLayer);
  }

  /**
   * What this gradient is the gradient by: W for dW, the layer's input for dX.
   *
   * @throws IllegalArgumentException if this is no gradient
   */
  public Operand variable() {
    if (!quantity.isGradient()) {
      throw new IllegalArgumentException(this + " is no gradient");
    }
    return new Operand(layer, quantity.variable().orElseThrow());
  }

  /** As in a place's text: {@code layer1/dW}, {@code loss/p}. */
  @Override
  public String toString() {
    return (layer == LOSS ? "loss" : "layer" + (layer + 1)) + "/" + quantity.placeName();
  }
}
