package org.gradloom.derivation;

import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;

/** The walk as equations between whole matrices. */
final class Maths extends Dialect {
  Maths(Lesson lesson) {
    super(lesson);
  }

  @Override
  List<String> setUp() {
    return List.of();
  }

  @Override
  List<String> opening(Phase phase) {
    return List.of();
  }

  @Override
  List<String> statements(Section section) {
    return List.of(new Captions(lesson()).equation(section) + division(section));
  }

  /** The one place where 1/N lives. */
  private String division(Section section) {
    return switch (section.operation()) {
      case Operation.LossTotal _, Operation.LossGradient _ -> mean();
      case Operation.Product _,
          Operation.ColumnSum _,
          Operation.Activate _,
          Operation.Gate _,
          Operation.Probabilities _,
          Operation.Update _ ->
          "";
    };
  }
}
