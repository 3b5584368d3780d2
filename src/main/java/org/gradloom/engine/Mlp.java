package org.gradloom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradloom.blas.Blas;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Dropout;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/**
 * A network of any depth that is trained by mini-batches, on buffers of its own: a step allocates
 * nothing once the largest batch was seen. Its steps are those of {@link Trace} within rounding,
 * since its products are those of {@link Gemm} or, where asked for, of the machine's BLAS. Not for
 * several threads at once.
 */
public final class Mlp {
  /** How many rows are answered at a time, whatever the mini-batch is. */
  private static final int MEASURED = 64;

  private final Products products;
  private final DMatrixRMaj x = new DMatrixRMaj(0, 0);
  private final Dense[] layers;
  private final LossKind kind;
  private final Reduction reduction;
  private final WeightPenalty[] penalties;
  private final Optimizer optimizer;
  private final Dropout dropout;
  private final double[] corrections;
  private long steps;
  private boolean remembers;

  /**
   * A network on our own products, without dropout.
   *
   * @see #Mlp(List, Loss, Optimizer, Dropout, long, int, Optional)
   */
  public Mlp(
      List<Layer> layers, Loss loss, Optimizer optimizer, long stepsTaken, int largestBatch) {
    this(layers, loss, optimizer, Dropout.NONE, stepsTaken, largestBatch, Optional.empty());
  }

  /**
   * A network that starts from the weights of these layers and from what the optimizer remembers of
   * them.
   *
   * @param layers at least one, each with as many inputs as the one before has units
   * @param loss of which the rule, the reduction and the penalties are read: each batch brings its
   *     own numbers
   * @param dropout what steps drop of hidden layers; answers drop nothing
   * @param stepsTaken how many steps the optimizer took before, which Adam's correction counts
   * @param largestBatch rows of the largest mini-batch to make room for; a larger one makes more
   * @param blas whose products it takes, with which the last bits of each step are this machine's
   * @throws IllegalArgumentException for a given dL/dA, and for a memory of another optimizer
   */
  public Mlp(
      List<Layer> layers,
      Loss loss,
      Optimizer optimizer,
      Dropout dropout,
      long stepsTaken,
      int largestBatch,
      Optional<Blas> blas) {
    this.products = blas.<Products>map(BlasProducts::new).orElseGet(Gemm::new);
    if (!loss.kind().isLearnt()) {
      throw new IllegalArgumentException("Nothing to learn from a given dL/dA");
    }
    for (Layer layer : layers) {
      OptimizerState state = layer.state();
      if (state != null && !state.isOf(optimizer)) {
        throw new IllegalArgumentException(
            state.memories().keySet() + " is no memory of " + optimizer);
      }
    }
    this.layers = layers.stream().map(layer -> new Dense(layer, optimizer)).toArray(Dense[]::new);
    this.kind = loss.kind();
    this.reduction = loss.reduction();
    this.penalties = loss.penalties().toArray(WeightPenalty[]::new);
    this.optimizer = optimizer;
    this.dropout = dropout;
    this.corrections = new double[optimizer.remembers().size()];
    this.steps = stepsTaken;
    this.remembers = layers.stream().anyMatch(layer -> layer.state() != null);
    reshape(largestBatch);
  }

  private void reshape(int rows) {
    x.reshape(rows, layers[0].w().value().numRows);
    for (Dense layer : layers) {
      layer.reshape(rows);
    }
  }

  /**
   * One step of the optimizer on the rows {@code order[from]} to {@code order[from + count − 1]},
   * taken wholly or not at all.
   *
   * @return the loss of this mini-batch before the update; where it is infinite or no number, the
   *     loss or something the step would have stored was not finite, and the network is as it was
   * @throws IllegalArgumentException if the examples do not fit the network or its loss
   */
  public double step(Examples examples, int[] order, int from, int count) {
    requireFit(examples);
    double divisor = reduction.divisor(count, last().numCols);
    forward(examples, order, from, count, dropout.isPresent());
    double measured = measure(examples, order, from, count, divisor) / divisor + penalty(count);
    if (!Double.isFinite(measured)) {
      return measured;
    }
    for (int l = layers.length - 1; l >= 0; l--) {
      layers[l].backward(products, input(l), penalties, l == 0 ? null : layers[l - 1].dZ());
    }
    return update() ? measured : Double.NaN;
  }

