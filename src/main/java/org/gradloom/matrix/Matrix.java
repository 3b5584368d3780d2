package org.gradloom.matrix;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable matrix of doubles, equal by value, that remembers which entries were typed as
 * fractions. Rows and columns count from 0.
 */
public final class Matrix {
  private final Shape shape;
  private final double[] values;

  /** Fractions as typed, by row-major index. Empty in all but edited matrices. */
  private final Map<Integer, String> fractions;

  private Matrix(Shape shape, double[] values, Map<Integer, String> fractions) {
    this.shape = shape;
    this.values = values;
    this.fractions = fractions;
  }

  /** Where an entry of a new matrix comes from. */
  @FunctionalInterface
  public interface Source {
    Entry at(int row, int column);
  }

  /** Where a number of a new matrix comes from. */
  @FunctionalInterface
  public interface NumberSource {
    double at(int row, int column);
  }

  /** From rows of equal length, at least one of them. */
  public static Matrix of(double[][] rows) {
    Shape shape = new Shape(rows.length, rows[0].length);
    double[] values = new double[shape.size()];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != shape.columns()) {
        throw new IllegalArgumentException("Row " + (i + 1) + " is ragged");
      }
      System.arraycopy(rows[i], 0, values, i * shape.columns(), shape.columns());
    }
    return new Matrix(shape, values, Map.of());
  }

  /** From row-major values, which are copied. */
  public static Matrix of(Shape shape, double... values) {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " values for " + shape);
    }
    return new Matrix(shape, values.clone(), Map.of());
  }

  /** A single row. */
  public static Matrix row(double... values) {
    return of(new Shape(1, values.length), values);
  }

  public static Matrix zeros(Shape shape) {
    return new Matrix(shape, new double[shape.size()], Map.of());
  }

  public static Matrix numbers(Shape shape, NumberSource source) {
    double[] values = new double[shape.size()];
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        values[i * shape.columns() + j] = source.at(i, j);
      }
    }
    return new Matrix(shape, values, Map.of());
  }

  /** Entry by entry, fractions kept. */
  public static Matrix entries(Shape shape, Source source) {
    double[] values = new double[shape.size()];
    Map<Integer, String> fractions = new TreeMap<>();
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        int index = i * shape.columns() + j;
        Entry entry = source.at(i, j);
        values[index] = entry.value();
        String fraction = entry.fraction();
        if (fraction != null) {
          fractions.put(index, fraction);
        }
      }
    }
    return new Matrix(shape, values, fractions);
  }

  public Shape shape() {
    return shape;
  }

  public int rows() {
    return shape.rows();
  }

  public int columns() {
    return shape.columns();
  }

  public double get(int row, int column) {
    return values[index(row, column)];
  }

  public Entry entry(int row, int column) {
    int index = index(row, column);
    return new Entry(values[index], fractions.get(index));
  }

  /** This matrix with one entry replaced. */
  public Matrix with(int row, int column, Entry entry) {
    int index = index(row, column);
    double[] changed = values.clone();
    changed[index] = entry.value();
    Map<Integer, String> kept = new TreeMap<>(fractions);
    String fraction = entry.fraction();
    if (fraction == null) {
      kept.remove(index);
    } else {
      kept.put(index, fraction);
    }
    return new Matrix(shape, changed, kept);
  }

  /** This matrix with a row of zeros put in before {@code at}; {@code at = rows()} appends. */
  public Matrix insertRow(int at) {
    return entries(
        new Shape(rows() + 1, columns()),
        (i, j) -> i == at ? Entry.of(0) : entry(i < at ? i : i - 1, j));
  }

  public Matrix removeRow(int at) {
    return entries(new Shape(rows() - 1, columns()), (i, j) -> entry(i < at ? i : i + 1, j));
  }

  /**
   * This matrix with a column of zeros put in before {@code at}; {@code at = columns()} appends.
   */
  public Matrix insertColumn(int at) {
    return entries(
        new Shape(rows(), columns() + 1),
        (i, j) -> j == at ? Entry.of(0) : entry(i, j < at ? j : j - 1));
  }

  public Matrix removeColumn(int at) {
    return entries(new Shape(rows(), columns() - 1), (i, j) -> entry(i, j < at ? j : j + 1));
  }

  /** A copy of the values, row-major. */
  public double[] toArray() {
    return values.clone();
  }

  public boolean isFinite() {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** The size of its largest finite entry; 0 if there is none. */
  public double largest() {
    double largest = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private int index(int row, int column) {
    if (row < 0 || row >= rows() || column < 0 || column >= columns()) {
      throw new IndexOutOfBoundsException("(" + row + ", " + column + ") of " + shape);
    }
    return row * columns() + column;
  }

  /** Equal shape, equal values bit for bit, equal fractions. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values)
        && fractions.equals(that.fractions);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  /** Rows as columns; fractions stay as they were typed. */
  public Matrix transposed() {
    return entries(shape().transposed(), (i, j) -> entry(j, i));
  }

  /** As NumPy writes it. */
  @Override
  public String toString() {
    return MatrixText.numpy(this);
  }
}
