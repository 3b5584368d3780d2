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
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Remembered;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The walk in PyTorch, where autograd makes the backward pass and each gradient is read from it.
 */
final class PyTorch extends CodeStyle {
  PyTorch(Derivation derivation, CodeListing.Purpose purpose, Texts texts) {
    super(derivation, purpose, texts);
  }

  @Override
  CodeListing.Preparation preparation() {
    List<String> lines = new ArrayList<>();
    lines.addAll(rates("", ""));
    List<String> variables = new ArrayList<>(List.of("X"));
    List<String> parameters = new ArrayList<>();
    for (int l = 0; l < lesson().layers().size(); l++) {
      Layer layer = lesson().layers().get(l);
      parameter(name(l, MatrixSymbol.W), layer.frozen().w(), variables, parameters);
      if (layer.hasBias()) {
        parameter(name(l, MatrixSymbol.B), layer.frozen().b(), variables, parameters);
      }
    }
    lines.addAll(wanted(variables));
    if (!parameters.isEmpty()) {
      lines.add("optimizer = torch.optim." + optimizer("[" + String.join(", ", parameters) + "]"));
      memory(lines);
    }
    return new CodeListing.Preparation(
        List.of(
            "import torch",
            "import torch.nn.functional as F",
            "torch.set_default_dtype(torch.float64)"),
        List.of(),
        inputs(),
        List.of(samplesAreColumns() ? "N = X.shape[1]" : "N = len(X)"),
        lines);
  }

  /** Whose gradients autograd shall leave on them; a network knows its own parameters. */
  private List<String> wanted(List<String> variables) {
    return switch (purpose()) {
      case WALK, PROGRAM ->
          List.of("for v in [" + String.join(", ", variables) + "]: v.requires_grad_()");
      case TRAINING -> List.of();
    };
  }

  /** Every parameter gets a gradient, but the optimizer is not told of a frozen one. */
  private static void parameter(
      String name, boolean frozen, List<String> variables, List<String> parameters) {
    variables.add(name);
    if (!frozen) {
      parameters.add(name);
    }
  }

  /** An optimizer of the library counts for itself. */
  @Override
  List<String> nextStep() {
    return List.of();
  }

