package org.gradloom.practice;

import java.util.List;

/**
 * Sizes by level, growing by one thing at a time as paper workbooks do. N, D and M differ, so that
 * shapes tell the matrices apart.
 */
final class Ramp {
  private static final List<List<Sizes>> LEVELS =
      List.of(
          List.of(new Sizes(3, 2, 1), new Sizes(2, 3, 1)),
          List.of(new Sizes(4, 3, 2), new Sizes(3, 4, 2), new Sizes(4, 2, 3)),
          List.of(new Sizes(4, 3, 2), new Sizes(5, 3, 2), new Sizes(4, 2, 3)),
          List.of(new Sizes(4, 3, 2), new Sizes(5, 2, 3), new Sizes(3, 4, 2)));

  private Ramp() {}

  static List<Sizes> of(int level) {
    return LEVELS.get(level - 1);
  }
}
