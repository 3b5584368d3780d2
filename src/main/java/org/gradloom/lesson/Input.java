package org.gradloom.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * One input of a network: a feature, or what is made of one or two of them. Features count from 0
 * here and from 1 in documents, and are taken as standardised where that is wanted.
 */
public sealed interface Input {
  /** A feature as it is. */
  record Plain(int feature) implements Input {}

  /** x². */
  record Square(int feature) implements Input {}

  /** x·y. */
  record Product(int first, int second) implements Input {}

  /** sin πx: one wave over features from −1 to 1, where sin x would be nearly a line. */
  record Sine(int feature) implements Input {}

  /** Derived inputs are offered for so many features at most: with more there are too many. */
  int MOST_DERIVED_FROM = 2;

  /** What is offered for data of so many features: all of them, and for few what they give. */
  static List<Input> offered(int features) {
    Stream<Input> plain = plain(features).stream();
    if (features > MOST_DERIVED_FROM) {
      return plain.toList();
    }
    Stream<Input> squares = IntStream.range(0, features).mapToObj(Square::new);
    Stream<Input> products = features == 2 ? Stream.of(new Product(0, 1)) : Stream.of();
    Stream<Input> sines = IntStream.range(0, features).mapToObj(Sine::new);
    return Stream.of(plain, squares, products, sines).flatMap(all -> all).toList();
  }

  /** Every feature as it is. */
  static List<Input> plain(int features) {
    return IntStream.range(0, features).<Input>mapToObj(Plain::new).toList();
  }

  /** The one that documents write so. */
  static Optional<Input> named(String documentName) {
    return InputName.read(documentName);
  }

  /** As documents write it, such as {@code x1}, {@code x1^2}, {@code x1*x2}, {@code sin(pi*x1)}. */
  default String documentName() {
    return InputName.of(this);
  }

  /** As a reader writes it, with these names of the features. */
  default String named(IntFunction<String> feature) {
    return switch (this) {
      case Plain(int only) -> feature.apply(only);
      case Square(int only) -> feature.apply(only) + "²";
      case Product(int first, int second) -> feature.apply(first) + "·" + feature.apply(second);
      case Sine(int only) -> "sin π" + feature.apply(only);
    };
  }

  /** The last feature that it needs. */
  default int lastFeature() {
    return switch (this) {
      case Plain(int feature) -> feature;
      case Square(int feature) -> feature;
      case Product(int first, int second) -> Math.max(first, second);
      case Sine(int feature) -> feature;
    };
  }

  /** Its value for a row, the same on every machine. */
  default double of(IntToDoubleFunction row) {
    return switch (this) {
      case Plain(int feature) -> row.applyAsDouble(feature);
      case Square(int feature) -> row.applyAsDouble(feature) * row.applyAsDouble(feature);
      case Product(int first, int second) -> row.applyAsDouble(first) * row.applyAsDouble(second);
      case Sine(int feature) -> StrictMath.sin(StrictMath.PI * row.applyAsDouble(feature));
    };
  }

  /**
   * X as the network reads it.
   *
   * @param chosen one a column; none stands for the features as they are
   * @param features N×D
   * @return N×K, K being the number of the chosen
   */
  static Matrix of(List<Input> chosen, Matrix features) {
    return chosen.isEmpty()
        ? features
        : Matrix.numbers(
            new Shape(features.rows(), chosen.size()),
            (k, i) -> chosen.get(i).of(feature -> features.get(k, feature)));
  }
}
