package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gradloom.data.DataSet;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.DataSource;
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
import org.gradloom.rule.L2;
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
            Convention.XW,
            data.trainX(),
            start.layers(sizes, activation, Elementwise.IDENTITY, true, FIRST_SEED),
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

  /** Units of the inputs, of each hidden layer, and of the outputs. */
  static List<Integer> sizes(PreparedData data, List<Integer> hidden) {
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

  /** The hidden layers' activation, of the first if they differ; empty if there is none. */
  public Optional<Elementwise> activation() {
    return hidden().isEmpty()
        ? Optional.empty()
        : switch (lesson.layers().getFirst().activation()) {
          case Elementwise one -> Optional.of(one);
          case Rowwise row -> throw new IllegalStateException(row + " in a hidden layer");
        };
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

  /** The same loss over other rows, with these classes. */
  static Loss loss(Loss like, List<Integer> labels, int classes) {
    return loss(like.kind(), like.reduction(), like.l2(), labels, classes);
  }

  /** A loss over rows with these classes. */
  static Loss loss(LossKind kind, Reduction reduction, L2 l2, List<Integer> labels, int classes) {
    Target target =
        switch (kind.forms().getFirst()) {
          case LABELS -> new Target.Labels(labels);
          case TARGETS -> new Target.Targets(oneHot(labels, classes));
          case UPSTREAM -> throw new IllegalArgumentException("A network is trained on classes");
        };
    return new Loss(kind, target, reduction, l2);
  }

  private static Matrix oneHot(List<Integer> labels, int classes) {
    return Matrix.numbers(new Shape(labels.size(), classes), (i, j) -> labels.get(i) == j ? 1 : 0);
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
}
