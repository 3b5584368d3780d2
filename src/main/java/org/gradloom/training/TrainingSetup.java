package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gradloom.data.DataSet;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;

/**
 * What is trained: a document whose rows are the training rows, whose layers hold the start
 * weights, and whose plan says how; and the data that the rows came from, which knows the test rows
 * and the classes' names. Immutable. A change that makes other weights necessary draws them anew
 * from the same seed.
 *
 * @param data where the rows came from; absent for a document that brings rows of its own
 */
public record TrainingSetup(Lesson lesson, Optional<PreparedData> data) {
  /** More hidden layers than this no picture can show. */
  public static final int MOST_HIDDEN_LAYERS = 8;

  /** More units in a hidden layer than this no picture can show. */
  public static final int MOST_UNITS = 128;

  private static final long FIRST_SEED = 42;

  /** The plan by which the document is trained. */
  public TrainingPlan plan() {
    TrainingPlan plan = lesson.training();
    if (plan == null) {
      throw new IllegalStateException("A setup has a plan");
    }
    return plan;
  }

  /**
   * True if a document is a setup to train rather than a lesson to walk: it has a plan, and is no
   * frozen step.
   *
   * @param wanted whether a document that names no data set counts too
   */
  public static boolean isOne(Lesson lesson, boolean wanted) {
    TrainingPlan plan = lesson.training();
    return plan != null
        && plan.step().isEmpty()
        && lesson.layers().stream().allMatch(layer -> layer.state() == null)
        && (wanted || plan.data().isPresent());
  }

  /**
   * The setup of a document, its data generated or read again.
   *
   * @throws InvalidInput if the data cannot be had, or do not fit the document
   */
  public static TrainingSetup of(Lesson lesson) {
    TrainingPlan plan = lesson.training();
    Optional<PreparedData> data =
        plan == null ? Optional.empty() : plan.data().map(PreparedData::of);
    TrainingSetup setup = new TrainingSetup(lesson, data);
    if (data.isPresent()) {
      DataSet train = data.get().train();
      if (train.x().columns() != setup.inputs() || train.classes().size() != setup.outputs()) {
        throw new InvalidInput(
            "train.dataDoNotFit",
            train.name(),
            train.x().columns(),
            train.classes().size(),
            setup.inputs(),
            setup.outputs());
      }
    }
    return setup;
  }

  /**
   * A setup on new data.
   *
   * @param hidden units of each hidden layer
   */
  public static TrainingSetup of(
      PreparedData data,
      List<Integer> hidden,
      Activation activation,
      WeightInit start,
      Optimizer optimizer,
      int batchSize,
      int epochs) {
    DataSource source = data.source().withStart(start, FIRST_SEED);
    TrainingPlan plan =
        new TrainingPlan(
            optimizer,
            Math.min(batchSize, data.train().size()),
            epochs,
            true,
            OptionalLong.of(FIRST_SEED),
            Optional.of(source),
            OptionalInt.empty());
    List<Integer> sizes = sizes(data, hidden);
    Lesson lesson =
        new Lesson(
            "",
            data.trainX(),
            start.layers(sizes, activation, Activation.IDENTITY, true, FIRST_SEED),
            new Loss(
                LossKind.SOFTMAX_CROSS_ENTROPY,
                new Target.Labels(data.train().labels()),
                Reduction.MEAN),
            optimizer.learningRate(),
            plan,
            List.of(),
            List.of());
    return new TrainingSetup(lesson, Optional.of(data));
  }

