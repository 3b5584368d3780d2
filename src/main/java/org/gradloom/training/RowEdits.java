package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Input;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.text.InvalidInput;

/** The same network on other rows, or reading something else of them, as pure functions. */
public final class RowEdits {
  private RowEdits() {}

  private static List<Integer> labels(TrainingSetup setup) {
    return setup
        .labels()
        .orElseThrow(() -> new IllegalStateException("These rows have no classes"));
  }

  /** The same network on other data; start weights are drawn anew for other features or classes. */
  public static TrainingSetup on(TrainingSetup setup, PreparedData other) {
    Lesson lesson = setup.lesson();
    LossKind present = lesson.loss().kind();
    boolean alike = other.quantity().isPresent() == setup.quantity().isPresent();
    LossKind kind = alike && other.suits(present) ? present : other.usualLoss();
    boolean fits =
        alike && other.trainX().columns() == setup.inputs() && other.outputs() == setup.outputs();
    List<Layer> layers =
        fits
            ? lesson.layers()
            : SetupEdits.ending(
                drawn(
                    setup,
                    other,
                    alike ? lesson.layers().getLast().activation() : Elementwise.IDENTITY),
                kind);
    TrainingPlan plan =
        setup
            .plan()
            .with(
                besides(other.source(), other.trainFeatures())
                    .withStart(setup.start(), setup.startSeed()))
            .withBatchSize(Math.min(setup.plan().batchSize(), other.train().size()));
    Loss loss = lesson.loss().with(kind, other.trainTarget(kind));
    return of(lesson, other, other.trainX(), layers, loss, plan);
  }

  /**
   * The same rows of which something else is read; weights are drawn anew.
   *
   * @param wanted one a column of X
   * @throws InvalidInput if that is nothing
   * @throws IllegalStateException if it is not known where the rows come from
   */
  public static TrainingSetup withInputs(TrainingSetup setup, List<Input> wanted) {
    if (wanted.isEmpty()) {
      throw new InvalidInput("train.noInput");
    }
    PreparedData data = setup.data().orElseThrow();
    Matrix features = setup.features();
    Optional<DataSource.Inputs> inputs =
        wanted.equals(Input.plain(features.columns()))
            ? Optional.empty()
            : Optional.of(new DataSource.Inputs(wanted, Optional.of(features)));
    PreparedData other = data.withInputs(inputs);
    Lesson lesson = setup.lesson();
    return of(
        lesson,
        other,
        Input.of(other.source().chosen(), features),
        drawn(setup, other, lesson.layers().getLast().activation()),
        lesson.loss(),
        setup.plan().with(setup.source().orElseThrow().withInputs(inputs)));
  }

  /** Start weights drawn anew for what these data bring into the network, and take out of it. */
  private static List<Layer> drawn(TrainingSetup setup, PreparedData data, Activation last) {
    return SetupEdits.layers(
        setup,
        TrainingSetup.sizes(data, setup.hidden()),
        setup.activations(),
        setup.start(),
        setup.startSeed(),
        last);
  }

  /** A setup that is called, written and taught at the rate as a lesson is. */
  private static TrainingSetup of(
      Lesson like, PreparedData data, Matrix x, List<Layer> layers, Loss loss, TrainingPlan plan) {
    return new TrainingSetup(
        new Lesson(
            like.title(),
            like.convention(),
            x,
            layers,
            loss,
            like.learningRate(),
            plan,
            List.of(),
            List.of()),
        Optional.of(data));
  }

  /** One more training row of a class, its features scaled as the others are. */
  public static TrainingSetup withSample(TrainingSetup setup, List<Double> features, int label) {
    List<Integer> labels = new ArrayList<>(labels(setup));
    labels.add(label);
    return onRows(
        setup,
        longer(setup.features(), features),
        TrainingSetup.target(setup.lesson().loss().kind(), labels, setup.outputs()));
  }

  /** One more training row with this number for its target, both scaled as the others are. */
  public static TrainingSetup withPoint(TrainingSetup setup, List<Double> features, double target) {
    Matrix targets = setup.lesson().loss().target().shown();
    return onRows(
        setup,
        longer(setup.features(), features),
        new Target.Targets(longer(targets, List.of(target))));
  }

  private static Matrix longer(Matrix rows, List<Double> last) {
    return Matrix.entries(
        new Shape(rows.rows() + 1, rows.columns()),
        (i, j) -> i < rows.rows() ? rows.entry(i, j) : Entry.of(last.get(j)));
  }

  /**
   * One training row less.
   *
   * @throws InvalidInput if it is the last one
   */
  public static TrainingSetup withoutSample(TrainingSetup setup, int row) {
    if (setup.lesson().samples() == 1) {
      throw new InvalidInput("train.lastSample");
    }
    Target target =
        switch (setup.lesson().loss().target()) {
          case Target.Labels(var all) -> {
            List<Integer> labels = new ArrayList<>(all);
            labels.remove(/* index */ row);
            yield new Target.Labels(labels);
          }
          case Target.Targets(var targets) -> new Target.Targets(targets.removeRow(row));
          case Target.Upstream(var upstream) -> new Target.Upstream(upstream.removeRow(row));
        };
    return onRows(setup, setup.features().removeRow(row), target);
  }

  private static TrainingSetup onRows(TrainingSetup setup, Matrix features, Target target) {
    Lesson lesson = setup.lesson();
    Lesson onRows = lesson.with(setup.read(features), lesson.layers(), lesson.loss().with(target));
    TrainingSetup changed =
        SetupEdits.with(
            new TrainingSetup(onRows, setup.data()),
            setup
                .source()
                .map(source -> setup.plan().with(besides(source, features)))
                .orElseGet(setup::plan));
    return setup.plan().batchSize() > features.rows()
        ? SetupEdits.withBatchSize(changed, features.rows())
        : changed;
  }

  /** A data source with the features that inputs are made of, where inputs are chosen. */
  private static DataSource besides(DataSource source, Matrix features) {
    return source.withInputs(
        source.inputs().map(known -> new DataSource.Inputs(known.chosen(), Optional.of(features))));
  }
}