  /** True if the optimizer has something to step. */
  private boolean steps() {
    return lesson().layers().stream()
        .anyMatch(layer -> !layer.frozen().w() || (layer.hasBias() && !layer.frozen().b()));
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
    return givenName(input)
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
      if (!layer.frozen().w()) {
        remember(lines, new Operand(l, MatrixSymbol.W), layer.remembered(false));
      }
      if (layer.hasBias() && !layer.frozen().b()) {
        remember(lines, new Operand(l, MatrixSymbol.B), layer.remembered(true));
      }
    }
  }

  private void remember(List<String> lines, Operand parameter, Remembered remembered) {
    String name = name(parameter);
    int steps = lesson().stepsTaken();
    Matrix first = remembered.first();
    boolean something = first != null || steps > 0;
    switch (lesson().optimizer()) {
      case Optimizer.Sgd _ -> {}
      case Optimizer.Momentum _ when !something -> {}
      case Optimizer.Momentum _ ->
          lines.add(
              "optimizer.state["
                  + name
                  + "] = dict(momentum_buffer="
                  + tensor(first, parameter)
                  + ")");
      case Optimizer.Adam _ when !something -> {}
      case Optimizer.Adam _ ->
          lines.add(
              "optimizer.state["
                  + name
                  + "] = dict(step=torch.tensor("
                  + steps
                  + ".0), exp_avg="
                  + tensor(first, parameter)
                  + ", exp_avg_sq="
                  + tensor(remembered.second(), parameter)
                  + ")");
    }
  }

  private String tensor(@Nullable Matrix matrix, Operand parameter) {
    return matrix == null
        ? "torch.zeros_like(" + name(parameter) + ")"
        : MatrixText.torch(written(parameter, matrix));
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
  String entries(String outputs) {
    return switch (purpose()) {
      case WALK, PROGRAM -> outputs + ".numel()";
      // The rows here may be only some of those that N counts.
      case TRAINING -> "(N * " + outputs + (samplesAreColumns() ? ".shape[0])" : ".shape[1])");
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
      case UPDATE ->
          steps() ? List.of(comment(phase), "optimizer.step()") : List.of(comment(phase));
    };
  }

  /**
   * Autograd forgets the gradients of what is between inputs and loss unless it is told to keep
   * them, and computes them all when the loss is there.
   */
  @Override
  List<String> statements(Section section) {
    return switch (purpose()) {
      case WALK, PROGRAM -> {
        List<String> statements = new ArrayList<>(values(section));
        if (section.phase() == Phase.FORWARD) {
          statements.add(name(section.result()) + ".retain_grad()");
        } else if (section.result().quantity() == MatrixSymbol.L) {
          statements.add("L.backward()");
        }
        yield statements;
      }
      // A network says what its loss is; whoever trains it asks for the gradients it needs.
      case TRAINING ->
          section.result().quantity().role() == MatrixSymbol.Role.GRADIENT
              ? List.of()
              : values(section);
    };
  }

  @Override
  List<String> values(Section section) {
    String result = name(section.result());
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var addends) -> {
        String product = factor(left) + " @ " + factor(right) + added(addends, TreeCode.TORCH);
        yield List.of(
            section.phase() == Phase.FORWARD ? result + " = " + product : read(section, product));
      }
      case Operation.BatchSum(var summed, boolean ofRows) ->
          List.of(read(section, name(summed) + ".sum(" + (ofRows ? 1 : 0) + ")"));
      case Operation.Activate(var input, var activation, var mask) ->
          List.of(result + " = " + masked(applied(activation, name(input)), mask));
      case Operation.ActivationGradient(var upstream, var input, _, var mask) ->
          List.of(read(section, masked(name(upstream), mask) + " * g'(" + name(input) + ")"));
      case Operation.Probabilities(var logits, var rule) ->
          List.of(result + " = " + probabilities(rule, name(logits)));
      case Operation.RowGradient(var outputs, var upstream, _) ->
          List.of(
              read(
                  section,
                  name(outputs)
                      + " * ("
                      + name(upstream)
                      + " - ("
                      + name(outputs)
                      + " * "
                      + name(upstream)
                      + ").sum(1, keepdim=True))"));
      case Operation.LossTotal(var outputs, var compared) ->
          List.of(
              result
                  + " = "
                  + loss(name(outputs), name(compared))
                  + mean()
                  + penalties(
                      TreeCode.TORCH,
                      (one, w) -> TreeCode.TORCH.summed(one.costFormula(TreeCode.variable(w)))));
      case Operation.LossGradient(var outputs, var compared) ->
          List.of(read(section, gradient(name(outputs), name(compared))));
      case Operation.Update _ ->
          switch (purpose()) {
            case WALK -> List.of("print(" + result + ")");
            case PROGRAM, TRAINING -> List.of();
          };
      case Operation.Keep _ -> List.of(frozen(result));
    };
  }

  private String probabilities(Probabilities rule, String logits) {
    return rule == Probabilities.SOFTMAX
        ? "torch.softmax(" + logits + ", dim=" + (samplesAreColumns() ? 0 : 1) + ")"
        : applied(Elementwise.SIGMOID, logits);
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
        lossGradient(
            outputs,
            isLabelled()
                ? "F.one_hot(" + compared + ")" + (samplesAreColumns() ? ".T" : "")
                : compared));
  }

  private String factor(Operation.Factor factor) {
    return name(factor.operand()) + (factor.transposed() ? ".T" : "");
  }

  private String masked(String value, @Nullable Operand mask) {
    return mask == null ? value : name(mask) + " * " + value;
  }

  private static String applied(Elementwise activation, String z) {
    return Idioms.or(
        Idioms.of(activation).pyTorch(),
        z,
        () -> TreeCode.TORCH.of(activation.formula(TreeCode.variable(z))));
  }

  private String loss(String outputs, String compared) {
    return Idioms.or(
        inRows(Idioms.of(lesson().loss().kind(), lesson().loss().form()).pyTorch()),
        name(lesson().lastLayer(), MatrixSymbol.A),
        outputs,
        compared,
        () -> TreeCode.TORCH.summed(lossTerm(outputs, compared)));
  }
}
