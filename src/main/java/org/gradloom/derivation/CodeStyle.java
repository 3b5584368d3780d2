package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gradloom.formula.Expr;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Activation;
import org.gradloom.rule.TargetForm;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** How one language writes the matrices of a walk. */
abstract sealed class CodeStyle permits NumPy, PyTorch, EjmlJava, Maths {
  private final Derivation derivation;
  private final Lesson lesson;
  private final Cover cover;
  private final CodeListing.Purpose purpose;
  private final Texts texts;

  CodeStyle(Derivation derivation, CodeListing.Purpose purpose, Texts texts) {
    this.derivation = derivation;
    this.purpose = purpose;
    this.lesson = derivation.lesson();
    this.cover = derivation.cover();
    this.texts = texts;
  }

  /** What stands before a comment. */
  abstract String commentMark();

  Lesson lesson() {
    return lesson;
  }

  Derivation derivation() {
    return derivation;
  }

  CodeListing.Purpose purpose() {
    return purpose;
  }

  /** Imports and numbers. */
  abstract CodeListing.Preparation preparation();

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
  final List<CodeListing.Statement> inputs() {
    return lesson.inputs().stream()
        .map(input ->
            new CodeListing.Statement(
                cover.hidesSomeOf(input) ? covered(input) : given(input), List.of(input)))
        .toList();
  }

  /** The variable that an input's numbers are given to. */
  final String givenName(Operand input) {
    String name = name(input);
    return switch (purpose) {
      case WALK, PROGRAM -> name;
      case TRAINING -> isOfRows(input) ? CodeListing.Preparation.ALL + name : name;
    };
  }

  /** True if an input has numbers for each sample. */
  private boolean isOfRows(Operand input) {
    return input.quantity() == MatrixSymbol.X || input.equals(lesson.lossInput());
  }

  /** The statements of a section; a comment where what it computes may not be seen. */
  final List<String> shown(Section section) {
    return unlessCovered(section, statements(section));
  }

  /** The same for a function that computes the section's matrix again and again. */
  final List<String> shownAgain(Section section) {
    return unlessCovered(section, values(section));
  }

  private List<String> unlessCovered(Section section, List<String> statements) {
    return cover.hidesSomeOf(section.result()) ? List.of(covered(section.result())) : statements;
  }

  /** What stands before the first statement of a phase: a comment, or nothing. */
  abstract List<String> opening(Phase phase);

  /** The statements that compute one matrix. */
  abstract List<String> values(Section section);

  /** What stands behind the last statement of a phase. */
  final List<String> ending(Phase phase) {
    return switch (purpose) {
      case WALK, PROGRAM -> List.of();
      case TRAINING -> phase == Phase.UPDATE ? nextStep() : List.of();
    };
  }

  /** What an optimizer that counts its steps needs after each of them. */
  abstract List<String> nextStep();

  /** The statements that compute one matrix, and what else a program does there. */
  List<String> statements(Section section) {
    return values(section);
  }

  /** The variable that holds a matrix: {@code W2}, {@code dZ1}; the update overwrites W and b. */
  final String name(Operand operand) {
    return new Notation(lesson).code(operand);
  }

  /** The variable of W or b in a layer. */
  final String name(int layer, MatrixSymbol quantity) {
    return name(new Operand(layer, quantity));
  }

  /** The numbers of an input, or of what has its shape, as the convention writes them. */
  final Matrix written(Operand operand, Matrix matrix) {
    return lesson.convention().turned(operand, matrix);
  }

  /** True if the samples of X, Z and A are columns. */
  final boolean samplesAreColumns() {
    return lesson.convention().samplesAreColumns();
  }

  /** An idiom of Python, whose {@code @R} makes rows of the samples. */
  final @Nullable String inRows(@Nullable String idiom) {
    return idiom == null ? null : idiom.replace("@R", samplesAreColumns() ? ".T" : "");
  }

  /** A term of L, before it is added, as a rule of variables. */
  final Expr lossTerm(String outputs, String compared) {
    Expr output = TreeCode.variable(outputs);
    Expr target = TreeCode.variable(compared);
    // A label picks from the row of its sample.
    Expr rows = samplesAreColumns() ? TreeCode.variable(outputs + ".T") : output;
    return lesson
        .loss()
        .kind()
        .termFormula(
            lesson.loss().form(), isLabelled() ? new Expr.Picked(rows, target) : output, target);
  }

