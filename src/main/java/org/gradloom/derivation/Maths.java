package org.gradloom.derivation;

import java.util.List;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Phase;
import org.gradloom.text.Texts;

/** The walk as equations between whole matrices. */
final class Maths extends CodeStyle {
  Maths(Derivation derivation, CodeListing.Purpose purpose, Texts texts) {
    super(derivation, purpose, texts);
  }

  @Override
  CodeListing.Preparation preparation() {
    return new CodeListing.Preparation(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Override
  List<String> nextStep() {
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
  String entries(String outputs) {
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
