package org.gradloom.marking;

import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;

/** One matrix of a walk and what it is made of, as the lesson's convention writes them. */
record Walked(Derivation derivation, Section section) {
  Lesson lesson() {
    return derivation.lesson();
  }

  private Trace trace() {
    return derivation.trace();
  }

  private Convention convention() {
    return lesson().convention();
  }

  MatrixSymbol quantity() {
    return section.result().quantity();
  }

  int layer() {
    return section.result().layer();
  }

  /** What the walk comes to. */
  LazyMatrix right() {
    return listed(section.result());
  }

  LazyMatrix listed(Operand operand) {
    return LazyMatrix.of(convention().listed(operand, trace().matrix(operand)));
  }

  /** As it is inside, whatever the convention: a row for each sample. */
  LazyMatrix inside(Operand operand) {
    return LazyMatrix.of(trace().matrix(operand));
  }

  /** What was worked out inside in the place of the result, as the convention lists that. */
  LazyMatrix listed(LazyMatrix inside) {
    return hasSampleRows() ? inside : inside.transposed();
  }

  LazyMatrix written(Operand operand) {
    return LazyMatrix.of(convention().turned(operand, trace().matrix(operand)));
  }

  LazyMatrix written(Operation.Factor factor) {
    return as(factor, written(factor.operand()));
  }

  /** A factor with these numbers in the place of its own. */
  static LazyMatrix as(Operation.Factor factor, LazyMatrix written) {
    return factor.transposed() ? written.transposed() : written;
  }

  Operand ofLayer(MatrixSymbol symbol) {
    return new Operand(layer(), symbol);
  }

  /** True if two names are those of two matrices. */
  boolean areTwo(Operand one, Operand other) {
    return !lesson().canonical(one).equals(lesson().canonical(other));
  }

  /** True if samples are the rows of the matrix as it is listed. */
  boolean hasSampleRows() {
    return !convention().turns(section.result());
  }
}
