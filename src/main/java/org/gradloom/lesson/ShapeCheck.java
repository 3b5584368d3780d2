package org.gradloom.lesson;

import java.util.List;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** The rules by which the matrices of a network fit together. */
public final class ShapeCheck {
  /** What has the shape of the outputs. */
  private static final Operand TARGETS = Operand.ofLoss(MatrixSymbol.TARGETS);

  private static final Operand MASK = new Operand(0, MatrixSymbol.MASK);

  private final Convention convention;

  private ShapeCheck(Convention convention) {
    this.convention = convention;
  }

  /**
   * Passes where every product of the network exists.
   *
   * @param convention in which what does not is told; the matrices are as they are inside
   * @throws InvalidInput naming the first place where it does not, with both shapes
   */
  public static void check(Convention convention, Matrix x, List<Layer> layers, Loss loss) {
    new ShapeCheck(convention).check(x, layers, loss);
  }

  private void check(Matrix x, List<Layer> layers, Loss loss) {
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
            written(MatrixSymbol.W, layer.w()),
            l == 0 ? lines(convention.samplesAreColumns(), inputs) : inputs,
            l,
            line(!convention.neuronsAreRows()),
            line(convention.samplesAreColumns()));
      }
      Matrix b = layer.b();
      if (b != null && b.rows() != 1) {
        throw new InvalidInput("lesson.biasIsNoRow", l + 1, b.shape().toString());
      }
      if (b != null && b.columns() != layer.units()) {
        throw new InvalidInput(
            "lesson.biasDoesNotFit",
            l + 1,
            b.columns(),
            written(MatrixSymbol.W, layer.w()),
            line(convention.neuronsAreRows()));
      }
      if (layer.frozen().b() && b == null) {
        throw new InvalidInput("lesson.frozenWithoutBias", l + 1);
      }
      if (layer.activation() instanceof Rowwise row && l < layers.size() - 1) {
        throw new InvalidInput("lesson.notLast", l + 1, row.documentName(), layers.size());
      }
      checkState(layer, l);
      checkMask(layer, l, x.rows(), l == layers.size() - 1);
      inputs = layer.units();
    }
    checkLoss(new Shape(x.rows(), inputs), loss);
    checkOutputs(layers.getLast().activation(), loss.kind());
  }

  private static void checkOutputs(Activation last, LossKind kind) {
    Activation wanted = kind.outputs().orElse(last);
    if (wanted != last) {
      throw new InvalidInput(
          "lesson.lossOfProbabilities",
          kind.documentName(),
          wanted.documentName(),
          last.documentName());
    }
  }

  private static void checkState(Layer layer, int l) {
    OptimizerState state = layer.state();
    if (state != null) {
      state.memories().forEach((name, memory) -> checkMemory(name, memory, layer, l));
    }
  }

  private static void checkMemory(String name, OptimizerState.Memory memory, Layer layer, int l) {
    Frozen frozen = layer.frozen();
    if (!sameShape(memory.w(), frozen.w() ? null : layer.w())
        || !sameShape(memory.b(), frozen.b() ? null : layer.b())) {
      throw new InvalidInput("lesson.stateDoesNotFit", l + 1, name);
    }
  }

  private static boolean sameShape(@Nullable Matrix a, @Nullable Matrix b) {
    return (a == null && b == null) || (a != null && b != null && a.shape().equals(b.shape()));
  }

  private void checkMask(Layer layer, int l, int samples, boolean last) {
    Matrix mask = layer.mask();
    if (mask == null) {
      return;
    }
    if (last) {
      throw new InvalidInput("lesson.maskOfLast", l + 1);
    }
    Shape outputs = new Shape(samples, layer.units());
    if (!mask.shape().equals(outputs)) {
      throw new InvalidInput(
          "lesson.maskDoesNotFit",
          l + 1,
          written(MatrixSymbol.MASK, mask),
          convention.turned(MASK, outputs).toString());
    }
    for (int i = 0; i < mask.rows(); i++) {
      for (int j = 0; j < mask.columns(); j++) {
        if (mask.get(i, j) < 0) {
          throw new InvalidInput("lesson.maskBelowZero", l + 1, mask.entry(i, j).text());
        }
      }
    }
  }

  private void checkLoss(Shape outputs, Loss loss) {
    switch (loss.target()) {
      case Target.Upstream(var upstream) -> checkShape(loss, upstream, outputs);
      case Target.Targets(var targets) -> {
        checkShape(loss, targets, outputs);
        checkRange(loss.kind(), targets);
      }
      case Target.Labels(var labels) -> checkLabels(labels, outputs);
    }
  }

  private void checkRange(LossKind kind, Matrix targets) {
    for (int i = 0; i < targets.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < targets.columns(); j++) {
        if (!kind.range().accepts(targets.get(i, j))) {
          Cell written = convention.turned(TARGETS, new Cell(i, j));
          throw new InvalidInput(
              "lesson.targetOutOfRange",
              written.row() + 1,
              written.column() + 1,
              targets.entry(i, j).text(),
              Message.of("loss." + kind.ownName()));
        }
        sum += targets.get(i, j);
      }
      if (!kind.range().acceptsSum(sum)) {
        throw new InvalidInput(
            "lesson.targetsDoNotAddUp",
            i + 1,
            Numbers.format(sum),
            Message.of("loss." + kind.ownName()));
      }
    }
  }

  private void checkLabels(List<Integer> labels, Shape outputs) {
    if (labels.size() != outputs.rows()) {
      throw new InvalidInput(
          "lesson.labelsDoNotFit",
          labels.size(),
          lines(!convention.samplesAreColumns(), outputs.rows()),
          line(!convention.samplesAreColumns()));
    }
    for (int i = 0; i < labels.size(); i++) {
      int label = labels.get(i);
      if (label < 0 || label >= outputs.columns()) {
        throw new InvalidInput(
            "lesson.labelOutOfRange",
            i + 1,
            label,
            outputs.columns() - 1,
            line(!convention.samplesAreColumns()));
      }
    }
  }

  private void checkShape(Loss loss, Matrix matrix, Shape outputs) {
    if (!matrix.shape().equals(outputs)) {
      throw new InvalidInput(
          "lesson.lossDoesNotFit",
          loss.form().documentName(),
          convention.turned(TARGETS, matrix.shape()).toString(),
          convention.turned(TARGETS, outputs).toString());
    }
  }

  private String written(MatrixSymbol symbol, Matrix matrix) {
    return convention.turned(new Operand(0, symbol), matrix.shape()).toString();
  }

  private static Message line(boolean isRow) {
    return Message.of(isRow ? "noun.row" : "noun.column");
  }

  private static Message lines(boolean areRows, int count) {
    return Message.of(areRows ? "count.rows" : "count.columns", count);
  }
}
