package org.gradloom.derivation;

import java.util.List;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Phase;
import org.gradloom.text.Texts;

/** The walk as equations between whole matrices. */
final class Maths extends CodeStyle {
  Maths(Derivation derivation, Texts texts) {
    super(derivation, texts);
  }

  @Override
  List<String> setUp() {
    return List.of();
  }

  @Override
  List<String> closing(List<Operand> computed) {
    return List.of();
  }

  @Override
  String given(Operand input) {
    throw new IllegalStateException("Equations between matrices give no numbers");
  }

  @Override
  String entryCount() {
    throw new IllegalStateException("Equations between matrices count no entries");
  }

  @Override
  String commentMark() {
    return "";
  }

  @Override
  List<String> opening(Phase phase) {
    return List.of();
  }

  @Override
  List<String> values(Section section) {
    return List.of(new Captions(lesson()).written(section));
  }
}
