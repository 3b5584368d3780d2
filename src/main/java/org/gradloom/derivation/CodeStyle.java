package org.gradloom.derivation;

import java.util.List;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;

/** How one language writes the matrices of a walk. */
abstract sealed class CodeStyle permits NumPy, PyTorch, EjmlJava, Maths {
  private final Lesson lesson;
  private final Texts texts;

  CodeStyle(Lesson lesson, Texts texts) {
    this.lesson = lesson;
    this.texts = texts;
  }

  Lesson lesson() {
    return lesson;
  }

  /** Imports and numbers. */
  abstract List<String> setUp();

  /** What stands before the first statement of a phase: a comment, or nothing. */
  abstract List<String> opening(Phase phase);

  /** The statements that compute one matrix. */
  abstract List<String> statements(Section section);

  /** The variable that holds a matrix: {@code W2}, {@code dZ1}; the update overwrites W and b. */
  final String name(Operand operand) {
    int l = operand.layer();
    return switch (operand.quantity()) {
      case X -> l == 0 ? "X" : output(l - 1);
      case W, W_NEXT -> "W" + number(l);
      case B, B_NEXT -> "b" + number(l);
      case Z -> "Z" + number(l);
      case A -> output(l);
      case P -> "P";
      case L -> "L";
      case UPSTREAM -> "U";
      case TARGETS -> "T";
      case LABELS -> "y";
      case DA -> "d" + output(l);
      case DZ -> "dZ" + number(l);
      case DW -> "dW" + number(l);
      case DB -> "db" + number(l);
      case DX -> l == 0 ? "dX" : "d" + output(l - 1);
    };
  }

  private String output(int l) {
    boolean identity = lesson.layers().get(l).activation() == Activation.IDENTITY;
    return (identity ? "Z" : "A") + number(l);
  }

  private String number(int l) {
    return lesson.layers().size() > 1 ? Integer.toString(l + 1) : "";
  }

  /** The variable of W or b in a layer. */
  final String name(int layer, MatrixSymbol quantity) {
    return name(new Operand(layer, quantity));
  }

  /** The division of a sum by N, or nothing. */
  final String mean() {
    return lesson.loss().reduction() == Reduction.MEAN ? " / N" : "";
  }

  /** The comment that opens a phase. */
  final String comment(String mark, Phase phase) {
    return comment(mark, "code.comment." + phase.name());
  }

  final String comment(String mark, String key) {
    return mark + " " + texts.get(key);
  }
}