  /** The gradient of L by the outputs as a rule of variables. */
  final Expr lossGradient(String outputs, String compared) {
    Expr gradient =
        lesson
            .loss()
            .kind()
            .gradientFormula(TreeCode.variable(outputs), TreeCode.variable(compared));
    return switch (lesson.loss().reduction()) {
      case SUM -> gradient;
      case MEAN -> new Expr.Quotient(Expr.Bar.WHOLE, gradient, TreeCode.variable("N"));
      case MEAN_ALL -> new Expr.Quotient(Expr.Bar.WHOLE, gradient, TreeCode.variable(entries()));
    };
  }

  /** True if the loss compares outputs with one class a sample. */
  final boolean isLabelled() {
    return lesson.loss().form() == TargetForm.LABELS;
  }

  /** What the loss is divided by, or nothing. */
  final String divisor() {
    return switch (lesson.loss().reduction()) {
      case SUM -> "";
      case MEAN -> "N";
      case MEAN_ALL -> entries();
    };
  }

  /** The division of a sum, or nothing. */
  final String mean() {
    return divisor().isEmpty() ? "" : " / " + divisor();
  }

  /** How many entries the last layer's outputs have: N·M. */
  private String entries() {
    return entries(name(lesson.lastLayer(), MatrixSymbol.A));
  }

  /** How many entries a matrix of outputs has. */
  abstract String entries(String outputs);

  /** The lines that give each penalty its λ. */
  final List<String> rates(String before, String behind) {
    return lesson.loss().penalties().stream()
        .map(penalty ->
            before + penalty.variable() + " = " + Numbers.exact(penalty.lambda()) + behind)
        .toList();
  }

  /**
   * The penalties as further terms of L, or nothing.
   *
   * @param cost of all weights of a layer, by their name
   */
  final String penalties(TreeCode code, BiFunction<WeightPenalty, String, String> cost) {
    StringBuilder terms = new StringBuilder();
    for (WeightPenalty penalty : lesson.loss().penalties()) {
      List<Expr> sums = new ArrayList<>();
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        sums.add(TreeCode.variable(cost.apply(penalty, name(l, MatrixSymbol.W))));
      }
      terms
          .append(" + ")
          .append(
              code.of(
                  penalty.formula(
                      TreeCode.variable(penalty.variable()),
                      sums.size() == 1 ? sums.getFirst() : new Expr.Sum(sums),
                      TreeCode.variable("N"))));
    }
    return terms.toString();
  }

  /** What is added to a product, where + adds a bias to each sample. */
  final String added(List<Operation.Addend> addends, TreeCode code) {
    return addends.stream()
        .map(addend ->
            " + "
                + switch (addend) {
                  case Operation.Bias(var bias) -> name(bias);
                  case Operation.Penalty(var weights, var rule) ->
                      code.of(gradient(rule, name(weights)));
                })
        .collect(Collectors.joining());
  }

  /** What a penalty adds to the gradient of weights, as a rule of variables. */
  static Expr gradient(WeightPenalty penalty, String weights) {
    return penalty.gradientFormula(
        TreeCode.variable(penalty.variable()), TreeCode.variable(weights), TreeCode.variable("N"));
  }

  /** True if a layer has this activation. */
  final boolean uses(Activation activation) {
    return lesson.layers().stream().anyMatch(layer -> layer.activation() == activation);
  }

  /** The comment that opens a phase. */
  final String comment(Phase phase) {
    return comment("code.comment." + phase.name());
  }

  final String comment(String key, Object... parameters) {
    return (commentMark() + " " + texts.get(key, parameters)).strip();
  }

  /** What stands in the place of an update where there is none. */
  final String frozen(String parameter) {
    return comment("code.frozen", parameter);
  }

  /** True if what a view adds must not be seen. */
  final boolean hides(ViewPart part) {
    return cover.hides(part);
  }

  private String covered(Operand operand) {
    return comment("code.covered", name(operand));
  }
}
