package org.gradloom.derivation;

import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.text.Texts;

/** The walk as equations between whole matrices. */
final class Maths extends Dialect {
  Maths(Lesson lesson, Texts texts) {
    super(lesson, texts);
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
    String equation = new Captions(lesson()).equation(section);
    return List.of(mean().isEmpty() ? equation : divided(section, equation));
  }

  /** With the division by N, in the one place where it lives. */
  private static String divided(Section section, String equation) {
    return switch (section.operation()) {
      case Operation.LossTotal _ -> equation + " / N";
      case Operation.LossGradient _ -> equation.replace(" = ", " = (") + ") / N";
      case Operation.Product _,
          Operation.ColumnSum _,
          Operation.Activate _,
          Operation.Gate _,
          Operation.Probabilities _,
          Operation.Update _ ->
          equation;
    };
  }
}
