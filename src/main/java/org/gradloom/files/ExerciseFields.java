package org.gradloom.files;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

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

  /** {@code {"N": 4, "D": 3, "M": 2}}. */
  static Sizes namedSizes(JsonInput in) {
    String path = in.path();
    Map<String, Integer> sides = new TreeMap<>();
    in.object("file.namedSizes", SIDES, name -> sides.put(name, side(in)));
    for (String name : SIDES) {
      if (!sides.containsKey(name)) {
        throw Values.missing(Message.of("file.thePath", path), name);
      }
    }
    return new Sizes(
        sides.getOrDefault("N", 1), sides.getOrDefault("D", 1), sides.getOrDefault("M", 1));
  }

  private static int side(JsonInput in) {
    return Math.toIntExact(in.wholeNumber(1, Sizes.LARGEST));
  }

  /** An author's own: a document within this one, whose faults are told by their place in it. */
  static Lesson numbers(JsonInput in) {
    String path = in.path();
    try {
      return in.inner(DocumentReader::read);
    } catch (InvalidInput e) {
      throw new InvalidInput("file.at", Message.of("file.thePath", path), e.said());
    }
  }
}
