package org.gradloom.derivation;

import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.text.Texts;

/** The walk as equations between whole matrices. */
final class Maths extends CodeStyle {
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
    return List.of(new Captions(lesson()).equation(section));
  }
}
