package org.gradloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.lesson.WeightInit;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;

/**
 * The same setup with one thing changed, as pure functions. A change that makes other weights
 * necessary draws them anew from the same seed; any other leaves the start weights as they are.
 */
public final class SetupEdits {
  /** More hidden layers than this no picture can show. */
  public static final int MOST_HIDDEN_LAYERS = 8;

  /** More units in a hidden layer than this no picture can show. */
  public static final int MOST_UNITS = 128;

  private SetupEdits() {}

  // ---- the network

  /**
   * Other hidden layers, with weights drawn anew. A layer keeps the activation of the one that had
   * its number; what is added at the end bends as the last one does.
   *
   * @param hidden units of each
   * @throws InvalidInput if that is more than a picture can show
   */
  public static TrainingSetup withHidden(TrainingSetup setup, List<Integer> hidden) {
    List<Elementwise> present = setup.activations();
    Elementwise further = present.isEmpty() ? Elementwise.TANH : present.getLast();
    return withHidden(
        setup,
        hidden,
        IntStream.range(0, hidden.size())
            .mapToObj(l -> l < present.size() ? present.get(l) : further)
            .toList());
  }

  /**
   * One more hidden layer, with weights drawn anew. It is as wide and bends as the one that had its
   * place, or else the last one.
   *
   * @param units of a first one
   * @throws InvalidInput if that is more than a picture can show
   */
  public static TrainingSetup withLayer(TrainingSetup setup, int layer, int units) {
    List<Integer> hidden = new ArrayList<>(setup.hidden());
    List<Elementwise> activations = new ArrayList<>(setup.activations());
    int like = Math.min(layer, hidden.size() - 1);
    int at = Math.min(layer, hidden.size());
    hidden.add(at, like < 0 ? units : hidden.get(like));
    activations.add(at, like < 0 ? Elementwise.TANH : activations.get(like));
    return withHidden(setup, hidden, activations);
  }

  /** One hidden layer less, with weights drawn anew; the others bend as before. */
  public static TrainingSetup withoutLayer(TrainingSetup setup, int layer) {
    List<Integer> hidden = new ArrayList<>(setup.hidden());
    List<Elementwise> activations = new ArrayList<>(setup.activations());
    hidden.remove(/* index */ layer);
    activations.remove(/* index */ layer);
    return withHidden(setup, hidden, activations);
  }

  private static TrainingSetup withHidden(
      TrainingSetup setup, List<Integer> hidden, List<Elementwise> activations) {
    if (hidden.size() > MOST_HIDDEN_LAYERS) {
      throw new InvalidInput("train.tooManyLayers", MOST_HIDDEN_LAYERS);
    }
    for (int units : hidden) {
      if (units < 1 || units > MOST_UNITS) {
        throw new InvalidInput("train.wrongUnits", units, MOST_UNITS);
      }
    }
    return drawn(setup, hidden, activations, setup.start(), setup.startSeed());
  }

  /** Weights drawn from another seed or by another rule. */
  public static TrainingSetup withStart(TrainingSetup setup, WeightInit start, long seed) {
    return drawn(setup, setup.hidden(), setup.activations(), start, seed);
  }

