package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Remembered;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** The walk in NumPy. */
final class NumPy extends CodeStyle {
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![\\d.e])0+(?=\\d)");

  NumPy(Derivation derivation, CodeListing.Purpose purpose, Texts texts) {
    super(derivation, purpose, texts);
  }

  @Override
  CodeListing.Preparation preparation() {
    List<String> imports = new ArrayList<>();
    imports.add("import numpy as np");
    if (uses(Elementwise.GELU)) {
      imports.add("from math import erf");
      imports.add("Phi = np.vectorize(lambda z: (1 + erf(z / 2**0.5)) / 2)");
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(rates("", ""));
    Optimizer optimizer = lesson().optimizer();
    lines.add("eta = " + Numbers.exact(optimizer.learningRate()));
    if (!(optimizer instanceof Optimizer.Sgd)) {
      memory(lines);
    }
    return new CodeListing.Preparation(
        imports,
        List.of(),
        inputs(),
        List.of(samplesAreColumns() ? "N = X.shape[1]" : "N = len(X)"),
        lines);
  }

  @Override
  List<String> closing(List<Operand> computed) {
    return List.of(
        "",
        comment("code.comment.printed"),
        "np.set_printoptions(precision=17)",
        printing(names(computed), "globals()[name]"));
  }

  /** A loop that prints each variable under its name. */
  static String printing(List<String> names, String value) {
    return "for name in \""
        + String.join(" ", names)
        + "\".split(): print(name, "
        + value
        + ", sep=\" =\\n\")";
  }

  @Override
  String given(Operand input) {
    return givenName(input) + " = " + array(input) + remark(input);
  }

  /** Classes count from 1 on screen. */
  private String remark(Operand input) {
    return input.quantity() == MatrixSymbol.LABELS ? "  " + comment("code.comment.labels") : "";
  }

  private String array(Operand input) {
    String literal = literal(lesson(), input);
    return input.quantity() == MatrixSymbol.LABELS ? "np.array(" + literal + ")" : floats(literal);
  }

  /** Whole numbers alone would make an array of integers, whose products can overflow. */
  private static String floats(String literal) {
    return "np.array(" + literal + ", dtype=float)";
  }

  /**
   * Brackets as Python writes them, shared with PyTorch. Labels count from 0 in code, and no whole
   * number begins with a 0 there, as a typed fraction might.
   */
  static String literal(Lesson lesson, Operand input) {
    return lesson.loss().target() instanceof Target.Labels(var labels)
            && input.quantity() == MatrixSymbol.LABELS
        ? labels.toString()
        : LEADING_ZEROS
            .matcher(MatrixText.numpy(lesson.convention().turned(input, lesson.input(input))))
            .replaceAll("");
  }

  private void memory(List<String> lines) {
    for (int l = 0; l < lesson().layers().size(); l++) {
      Layer layer = lesson().layers().get(l);
      remembered(lines, new Operand(l, MatrixSymbol.W), layer.remembered(false));
      if (layer.hasBias()) {
        remembered(lines, new Operand(l, MatrixSymbol.B), layer.remembered(true));
      }
    }
    switch (lesson().optimizer()) {
      case Optimizer.Sgd _ -> {}
      case Optimizer.Momentum(_, double mu) -> lines.add("mu = " + Numbers.exact(mu));
      case Optimizer.Adam _ -> lines.add("t = " + (lesson().stepsTaken() + 1L));
    }
  }

  private void remembered(List<String> lines, Operand parameter, Remembered remembered) {
    String name = name(parameter);
    switch (lesson().optimizer()) {
      case Optimizer.Sgd _ -> {}
      case Optimizer.Momentum _ ->
          lines.add("v" + name + " = " + array(parameter, remembered.first()));
      case Optimizer.Adam _ -> {
        lines.add("m" + name + " = " + array(parameter, remembered.first()));
        lines.add("v" + name + " = " + array(parameter, remembered.second()));
      }
    }
  }

  private String array(Operand parameter, @Nullable Matrix matrix) {
    return matrix == null ? "0.0" : floats(MatrixText.numpy(written(parameter, matrix)));
  }

  @Override
  String entries(String outputs) {
    return outputs + ".size";
  }

  @Override
  String commentMark() {
    return "#";
  }

  @Override
  List<String> opening(Phase phase) {
    return List.of(comment(phase));
  }

  @Override
  List<String> nextStep() {
    return switch (lesson().optimizer()) {
      case Optimizer.Sgd _, Optimizer.Momentum _ -> List.of();
      case Optimizer.Adam _ -> List.of("t += 1");
    };
  }

  @Override
  List<String> values(Section section) {
    String result = name(section.result());
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var addends) ->
          List.of(
              result
                  + " = "
                  + factor(left)
                  + " @ "
                  + factor(right)
                  + added(addends, TreeCode.NUMPY));
      case Operation.BatchSum(var summed, boolean ofRows) ->
          List.of(
              result + " = " + name(summed) + ".sum(axis=" + (ofRows ? 1 : 0) + ", keepdims=True)");
      case Operation.Activate(var input, var activation, var mask) ->
          List.of(result + " = " + masked(applied(activation, name(input)), mask));
      case Operation.ActivationGradient(var upstream, var input, var activation, var mask) ->
          List.of(
              result
                  + " = "
                  + masked(name(upstream), mask)
                  + " * "
                  + slope(activation, name(input)));
      case Operation.Probabilities(var logits, var rule) ->
          section.phase() == Phase.LOSS
              ? probabilities(result, name(logits), rule)
              : softmax(result, name(logits));
      case Operation.RowGradient(var outputs, var upstream, var activation) ->
          List.of(result + " = " + rowGradient(name(outputs), name(upstream), activation));
      case Operation.LossTotal(var outputs, var compared) ->
          List.of(
              result
                  + " = "
                  + loss(name(outputs), name(compared))
                  + mean()
                  + penalties(
                      TreeCode.NUMPY,
                      (one, w) -> TreeCode.NUMPY.summed(one.costFormula(TreeCode.variable(w)))));
      case Operation.LossGradient(var outputs, var compared) ->
          List.of(result + " = " + gradient(name(outputs), name(compared)));
      case Operation.Update(var parameter, var gradient) -> update(name(parameter), name(gradient));
      case Operation.Keep _ -> List.of(frozen(result));
    };
  }

  private String rowGradient(String a, String dA, Rowwise activation) {
    return TreeCode.NUMPY.of(
        activation.gradientFormula(
            TreeCode.variable(a),
            TreeCode.variable(dA),
            TreeCode.variable("(" + a + " * " + dA + ").sum(" + ofSample() + ")")));
  }

  private String factor(Operation.Factor factor) {
    return name(factor.operand()) + (factor.transposed() ? ".T" : "");
  }

  private String masked(String value, @Nullable Operand mask) {
    return mask == null ? value : name(mask) + " * " + value;
  }

  private static String applied(Elementwise activation, String z) {
    return Idioms.or(
        Idioms.of(activation).numPy(),
        z,
        () -> TreeCode.NUMPY.of(activation.formula(TreeCode.variable(z))));
  }

  private static String slope(Elementwise activation, String z) {
    return Idioms.or(
        Idioms.of(activation).numPySlope(),
        z,
        () -> TreeCode.NUMPY.factor(activation.slopeFormula(TreeCode.variable(z))));
  }

  /** A layer's own, of which nobody needs the logarithm. */
  private List<String> softmax(String a, String z) {
    return List.of(
        "E = np.exp(" + z + " - " + z + ".max(" + ofSample() + "))",
        a + " = E / E.sum(" + ofSample() + ")");
  }

  private List<String> probabilities(String p, String logits, Probabilities rule) {
    return rule == Probabilities.SOFTMAX
        ? List.of(
            "M = " + logits + " - " + logits + ".max(" + ofSample() + ")",
            "logP = M - np.log(np.exp(M).sum(" + ofSample() + "))",
            p + " = np.exp(logP)")
        : List.of(p + " = " + applied(Elementwise.SIGMOID, logits));
  }

  /** What reduces the outputs of a sample to one number. */
  private String ofSample() {
    return "axis=" + (samplesAreColumns() ? 0 : 1) + ", keepdims=True";
  }

  private String loss(String outputs, String compared) {
    return Idioms.or(
        inRows(Idioms.of(lesson().loss().kind(), lesson().loss().form()).numPy()),
        name(lesson().lastLayer(), MatrixSymbol.A),
        outputs,
        compared,
        () -> TreeCode.NUMPY.summed(lossTerm(outputs, compared)));
  }

  private String gradient(String outputs, String compared) {
    return TreeCode.NUMPY.of(
        lossGradient(outputs, isLabelled() ? oneHot(outputs, compared) : compared));
  }

  private String oneHot(String outputs, String labels) {
    return samplesAreColumns()
        ? "np.eye(" + outputs + ".shape[0])[:, " + labels + "]"
        : "np.eye(" + outputs + ".shape[1])[" + labels + "]";
  }

  private List<String> update(String w, String g) {
    return switch (lesson().optimizer()) {
      case Optimizer.Sgd _ -> List.of(w + " = " + w + " - eta * " + g);
      case Optimizer.Momentum _ ->
          List.of("v" + w + " = mu * v" + w + " + " + g, w + " = " + w + " - eta * v" + w);
      case Optimizer.Adam _ ->
          List.of(
              "m" + w + " = 0.9 * m" + w + " + 0.1 * " + g,
              "v" + w + " = 0.999 * v" + w + " + 0.001 * " + g + "**2",
              w
                  + " = "
                  + w
                  + " - eta * (m"
                  + w
                  + " / (1 - 0.9**t)) / (np.sqrt(v"
                  + w
                  + " / (1 - 0.999**t)) + 1e-8)");
    };
  }
}
