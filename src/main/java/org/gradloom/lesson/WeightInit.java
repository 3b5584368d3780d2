package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;

/**
 * Where the weights of a network begin. Biases begin at 0. {@link java.util.Random}, whose
 * algorithm is part of Java's specification, makes a seed give the same weights on every machine.
 */
public enum WeightInit {
  /**
   * Uniform in ±√(6 / (inputs + units)). Glorot and Bengio, Understanding the difficulty of
   * training deep feedforward neural networks, 2010, formula 16.
   */
  GLOROT("glorot") {
    @Override
    double draw(Random random, Shape shape) {
      return Math.sqrt(6.0 / (shape.rows() + shape.columns())) * (2 * random.nextDouble() - 1);
    }
  },

  /**
   * Normal with standard deviation √(2 / inputs). He, Zhang, Ren and Sun, Delving deep into
   * rectifiers, 2015, formula 10.
   */
  HE("he") {
    @Override
    double draw(Random random, Shape shape) {
      return random.nextGaussian() * Math.sqrt(2.0 / shape.rows());
    }
  },

  /** All 0, from which the units of a layer can never become different. */
  ZEROS("zeros") {
    @Override
    double draw(Random random, Shape shape) {
      return 0;
    }
  };

  private final String documentName;

  WeightInit(String documentName) {
    this.documentName = documentName;
  }

  /** As the document writes it. */
  public String documentName() {
    return documentName;
  }

  abstract double draw(Random random, Shape shape);

  /**
   * The layers of a new network, drawn layer by layer and row by row from one seed.
   *
   * @param sizes the number of features, then of each layer's units; at least two
   * @param hidden the activation of all layers but the last
   * @param output the activation of the last
   * @param bias whether every layer has one
   */
  public List<Layer> layers(
      List<Integer> sizes, Activation hidden, Activation output, boolean bias, long seed) {
    Random random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < sizes.size() - 1; l++) {
      Shape shape = new Shape(sizes.get(l), sizes.get(l + 1));
      boolean last = l == sizes.size() - 2;
      layers.add(
          new Layer(
              Matrix.numbers(shape, (i, j) -> draw(random, shape)),
              bias ? Matrix.zeros(new Shape(1, shape.columns())) : null,
              last ? output : hidden));
    }
    return layers;
  }
}
