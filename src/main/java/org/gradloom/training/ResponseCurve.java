package org.gradloom.training;

import java.util.List;
import org.gradloom.engine.Prediction;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * What a network answers along a part of the line that rows of one feature lie on, from one batched
 * forward pass over {@link #POINTS} points at equal distances.
 */
public final class ResponseCurve {
  /** How many points there are, both ends included. */
  public static final int POINTS = 201;

  private final Reach reach;
  private final Matrix inputs;
  private final List<Matrix> responses;

  private ResponseCurve(Reach reach, Matrix inputs, List<Matrix> responses) {
    this.reach = reach;
    this.inputs = inputs;
    this.responses = responses;
  }

  /** A part of the line, its feature scaled as that of the rows. */
  public record Reach(double left, double right) {
    private static final double MARGIN = 0.04;

    /** Around the points of these rows (N×1), with a margin. */
    static Reach around(List<Matrix> points) {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      for (Matrix x : points) {
        for (int i = 0; i < x.rows(); i++) {
          left = Math.min(left, x.get(i, 0));
          right = Math.max(right, x.get(i, 0));
        }
      }
      double margin = right > left ? MARGIN * (right - left) : 1;
      return new Reach(left - margin, right + margin);
    }

    /** Where a point stands. */
    public double x(int point) {
      return left + (right - left) * point / (POINTS - 1);
    }

    /** The point nearest to a place. */
    public int nearest(double x) {
      double point = (x - left) / (right - left) * (POINTS - 1);
      return (int) Math.rint(Math.clamp(point, 0, POINTS - 1));
    }
  }

  static ResponseCurve of(TrainingSetup setup, List<Layer> layers, Reach reach) {
    Matrix inputs = setup.read(Matrix.numbers(new Shape(POINTS, 1), (i, j) -> reach.x(i)));
    return new ResponseCurve(reach, inputs, Prediction.activations(layers, inputs));
  }

  public Reach reach() {
    return reach;
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

  /** What the network answers at a point by its first output. */
  public double answer(int point) {
    return responses.getLast().get(point, 0);
  }
}
