package org.gradloom.derivation;

import org.gradloom.engine.Updates;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Operand;
import org.gradloom.lesson.Optimizer;
import org.gradloom.lesson.Quantity;
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
      case Operation.Gate(var upstream, var input, _) ->
          notation.plain(upstream) + " ⊙ g′(" + notation.plain(input) + ")";
      case Operation.Probabilities(var logits) ->
          (lesson.loss() instanceof Loss.SoftmaxCrossEntropy ? "softmax(" : "σ(")
              + notation.plain(logits)
              + ")";
      case Operation.LossTotal(var outputs, var compared) ->
          "loss(" + notation.plain(outputs) + ", " + notation.plain(compared) + ")";
      case Operation.LossGradient(var outputs, var compared) ->
          lesson.loss() instanceof Loss.Given
              ? notation.plain(compared)
              : notation.plain(outputs) + " − " + notation.plain(compared);
      case Operation.Update(var parameter, var gradient) ->
          notation.plain(parameter)
              + " − η "
              + switch (Updates.optimizer(lesson)) {
                case Optimizer.Sgd _ -> notation.plain(gradient);
                case Optimizer.Momentum _ -> "v";
                case Optimizer.Adam _ -> "m̂/(√v̂ + ε)";
              };
    };
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
      case DX -> Message.of("caption.shapedLike", notation.plain(new Operand(l, Quantity.X)));
      case Z, A, P, UPSTREAM, TARGETS, DA, DZ -> Message.of("caption.sampleNeuron" + turned);
      case W -> Message.of((l == 0 ? "caption.featureNeuron" : "caption.inputNeuron") + turned);
      case DW, W_NEXT ->
          Message.of("caption.shapedLike", notation.plain(new Operand(l, Quantity.W)));
      case B -> Message.of("caption.perNeuron");
      case DB, B_NEXT ->
          Message.of("caption.shapedLike", notation.plain(new Operand(l, Quantity.B)));
      case LABELS -> Message.of("caption.classPerSample");
      case L -> Message.of("caption.loss");
    };
  }
}
