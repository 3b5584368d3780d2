package org.gradloom.formula;

/** What the rows or the columns of a kind of matrix count, whatever its layer. */
enum AxisKind {
  ONE,
  SAMPLES,
  /** The units of the layer before, or the features. */
  INPUTS,
  /** The units of its own layer. */
  UNITS,
  /** The units of the last layer. */
  OUTPUTS;

  Dimension of(int layer, int lastLayer) {
    return switch (this) {
      case ONE -> new Dimension.One();
      case SAMPLES -> new Dimension.Samples();
      case INPUTS -> new Dimension.Units(layer - 1);
      case UNITS -> new Dimension.Units(layer);
      case OUTPUTS -> new Dimension.Units(lastLayer);
    };
  }
}
