package org.gradloom.ui.control;

/**
 * How wide numbers are in the window's typeface, near enough to give columns their width without
 * setting every text first.
 */
final class GridMetrics {
  private static final double MOST_GROWTH = 1.75;

  private GridMetrics() {}

  /** The width of a printed number, in em of its own font. */
  static double ems(String text) {
    double ems = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ems += c == '.' ? 0.29 : c == '/' || isSmall(c) ? 0.4 : 0.61;
    }
    return ems;
  }

  /** True of letters that are raised or lowered. */
  private static boolean isSmall(char c) {
    return (c >= '\u2070' && c <= '\u209c') || "¹²³ᵢⱼᵀ".indexOf(c) >= 0;
  }

  static double sidePadding(double fontSize) {
    return 0.28 * fontSize;
  }

  /** A column grows with its numbers up to a point. */
  static double columnWidth(double usual, double widestEms, double fontSize) {
    return Math.clamp(wanted(widestEms, fontSize), usual, usual * MOST_GROWTH);
  }

  /** From that point on the numbers shrink, all of a grid alike. */
  static double scale(double columnWidth, double widestEms, double fontSize) {
    double padding = 2 * sidePadding(fontSize);
    return Math.min(1, (columnWidth - padding) / (widestEms * fontSize));
  }

  private static double wanted(double widestEms, double fontSize) {
    return widestEms * fontSize + 2 * sidePadding(fontSize);
  }
}
