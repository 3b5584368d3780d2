package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Phase;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Remembered;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The walk in PyTorch, where autograd makes the backward pass and each gradient is read from it.
 */
final class PyTorch extends CodeStyle {
  PyTorch(Derivation derivation, Texts texts) {
    super(derivation, texts);
  }

  @Override
  List<String> setUp() {
    List<String> lines = new ArrayList<>();
    lines.add("import torch");
    lines.add("import torch.nn.functional as F");
    lines.add("torch.set_default_dtype(torch.float64)");
    lines.add("");
    lines.addAll(inputs());
    lines.add("N = len(X)");
    List<String> variables = new ArrayList<>(List.of("X"));
    List<String> parameters = new ArrayList<>();
    for (int l = 0; l < lesson().layers().size(); l++) {
      parameters.add(name(l, MatrixSymbol.W));
      if (lesson().layers().get(l).hasBias()) {
        parameters.add(name(l, MatrixSymbol.B));
      }
    }
    variables.addAll(parameters);
    lines.add("for v in [" + String.join(", ", variables) + "]: v.requires_grad_()");
    lines.add("optimizer = torch.optim." + optimizer("[" + String.join(", ", parameters) + "]"));
    memory(lines);
    lines.add("");
    return lines;
  }

  @Override
  List<String> closing(List<Operand> computed) {
    return List.of(
        "",
        comment("code.comment.printed"),
        "torch.set_printoptions(precision=17)",
        NumPy.printing(names(computed), "globals()[name].detach()"));
  }

  @Override
  String given(Operand input) {
    return name(input)
        + " = torch.tensor("
        + literal(input)
        + ")"
        + (input.quantity() == MatrixSymbol.LABELS ? "  " + comment("code.comment.labels") : "");
  }

  private String literal(Operand input) {
    String literal = NumPy.literal(lesson(), input);
    // Whole numbers alone would make a tensor of integers, which has no gradient.
    return input.quantity() == MatrixSymbol.LABELS ? literal : literal + ", dtype=torch.float64";
  }

  /** In a frozen training step, what the optimizer remembers of each parameter. */
  private void memory(List<String> lines) {
    for (int l = 0; l < lesson().layers().size(); l++) {
      Layer layer = lesson().layers().get(l);
      remember(lines, name(l, MatrixSymbol.W), layer.remembered(false));
      if (layer.hasBias()) {
        remember(lines, name(l, MatrixSymbol.B), layer.remembered(true));
      }
    }
  }

  private void remember(List<String> lines, String name, Remembered remembered) {
    int steps = lesson().stepsTaken();
    Matrix first = remembered.first();
    boolean something = first != null || steps > 0;
    switch (lesson().optimizer()) {
      case Optimizer.Sgd _ -> {}
      case Optimizer.Momentum _ when !something -> {}
      case Optimizer.Momentum _ ->
          lines.add(
              "optimizer.state[" + name + "] = dict(momentum_buffer=" + tensor(first, name) + ")");
      case Optimizer.Adam _ when !something -> {}
      case Optimizer.Adam _ ->
          lines.add(
              "optimizer.state["
                  + name
                  + "] = dict(step=torch.tensor("
                  + steps
                  + ".0), exp_avg="
                  + tensor(first, name)
                  + ", exp_avg_sq="
                  + tensor(remembered.second(), name)
                  + ")");
    }
  }

  private static String tensor(@Nullable Matrix matrix, String likeWhat) {
    return matrix == null ? "torch.zeros_like(" + likeWhat + ")" : MatrixText.torch(matrix);
  }

  private String optimizer(String parameters) {
    Optimizer optimizer = lesson().optimizer();
    String rate = "lr=" + Numbers.exact(optimizer.learningRate());
    return switch (optimizer) {
      case Optimizer.Sgd _ -> "SGD(" + parameters + ", " + rate + ")";
      case Optimizer.Momentum(_, double mu) ->
          "SGD(" + parameters + ", " + rate + ", momentum=" + Numbers.exact(mu) + ")";
      case Optimizer.Adam _ -> "Adam(" + parameters + ", " + rate + ")";
    };
  }

  @Override
  String commentMark() {
    return "#";
  }

  @Override
  List<String> opening(Phase phase) {
    return switch (phase) {
      case FORWARD, LOSS -> List.of(comment(phase));
      case BACKWARD -> List.of(comment("code.comment.autograd"));
      case UPDATE -> List.of(comment(phase), "optimizer.step()");
    };
  }

  @Override
  List<String> statements(Section section) {
    String result = name(section.result());
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var bias) ->
          section.result().quantity() == MatrixSymbol.Z
              ? kept(
                  result,
                  name(left.operand())
                      + " @ "
                      + name(right.operand())
                      + (bias == null ? "" : " + " + name(bias)))
              : List.of(read(section, factor(left) + " @ " + factor(right)));
      case Operation.ColumnSum(var summed) -> List.of(read(section, name(summed) + ".sum(0)"));
      case Operation.Activate(var input, var activation) ->
          kept(result, applied(activation, name(input)));
      case Operation.ActivationGradient(var upstream, var input, _) ->
          List.of(read(section, name(upstream) + " * g'(" + name(input) + ")"));
      case Operation.Probabilities(var logits) ->
          List.of(
              result
                  + (lesson().loss().kind().probabilities() == Probabilities.SOFTMAX
                      ? " = torch.softmax(" + name(logits) + ", dim=1)"
                      : " = " + applied(Activation.SIGMOID, name(logits))));
      case Operation.LossTotal(var outputs, var compared) ->
          List.of(result + " = " + loss(name(outputs), name(compared)) + mean(), "L.backward()");
      case Operation.LossGradient(var outputs, var compared) ->
          List.of(read(section, gradient(name(outputs), name(compared))));
      case Operation.Update _ -> List.of("print(" + result + ")");
    };
  }

  /** An intermediate result whose gradient is wanted later. */
  private static List<String> kept(String name, String value) {
    return List.of(name + " = " + value, name + ".retain_grad()");
  }

  /** Reading a gradient that autograd has left on the tensor it belongs to. */
  private static String read(String gradient, String rule) {
    return gradient + " = " + gradient.substring(1) + ".grad  # " + rule;
  }

  private String read(Section section, String rule) {
    return read(name(section.result()), rule);
  }

  private String gradient(String outputs, String compared) {
    return TreeCode.TORCH.of(
        lossGradient(outputs, isLabelled() ? "F.one_hot(" + compared + ")" : compared));
  }

  private String factor(Operation.Factor factor) {
    return name(factor.operand()) + (factor.transposed() ? ".T" : "");
  }

  private static String applied(Activation activation, String z) {
    return Idioms.or(
        Idioms.of(activation).pyTorch(),
        z,
        () -> TreeCode.TORCH.of(activation.formula(TreeCode.variable(z))));
  }

  private String loss(String outputs, String compared) {
    return Idioms.or(
        Idioms.of(lesson().loss().kind()).pyTorch(),
        name(lesson().lastLayer(), MatrixSymbol.A),
        outputs,
        compared,
        () -> TreeCode.TORCH.summed(lossTerm(outputs, compared)));
  }
}
