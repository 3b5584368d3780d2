package org.gradloom.typeset;

import java.util.List;
import java.util.Optional;

/**
 * A formula as outlines, free of size and colour. Lengths are in em, x from the formula's left
 * edge, y downwards from its baseline.
 *
 * @param ascent how far it reaches above the baseline
 * @param descent how far it reaches below the baseline
 * @param runs the glyphs, one outline for each role in use
 * @param rules lines of fractions and roots, kept apart so that they can be put on whole pixels
 * @param active the bounds of what is boxed
 */
public record TexPicture(
    double width,
    double ascent,
    double descent,
    List<Run> runs,
    List<Rule> rules,
    Optional<Bounds> active) {

  /** How many units of an outline make an em. */
  public static final int UNITS = 4096;

  public TexPicture {
    runs = List.copyOf(runs);
    rules = List.copyOf(rules);
  }

  /** All glyphs of one role, as the path data of SVG in {@link #UNITS} to the em. */
  public record Run(TexRole role, String outline) {}

  /** One such line. */
  public record Rule(TexRole role, Bounds bounds) {}

  /** A rectangle. */
  public record Bounds(double x, double y, double width, double height) {
    Bounds union(Bounds other) {
      double left = Math.min(x, other.x);
      double top = Math.min(y, other.y);
      double right = Math.max(x + width, other.x + other.width);
      double bottom = Math.max(y + height, other.y + other.height);
      return new Bounds(left, top, right - left, bottom - top);
    }
  }
}
