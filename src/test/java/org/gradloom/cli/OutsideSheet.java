package org.gradloom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * What somebody with a pencil makes of a document: plain loops, rows as samples inside, and turned
 * where the document's convention turns. Nothing of the program is used.
 */
final class OutsideSheet {
  private final String convention;
  private final double rate;
  private final boolean mean;
  private final List<double[][]> inputs = new ArrayList<>();
  private final List<double[][]> weights = new ArrayList<>();
  private final List<double[]> biases = new ArrayList<>();
  private final List<String> activations = new ArrayList<>();
  private final List<double[][]> sums = new ArrayList<>();
  private final List<double[][]> outputs = new ArrayList<>();

  /** dL/dA and dL/dZ of each layer. */
  private final List<double[][]> above = new ArrayList<>();

  private final List<double[][]> blames = new ArrayList<>();
  private double[][] shares = {};
  private double[][] labels = {};

  OutsideSheet(JsonNode document) {
    convention = document.path("convention").asString("XW");
    rate = document.get("learningRate").asDouble();
    JsonNode loss = document.get("loss");
    mean = loss.path("reduction").asString("sum").equals("mean");
    double[][] into = samples(matrix(document.get("x")));
    for (JsonNode layer : document.get("layers")) {
      double[][] written = matrix(layer.get("w"));
      double[][] w = neuronsAreRows() ? turned(written) : written;
      double[] b = new double[w[0].length];
      for (int j = 0; layer.has("b") && j < b.length; j++) {
        b[j] = layer.get("b").get(j).asDouble();
      }
      double[][] z = times(into, w);
      each(z, (k, j) -> z[(int) k][(int) j] + b[(int) j]);
      String activation = layer.get("activation").asString();
      inputs.add(into);
      weights.add(w);
      biases.add(layer.has("b") ? b : new double[0]);
      activations.add(activation);
      sums.add(z);
      into = mapped(z, value(activation));
      outputs.add(into);
    }
    double[][] from = ofLoss(loss, into);
    for (int l = weights.size() - 1; l >= 0; l--) {
      double[][] dA = from;
      double[][] slope = slope(l);
      double[][] dZ = filled(dA.length, dA[0].length, (k, j) -> dA[k][j] * slope[k][j]);
      above.addFirst(dA);
      blames.addFirst(dZ);
      from = times(dZ, turned(weights.get(l)));
    }
  }

  private double[][] ofLoss(JsonNode loss, double[][] a) {
    int n = a.length;
    double share = mean ? 1.0 / n : 1;
    return switch (loss.get("kind").asString()) {
      case "given" -> scaled(samples(matrix(loss.get("upstream"))), share);
      case "squared-error" -> {
        double[][] t = samples(matrix(loss.get("targets")));
        yield filled(n, a[0].length, (k, j) -> (a[k][j] - t[k][j]) * share);
      }
      default -> {
        shares =
            filled(
                n,
                a[0].length,
                (k, j) -> {
                  double all = 0;
                  for (double each : a[k]) {
                    all += Math.exp(each);
                  }
                  return Math.exp(a[k][j]) / all;
                });
        labels = filled(n, a[0].length, (k, j) -> loss.get("labels").get(k).asInt() == j ? 1 : 0);
        yield filled(n, a[0].length, (k, j) -> (shares[k][j] - labels[k][j]) * share);
      }
    };
  }

  // ---- rules

  private static DoubleUnaryOperator value(String activation) {
    return switch (activation) {
      case "identity" -> z -> z;
      case "relu" -> z -> Math.max(0, z);
      case "tanh" -> Math::tanh;
      default -> throw new IllegalStateException(activation);
    };
  }

  /** g′(Z). */
  double[][] slope(int layer) {
    return mapped(
        sums.get(layer),
        switch (activations.get(layer)) {
          case "identity" -> _ -> 1;
          case "relu" -> z -> z > 0 ? 1 : 0;
          default -> z -> 1 - Math.tanh(z) * Math.tanh(z);
        });
  }

  String activation(int layer) {
    return activations.get(layer);
  }

  int samples() {
    return inputs.getFirst().length;
  }

  int outputs() {
    return sums.getLast()[0].length;
  }

  double rate() {
    return rate;
  }

  boolean mean() {
    return mean;
  }

  /** The probabilities and the 1 of each label. */
  double[][] shares() {
    return shares;
  }

  double[][] labels() {
    return labels;
  }

  // ---- the matrices, rows as samples

  double[][] inside(String name, int l) {
    return switch (name) {
      case "x" -> inputs.get(l);
      case "w" -> weights.get(l);
      case "b" -> new double[][] {biases.get(l)};
      case "z" -> sums.get(l);
      case "a" -> outputs.get(l);
      case "dA" -> above.get(l);
      case "dZ" -> blames.get(l);
      case "dW" -> times(turned(inputs.get(l)), blames.get(l));
      case "dB" -> new double[][] {columnSums(blames.get(l))};
      case "dX" -> times(blames.get(l), turned(weights.get(l)));
      case "wNext" -> plus(weights.get(l), inside("dW", l), -rate);
      case "bNext" -> plus(inside("b", l), inside("dB", l), -rate);
      default -> throw new IllegalStateException(name);
    };
  }

  boolean hasBias(int layer) {
    return biases.get(layer).length > 0;
  }

  /** As the document writes it, and back. */
  double[][] written(String name, double[][] inside) {
    return turns(name) ? turned(inside) : inside;
  }

  double[][] written(String name, int layer) {
    return written(name, inside(name, layer));
  }

  boolean turns(String name) {
    return switch (name) {
      case "w", "dW", "wNext" -> neuronsAreRows();
      case "b", "dB", "bNext" -> false;
      default -> samplesAreColumns();
    };
  }

  boolean samplesAreColumns() {
    return convention.startsWith("W");
  }

  boolean neuronsAreRows() {
    return convention.equals("XWt") || convention.equals("WX");
  }

  private double[][] samples(double[][] written) {
    return samplesAreColumns() ? turned(written) : written;
  }

  // ---- arithmetic

  interface Rule {
    double at(int row, int column);
  }

  static double[][] filled(int rows, int columns, Rule rule) {
    double[][] all = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        all[i][j] = rule.at(i, j);
      }
    }
    return all;
  }

  private static void each(double[][] all, DoubleBinaryOperator rule) {
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < all[0].length; j++) {
        all[i][j] = rule.applyAsDouble(i, j);
      }
    }
  }

  private static double[][] mapped(double[][] all, DoubleUnaryOperator rule) {
    return filled(all.length, all[0].length, (i, j) -> rule.applyAsDouble(all[i][j]));
  }

  static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  static double[][] turned(double[][] a) {
    return filled(a[0].length, a.length, (i, j) -> a[j][i]);
  }

  static double[][] scaled(double[][] a, double by) {
    return mapped(a, each -> each * by);
  }

  static double[][] plus(double[][] a, double[][] b, double by) {
    return filled(a.length, a[0].length, (i, j) -> a[i][j] + by * b[i][j]);
  }

  static double[] columnSums(double[][] a) {
    double[] all = new double[a[0].length];
    for (double[] row : a) {
      for (int j = 0; j < all.length; j++) {
        all[j] += row[j];
      }
    }
    return all;
  }

  static double[][] matrix(JsonNode rows) {
    return filled(rows.size(), rows.get(0).size(), (i, j) -> rows.get(i).get(j).asDouble());
  }
}
