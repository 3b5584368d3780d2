package org.gradloom.ui.train;

import java.util.List;
import org.gradloom.lesson.Input;
import org.gradloom.text.Middle;

/** Names that leave room for what they name: columns of a table may be called anything. */
final class ShortNames {
  private static final int LONGEST = 20;

  private ShortNames() {}

  static String of(String name) {
    return Middle.shortened(name, LONGEST);
  }

  /** An input of these features; what is made of them stays readable. */
  static String of(Input input, List<String> features) {
    int longest = input instanceof Input.Product ? LONGEST / 2 : LONGEST;
    return input.named(feature -> Middle.shortened(features.get(feature), longest));
  }
}
