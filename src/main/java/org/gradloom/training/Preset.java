package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradloom.data.Generator;
import org.gradloom.data.NoisyFunction;
import org.gradloom.data.SampleGenerator;
import org.gradloom.data.ShippedData;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Optimizer;

/** A setup that is ready to train, made to show one thing. */
public enum Preset {
  /** What a small network can do. */
  SPIRALS("spirals") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(Generator.TWO_SPIRALS)),
          List.of(8, 8),
          Elementwise.TANH,
          WeightInit.GLOROT,
          new Optimizer.Adam(0.03),
          10,
          400);
    }
  },

  /** No line separates the classes, so a network without a hidden layer stays at half right. */
  XOR("xor") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(Generator.XOR)),
          List.of(),
          Elementwise.TANH,
          WeightInit.GLOROT,
          new Optimizer.Sgd(0.1),
          10,
          200);
    }
  },

  /** A unit that answers 0 to every sample: its gradient is 0, so it never comes back. */
  DEAD_RELU("dead-relu") {
    @Override
    public TrainingSetup setup() {
      TrainingSetup alive =
          TrainingSetup.of(
              PreparedData.of(generated(Generator.MOONS)),
              List.of(6),
              Elementwise.RELU,
              WeightInit.HE,
              new Optimizer.Sgd(0.1),
              10,
              200);
      return withFirstLayer(alive, b -> b.with(0, 1, Entry.of(-10)).with(0, 4, Entry.of(-10)));
    }
  },

  /** Every sigmoid layer passes a quarter of the gradient on at most. */
  VANISHING_SIGMOID("vanishing-sigmoid") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(Generator.CIRCLES)),
          List.of(6, 6, 6, 6, 6),
          Elementwise.SIGMOID,
          WeightInit.GLOROT,
          new Optimizer.Sgd(0.1),
          10,
          200);
    }
  },

  /** Sixteen squares: one layer draws lines, a second puts them together. */
  CHECKERBOARD("checkerboard") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(Generator.CHECKERBOARD)),
          List.of(16, 16),
          Elementwise.RELU,
          WeightInit.HE,
          new Optimizer.Adam(0.01),
          10,
          400);
    }
  },

  /** A boundary that is a curve: a few units follow it piece by piece. */
  ABOVE_CURVE("above-curve") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(Generator.ABOVE_CURVE)),
          List.of(4),
          Elementwise.TANH,
          WeightInit.GLOROT,
          new Optimizer.Adam(0.03),
          10,
          200);
    }
  },

  /** Four measurements of a flower and three kinds. */
  IRIS("iris") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(shipped(ShippedData.IRIS, true)),
          List.of(8),
          Elementwise.TANH,
          WeightInit.GLOROT,
          new Optimizer.Adam(0.01),
          10,
          100);
    }
  },

  /** Pictures of 8×8 pixels. */
  DIGITS("digits") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(shipped(ShippedData.DIGITS, false)),
          List.of(32),
          Elementwise.RELU,
          WeightInit.HE,
          new Optimizer.Adam(0.003),
          32,
          60);
    }
  },

  /** One weight and one bias are a slope and an intercept. */
  LINE("line") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(NoisyFunction.LINE)),
          List.of(),
          Elementwise.TANH,
          WeightInit.GLOROT,
          new Optimizer.Sgd(0.05),
          8,
          20);
    }
  },

  /** Each hidden unit bends once. */
  SINE("sine") {
    @Override
    public TrainingSetup setup() {
      return TrainingSetup.of(
          PreparedData.of(generated(NoisyFunction.SINE)),
          List.of(8),
          Elementwise.TANH,
          WeightInit.GLOROT,
          new Optimizer.Adam(0.03),
          16,
          400);
    }
  };

  private static final DataSource.TestRows USUAL_TEST_ROWS =
      new DataSource.TestRows(OptionalDouble.of(0.2), OptionalLong.of(1));

  private final String id;

  Preset(String id) {
    this.id = id;
  }

  /** The one with this name. */
  public static Optional<Preset> of(String id) {
    return Stream.of(values()).filter(preset -> preset.id.equals(id)).findFirst();
  }

  /** Its name in the bundle of texts. */
  public String id() {
    return id;
  }

  /** The setup; its data are generated or read, which takes a moment. */
  public abstract TrainingSetup setup();

  /** A generated data set as it is offered first. */
  public static DataSource generated(SampleGenerator generator) {
    return new DataSource(
        new DataSource.Named(
            generator.documentName(),
            OptionalInt.of(generator.usualSamples()),
            OptionalDouble.of(generator.usualNoise()),
            OptionalLong.of(1)),
        USUAL_TEST_ROWS,
        false);
  }

  /** A data set that comes with the app, as it is offered first. */
  public static DataSource shipped(ShippedData data, boolean standardized) {
    return new DataSource(new DataSource.Named(data.documentName()), USUAL_TEST_ROWS, standardized);
  }

  /** A table of the user's, as it is offered first. */
  public static DataSource table(DataSource.Table table) {
    return new DataSource(table, USUAL_TEST_ROWS, true);
  }

  /** A first setup on a table of the user's. */
  public static TrainingSetup onTable(PreparedData table) {
    return TrainingSetup.of(
        table, List.of(8), Elementwise.TANH, WeightInit.GLOROT, new Optimizer.Adam(0.01), 10, 100);
  }

  private static TrainingSetup withFirstLayer(TrainingSetup setup, UnaryOperator<Matrix> biases) {
    List<Layer> layers = new ArrayList<>(setup.lesson().layers());
    Layer first = layers.getFirst();
    Matrix b = first.b();
    if (b != null) {
      layers.set(0, first.withB(biases.apply(b)));
    }
    return new TrainingSetup(
        setup.lesson().with(setup.lesson().x(), layers, setup.lesson().loss()), setup.data());
  }
}
