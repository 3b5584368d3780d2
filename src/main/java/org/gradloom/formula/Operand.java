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

  /** What the rows stand for. */
  public Dimension rowDimension() {
    return switch (quantity) {
      case X, Z, A, P, UPSTREAM, TARGETS, LABELS, DA, DZ, DX -> new Dimension.Samples();
      case W, DW, W_NEXT -> new Dimension.Units(layer - 1);
      case B, DB, B_NEXT, L -> new Dimension.One();
    };
  }

  /**
   * What the columns stand for. The loss sees the outputs of the last layer, whose index its
   * operands do not know.
   */
  public Dimension columnDimension(int lastLayer) {
    return switch (quantity) {
      case X, DX -> new Dimension.Units(layer - 1);
      case W, B, Z, A, DA, DZ, DW, DB, W_NEXT, B_NEXT -> new Dimension.Units(layer);
      case P, UPSTREAM, TARGETS -> new Dimension.Units(lastLayer);
      case LABELS, L -> new Dimension.One();
    };
  }

  /** As in a place's text: {@code layer1/dW}, {@code loss/p}. */
  @Override
  public String toString() {
    return (layer == LOSS ? "loss" : "layer" + (layer + 1)) + "/" + quantity.placeName();
  }
}
