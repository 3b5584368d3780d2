package org.gradloom.expression;

import java.util.function.DoubleBinaryOperator;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * An array of no, one or two axes.
 *
 * @param values a list as one row, a number as 1×1
 */
record NdArray(int axes, Matrix values) {
  static NdArray of(double number) {
    return new NdArray(0, Matrix.row(number));
  }

  static NdArray of(Matrix matrix) {
    return new NdArray(2, matrix);
  }

  static NdArray ofList(Matrix row) {
    return new NdArray(1, row);
  }

  private static NdArray of(int axes, int rows, int columns, Matrix.NumberSource numbers) {
    return new NdArray(axes, Matrix.numbers(new Shape(rows, columns), numbers));
  }

  int rows() {
    return values.rows();
  }

  int columns() {
    return values.columns();
  }

  double at(int row, int column) {
    return values.get(row, column);
  }

  int size() {
    return values.shape().size();
  }

  /** True if sides are equal, or 1 so that they are repeated. */
  boolean fitsOnto(NdArray other) {
    return (rows() == other.rows() || rows() == 1 || other.rows() == 1)
        && (columns() == other.columns() || columns() == 1 || other.columns() == 1);
  }

  /** How many numbers the two give where one is spread onto the other. */
  long spreadSize(NdArray other) {
    return (long) Math.max(rows(), other.rows()) * Math.max(columns(), other.columns());
  }

  /** Entry by entry, sides of 1 repeated; the two fit. */
  NdArray with(NdArray other, DoubleBinaryOperator operator) {
    return of(
        Math.max(axes, other.axes),
        Math.max(rows(), other.rows()),
        Math.max(columns(), other.columns()),
        (i, j) -> operator.applyAsDouble(spread(i, j), other.spread(i, j)));
  }

  private double spread(int row, int column) {
    return at(rows() == 1 ? 0 : row, columns() == 1 ? 0 : column);
  }

  /** Only what has two axes turns. */
  NdArray transposed() {
    return axes < 2 ? this : of(values.transposed());
  }

  /** As the right side of a product, where a list stands upright. */
  private NdArray upright() {
    return axes == 1 ? of(values.transposed()) : this;
  }

  /** How many numbers of a column a row of the left side meets. */
  int height() {
    return upright().rows();
  }

  /** How many columns there are for a row of the left side. */
  int width() {
    return upright().columns();
  }

  /** A product by NumPy's {@code @}; the two meet, and neither is a number. */
  NdArray times(NdArray other) {
    NdArray right = other.upright();
    NdArray product =
        of(
            2,
            rows(),
            right.columns(),
            (i, j) -> {
              double sum = 0;
              for (int k = 0; k < columns(); k++) {
                sum += at(i, k) * right.at(k, j);
              }
              return sum;
            });
    // Each list takes its own axis along; what a matrix makes of one lies, as a list does.
    int left = axes - 1 + other.axes - 1;
    return new NdArray(
        left, axes == 2 && other.axes == 1 ? product.values.transposed() : product.values);
  }

  /**
   * The sums along an axis, or their means.
   *
   * @param axis 0 adds up rows, 1 columns; a list has 0 alone
   * @param kept whether the axis stays, with one entry
   */
  NdArray along(int axis, boolean mean, boolean kept) {
    boolean down = axes == 2 && axis == 0;
    Matrix lying = down ? values.transposed() : values;
    double share = mean ? lying.columns() : 1;
    NdArray sums =
        of(
            axes,
            lying.rows(),
            1,
            (i, _) -> {
              double sum = 0;
              for (int j = 0; j < lying.columns(); j++) {
                sum += lying.get(i, j);
              }
              return sum / share;
            });
    if (kept) {
      return new NdArray(axes, down ? sums.values.transposed() : sums.values);
    }
    return new NdArray(axes - 1, sums.values.transposed());
  }

  /** Every number of the one times every number of the other. */
  NdArray outer(NdArray right) {
    double[] down = values.toArray();
    double[] across = right.values.toArray();
    return of(2, down.length, across.length, (i, j) -> down[i] * across[j]);
  }
}
