package org.gradloom.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Rowwise;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** Every matrix of one forward and backward pass of a lesson, and of the update after it. */
public final class Trace {
  private final Lesson lesson;

  /** Per layer, the matrices under their canonical names. */
  private final List<Map<MatrixSymbol, Matrix>> layers;

  private final Map<MatrixSymbol, Matrix> ofLoss;

  private Trace(
      Lesson lesson, List<Map<MatrixSymbol, Matrix>> layers, Map<MatrixSymbol, Matrix> ofLoss) {
    this.lesson = lesson;
    this.layers = layers;
    this.ofLoss = ofLoss;
  }

  /** Computes all of it. Overflow is no error here: see {@link #firstNonFinite}. */
  public static Trace of(Lesson lesson) {
    List<Map<MatrixSymbol, Matrix>> layers = new ArrayList<>();
    Forward forward = new Forward(lesson);
    forward.run();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Map<MatrixSymbol, Matrix> own = new EnumMap<>(MatrixSymbol.class);
      own.put(MatrixSymbol.Z, Buffers.toMatrix(forward.z(l)));
      if (!lesson.layers().get(l).isIdentity()) {
        own.put(MatrixSymbol.A, Buffers.toMatrix(forward.a(l)));
      }
      layers.add(own);
    }
    Map<MatrixSymbol, Matrix> ofLoss = new EnumMap<>(MatrixSymbol.class);
    Trace trace = new Trace(lesson, layers, ofLoss);
    trace.computeLoss(forward);
    trace.computeBackward(forward);
    trace.computeUpdates();
    return trace;
  }

  private void computeLoss(Forward forward) {
    Loss loss = lesson.loss();
    Matrix a = matrix(new Operand(lesson.lastLayer(), MatrixSymbol.A));
    Matrix p = loss.kind().probabilities().of(a);
    if (loss.kind().hasProbabilities()) {
      ofLoss.put(MatrixSymbol.P, p);
    }
    ofLoss.put(MatrixSymbol.L, Matrix.of(new Shape(1, 1), forward.loss()));
    layers
        .getLast()
        .put(MatrixSymbol.DA, Matrix.numbers(a.shape(), (i, j) -> Losses.gradient(loss, p, i, j)));
  }

  private void computeBackward(Forward forward) {
    DMatrixRMaj dA = Buffers.of(matrix(new Operand(lesson.lastLayer(), MatrixSymbol.DA)));
    for (int l = lesson.lastLayer(); l >= 0; l--) {
      Layer layer = lesson.layers().get(l);
      Map<MatrixSymbol, Matrix> own = layers.get(l);
      DMatrixRMaj dZ = dA;
      if (!layer.isIdentity()) {
        dZ = backward(layer.activation(), masked(dA, forward.mask(l)), forward.z(l), forward.a(l));
        own.put(MatrixSymbol.DZ, Buffers.toMatrix(dZ));
      }
      DMatrixRMaj dW = new DMatrixRMaj(layer.inputs(), layer.units());
      MatrixMatrixMult_DDRM.multTransA_small(forward.input(l), dZ, dW);
      addPenalties(dW, forward.w(l));
      own.put(MatrixSymbol.DW, Buffers.toMatrix(dW));
      if (layer.hasBias()) {
        own.put(MatrixSymbol.DB, Buffers.toMatrix(CommonOps_DDRM.sumCols(dZ, null)));
      }
      DMatrixRMaj dX = new DMatrixRMaj(lesson.samples(), layer.inputs());
      MatrixMatrixMult_DDRM.multTransB(dZ, forward.w(l), dX);
      own.put(MatrixSymbol.DX, Buffers.toMatrix(dX));
      dA = dX;
    }
  }

  /** dA ⊙ M, where dropout has a mask. */
  private static DMatrixRMaj masked(DMatrixRMaj dA, @Nullable DMatrixRMaj mask) {
    return mask == null ? dA : CommonOps_DDRM.elementMult(dA, mask, null);
  }

  /** dL/dZ, a new matrix: dA ⊙ g′(Z), or each row of dA times the Jacobian of its sample. */
  private static DMatrixRMaj backward(
      Activation activation, DMatrixRMaj dA, DMatrixRMaj z, DMatrixRMaj a) {
    return switch (activation) {
      case Elementwise one -> {
        DMatrixRMaj dZ = dA.createLike();
        for (int i = 0; i < dZ.getNumElements(); i++) {
          dZ.data[i] = dA.data[i] * one.slope(z.data[i]);
        }
        yield dZ;
      }
      case Rowwise row -> {
        DMatrixRMaj dZ = dA.copy();
        row.backward(z.data, a.data, dZ.data, dZ.numRows, dZ.numCols);
        yield dZ;
      }
    };
  }

  /** The last terms of each entry of dL/dW: what the penalties on weights add. */
  private void addPenalties(DMatrixRMaj dW, DMatrixRMaj w) {
    for (WeightPenalty penalty : lesson.loss().penalties()) {
      penalty.addGradients(w.data, lesson.samples(), dW.data, dW.getNumElements());
    }
  }

  private void computeUpdates() {
    for (int l = 0; l < layers.size(); l++) {
      update(new Operand(l, MatrixSymbol.W_NEXT));
      if (lesson.layers().get(l).hasBias()) {
        update(new Operand(l, MatrixSymbol.B_NEXT));
      }
    }
  }

  private void update(Operand next) {
    ParameterStep step = ParameterStep.of(this, next);
    Matrix before = step.before();
    layers
        .get(next.layer())
        .put(
            next.quantity(),
            step.isFrozen()
                ? before
                : Matrix.numbers(before.shape(), (i, j) -> step.after(new Cell(i, j))));
  }

  public Lesson lesson() {
    return lesson;
  }

  /** The lesson with the parameters that its update gives: what the next pass would be of. */
  public Lesson stepped() {
    Lesson next = lesson;
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l).withW(matrix(new Operand(l, MatrixSymbol.W_NEXT)));
      next =
          next.withLayer(
              l,
              layer.hasBias() ? layer.withB(matrix(new Operand(l, MatrixSymbol.B_NEXT))) : layer);
    }
    return next;
  }

  /** L, after the reduction. */
  public double loss() {
    return matrix(Operand.ofLoss(MatrixSymbol.L)).get(0, 0);
  }

  /**
   * Any matrix of the lesson by any of its names: {@code layer1/a} of an identity layer is its Z.
   *
   * @throws IllegalArgumentException if the lesson has no such matrix
   */
  public Matrix matrix(Operand named) {
    Operand operand = lesson.canonical(named);
    if (operand.quantity().isInput()) {
      return lesson.input(operand);
    }
    Matrix matrix =
        operand.layer() == Operand.LOSS
            ? ofLoss.get(operand.quantity())
            : layers.get(operand.layer()).get(operand.quantity());
    if (matrix == null) {
      throw new IllegalArgumentException(named + " is no matrix of this lesson");
    }
    return matrix;
  }

  /** What is said of the first output that is 0 where its target is not, so that L is infinite. */
  public Optional<Message> impossible() {
    return Losses.impossible(
        lesson.loss(),
        matrix(new Operand(lesson.lastLayer(), MatrixSymbol.A)),
        IntStream.range(0, lesson.samples()));
  }

  /** The first matrix, in the order of the walk, that overflowed; empty if all is finite. */
  public Optional<Operand> firstNonFinite() {
    List<Operand> walk = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      addOwn(walk, l, MatrixSymbol.Z, MatrixSymbol.A);
    }
    walk.add(Operand.ofLoss(MatrixSymbol.L));
    for (int l = layers.size() - 1; l >= 0; l--) {
      addOwn(
          walk,
          l,
          MatrixSymbol.DA,
          MatrixSymbol.DZ,
          MatrixSymbol.DW,
          MatrixSymbol.DB,
          MatrixSymbol.DX);
    }
    for (int l = 0; l < layers.size(); l++) {
      addOwn(walk, l, MatrixSymbol.W_NEXT, MatrixSymbol.B_NEXT);
    }
    return walk.stream().filter(operand -> !matrix(operand).isFinite()).findFirst();
  }

  /** Adds those matrices that the layer computes under a name of their own. */
  private void addOwn(List<Operand> walk, int layer, MatrixSymbol... quantities) {
    for (MatrixSymbol quantity : quantities) {
      if (layers.get(layer).containsKey(quantity)) {
        walk.add(new Operand(layer, quantity));
      }
    }
  }
}
