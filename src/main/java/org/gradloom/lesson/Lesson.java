package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The document: a network with its numbers, and what is told about it. Immutable, and conformable
 * from the moment it exists.
 *
 * @param title what the window calls it; may be empty
 * @param convention how it is written; no number here depends on it
 * @param x N×D, one row a sample
 * @param layers at least one
 * @param learningRate η of the single update a walk ends with
 * @param training how to train it, or null
 * @param outline what makes it a lesson of the list, or null
 * @param scenes further numbers its beats move to
 * @param beats its narration
 */
public record Lesson(
    String title,
    Convention convention,
    Matrix x,
    List<Layer> layers,
    Loss loss,
    double learningRate,
    @Nullable TrainingPlan training,
    @Nullable Outline outline,
    List<Scene> scenes,
    List<Beat> beats) {

  /**
   * @throws InvalidInput where shapes do not fit, naming both
   */
  public Lesson {
    layers = List.copyOf(layers);
    scenes = List.copyOf(scenes);
    beats = List.copyOf(beats);
    ShapeCheck.check(convention, x, layers, loss);
  }

  /** A document that is no lesson of the list. */
  public Lesson(
      String title,
      Convention convention,
      Matrix x,
      List<Layer> layers,
      Loss loss,
      double learningRate,
      @Nullable TrainingPlan training,
      List<Scene> scenes,
      List<Beat> beats) {
    this(title, convention, x, layers, loss, learningRate, training, null, scenes, beats);
  }

  /** A document of numbers alone, with rows as samples. */
  public Lesson(String title, Matrix x, List<Layer> layers, Loss loss, double learningRate) {
    this(title, Convention.XW, x, layers, loss, learningRate, null, List.of(), List.of());
  }

  public int samples() {
    return x.rows();
  }

  public int features() {
    return x.columns();
  }

  public int lastLayer() {
    return layers.size() - 1;
  }

  /** Products of two numbers in one forward pass: a measure of what it costs to compute. */
  public long products() {
    long products = 0;
    for (Layer layer : layers) {
      products += (long) samples() * layer.inputs() * layer.units();
    }
    return products;
  }

  /** N×M of the last layer's outputs. */
  public Shape outputs() {
    return new Shape(samples(), layers.getLast().units());
  }

  /** How many there are of a dimension. */
  public int size(Dimension dimension) {
    return switch (dimension) {
      case Dimension.One _ -> 1;
      case Dimension.Samples _ -> samples();
      case Dimension.Units(int layer) -> layer < 0 ? features() : layers.get(layer).units();
    };
  }

  public Shape shape(Operand operand) {
    return new Shape(size(operand.rowDimension()), size(operand.columnDimension(lastLayer())));
  }

  /**
   * The one name under which a matrix is computed: A of an identity layer is Z, the input of a
   * later layer is the A before it, dL/dA of an inner layer is the dL/dX of the next, and dL/dZ of
   * an identity layer is its dL/dA.
   */
  public Operand canonical(Operand operand) {
    int l = operand.layer();
    MatrixSymbol symbol = operand.quantity();
    if (symbol == MatrixSymbol.X && l > 0) {
      return canonical(new Operand(l - 1, MatrixSymbol.A));
    }
    if (symbol == MatrixSymbol.A && isIdentity(l)) {
      return new Operand(l, MatrixSymbol.Z);
    }
    if (symbol == MatrixSymbol.DA && l < lastLayer()) {
      return new Operand(l + 1, MatrixSymbol.DX);
    }
    if (symbol == MatrixSymbol.DZ && isIdentity(l)) {
      return canonical(new Operand(l, MatrixSymbol.DA));
    }
    return operand;
  }

  private boolean isIdentity(int layer) {
    return layers.get(layer).isIdentity();
  }

  /** True if this lesson has a matrix of this name. */
  public boolean has(Operand operand) {
    MatrixSymbol symbol = operand.quantity();
    if (symbol.belongsToLoss()) {
      return symbol == MatrixSymbol.P
          ? loss.kind().hasProbabilities()
          : symbol == MatrixSymbol.L || operand.equals(lossInput());
    }
    if (operand.layer() >= layers.size()) {
      return false;
    }
    Layer layer = layers.get(operand.layer());
    return symbol == MatrixSymbol.MASK
        ? layer.mask() != null
        : !symbol.needsBias() || layer.hasBias();
  }

  /**
   * Passes where this lesson has the region's matrix and cells. How many terms a cell has is the
   * walk's to say.
   *
   * @throws InvalidInput naming the region and what this lesson has instead
   */
  public void require(Region region) {
    Optional<InvalidInput> lack = lackOf(region);
    if (lack.isPresent()) {
      throw lack.get();
    }
  }

  private Optional<InvalidInput> lackOf(Region region) {
    Operand operand = region.operand();
    String written = convention.turned(region).toString();
    if (!has(operand)) {
      return Optional.of(
          new InvalidInput(
              operand.layer() > lastLayer() ? "place.layer" : "place.matrix",
              written,
              layers.size()));
    }
    Cell cell =
        switch (region) {
          case Place.OfMatrix _ -> new Cell(0, 0);
          case Region.OfRow(_, int row) -> new Cell(row, 0);
          case Region.OfColumn(_, int column) -> new Cell(0, column);
          case Place.OfCell(_, var named) -> named;
          case Place.OfTerm(_, var named, _) -> named;
        };
    Shape shape = shape(operand);
    if (cell.row() < shape.rows() && cell.column() < shape.columns()) {
      return Optional.empty();
    }
    return Optional.of(
        new InvalidInput(
            "place.cell",
            written,
            operand.toString(),
            convention.listed(operand, shape).toString()));
  }

  /** Without the beats about its own numbers that name a place it does not have any more. */
  Lesson withoutLostBeats() {
    List<Beat> kept =
        beats.stream()
            .filter(beat ->
                beat.scene() != null || beat.regions().allMatch(region -> lackOf(region).isEmpty()))
            .toList();
    return kept.size() == beats.size()
        ? this
        : new Lesson(
            title, convention, x, layers, loss, learningRate, training, outline, scenes, kept);
  }

  /**
   * The matrix of an input operand: X, W, b, a mask, or what the loss compares with.
   *
   * @throws IllegalArgumentException if this lesson has no such input
   */
  public Matrix input(Operand operand) {
    Matrix matrix = null;
    if (operand.equals(lossInput())) {
      matrix = loss.target().shown();
    } else if (operand.equals(new Operand(0, MatrixSymbol.X))) {
      matrix = x;
    } else if (operand.quantity() == MatrixSymbol.W) {
      matrix = layers.get(operand.layer()).w();
    } else if (operand.quantity() == MatrixSymbol.B) {
      matrix = layers.get(operand.layer()).b();
    } else if (operand.quantity() == MatrixSymbol.MASK) {
      matrix = layers.get(operand.layer()).mask();
    }
    if (matrix == null) {
      throw new IllegalArgumentException(operand + " is no input of this lesson");
    }
    return matrix;
  }

  /** The operand that holds what the loss compares the outputs with. */
  public Operand lossInput() {
    return Operand.ofLoss(loss.form().symbol());
  }

  /**
   * The optimizer whose step ends the walk: the training plan's own where the document is a frozen
   * training step, plain SGD with the lesson's rate otherwise.
   */
  public Optimizer optimizer() {
    TrainingPlan plan = training;
    return plan != null && isFrozen(plan) ? plan.optimizer() : new Optimizer.Sgd(learningRate);
  }

  private boolean isFrozen(TrainingPlan plan) {
    return plan.step().isPresent() || layers.stream().anyMatch(layer -> layer.state() != null);
  }

  /** The number of steps taken before the one that ends the walk. */
  public int stepsTaken() {
    // Adam's correction is 1 to the last bit long before an int is full.
    return training == null
        ? 0
        : training.step().orElse((int) Math.min(training.taken(), Integer.MAX_VALUE));
  }

  /** Every input a learner may edit, in reading order. */
  public List<Operand> inputs() {
    List<Operand> inputs = new ArrayList<>();
    inputs.add(new Operand(0, MatrixSymbol.X));
    for (int l = 0; l < layers.size(); l++) {
      inputs.add(new Operand(l, MatrixSymbol.W));
      if (layers.get(l).hasBias()) {
        inputs.add(new Operand(l, MatrixSymbol.B));
      }
      if (layers.get(l).mask() != null) {
        inputs.add(new Operand(l, MatrixSymbol.MASK));
      }
    }
    inputs.add(lossInput());
    return inputs;
  }

  /** The same document with other numbers. */
  public Lesson with(Matrix x, List<Layer> layers, Loss loss) {
    return new Lesson(
        title, convention, x, layers, loss, learningRate, training, outline, scenes, beats);
  }

  /**
   * This document with the numbers that a beat of its speaks of.
   *
   * @return nothing where it has no scene of the beat's
   */
  public Optional<Lesson> in(Beat beat) {
    String name = beat.scene();
    return name == null
        ? Optional.of(this)
        : scene(name)
            .map(scene ->
                with(scene.x(), scene.layers(), scene.loss())
                    .withLearningRate(scene.learningRate()));
  }

  private Optional<Scene> scene(String name) {
    return scenes.stream().filter(scene -> scene.name().equals(name)).findFirst();
  }

  /**
   * With each beat in a scene. Those about the document's own numbers get a scene made of these, so
   * that their numbers are still known when the document's own are edited.
   */
  public Lesson withEveryBeatInAScene() {
    if (beats.stream().allMatch(beat -> beat.scene() != null)) {
      return this;
    }
    String name = "own";
    while (scene(name).isPresent()) {
      name += "'";
    }
    List<Scene> more = new ArrayList<>(scenes);
    more.add(new Scene(name, x, layers, loss, learningRate));
    String own = name;
    List<Beat> placed =
        beats.stream().map(beat -> beat.scene() == null ? beat.in(own) : beat).toList();
    return new Lesson(
        title, convention, x, layers, loss, learningRate, training, outline, more, placed);
  }

  /** True if both compute with the same numbers. */
  public boolean hasNumbersOf(Lesson other) {
    return x.equals(other.x)
        && layers.equals(other.layers)
        && loss.equals(other.loss)
        && learningRate == other.learningRate;
  }

  /** True if the numbers are those of one of the scenes. */
  public boolean hasNumbersOfAScene() {
    return scenes.stream()
        .anyMatch(scene ->
            x.equals(scene.x())
                && layers.equals(scene.layers())
                && loss.equals(scene.loss())
                && learningRate == scene.learningRate());
  }

  public Lesson withLoss(Loss loss) {
    return with(x, layers, loss);
  }

  public Lesson withLayer(int index, Layer layer) {
    List<Layer> changed = new ArrayList<>(layers);
    changed.set(index, layer);
    return with(x, changed, loss);
  }

  /** With the rate of the update that ends the walk, also where the training plan has it. */
  public Lesson withLearningRate(double learningRate) {
    TrainingPlan plan = training;
    TrainingPlan changed =
        plan != null && isFrozen(plan)
            ? plan.with(plan.optimizer().withRate(learningRate))
            : training;
    return new Lesson(
        title, convention, x, layers, loss, learningRate, changed, outline, scenes, beats);
  }

  /** Without the plan of a training, and without what its optimizer remembers. */
  public Lesson withoutTraining() {
    return new Lesson(
        title,
        convention,
        x,
        forgetting(layers),
        loss,
        learningRate,
        null,
        outline,
        scenes.stream()
            .map(scene ->
                new Scene(
                    scene.name(),
                    scene.x(),
                    forgetting(scene.layers()),
                    scene.loss(),
                    scene.learningRate()))
            .toList(),
        beats);
  }

  /** The same numbers with nothing dropped. */
  public Lesson withoutMasks() {
    return layers.stream().allMatch(layer -> layer.mask() == null)
        ? this
        : with(x, layers.stream().map(layer -> layer.withMask(null)).toList(), loss);
  }

  private static List<Layer> forgetting(List<Layer> layers) {
    return layers.stream().map(layer -> layer.withState(null)).toList();
  }

  /** The same numbers with a plan, or another. */
  public Lesson with(TrainingPlan other) {
    return new Lesson(
        title, convention, x, layers, loss, learningRate, other, outline, scenes, beats);
  }

  /** The numbers alone, of which nothing is told or asked. */
  public Lesson withoutBeats() {
    return telling(title, null, List.of(), List.of());
  }

  /** After so many steps of its plan, with the weights they led to and what is remembered. */
  public Lesson trained(List<Layer> reached, long taken) {
    TrainingPlan plan = training;
    if (plan == null) {
      throw new IllegalStateException("No plan to have been trained by");
    }
    return with(x, reached, loss).with(plan.after(taken));
  }

  /** With the weights it has as start weights: nothing taken, and nothing remembered. */
  public Lesson startingOver() {
    TrainingPlan plan = training;
    return plan == null || plan.taken() == 0
        ? this
        : with(x, forgetting(layers), loss).with(plan.after(0));
  }

  public Lesson withTitle(String title) {
    return new Lesson(
        title, convention, x, layers, loss, learningRate, training, outline, scenes, beats);
  }

  /** The same numbers, with what another document tells: title, outline, scenes and beats. */
  public Lesson telling(Lesson other) {
    return telling(other.title, other.outline, other.scenes, other.beats);
  }

  Lesson telling(String title, @Nullable Outline outline, List<Scene> scenes, List<Beat> beats) {
    return new Lesson(
        title, convention, x, layers, loss, learningRate, training, outline, scenes, beats);
  }

  /** The same numbers, written another way. */
  public Lesson withConvention(Convention convention) {
    return new Lesson(
        title, convention, x, layers, loss, learningRate, training, outline, scenes, beats);
  }

  /** The shape of a matrix as documents and answers list it. */
  public Shape listedShape(Operand operand) {
    return convention.listed(operand, shape(operand));
  }

  /** The shape of a matrix as the convention writes it. */
  public Shape writtenShape(Operand operand) {
    return convention.turned(operand, shape(operand));
  }
}
