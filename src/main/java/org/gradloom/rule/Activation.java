package org.gradloom.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The function that makes A of Z (both N×M) in a layer.
 *
 * <p>Either it looks at one entry at a time, or at a whole row: then it has no slope but a Jacobian
 * matrix for each sample. Whoever explains or draws it has to say which; whoever only computes with
 * arrays need not.
 */
public sealed interface Activation permits Elementwise, Rowwise {
  /** As the document writes it. */
  String documentName();

  /** True if a slope jumps at 0, where a central difference means nothing. */
  boolean hasKink();

  /** True if {@link #backward} looks at z, so that somebody has to keep it beside a. */
  boolean readsInput();

  /** Z becomes A: both N×M, row by row, the first entries of {@code z}, which is modified. */
  void apply(double[] z, int rows, int columns);

  /**
   * dL/dA becomes dL/dZ.
   *
   * @param z Z, N×M row by row; anything where {@link #readsInput} is false
   * @param a A
   * @param d dL/dA, overwritten with dL/dZ
   */
  void backward(double[] z, double[] a, double[] d, int rows, int columns);

  /** Every one, those of single entries first. */
  static List<Activation> all() {
    return Stream.<Activation>concat(Stream.of(Elementwise.values()), Stream.of(Rowwise.values()))
        .toList();
  }

  /** Those that the last layer can have, or any other. */
  static List<Activation> in(boolean lastLayer) {
    return lastLayer ? all() : List.<Activation>of(Elementwise.values());
  }

  static Optional<Activation> named(String documentName) {
    return all().stream().filter(one -> one.documentName().equals(documentName)).findFirst();
  }
}
