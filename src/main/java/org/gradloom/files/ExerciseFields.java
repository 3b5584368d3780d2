package org.gradloom.files;

import java.util.List;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;

/** The fields that name what an exercise is drawn from. */
final class ExerciseFields {
  private static final List<String> SIDES = List.of("N", "D", "M");

  private ExerciseFields() {}

  static Exercise.Kind kind(JsonInput in) {
    return Values.word(in, List.of(Exercise.Kind.values()), Exercise.Kind::documentName);
  }

  static Convention convention(JsonInput in) {
    return Values.word(in, List.of(Convention.values()), Convention::documentName);
  }

  /** {@code [N, D, M]}. */
  static Sizes sizes(JsonInput in) {
    String path = in.path();
    List<Integer> sides = in.list("file.sizes", ExerciseFields::side);
    if (sides.size() != SIDES.size()) {
      throw new InvalidInput("file.notThreeSizes", path, sides.size());
    }
    return new Sizes(sides.get(0), sides.get(1), sides.get(2));
  }

  private static int side(JsonInput in) {
    return Math.toIntExact(in.wholeNumber(1, Sizes.LARGEST));
  }
}
