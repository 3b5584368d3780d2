package org.gradloom.derivation;

import java.util.List;
import org.gradloom.formula.Expr;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.Texts;

/** How one language writes the matrices of a walk. */
abstract sealed class CodeStyle permits NumPy, PyTorch, EjmlJava, Maths {
  private final Lesson lesson;
  private final Cover cover;
  private final Texts texts;

  CodeStyle(Derivation derivation, Texts texts) {
    this.lesson = derivation.lesson();
    this.cover = derivation.cover();
    this.texts = texts;
  }

  /** What stands before a comment. */
  abstract String commentMark();

  Lesson lesson() {
    return lesson;
  }

  /** Imports and numbers. */
  abstract List<String> setUp();

  /**
   * The lines that print what was computed.
   *
   * @param computed the matrices of the walk, in its order
   */
  abstract List<String> closing(List<Operand> computed);

  /** What stands before each statement in a whole program. */
  String margin() {
    return "";
  }

  /** The variables of matrices that may be seen, each once. */
  final List<String> names(List<Operand> computed) {
    return computed.stream()
        .filter(operand -> !cover.hidesSomeOf(operand))
        .map(this::name)
        .distinct()
        .toList();
  }

  /** The line that gives an input its numbers. */
  abstract String given(Operand input);

  /** A line for each input; a comment where not all of its numbers may be seen. */
  final List<String> inputs() {
    return lesson.inputs().stream()
        .map(input -> cover.hidesSomeOf(input) ? covered(input) : given(input))
        .toList();
  }

  /** The statements of a section; a comment where what it computes may not be seen. */
  final List<String> shown(Section section) {
    return cover.hidesSomeOf(section.result())
        ? List.of(covered(section.result()))
        : statements(section);
  }

  /** What stands before the first statement of a phase: a comment, or nothing. */
  abstract List<String> opening(Phase phase);

  /** The statements that compute one matrix. */
  abstract List<String> statements(Section section);

  /** The variable that holds a matrix: {@code W2}, {@code dZ1}; the update overwrites W and b. */
  final String name(Operand operand) {
    return new Notation(lesson).code(operand);
  }

  /** The variable of W or b in a layer. */
  final String name(int layer, MatrixSymbol quantity) {
    return name(new Operand(layer, quantity));
  }

  /** A term of L, before it is added, as a rule of variables. */
  final Expr lossTerm(String outputs, String compared) {
    Expr output = TreeCode.variable(outputs);
    Expr target = TreeCode.variable(compared);
    return lesson
        .loss()
        .kind()
        .termFormula(isLabelled() ? new Expr.Picked(output, target) : output, target);
  }

  /** The gradient of L by the outputs as a rule of variables. */
  final Expr lossGradient(String outputs, String compared) {
    Expr gradient =
        lesson
            .loss()
            .kind()
            .gradientFormula(TreeCode.variable(outputs), TreeCode.variable(compared));
    return lesson.loss().reduction() == Reduction.MEAN
        ? new Expr.Quotient(Expr.Bar.WHOLE, gradient, TreeCode.variable("N"))
        : gradient;
  }

  /** True if the loss compares outputs with one class a sample. */
  final boolean isLabelled() {
    return lesson.loss().kind().form() == TargetForm.LABELS;
  }

  /** The division of a sum by N, or nothing. */
  final String mean() {
    return lesson.loss().reduction() == Reduction.MEAN ? " / N" : "";
  }

  /** The comment that opens a phase. */
  final String comment(Phase phase) {
    return comment("code.comment." + phase.name());
  }

  final String comment(String key, Object... parameters) {
    return (commentMark() + " " + texts.get(key, parameters)).strip();
  }

  private String covered(Operand operand) {
    return comment("code.covered", name(operand));
  }
}
