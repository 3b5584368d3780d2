package org.gradloom.ui.stage;

import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;

/** Which letter counts a dimension in the present product: sample k, input i, neuron j. */
record IndexLetters(int layer) {

  String of(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Samples _ -> "k";
      case Dimension.Units(int units) -> units < layer ? "i" : "j";
      case Dimension.One _ -> "";
    };
  }

  /** {@code k = 2}, or nothing for the single row of a vector. */
  String tag(Dimension dimension, int index) {
    String letter = of(dimension);
    return letter.isEmpty() ? "" : letter + " = " + (index + 1);
  }

  /** The letters for the layer that an operation belongs to; the loss counts the last one's. */
  static IndexLetters ofLayer(int layer, int lastLayer, MatrixSymbol result) {
    return new IndexLetters(result.belongsToLoss() ? lastLayer : layer);
  }
}