  private static TrainingSetup drawn(
      TrainingSetup setup,
      List<Integer> hidden,
      List<Elementwise> activations,
      WeightInit start,
      long seed) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(setup.inputs());
    sizes.addAll(hidden);
    sizes.add(setup.outputs());
    Activation last = setup.lesson().layers().getLast().activation();
    TrainingSetup drawn = with(setup, layers(setup, sizes, activations, start, seed, last));
    return setup
        .source()
        .map(source -> with(drawn, setup.plan().with(source.withStart(start, seed))))
        .orElse(drawn);
  }

  /**
   * Layers of other sizes that end in an activation, and have biases if the setup's have. What is
   * frozen stays so where there are as many layers as before.
   */
  static List<Layer> layers(
      TrainingSetup setup,
      List<Integer> sizes,
      List<Elementwise> activations,
      WeightInit start,
      long seed,
      Activation last) {
    List<Layer> present = setup.lesson().layers();
    boolean bias = present.getFirst().hasBias();
    List<Layer> drawn = bent(start.layers(sizes, last, last, bias, seed), activations);
    return drawn.size() == present.size()
        ? frozen(
            drawn,
            present.stream()
                .map(layer -> layer.frozen().withB(bias && layer.frozen().b()))
                .toList())
        : drawn;
  }

  private static List<Layer> bent(List<Layer> layers, List<Elementwise> hidden) {
    List<Layer> bent = new ArrayList<>(layers);
    for (int l = 0; l < hidden.size(); l++) {
      bent.set(l, bent.get(l).with(hidden.get(l)));
    }
    return bent;
  }

  /**
   * Another activation of one hidden layer; the start weights stay.
   *
   * @param hidden which one
   */
  public static TrainingSetup withActivation(
      TrainingSetup setup, int hidden, Elementwise activation) {
    List<Layer> layers = new ArrayList<>(setup.lesson().layers());
    layers.set(hidden, layers.get(hidden).with(activation));
    return with(setup, layers);
  }

  /** Another activation of all hidden layers; the start weights stay. */
  public static TrainingSetup withActivation(TrainingSetup setup, Elementwise activation) {
    Lesson lesson = setup.lesson();
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      layers.add(l < lesson.lastLayer() ? layer.with(activation) : layer);
    }
    return with(setup, layers);
  }

  /**
   * Other parameters that no step changes, one for each layer; the start weights stay.
   *
   * @throws InvalidInput if a layer is to freeze a bias that it does not have
   */
  public static TrainingSetup withFrozen(TrainingSetup setup, List<Frozen> frozen) {
    return with(setup, frozen(setup.lesson().layers(), frozen));
  }

  static List<Layer> frozen(List<Layer> layers, List<Frozen> frozen) {
    return IntStream.range(0, layers.size())
        .mapToObj(l -> layers.get(l).with(frozen.get(l)))
        .toList();
  }

  /** The same written in another way. */
  public static TrainingSetup withConvention(TrainingSetup setup, Convention convention) {
    return new TrainingSetup(setup.lesson().withConvention(convention), setup.data());
  }

  private static TrainingSetup with(TrainingSetup setup, List<Layer> layers) {
    Lesson lesson = setup.lesson();
    return new TrainingSetup(lesson.with(lesson.x(), layers, lesson.loss()), setup.data());
  }

  // ---- the plan

  public static TrainingSetup with(TrainingSetup setup, Optimizer optimizer) {
    return with(setup, setup.plan().with(optimizer));
  }

  /**
   * Another mini-batch.
   *
   * @throws InvalidInput if that is less than one row, or more than there are
   */
  public static TrainingSetup withBatchSize(TrainingSetup setup, int rows) {
    if (rows < 1 || rows > setup.lesson().samples()) {
      throw new InvalidInput("train.wrongBatch", rows, setup.lesson().samples());
    }
    return with(setup, setup.plan().withBatchSize(rows));
  }

  public static TrainingSetup withEpochs(TrainingSetup setup, int epochs) {
    return with(setup, setup.plan().withEpochs(epochs));
  }

  static TrainingSetup with(TrainingSetup setup, TrainingPlan plan) {
    Lesson lesson = setup.lesson();
    return new TrainingSetup(
        new Lesson(
            lesson.title(),
            lesson.convention(),
            lesson.x(),
            lesson.layers(),
            lesson.loss(),
            plan.optimizer().learningRate(),
            plan,
            lesson.outline(),
            lesson.scenes(),
            lesson.beats()),
        setup.data());
  }

  // ---- the loss

  /**
   * Another loss over the same rows, which have classes, or numbers that the loss compares too; the
   * last layer gives what the loss takes.
   */
  public static TrainingSetup withLoss(TrainingSetup setup, LossKind kind, Reduction reduction) {
    Lesson lesson = setup.lesson();
    Target target =
        setup
            .labels()
            .map(labels -> TrainingSetup.target(kind, labels, setup.outputs()))
            .orElse(lesson.loss().target());
    Loss loss = lesson.loss().with(kind, target).with(reduction);
    return new TrainingSetup(
        lesson.with(lesson.x(), ending(lesson.layers(), kind), loss), setup.data());
  }

  /**
   * Another penalty on large weights; the form that it has in the document stays.
   *
   * @param lambda λ; none where it is 0
   * @throws InvalidInput if λ is less than 0
   */
  public static TrainingSetup withL2(TrainingSetup setup, double lambda) {
    L2 l2 = setup.lesson().loss().l2().withLambda(lambda);
    return new TrainingSetup(Edits.apply(setup.lesson(), new Edit.SetL2(l2)), setup.data());
  }

  /**
   * Another penalty that draws weights to 0.
   *
   * @param lambda λ₁; none where it is 0
   * @throws InvalidInput if λ₁ is less than 0
   */
  public static TrainingSetup withL1(TrainingSetup setup, double lambda) {
    return new TrainingSetup(
        Edits.apply(setup.lesson(), new Edit.SetL1(new L1(lambda))), setup.data());
  }

  /**
   * Another rate of dropout.
   *
   * @param rate none where it is 0
   * @throws InvalidInput if the rate is not at least 0 and less than 1
   */
  public static TrainingSetup withDropout(TrainingSetup setup, double rate) {
    return with(setup, setup.plan().withDropout(rate));
  }

  static List<Layer> ending(List<Layer> layers, LossKind kind) {
    List<Layer> ending = new ArrayList<>(layers);
    ending.add(outputting(ending.removeLast(), kind));
    return ending;
  }

  /** The last layer with what the loss needs of it: probabilities, or logits. */
  private static Layer outputting(Layer last, LossKind kind) {
    Activation wanted =
        kind.outputs()
            .orElse(kind.repeats(last.activation()) ? Elementwise.IDENTITY : last.activation());
    return last.with(wanted);
  }
}