  private static List<Integer> sizes(PreparedData data, List<Integer> hidden) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(data.train().x().columns());
    sizes.addAll(hidden);
    sizes.add(data.train().classes().size());
    return sizes;
  }

  // ---- what it is

  public int inputs() {
    return lesson.features();
  }

  public int outputs() {
    return lesson.layers().getLast().units();
  }

  /** The units of each hidden layer. */
  public List<Integer> hidden() {
    return lesson.layers().subList(0, lesson.lastLayer()).stream().map(Layer::units).toList();
  }

  /**
   * The hidden layers' activation, of the first if they differ; the last one's if there is none.
   */
  public Activation activation() {
    return lesson.layers().getFirst().activation();
  }

  public WeightInit start() {
    return source().flatMap(DataSource::start).orElse(WeightInit.GLOROT);
  }

  public long startSeed() {
    return source().map(DataSource::startSeed).orElse(OptionalLong.empty()).orElse(FIRST_SEED);
  }

  private Optional<DataSource> source() {
    return plan().data();
  }

  /** The class of each training row, if the rows have classes. */
  public Optional<List<Integer>> labels() {
    return switch (lesson.loss().target()) {
      case Target.Labels(var labels) -> Optional.of(labels);
      case Target.Targets(var targets) -> data.map(_ -> classes(targets));
      case Target.Upstream _ -> Optional.empty();
    };
  }

  private static List<Integer> classes(Matrix oneHot) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < oneHot.rows(); i++) {
      labels.add(Metrics.said(oneHot, i));
    }
    return labels;
  }

  /** The classes' names; numbers from 1 where they have none. */
  public List<String> classNames() {
    return data.map(known -> known.train().classes())
        .orElseGet(() -> IntStream.rangeClosed(1, outputs()).mapToObj(Integer::toString).toList());
  }

  /** The test rows as the network reads them, if there are any. */
  public Optional<Matrix> testX() {
    return data.flatMap(PreparedData::testX);
  }

  public Optional<DataSet> test() {
    return data.flatMap(PreparedData::test);
  }

  /** The part of the plane that the rows of a network of two inputs lie in. */
  public Optional<DecisionRegions.Area> area() {
    if (inputs() != 2) {
      return Optional.empty();
    }
    List<Matrix> points = new ArrayList<>();
    points.add(data.map(PreparedData::trainX).orElse(lesson.x()));
    testX().ifPresent(points::add);
    return Optional.of(DecisionRegions.Area.around(points));
  }

  // ---- the same setup with one thing changed

  private TrainingSetup with(List<Layer> layers) {
    return new TrainingSetup(lesson.with(lesson.x(), layers, lesson.loss()), data);
  }

  private TrainingSetup with(TrainingPlan plan) {
    return new TrainingSetup(
        new Lesson(
            lesson.title(),
            lesson.x(),
            lesson.layers(),
            lesson.loss(),
            plan.optimizer().learningRate(),
            plan,
            lesson.scenes(),
            lesson.beats()),
        data);
  }

  /** Other hidden layers, with weights drawn anew. */
  public TrainingSetup withHidden(List<Integer> hidden) {
    if (hidden.size() > MOST_HIDDEN_LAYERS) {
      throw new InvalidInput("train.tooManyLayers", MOST_HIDDEN_LAYERS);
    }
    for (int units : hidden) {
      if (units < 1 || units > MOST_UNITS) {
        throw new InvalidInput("train.wrongUnits", units, MOST_UNITS);
      }
    }
    return drawn(hidden, activation(hidden), start(), startSeed());
  }

  /** A network that had no hidden layer gets the usual activation with its first one. */
  private Activation activation(List<Integer> hidden) {
    return hidden().isEmpty() && !hidden.isEmpty() ? Activation.TANH : activation();
  }

  /** Weights drawn from another seed or by another rule. */
  public TrainingSetup withStart(WeightInit start, long seed) {
    return drawn(hidden(), activation(), start, seed);
  }

  private TrainingSetup drawn(
      List<Integer> hidden, Activation activation, WeightInit start, long seed) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(inputs());
    sizes.addAll(hidden);
    sizes.add(outputs());
    TrainingSetup drawn =
        with(
            start.layers(
                sizes,
                activation,
                lesson.layers().getLast().activation(),
                lesson.layers().getFirst().hasBias(),
                seed));
    return source()
        .map(source -> drawn.with(plan().with(source.withStart(start, seed))))
        .orElse(drawn);
  }

  /** Another activation of the hidden layers; the start weights stay. */
  public TrainingSetup withActivation(Activation activation) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      layers.add(l < lesson.lastLayer() ? new Layer(layer.w(), layer.b(), activation) : layer);
    }
    return with(layers);
  }

  public TrainingSetup with(Optimizer optimizer) {
    return with(plan().with(optimizer));
  }

  /**
   * Another mini-batch.
   *
   * @throws InvalidInput if that is less than one row
   */
  public TrainingSetup withBatchSize(int rows) {
    if (rows < 1 || rows > lesson.samples()) {
      throw new InvalidInput("train.wrongBatch", rows, lesson.samples());
    }
    return with(plan().withBatchSize(rows));
  }

  public TrainingSetup withEpochs(int epochs) {
    return with(plan().withEpochs(epochs));
  }

  /** Another loss over the same rows. */
  public TrainingSetup withLoss(LossKind kind, Reduction reduction) {
    List<Integer> labels =
        labels().orElseThrow(() -> new IllegalStateException("These rows have no classes"));
    return new TrainingSetup(lesson.withLoss(loss(kind, reduction, labels, outputs())), data);
  }

  /** A loss over rows with these classes. */
  static Loss loss(LossKind kind, Reduction reduction, List<Integer> labels, int classes) {
    Target target =
        switch (kind.form()) {
          case LABELS -> new Target.Labels(labels);
          case TARGETS -> new Target.Targets(oneHot(labels, classes));
          case UPSTREAM -> throw new IllegalArgumentException("A network is trained on classes");
        };
    return new Loss(kind, target, reduction);
  }

  private static Matrix oneHot(List<Integer> labels, int classes) {
    return Matrix.numbers(new Shape(labels.size(), classes), (i, j) -> labels.get(i) == j ? 1 : 0);
  }

  /** The same network on other data; start weights are drawn anew for other features or classes. */
  public TrainingSetup on(PreparedData other) {
    WeightInit start = start();
    long seed = startSeed();
    LossKind kind =
        lesson.loss().kind().isLearnt() ? lesson.loss().kind() : LossKind.SOFTMAX_CROSS_ENTROPY;
    boolean fits =
        other.train().x().columns() == inputs() && other.train().classes().size() == outputs();
    List<Layer> layers =
        fits
            ? lesson.layers()
            : start.layers(
                sizes(other, hidden()),
                activation(),
                lesson.layers().getLast().activation(),
                lesson.layers().getFirst().hasBias(),
                seed);
    TrainingPlan plan =
        plan()
            .with(other.source().withStart(start, seed))
            .withBatchSize(Math.min(plan().batchSize(), other.train().size()));
    return new TrainingSetup(
        new Lesson(
            lesson.title(),
            other.trainX(),
            layers,
            loss(
                kind,
                lesson.loss().reduction(),
                other.train().labels(),
                other.train().classes().size()),
            lesson.learningRate(),
            plan,
            List.of(),
            List.of()),
        Optional.of(other));
  }

  /** One more training row, in the network's own units. */
  public TrainingSetup withSample(List<Double> features, int label) {
    Matrix x = lesson.x();
    Matrix longer =
        Matrix.entries(
            new Shape(x.rows() + 1, x.columns()),
            (i, j) -> i < x.rows() ? x.entry(i, j) : Entry.of(features.get(j)));
    List<Integer> labels = new ArrayList<>(labels().orElseThrow());
    labels.add(label);
    return onRows(longer, labels);
  }

  /**
   * One training row less.
   *
   * @throws InvalidInput if it is the last one
   */
  public TrainingSetup withoutSample(int row) {
    if (lesson.samples() == 1) {
      throw new InvalidInput("train.lastSample");
    }
    List<Integer> labels = new ArrayList<>(labels().orElseThrow());
    labels.remove(/* index */ row);
    return onRows(lesson.x().removeRow(row), labels);
  }

  private TrainingSetup onRows(Matrix x, List<Integer> labels) {
    Loss loss = loss(lesson.loss().kind(), lesson.loss().reduction(), labels, outputs());
    TrainingSetup changed = new TrainingSetup(lesson.with(x, lesson.layers(), loss), data);
    return plan().batchSize() > x.rows() ? changed.withBatchSize(x.rows()) : changed;
  }

  // ---- a frozen step

  /**
   * One step as a document of its own.
   *
   * @param layers the weights before the step, with the optimizer's memory
   * @param batch the rows of its mini-batch
   * @param steps how many were taken before
   */
  Lesson frozen(List<Layer> layers, List<Integer> batch, long steps) {
    // Adam's correction is 1 to the last bit long before this.
    int taken = (int) Math.min(steps, Integer.MAX_VALUE);
    return new Lesson(
        lesson.title(),
        rows(lesson.x(), batch),
        layers,
        rows(lesson.loss(), batch),
        plan().optimizer().learningRate(),
        plan().frozen(batch.size(), taken),
        List.of(),
        List.of());
  }

  private static Loss rows(Loss loss, List<Integer> batch) {
    return loss.with(
        switch (loss.target()) {
          case Target.Upstream(var upstream) -> new Target.Upstream(rows(upstream, batch));
          case Target.Targets(var targets) -> new Target.Targets(rows(targets, batch));
          case Target.Labels(var labels) ->
              new Target.Labels(batch.stream().map(labels::get).toList());
        });
  }

  private static Matrix rows(Matrix matrix, List<Integer> batch) {
    return Matrix.numbers(
        new Shape(batch.size(), matrix.columns()), (i, j) -> matrix.get(batch.get(i), j));
  }
}
