package org.gradloom.training;

import java.util.List;
import java.util.OptionalDouble;
import org.gradloom.matrix.Matrix;

/** How well outputs meet what was to be learned, as people judge it, whatever the loss. */
public sealed interface Score {
  /**
   * Of rows with classes.
   *
   * @param part the part of the rows whose class is said
   */
  record OfClasses(double part) implements Score {}

  /**
   * Of rows with numbers.
   *
   * @param root RMSE: the root of the mean of the squared residuals, in the unit of the numbers
   * @param explained R²: 1 − Σ residuals² / Σ (y − mean of these y)²; empty where all y are one
   */
  record OfNumbers(double root, OptionalDouble explained) implements Score {}

  /** Of rows that are judged by the loss alone. */
  record None() implements Score {}

  /** Of outputs beside classes. */
  static Score of(Matrix outputs, List<Integer> labels) {
    int right = 0;
    for (int i = 0; i < labels.size(); i++) {
      right += Metrics.said(outputs, i) == labels.get(i) ? 1 : 0;
    }
    return new OfClasses((double) right / labels.size());
  }

  /** Of outputs beside numbers, both as they are learned; several columns count alike. */
  static Score of(Matrix outputs, Matrix targets, Quantity quantity) {
    double residual = 0;
    double spread = 0;
    for (int j = 0; j < targets.columns(); j++) {
      double mean = mean(targets, j);
      for (int i = 0; i < targets.rows(); i++) {
        residual += square(outputs.get(i, j) - targets.get(i, j));
        spread += square(targets.get(i, j) - mean);
      }
    }
    return new OfNumbers(
        quantity.deviation() * Math.sqrt(residual / targets.shape().size()),
        spread > 0 ? OptionalDouble.of(1 - residual / spread) : OptionalDouble.empty());
  }

  private static double mean(Matrix matrix, int column) {
    double sum = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      sum += matrix.get(i, column);
    }
    return sum / matrix.rows();
  }

  private static double square(double value) {
    return value * value;
  }

  /** The accuracy, if it is of classes. */
  default OptionalDouble accuracy() {
    return switch (this) {
      case OfClasses(double part) -> OptionalDouble.of(part);
      case OfNumbers _, None _ -> OptionalDouble.empty();
    };
  }

  /** The root of the mean squared residual, if it is of numbers. */
  default OptionalDouble rmse() {
    return switch (this) {
      case OfNumbers(double root, _) -> OptionalDouble.of(root);
      case OfClasses _, None _ -> OptionalDouble.empty();
    };
  }

  /** R², if it is of numbers that differ. */
  default OptionalDouble rSquared() {
    return switch (this) {
      case OfNumbers(_, var part) -> part;
      case OfClasses _, None _ -> OptionalDouble.empty();
    };
  }
}
