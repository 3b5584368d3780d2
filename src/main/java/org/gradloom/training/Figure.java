package org.gradloom.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.engine.Trace;

/**
 * A number that says how a run does. Each value here is a row of the Train screen, in this order,
 * and may be drawn as a curve; the bundle of texts names it {@code figure.<id>}.
 */
public enum Figure {
  /** The part of the training rows whose class the network says. */
  TRAIN_ACCURACY("train-accuracy", Kind.PART) {
    @Override
    public boolean isOf(TrainingSetup setup) {
      return setup.labels().isPresent();
    }

    @Override
    OptionalDouble of(Basis seen) {
      return seen.train().accuracy();
    }
  },

  /** The part of the test rows whose class the network says. */
  TEST_ACCURACY("test-accuracy", Kind.PART) {
    @Override
    public boolean isOf(TrainingSetup setup) {
      return setup.test().isPresent();
    }

    @Override
    OptionalDouble of(Basis seen) {
      return seen.test().map(Metrics::accuracy).orElse(OptionalDouble.empty());
    }
  },

  /** The loss over all training rows. */
  TRAIN_LOSS("train-loss", Kind.NUMBER) {
    @Override
    OptionalDouble of(Basis seen) {
      return OptionalDouble.of(seen.train().loss());
    }
  },

  /** The loss over all test rows. */
  TEST_LOSS("test-loss", Kind.NUMBER) {
    @Override
    public boolean isOf(TrainingSetup setup) {
      return setup.test().isPresent();
    }

    @Override
    OptionalDouble of(Basis seen) {
      return seen.test().map(test -> OptionalDouble.of(test.loss())).orElse(OptionalDouble.empty());
    }
  };

  private final String id;
  private final Kind kind;

  Figure(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** What sort of number it is, which says how it is written. */
  public enum Kind {
    /** From 0 to 1, written in percent. */
    PART,
    NUMBER
  }

  /**
   * What figures are computed from.
   *
   * @param trace of the next mini-batch: W, activations and gradients of each layer
   * @param train over all training rows
   * @param test over the test rows, if there are any and they have classes
   */
  record Basis(Trace trace, Metrics train, Optional<Metrics> test) {}

  /** Its name in the bundle of texts and on the screen. */
  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** True if a run of this setup has such a figure; if not, it has no row. */
  public boolean isOf(TrainingSetup setup) {
    return true;
  }

  /** Its value at a moment of a run; computed away from trainer and window. */
  abstract OptionalDouble of(Basis seen);

  /** All figures that are known. */
  static Map<Figure, Double> all(Basis seen) {
    Map<Figure, Double> all = new EnumMap<>(Figure.class);
    for (Figure figure : values()) {
      figure.of(seen).ifPresent(value -> all.put(figure, value));
    }
    return Collections.unmodifiableMap(all);
  }
}
