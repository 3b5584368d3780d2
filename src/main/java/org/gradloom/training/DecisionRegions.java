package org.gradloom.training;

import java.util.List;
import org.gradloom.engine.Prediction;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * What a network answers all over a part of the plane that rows of two features lie in, from one
 * batched forward pass. The points are the middles of {@link #SIDE}×{@link #SIDE} equal squares,
 * row by row from the top.
 */
public final class DecisionRegions {
  public static final int SIDE = 50;

  /** How many points there are. */
  public static final int POINTS = SIDE * SIDE;

  private final Area area;
  private final Matrix inputs;
  private final List<Matrix> responses;
  private final int[] said;
  private final double[] probabilities;

  private DecisionRegions(
      Area area, Matrix inputs, List<Matrix> responses, int[] said, double[] probabilities) {
    this.area = area;
    this.inputs = inputs;
    this.responses = responses;
    this.said = said;
    this.probabilities = probabilities;
  }

  /** A part of the plane, its features scaled as those of the rows. */
  public record Area(double left, double right, double bottom, double top) {
    private static final double MARGIN = 0.12;

    /**
     * Around the points of these rows (N×2), with a margin; a square, so that circles are round.
     */
    static Area around(List<Matrix> points) {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      double bottom = Double.POSITIVE_INFINITY;
      double top = Double.NEGATIVE_INFINITY;
      for (Matrix x : points) {
        for (int i = 0; i < x.rows(); i++) {
          left = Math.min(left, x.get(i, 0));
          right = Math.max(right, x.get(i, 0));
          bottom = Math.min(bottom, x.get(i, 1));
          top = Math.max(top, x.get(i, 1));
        }
      }
      double half = Math.max(right - left, top - bottom) / 2 * (1 + 2 * MARGIN);
      half = half > 0 ? half : 1;
      double x = (left + right) / 2;
      double y = (bottom + top) / 2;
      return new Area(x - half, x + half, y - half, y + half);
    }

    /** The middle of a column of squares. */
    public double x(int column) {
      return left + (right - left) * (column + 0.5) / SIDE;
    }

    /** The middle of a row of squares. */
    public double y(int row) {
      return top - (top - bottom) * (row + 0.5) / SIDE;
    }

    private Matrix points() {
      return Matrix.numbers(new Shape(POINTS, 2), (i, j) -> j == 0 ? x(i % SIDE) : y(i / SIDE));
    }
  }

  static DecisionRegions of(TrainingSetup setup, List<Layer> layers, Area area) {
    Matrix inputs = setup.read(area.points());
    List<Matrix> responses = Prediction.activations(layers, inputs);
    Matrix outputs = responses.getLast();
    int[] said = new int[outputs.rows()];
    double[] probabilities = new double[outputs.rows()];
    for (int i = 0; i < said.length; i++) {
      said[i] = Metrics.said(outputs, i);
      probabilities[i] = Confidence.of(setup.lesson().loss().kind(), outputs, i);
    }
    return new DecisionRegions(area, inputs, responses, said, probabilities);
  }

  public Area area() {
    return area;
  }

  /** The point in whose square a place lies, the nearest one for a place outside. */
  public int point(double x, double y) {
    int column = (int) Math.floor((x - area.left()) / (area.right() - area.left()) * SIDE);
    int row = (int) Math.floor((area.top() - y) / (area.top() - area.bottom()) * SIDE);
    return Math.clamp(row, 0, SIDE - 1) * SIDE + Math.clamp(column, 0, SIDE - 1);
  }

  /** The class that the network says of a point. */
  public int said(int point) {
    return said[point];
  }

  /** How sure it is of that, from 0 (all classes alike) to 1. */
  public double confidence(int point) {
    return Confidence.beyondChance(probabilities[point], responses.getLast().columns());
  }

  /** The probability that it gives to that class. */
  public double probability(int point) {
    return probabilities[point];
  }

  /** What the network reads at a point: its column of X. */
  public double input(int input, int point) {
    return inputs.get(point, input);
  }

  /** How many inputs the network reads. */
  public int inputs() {
    return inputs.columns();
  }

  /** What one unit answers at a point: its column of A. */
  public double response(int layer, int unit, int point) {
    return responses.get(layer).get(point, unit);
  }
}
