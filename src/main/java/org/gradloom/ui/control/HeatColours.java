package org.gradloom.ui.control;

import javafx.scene.paint.Color;

/**
 * The diverging scale of heat maps: from the colour of the most negative number over that of zero
 * to that of the most positive one, as opaque ARGB.
 */
final class HeatColours {
  private static final int STEPS = 255;

  /**
   * Below 1: most entries of a large matrix are small beside its largest, and would look like 0.
   */
  private static final double EXPONENT = 0.75;

  private final int[] ramp = new int[2 * STEPS + 1];
  private final int undefined;

  HeatColours(Color negative, Color zero, Color positive, Color undefined) {
    for (int i = 0; i <= STEPS; i++) {
      double part = Math.pow((double) i / STEPS, EXPONENT);
      ramp[STEPS + i] = argb(zero.interpolate(positive, part));
      ramp[STEPS - i] = argb(zero.interpolate(negative, part));
    }
    this.undefined = argb(undefined);
  }

  private static int argb(Color colour) {
    return 0xff000000
        | ((int) Math.rint(colour.getRed() * 255) << 16)
        | ((int) Math.rint(colour.getGreen() * 255) << 8)
        | (int) Math.rint(colour.getBlue() * 255);
  }

  /**
   * The colour of a number on a scale that reaches so far to both sides; what lies beyond has the
   * colour of the end, and what is no number a colour of its own.
   */
  int of(double value, double limit) {
    if (Double.isNaN(value)) {
      return undefined;
    }
    double part = limit > 0 ? Math.clamp(value / limit, -1, 1) : 0;
    return ramp[STEPS + (int) Math.rint(part * STEPS)];
  }

  /** The colour of a number on a scale that ends at −1 and 1. */
  Color colour(double value) {
    int argb = of(value, 1);
    return Color.rgb((argb >> 16) & 255, (argb >> 8) & 255, argb & 255);
  }
}
