package org.gradloom.ui.stage;

import javafx.geometry.Dimension2D;

/**
 * What the stage has of a window at any scale: bars, titles and formula stand closer and the sides
 * fold away as letters grow, so that at least this is left. Cells are made to fit in here and not
 * into what happens to be left, which is why they never get smaller when everything else grows.
 *
 * @param room for which cells and lines are chosen, in pixels
 * @param most what larger letters may take; more than the room once the sides have folded away
 */
record StageShare(StageLayout.Extent room, StageLayout.Extent most) {
  static final double OF_WIDTH = 0.49;
  static final double OF_WIDTH_ALONE = 0.9;
  static final double OF_HEIGHT = 0.54;

  /**
   * The stage's share of a window.
   *
   * @param left what is left for the stage now
   * @param alone whether the sides are hidden at every scale
   */
  static StageShare of(Dimension2D window, StageLayout.Extent left, boolean alone) {
    boolean folded = left.width() >= OF_WIDTH_ALONE * window.getWidth();
    return new StageShare(
        part(window, left, alone ? OF_WIDTH_ALONE : OF_WIDTH),
        part(window, left, folded ? OF_WIDTH_ALONE : OF_WIDTH));
  }

  private static StageLayout.Extent part(
      Dimension2D window, StageLayout.Extent left, double ofWidth) {
    return new StageLayout.Extent(
        Math.min(left.width(), Math.floor(ofWidth * window.getWidth())),
        Math.min(left.height(), Math.floor(OF_HEIGHT * window.getHeight())));
  }
}
