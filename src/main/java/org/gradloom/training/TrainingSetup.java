package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.data.DataSet;
import org.gradloom.data.Truth;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Input;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.InvalidInput;

/**
 * What is trained: a document whose rows are the training rows, whose layers hold the start
 * weights, and whose plan says how; and the data that the rows came from, which knows the test rows
 * and the classes' names. Immutable; {@link SetupEdits} changes it, {@link StepLesson} takes one
 * step out of it.
 *
 * @param data where the rows came from; absent for a document that brings rows of its own
 */
public record TrainingSetup(Lesson lesson, Optional<PreparedData> data) {
  private static final long FIRST_SEED = 42;

  /** A mask belongs to one step of rows that were drawn for it, and training draws its own. */
  public TrainingSetup {
    lesson = lesson.withoutMasks();
  }

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
        && (plan.taken() > 0 || lesson.layers().stream().allMatch(layer -> layer.state() == null))
        && (wanted || plan.data().isPresent());
  }

  /**
   * The setup of a document, its data generated or read again. Of one that was saved trained the
   * weights are start weights: whatever is then changed here starts from them.
   *
   * @throws InvalidInput if the data cannot be had, or do not fit the document
   */
  public static TrainingSetup of(Lesson saved) {
    Lesson lesson = saved.startingOver();
    TrainingPlan plan = lesson.training();
    Optional<PreparedData> data =
        plan == null ? Optional.empty() : plan.data().map(PreparedData::of);
    TrainingSetup setup = new TrainingSetup(lesson, data);
    if (data.isPresent()) {
      require(setup, data.get());
      requireFeatures(setup, data.get().source().chosen(), data.get().train().x().columns());
    }
    return setup;
  }

  /**
   * The same, but where the table is missing that a document names, with the rows that the document
   * holds: nothing is known then of test rows and names. Rows of inputs that stand without their
   * features are not enough.
   *
   * @throws InvalidInput if the data cannot be had otherwise, or do not fit the document
   */
  public static TrainingSetup opened(Lesson saved) {
    TrainingPlan plan = saved.training();
    Optional<DataSource> missing =
        plan == null
            ? Optional.empty()
            : plan.data()
                .filter(PreparedData::isMissing)
                .filter(source -> source.chosen().isEmpty() || source.features().isPresent());
    if (missing.isEmpty()) {
      return of(saved);
    }
    TrainingSetup setup = new TrainingSetup(saved.startingOver(), Optional.empty());
    requireFeatures(setup, missing.get().chosen(), setup.features().columns());
    return setup;
  }

  /** The table that the document names, where it could not be had. */
  public Optional<DataSource.Table> missingTable() {
    return data.isPresent() ? Optional.empty() : source().flatMap(DataSource::table);
  }

  private static void require(TrainingSetup setup, PreparedData data) {
    DataSet train = data.train();
    Loss loss = setup.lesson.loss();
    switch (train.truth()) {
      case Truth.Classes(_, var names) -> {
        if (data.trainX().columns() != setup.inputs() || names.size() != setup.outputs()) {
          throw new InvalidInput(
              "train.dataDoNotFit",
              train.name(),
              data.trainX().columns(),
              names.size(),
              setup.inputs(),
              setup.outputs());
        }
      }
      case Truth.Quantities(var name, _) -> {
        if (data.trainX().columns() != setup.inputs() || setup.outputs() != 1) {
          throw new InvalidInput(
              "train.numbersDoNotFit",
              train.name(),
              data.trainX().columns(),
              setup.inputs(),
              setup.outputs());
        }
        if (!data.suits(loss.kind())) {
          throw new InvalidInput("train.numbersNeedSquares", name, loss.kind().documentName());
        }
      }
    }
  }

  /** X is made of the features that stand beside it, or of those of the data, which are so many. */
  private static void requireFeatures(TrainingSetup setup, List<Input> chosen, int count) {
    if (chosen.isEmpty()) {
      return;
    }
    Matrix features = setup.features();
    Matrix x = setup.lesson.x();
    if (features.columns() != count
        || chosen.stream().anyMatch(input -> input.lastFeature() >= count)
        || features.rows() != x.rows()
        || !Input.of(chosen, features).equals(x)) {
      throw new InvalidInput(
          "train.featuresDoNotFit",
          chosen.stream().map(Input::documentName).collect(Collectors.joining(", ")));
    }
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
            Convention.XW,
            data.trainX(),
            start.layers(sizes, activation, Elementwise.IDENTITY, true, FIRST_SEED),
            new Loss(data.usualLoss(), data.trainTarget(data.usualLoss()), Reduction.MEAN),
            optimizer.learningRate(),
            plan,
            List.of(),
            List.of());
    return new TrainingSetup(lesson, Optional.of(data));
  }

  /** Units of the inputs, of each hidden layer, and of the outputs. */
  static List<Integer> sizes(PreparedData data, List<Integer> hidden) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(data.trainX().columns());
    sizes.addAll(hidden);
    sizes.add(data.outputs());
    return sizes;
  }

  // ---- what it is

  public int inputs() {
    return lesson.features();
  }

  /**
   * The training rows (N×D) before inputs are made of them, scaled where that is wanted: X itself
   * where every feature is read as it is.
   */
  public Matrix features() {
    return source()
        .filter(_ -> !isPlain())
        .flatMap(from -> from.features().or(() -> data.map(PreparedData::trainFeatures)))
        .orElse(lesson.x());
  }

  /** A feature of a row as it is scaled, in the units of the data. */
  public double inOwnUnits(double value, int feature) {
    return data.map(known -> known.inOwnUnits(value, feature)).orElse(value);
  }

  /** A feature of a row in the units of the data, scaled as those of the training rows. */
  public double asRead(double value, int feature) {
    return data.map(known -> known.asRead(value, feature)).orElse(value);
  }

  /** What the network reads of each row, one a column of X. */
  public List<Input> readInputs() {
    return isPlain() ? Input.plain(inputs()) : source().orElseThrow().chosen();
  }

  /** True if the network reads every feature as it is. */
  public boolean isPlain() {
    return source().map(DataSource::chosen).orElse(List.of()).isEmpty();
  }

  /** What the network reads of rows with these features (N×D). */
  Matrix read(Matrix features) {
    return Input.of(source().map(DataSource::chosen).orElse(List.of()), features);
  }

  public int outputs() {
    return lesson.layers().getLast().units();
  }

  /** The units of each hidden layer. */
  public List<Integer> hidden() {
    return lesson.layers().subList(0, lesson.lastLayer()).stream().map(Layer::units).toList();
  }

  /** The activation of each hidden layer. */
  public List<Elementwise> activations() {
    return lesson.layers().subList(0, lesson.lastLayer()).stream()
        .map(layer ->
            switch (layer.activation()) {
              case Elementwise one -> one;
              case Rowwise row -> throw new IllegalStateException(row + " in a hidden layer");
            })
        .toList();
  }

  public WeightInit start() {
    return source().flatMap(from -> from.start().kind()).orElse(WeightInit.GLOROT);
  }

  public long startSeed() {
    return source()
        .map(from -> from.start().seed())
        .orElse(OptionalLong.empty())
        .orElse(FIRST_SEED);
  }

  /** How the data are made again, if they can be. */
  public Optional<DataSource> source() {
    return plan().data();
  }

  /** The class of each training row, if the rows have classes. */
  public Optional<List<Integer>> labels() {
    return switch (lesson.loss().target()) {
      case Target.Labels(var labels) -> Optional.of(labels);
      case Target.Targets(var targets) ->
          data.filter(known -> known.quantity().isEmpty()).map(_ -> classes(targets));
      case Target.Upstream _ -> Optional.empty();
    };
  }

  /** The number that is learned, if the rows have numbers rather than classes. */
  public Optional<Quantity> quantity() {
    if (data.isPresent()) {
      return data.get().quantity();
    }
    return lesson.loss().kind().comparesNumbers()
        ? Optional.of(Quantity.asItIs("y"))
        : Optional.empty();
  }

  private static List<Integer> classes(Matrix oneHot) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < oneHot.rows(); i++) {
      labels.add(Metrics.said(oneHot, i));
    }
    return labels;
  }

  /** What a loss compares outputs with, where rows have these classes. */
  static Target target(LossKind kind, List<Integer> labels, int classes) {
    return switch (kind.forms().getFirst()) {
      case LABELS -> new Target.Labels(labels);
      case TARGETS -> new Target.Targets(oneHot(labels, classes));
      case UPSTREAM -> throw new IllegalArgumentException("A network is trained on classes");
    };
  }

  private static Matrix oneHot(List<Integer> labels, int classes) {
    return Matrix.numbers(new Shape(labels.size(), classes), (i, j) -> labels.get(i) == j ? 1 : 0);
  }

  /** The classes' names; numbers from 1 where they have none. */
  public List<String> classNames() {
    return data.map(PreparedData::train)
        .map(DataSet::truth)
        .map(truth ->
            switch (truth) {
              case Truth.Classes(_, var names) -> names;
              case Truth.Quantities(var name, _) -> List.of(name);
            })
        .orElseGet(() -> IntStream.rangeClosed(1, outputs()).mapToObj(Integer::toString).toList());
  }

  /** The test rows as the network reads them, if there are any. */
  public Optional<Matrix> testX() {
    return data.flatMap(PreparedData::testX);
  }

  public Optional<DataSet> test() {
    return data.flatMap(PreparedData::test);
  }

  /** The class of each test row, if there are such rows and they have classes. */
  Optional<List<Integer>> testLabels() {
    return test()
        .flatMap(rows ->
            switch (rows.truth()) {
              case Truth.Classes(var labels, _) -> Optional.of(labels);
              case Truth.Quantities _ -> Optional.empty();
            });
  }

  /** What a feature was reduced by before the network reads it; 0 where nothing was. */
  double featureMean(int feature) {
    return data.flatMap(PreparedData::scale).map(by -> by.mean().get(0, feature)).orElse(0.0);
  }

  /** What a feature was divided by before the network reads it; 1 where nothing was. */
  double featureDeviation(int feature) {
    return data.flatMap(PreparedData::scale).map(by -> by.deviation().get(0, feature)).orElse(1.0);
  }

  /** What the loss compares the outputs for the test rows with. */
  Optional<Target> testTarget() {
    return data.flatMap(known -> known.testTarget(lesson.loss().kind()));
  }

  /** The part of the line that rows of one feature lie on. */
  public Optional<ResponseCurve.Reach> reach() {
    return features().columns() == 1
        ? Optional.of(ResponseCurve.Reach.around(points()))
        : Optional.empty();
  }

  /** The part of the plane that rows of two features lie in. */
  public Optional<DecisionRegions.Area> area() {
    return features().columns() == 2
        ? Optional.of(DecisionRegions.Area.around(points()))
        : Optional.empty();
  }

  private List<Matrix> points() {
    List<Matrix> points = new ArrayList<>();
    points.add(data.map(PreparedData::trainFeatures).orElseGet(this::features));
    data.flatMap(PreparedData::testFeatures).ifPresent(points::add);
    return points;
  }
}
