package org.gradloom.marking;

import java.util.function.DoubleUnaryOperator;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * A matrix whose numbers are worked out when they are asked for, so that a wrong method that an
 * answer does not follow costs a number or two, however large it is.
 */
record LazyMatrix(Shape shape, Matrix.NumberSource numbers) {
  static LazyMatrix of(Matrix matrix) {
    return new LazyMatrix(matrix.shape(), matrix::get);
  }

  double at(int row, int column) {
    return numbers.at(row, column);
  }

  int rows() {
    return shape.rows();
  }

  int columns() {
    return shape.columns();
  }

  Matrix toMatrix() {
    return Matrix.numbers(shape, numbers);
  }

  LazyMatrix transposed() {
    return new LazyMatrix(shape.transposed(), (i, j) -> at(j, i));
  }

  LazyMatrix times(double factor) {
    return new LazyMatrix(shape, (i, j) -> factor * at(i, j));
  }

  LazyMatrix map(DoubleUnaryOperator rule) {
    return new LazyMatrix(shape, (i, j) -> rule.applyAsDouble(at(i, j)));
  }

  /** Entry by entry; both have one shape. */
  LazyMatrix plus(LazyMatrix other) {
    return new LazyMatrix(shape, (i, j) -> at(i, j) + other.at(i, j));
  }

  /** Entry by entry; both have one shape. */
  LazyMatrix times(LazyMatrix other) {
    return new LazyMatrix(shape, (i, j) -> at(i, j) * other.at(i, j));
  }

  boolean meets(LazyMatrix right) {
    return columns() == right.rows();
  }

  /** Rows times columns, by rising index as the engine adds them; the two meet. */
  LazyMatrix before(LazyMatrix right) {
    return new LazyMatrix(
        new Shape(rows(), right.columns()),
        (i, j) -> {
          double sum = 0;
          for (int k = 0; k < columns(); k++) {
            sum += at(i, k) * right.at(k, j);
          }
          return sum;
        });
  }

  /** One term of each of these sums. */
  LazyMatrix term(int k, LazyMatrix right) {
    return new LazyMatrix(new Shape(rows(), right.columns()), (i, j) -> at(i, k) * right.at(k, j));
  }

  /** The sum of each row, as a column. */
  LazyMatrix rowSums() {
    return new LazyMatrix(
        new Shape(rows(), 1),
        (i, _) -> {
          double sum = 0;
          for (int j = 0; j < columns(); j++) {
            sum += at(i, j);
          }
          return sum;
        });
  }

  /** The sum of each column, as a row. */
  LazyMatrix columnSums() {
    return transposed().rowSums().transposed();
  }

  /** A row, a column or a number repeated to a shape. */
  LazyMatrix spread(Shape to) {
    return new LazyMatrix(to, (i, j) -> at(rows() == 1 ? 0 : i, columns() == 1 ? 0 : j));
  }
}
