package org.gradloom.export.picture;

import java.util.function.DoubleConsumer;
import org.gradloom.derivation.Step;

/** Draws a step of a walk. Lengths are in pixels of the window at its normal scale. */
public sealed interface StepPainter permits StagePainter, CardsPainter {
  /** A width and a height. */
  record Extent(double width, double height) {
    /** What holds both. */
    public Extent union(Extent other) {
      return new Extent(Math.max(width, other.width), Math.max(height, other.height));
    }
  }

  /** How much room a step takes. */
  Extent extent(Step step);

  /**
   * Draws a step from the upper left corner on.
   *
   * @param headway is told the part that is done
   */
  void draw(Step step, Ink ink, DoubleConsumer headway);
}
