package org.gradloom.ui.control;

import org.gradloom.ui.control.CurveChart.Graph;
import org.gradloom.ui.control.CurveChart.Kind;
import org.gradloom.ui.control.CurveChart.Picture;

/**
 * The values that curves span.
 *
 * @param fromX the least step
 * @param toX the greatest
 * @param low the least value to be in sight; positive where heights are logarithmic
 * @param high the greatest
 * @param logarithmic whether heights are logarithmic
 * @param empty whether there is no finite value at all; the rest has no meaning then
 */
record CurveRange(
    double fromX, double toX, double low, double high, boolean logarithmic, boolean empty) {
  /** Heights are logarithmic where means of wholes are positive and span more than this factor. */
  private static final double DECADES = 100;

  static CurveRange of(Picture picture) {
    double fromX = Double.POSITIVE_INFINITY;
    double toX = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double leastWhole = Double.POSITIVE_INFINITY;
    double leastPositive = Double.POSITIVE_INFINITY;
    double greatestMean = Double.NEGATIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Graph curve : picture.curves()) {
      for (int i = 0; i < curve.size(); i++) {
        double mean = curve.mean(i);
        if (Double.isFinite(mean)) {
          fromX = Math.min(fromX, curve.x(i));
          toX = Math.max(toX, curve.x(i));
          // The band's lower edge may touch zero by luck; it is cut off rather than followed.
          least = Math.min(least, mean);
          leastWhole = curve.kind() == Kind.THIRD ? leastWhole : Math.min(leastWhole, mean);
          leastPositive = mean > 0 ? Math.min(leastPositive, mean) : leastPositive;
          greatestMean = Math.max(greatestMean, mean);
          double high = curve.high(i);
          greatest = Math.max(greatest, Double.isFinite(high) ? high : mean);
        }
      }
    }
    if (toX < fromX) {
      return new CurveRange(0, 1, 0, 1, false, true);
    }
    boolean logarithmic =
        switch (picture.heights()) {
          case BY_VALUES -> least > 0 && greatestMean / leastWhole > DECADES;
          case LINEAR -> false;
          case LOGARITHMIC -> greatestMean > 0;
        };
    double low = logarithmic ? leastPositive : Math.min(0, least);
    // Zero is in sight, and above it where nothing else is.
    double high = logarithmic ? greatest : Math.max(low == 0 && greatest <= 0 ? 1 : 0, greatest);
    // What is only known of one step goes on from there: there is no step before the first.
    double end = toX > fromX ? toX : fromX + 1;
    return new CurveRange(fromX, end, low, high, logarithmic, false);
  }
}