  /**
   * What the last layer answers to all rows, N×M; weights and memory stay as they are.
   *
   * @throws IllegalArgumentException if the examples do not fit the network or its loss
   */
  public Matrix outputs(Examples examples) {
    requireFit(examples);
    int units = last().numCols;
    double[] all = new double[examples.size() * units];
    for (int from = 0; from < examples.size(); from += MEASURED) {
      int count = Math.min(MEASURED, examples.size() - from);
      forward(examples, null, from, count, false);
      System.arraycopy(last().data, 0, all, from * units, count * units);
    }
    return Matrix.of(new Shape(examples.size(), units), all);
  }

  private void requireFit(Examples examples) {
    if (examples.features() != x.numCols || !examples.fit(kind, last().numCols)) {
      throw new IllegalArgumentException("These examples are not for this network");
    }
  }

  private DMatrixRMaj last() {
    return layers[layers.length - 1].a();
  }

  /** What the weights add to L of a mini-batch. */
  private double penalty(int rows) {
    double sum = 0;
    for (WeightPenalty penalty : penalties) {
      double costs = 0;
      for (Dense layer : layers) {
        costs = Losses.addCosts(costs, penalty, layer.w().value());
      }
      sum += penalty.factor(rows) * costs;
    }
    return sum;
  }

  /** A forward pass: X and the outputs of all layers are overwritten. */
  private void forward(
      Examples examples, int @Nullable [] order, int from, int count, boolean drops) {
    reshape(count);
    for (int i = 0; i < count; i++) {
      int row = order == null ? from + i : order[from + i];
      examples.copyFeatures(row, x.data, i * x.numCols);
    }
    for (int l = 0; l < layers.length; l++) {
      layers[l].forward(products, input(l));
      if (drops && l < layers.length - 1) {
        layers[l].drop(dropout, steps, l);
      }
    }
  }

  /** The outputs' part of L before the reduction; dL/dA of the last layer is overwritten. */
  private double measure(Examples examples, int[] order, int from, int count, double divisor) {
    DMatrixRMaj a = last();
    double[] dA = layers[layers.length - 1].dZ().data;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      int start = i * a.numCols;
      int at = examples.placeOfAnswer(order[from + i]);
      sum +=
          kind.measureRow(
              examples.form(),
              a.data,
              start,
              start + a.numCols,
              examples.answers(),
              at,
              divisor,
              dA);
    }
    return sum;
  }

  private DMatrixRMaj input(int l) {
    return l == 0 ? x : layers[l - 1].a();
  }

  /** Takes the step that the gradients ask for; false, and nothing changed, if it is not finite. */
  private boolean update() {
    for (int k = 0; k < corrections.length; k++) {
      corrections[k] = optimizer.correction(k, steps + 1);
    }
    for (Dense layer : layers) {
      if (!layer.propose(optimizer, steps + 1, corrections)) {
        return false;
      }
    }
    for (Dense layer : layers) {
      layer.accept();
    }
    steps++;
    remembers = true;
    return true;
  }

  /** How many steps the optimizer took, those before this network included. */
  public long steps() {
    return steps;
  }

  /** Sets w of layer {@code l}, from input {@code r} to neuron {@code c}. */
  public void setWeight(int l, int r, int c, double value) {
    layers[l].w().value().set(r, c, value);
  }

  /**
   * Sets the bias of neuron {@code j} of layer {@code l}.
   *
   * @throws IllegalArgumentException if the layer has none
   */
  public void setBias(int l, int j, double value) {
    Parameter b = layers[l].b();
    if (b == null) {
      throw new IllegalArgumentException("Layer " + (l + 1) + " has no bias");
    }
    b.value().set(0, j, value);
  }

  /**
   * A copy of the layers as they are now, with what the optimizer remembers of them; nothing before
   * the first step.
   */
  public List<Layer> layers() {
    List<Layer> copies = new ArrayList<>();
    for (Dense layer : layers) {
      copies.add(layer.toLayer(optimizer, remembers));
    }
    return List.copyOf(copies);
  }
}
