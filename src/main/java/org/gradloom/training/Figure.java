package org.gradloom.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that says how a run does. Each value here is a row of the Train screen, in this order,
 * and may be drawn as a curve; the bundle of texts names it {@code figure.<id>}.
 */
public enum Figure {
  /** The part of the training rows whose class the network says. */
  TRAIN_ACCURACY(Measure.ACCURACY, Rows.TRAIN),

  /** The part of the test rows whose class the network says. */
  TEST_ACCURACY(Measure.ACCURACY, Rows.TEST),

  /** The usual length of a residual of the training rows. */
  TRAIN_RMSE(Measure.RMSE, Rows.TRAIN),

  /** The usual length of a residual of the test rows. */
  TEST_RMSE(Measure.RMSE, Rows.TEST),

  /** How much better than their mean the training rows are met. */
  TRAIN_R_SQUARED(Measure.R_SQUARED, Rows.TRAIN),

  /** How much better than their mean the test rows are met. */
  TEST_R_SQUARED(Measure.R_SQUARED, Rows.TEST),

  /** The loss over all training rows. */
  TRAIN_LOSS(Measure.LOSS, Rows.TRAIN),

  /** The loss over all test rows. */
  TEST_LOSS(Measure.LOSS, Rows.TEST),

  /** What the outputs have in the loss over all training rows, where the weights have a part. */
  TRAIN_DATA_LOSS(Measure.DATA_LOSS, Rows.TRAIN),

  /** What the outputs have in the loss over all test rows, where the weights have a part. */
  TEST_DATA_LOSS(Measure.DATA_LOSS, Rows.TEST),

  /** What the weights have in the loss over all training rows. */
  TRAIN_PENALTY(Measure.PENALTY, Rows.TRAIN),

  /** What the weights have in the loss over all test rows. */
  TEST_PENALTY(Measure.PENALTY, Rows.TEST);

  private final Measure measure;
  private final Rows rows;

  Figure(Measure measure, Rows rows) {
    this.measure = measure;
    this.rows = rows;
  }

  /** What is measured. The bundle of texts names it {@code measure.<id>}. */
  public enum Measure {
    ACCURACY("accuracy", Kind.PART) {
      @Override
      public boolean isOf(TrainingSetup setup) {
        return setup.labels().isPresent();
      }

      @Override
      OptionalDouble of(Metrics seen) {
        return seen.score().accuracy();
      }
    },

    /** Of residuals; see {@link Score.OfNumbers}. */
    RMSE("rmse", Kind.QUANTITY) {
      @Override
      public boolean isOf(TrainingSetup setup) {
        return setup.quantity().isPresent();
      }

      @Override
      OptionalDouble of(Metrics seen) {
        return seen.score().rmse();
      }
    },

    /** See {@link Score.OfNumbers}. */
    R_SQUARED("r-squared", Kind.NUMBER) {
      @Override
      public boolean isOf(TrainingSetup setup) {
        return setup.quantity().isPresent();
      }

      @Override
      OptionalDouble of(Metrics seen) {
        return seen.score().rSquared();
      }
    },

    LOSS("loss", Kind.NUMBER) {
      @Override
      public boolean isOf(TrainingSetup setup) {
        return true;
      }

      @Override
      OptionalDouble of(Metrics seen) {
        return OptionalDouble.of(seen.loss());
      }
    },

    /** Of the loss, what the outputs have in it. */
    DATA_LOSS("data-loss", Kind.NUMBER) {
      @Override
      public boolean isOf(TrainingSetup setup) {
        return !setup.lesson().loss().penalties().isEmpty();
      }

      @Override
      OptionalDouble of(Metrics seen) {
        return OptionalDouble.of(seen.dataLoss());
      }
    },

    /** Of the loss, what the weights have in it. */
    PENALTY("penalty", Kind.NUMBER) {
      @Override
      public boolean isOf(TrainingSetup setup) {
        return !setup.lesson().loss().penalties().isEmpty();
      }

      @Override
      OptionalDouble of(Metrics seen) {
        return OptionalDouble.of(seen.penalty());
      }
    };

    private final String id;
    private final Kind kind;

    Measure(String id, Kind kind) {
      this.id = id;
      this.kind = kind;
    }

    /** Its name in the bundle of texts and on the screen. */
    public String id() {
      return id;
    }

    public Kind kind() {
      return kind;
    }

    /** True for a part of the loss, which is drawn with it and has no chart of its own. */
    public boolean isPartOfLoss() {
      return this == DATA_LOSS || this == PENALTY;
    }

    /** True if a run of this setup can be measured so. */
    public abstract boolean isOf(TrainingSetup setup);

    abstract OptionalDouble of(Metrics seen);
  }

  /** Which rows are looked at. */
  public enum Rows {
    TRAIN("train") {
      @Override
      boolean areOf(TrainingSetup setup) {
        return true;
      }

      @Override
      Optional<Metrics> of(Basis seen) {
        return Optional.of(seen.train());
      }
    },

    TEST("test") {
      @Override
      boolean areOf(TrainingSetup setup) {
        return setup.test().isPresent();
      }

      @Override
      Optional<Metrics> of(Basis seen) {
        return seen.test();
      }
    };

    private final String id;

    Rows(String id) {
      this.id = id;
    }

    /** Its name on the screen. */
    public String id() {
      return id;
    }

    abstract boolean areOf(TrainingSetup setup);

    abstract Optional<Metrics> of(Basis seen);
  }

  /** What sort of number it is, which says how it is written. */
  public enum Kind {
    /** From 0 to 1, written in percent. */
    PART,
    /** In the unit of what is learned. */
    QUANTITY,
    NUMBER
  }

  /**
   * What figures are computed from.
   *
   * @param train over all training rows
   * @param test over the test rows, if there are any and something is known of them
   */
  record Basis(Metrics train, Optional<Metrics> test) {}

  /** Its name in the bundle of texts and on the screen. */
  public String id() {
    return rows.id() + "-" + measure.id();
  }

  public Measure measure() {
    return measure;
  }

  public Rows rows() {
    return rows;
  }

  /** True if a run of this setup has such a figure; if not, it is not shown. */
  public boolean isOf(TrainingSetup setup) {
    return measure.isOf(setup) && rows.areOf(setup);
  }

  /** Its value at a moment of a run; computed away from trainer and window. */
  private OptionalDouble of(Basis seen) {
    return rows.of(seen).map(measure::of).orElse(OptionalDouble.empty());
  }

  /** The figure of a measure on these rows. */
  public static Figure of(Measure measure, Rows rows) {
    return Arrays.stream(values())
        .filter(figure -> figure.measure == measure && figure.rows == rows)
        .findFirst()
        .orElseThrow();
  }

  /** All figures of a setup that are known. */
  static Map<Figure, Double> all(TrainingSetup setup, Basis seen) {
    Map<Figure, Double> all = new EnumMap<>(Figure.class);
    for (Figure figure : values()) {
      if (figure.isOf(setup)) {
        figure.of(seen).ifPresent(value -> all.put(figure, value));
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
