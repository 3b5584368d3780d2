package org.gradloom.lesson;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.OptimizerState;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The rules by which the matrices of a network fit together. */
final class ShapeCheck {
  private ShapeCheck() {}

  /**
   * Passes where every product of the network exists.
   *
   * @throws InvalidInput naming the first place where it does not, with both shapes
   */
  static void check(Matrix x, List<Layer> layers, Loss loss) {
    if (layers.isEmpty()) {
      throw new InvalidInput("lesson.noLayers");
    }
    int inputs = x.columns();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      if (layer.inputs() != inputs) {
        throw new InvalidInput(
            l == 0 ? "lesson.wDoesNotFitX" : "lesson.wDoesNotFitLayer",
            l + 1,
            layer.w().shape().toString(),
            inputs,
            l);
      }
      Matrix b = layer.b();
      if (b != null && b.rows() != 1) {
        throw new InvalidInput("lesson.biasIsNoRow", l + 1, b.shape().toString());
      }
      if (b != null && b.columns() != layer.units()) {
        throw new InvalidInput(
            "lesson.biasDoesNotFit", l + 1, b.columns(), layer.w().shape().toString());
      }
      checkState(layer, l);
      inputs = layer.units();
    }
    checkLoss(new Shape(x.rows(), inputs), loss);
  }

  private static void checkState(Layer layer, int l) {
    OptimizerState state = layer.state();
    if (state != null) {
      state.memories().forEach((name, memory) -> checkMemory(name, memory, layer, l));
    }
  }

  private static void checkMemory(String name, OptimizerState.Memory memory, Layer layer, int l) {
    if (!memory.w().shape().equals(layer.w().shape()) || !sameShape(memory.b(), layer.b())) {
      throw new InvalidInput("lesson.stateDoesNotFit", l + 1, name);
    }
  }

  private static boolean sameShape(@Nullable Matrix a, @Nullable Matrix b) {
    return (a == null && b == null) || (a != null && b != null && a.shape().equals(b.shape()));
  }

  private static void checkLoss(Shape outputs, Loss loss) {
    switch (loss.target()) {
      case Target.Upstream(var upstream) -> checkShape(loss, upstream, outputs);
      case Target.Targets(var targets) -> {
        checkShape(loss, targets, outputs);
        checkRange(loss.kind(), targets);
      }
      case Target.Labels(var labels) -> checkLabels(labels, outputs);
    }
  }

  private static void checkRange(LossKind kind, Matrix targets) {
    for (int i = 0; i < targets.rows(); i++) {
      for (int j = 0; j < targets.columns(); j++) {
        if (!kind.range().accepts(targets.get(i, j))) {
          throw new InvalidInput(
              "lesson.targetOutOfRange", i + 1, j + 1, targets.entry(i, j).text());
        }
      }
    }
  }

  private static void checkLabels(List<Integer> labels, Shape outputs) {
    if (labels.size() != outputs.rows()) {
      throw new InvalidInput("lesson.labelsDoNotFit", labels.size(), outputs.rows());
    }
    for (int i = 0; i < labels.size(); i++) {
      int label = labels.get(i);
      if (label < 0 || label >= outputs.columns()) {
        throw new InvalidInput("lesson.labelOutOfRange", i + 1, label, outputs.columns() - 1);
      }
    }
  }

  private static void checkShape(Loss loss, Matrix matrix, Shape outputs) {
    if (!matrix.shape().equals(outputs)) {
      throw new InvalidInput(
          "lesson.lossDoesNotFit",
          loss.kind().form().documentName(),
          matrix.shape().toString(),
          outputs.toString());
    }
  }
}
