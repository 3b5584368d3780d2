package org.gradloom.derivation;

import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Target;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;

/**
 * Short captions for whole matrices: the rule they come from and what their rows and columns are.
 */
public record Captions(Lesson lesson) {

  /** The whole equation: {@code dL/dW = Xᵀ · dL/dZ}. */
  public String equation(Section section) {
    return new Notation(lesson).plain(section.result()) + " = " + rule(section);
  }

  /** The right side of the equation: {@code Xᵀ · dL/dZ}. */
  public String rule(Section section) {
    Notation notation = new Notation(lesson);
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var bias) ->
          notation.plain(left)
              + " · "
              + notation.plain(right)
              + (bias == null ? "" : " + " + notation.plain(bias));
      case Operation.ColumnSum(var summed) -> "1ᵀ · " + notation.plain(summed);
      case Operation.Activate(var input, _) -> "g(" + notation.plain(input) + ")";
      case Operation.ActivationGradient(var upstream, var input, _) ->
          notation.plain(upstream) + " ⊙ g′(" + notation.plain(input) + ")";
      case Operation.Probabilities(var logits) ->
          (lesson.loss().kind().probabilities() == Probabilities.SOFTMAX ? "softmax(" : "σ(")
              + notation.plain(logits)
              + ")";
      case Operation.LossTotal(var outputs, var compared) ->
          "loss(" + notation.plain(outputs) + ", " + notation.plain(compared) + ")" + mean();
      case Operation.LossGradient(var outputs, var compared) ->
          lossGradient(notation.plain(outputs), notation.plain(compared)) + mean();
      case Operation.Update(var parameter, var gradient) ->
          notation.plain(parameter)
              + " − η "
              + switch (lesson.optimizer()) {
                case Optimizer.Sgd _ -> notation.plain(gradient);
                case Optimizer.Momentum _ -> "v";
                case Optimizer.Adam _ -> "m̂/(√v̂ + ε)";
              };
    };
  }

  /** The whole equation in TeX. */
  public String tex(Section section) {
    Notation notation = new Notation(lesson);
    String right =
        switch (section.operation()) {
          case Operation.Product(var left, var factor, var bias) ->
              notation.tex(left)
                  + " \\cdot "
                  + notation.tex(factor)
                  + (bias == null ? "" : " + " + notation.tex(bias));
          case Operation.ColumnSum(var summed) -> "1^{T} \\cdot " + notation.tex(summed);
          case Operation.Activate(var input, _) -> "g(" + notation.tex(input) + ")";
          case Operation.ActivationGradient(var upstream, var input, _) ->
              notation.tex(upstream) + " \\odot g'(" + notation.tex(input) + ")";
          case Operation.Probabilities(var logits) ->
              (lesson.loss().kind().probabilities() == Probabilities.SOFTMAX
                      ? "\\mathrm{softmax}("
                      : "\\sigma(")
                  + notation.tex(logits)
                  + ")";
          case Operation.LossTotal(var outputs, var compared) ->
              "\\mathrm{loss}("
                  + notation.tex(outputs)
                  + ",\\, "
                  + notation.tex(compared)
                  + ")"
                  + mean();
          case Operation.LossGradient(var outputs, var compared) ->
              lossGradient(notation.tex(outputs), notation.tex(compared))
                      .replace("onehot", "\\mathrm{onehot}")
                  + mean();
          case Operation.Update(var parameter, var gradient) ->
              notation.tex(parameter)
                  + " - \\eta\\,"
                  + switch (lesson.optimizer()) {
                    case Optimizer.Sgd _ -> notation.tex(gradient);
                    case Optimizer.Momentum _ -> "v";
                    case Optimizer.Adam _ -> "\\hat m / (\\sqrt{\\hat v} + \\varepsilon)";
                  };
        };
    return notation.tex(section.result()) + " = " + right;
  }

  private String lossGradient(String outputs, String compared) {
    String difference =
        switch (lesson.loss().kind()) {
          case GIVEN -> compared;
          case SOFTMAX_CROSS_ENTROPY -> outputs + " − onehot(" + compared + ")";
          case SQUARED_ERROR, SIGMOID_CROSS_ENTROPY -> outputs + " − " + compared;
        };
    return mean().isEmpty() || lesson.loss().target() instanceof Target.Upstream
        ? difference
        : "(" + difference + ")";
  }

  /** The division by N, in the one place where it lives. */
  private String mean() {
    return lesson.loss().reduction() == Reduction.MEAN ? " / N" : "";
  }

  /** Shape and meaning: {@code 4 × 3 · sample × feature}, {@code 3 × 2 · shaped like W}. */
  public Message caption(Operand operand, boolean transposed) {
    var shape = transposed ? lesson.shape(operand).transposed() : lesson.shape(operand);
    return Message.of("caption", shape.rows(), shape.columns(), meaning(operand, transposed));
  }

  private Message meaning(Operand operand, boolean transposed) {
    Notation notation = new Notation(lesson);
    String turned = transposed ? "Turned" : "";
    int l = operand.layer();
    return switch (operand.quantity()) {
      case X -> Message.of((l == 0 ? "caption.sampleFeature" : "caption.sampleInput") + turned);
      case DX -> Message.of("caption.shapedLike", notation.plain(new Operand(l, MatrixSymbol.X)));
      case Z, A, P, UPSTREAM, TARGETS, DA, DZ -> Message.of("caption.sampleNeuron" + turned);
      case W -> Message.of((l == 0 ? "caption.featureNeuron" : "caption.inputNeuron") + turned);
      case DW, W_NEXT ->
          Message.of("caption.shapedLike", notation.plain(new Operand(l, MatrixSymbol.W)));
      case B -> Message.of("caption.perNeuron");
      case DB, B_NEXT ->
          Message.of("caption.shapedLike", notation.plain(new Operand(l, MatrixSymbol.B)));
      case LABELS -> Message.of("caption.classPerSample");
      case L -> Message.of("caption.loss");
    };
  }
}
