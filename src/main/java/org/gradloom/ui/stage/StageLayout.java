package org.gradloom.ui.stage;

/**
 * Where the matrices of a stage stand. Every measure is between cells, not between grids, whose
 * margins hold tags and handles.
 */
sealed interface StageLayout permits CrossedLayout, LineLayout {
  /** Between the cells of neighbouring matrices. */
  double GAP = 14;

  /** Where matrices show only windows of themselves, the product is written smaller, too. */
  double LEAST_SCALE = 0.65;

  /** A width and a height. */
  record Extent(double width, double height) {
    /** By how much this is too large, 0 if it fits. */
    double excessOver(Extent area) {
      return Math.max(0, width - area.width()) + Math.max(0, height - area.height());
    }
  }

  /**
   * What everything needs with the sizes that its cells have.
   *
   * @param area in whose middle it is put
   * @param place whether it is put there, or only measured
   */
  Extent arrange(Extent area, boolean place);

  static double max(double first, double... others) {
    double max = first;
    for (double other : others) {
      max = Math.max(max, other);
    }
    return max;
  }
}
