package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks for what the walk computes somewhere. The levels are one term of a sum, a cell, a row and
 * the matrix; where a cell is made at one stroke the first is a cell as well.
 */
sealed interface ValueRecipe extends Recipe {
  /** The matrix that is asked for. */
  Operand asked();

  /** The numbers, or empty where they are no exercise. */
  Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers);

  /** What has to be known beside the numbers. */
  Message say(Draw draw, Lesson lesson, Region region);

  /** The matrices that are shown, by name; those that the walk makes the asked one of. */
  default List<Operand> given(Derivation derivation, Section section) {
    return section.operation().operands().stream()
        .map(factor -> derivation.lesson().canonical(factor.operand()))
        .distinct()
        .toList();
  }

  /** True if what is asked here can be worked out from what is shown. */
  default boolean isFair(Derivation derivation, Region region) {
    return true;
  }

  @Override
  default Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Optional<Lesson> drawn = lesson(draw, numbers);
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    Lesson lesson = drawn.get();
    Derivation derivation = Derivation.of(lesson);
    Section section = PlainLayer.section(derivation, asked());
    Region region = region(draw.level(), lesson, section, numbers);
    if (!isFair(derivation, region)) {
      return Optional.empty();
    }
    List<Given> given =
        given(derivation, section).stream()
            .map(operand -> PlainLayer.given(derivation, operand))
            .toList();
    Beat.Ask ask = new Beat.Ask(kind(region), region, null, List.of(), List.of(), null, false);
    return Optional.of(
        new Drawn(
            lesson,
            ask,
            question(lesson, region),
            say(draw, lesson, region),
            new Hints(derivation, section, region).of(draw.kind()),
            at(region),
            List.of(region),
            given));
  }

  /**
   * The question about numbers that were not drawn for it.
   *
   * @throws InvalidInput if they have nothing that is asked for here, or are too many
   */
  default Drawn about(Draw draw, Lesson own, DrawnIntegers numbers) {
    Lesson lesson = own.withoutBeats();
    Operand named = lesson.has(asked()) ? lesson.canonical(asked()) : asked();
    Derivation derivation = Derivation.of(lesson);
    Section section =
        derivation.sections().stream()
            .filter(each -> each.result().equals(named) && isAbout(lesson))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInput(
                    "practice.pack.nothing", draw.kind().documentName(), draw.kind().asks()));
    List<Given> given =
        Stream.concat(given(derivation, section).stream(), addend(section).stream())
            .distinct()
            .map(operand -> PlainLayer.given(derivation, operand))
            .toList();
    for (Given each : given) {
      Shape shape = each.numbers().shape();
      if (Math.max(shape.rows(), shape.columns()) > Sizes.LARGEST) {
        throw new InvalidInput(
            "practice.pack.large",
            new Notation(lesson).plain(each.operand()),
            shape.toString(),
            Sizes.LARGEST);
      }
    }
    Region region = region(draw.level(), lesson, section, numbers);
    return new Drawn(
        lesson,
        new Beat.Ask(kind(region), region, null, List.of(), List.of(), null, false),
        question(lesson, region),
        penalized(ownSaying(lesson), lesson, section),
        new Hints(derivation, section, region).of(draw.kind()),
        at(region),
        List.of(region),
        given);
  }

  /** True if numbers of somebody's own have what this kind is about. */
  default boolean isAbout(Lesson own) {
    return true;
  }

  private static List<Operand> addend(Section section) {
    return section.operation() instanceof Operation.Product(_, _, var addend) && addend != null
        ? List.of(addend.operand())
        : List.of();
  }

  /** What must be known of numbers of somebody's own beside those that are shown. */
  default Message ownSaying(Lesson own) {
    int which =
        asked().quantity() == MatrixSymbol.Z
            ? 3
            : switch (own.loss().reduction()) {
              case SUM -> 0;
              case MEAN -> 1;
              case MEAN_ALL -> 2;
            };
    return Message.of(
        "practice.say.own",
        which,
        Formulas.layer(own.convention(), own.layers().getFirst().hasBias()));
  }

  private static Message penalized(Message said, Lesson own, Section section) {
    return section.operation() instanceof Operation.Product(_, _, Operation.Penalty _)
        ? Message.of(
            "practice.say.own.penalty",
            said,
            Numbers.format(own.loss().l2().lambda()),
            new MatrixFormula(own).penaltySign())
        : said;
  }

  /** Off the diagonal of a gradient by weights, where its transpose has another number. */
  private static Cell cell(Operand operand, Shape shape, DrawnIntegers numbers) {
    Cell cell = new Cell(numbers.index(shape.rows()), numbers.index(shape.columns()));
    boolean moves = operand.quantity() == MatrixSymbol.DW && cell.row() == cell.column();
    if (!moves || shape.size() == 1) {
      return cell;
    }
    return shape.rows() > 1
        ? new Cell((cell.row() + 1) % shape.rows(), cell.column())
        : new Cell(cell.row(), (cell.column() + 1) % shape.columns());
  }

  private Region region(int level, Lesson lesson, Section section, DrawnIntegers numbers) {
    Operand operand = section.result();
    Shape shape = section.shape();
    Cell cell = cell(operand, shape, numbers);
    boolean list = operand.quantity().needsBias();
    return switch (level) {
      case 1 ->
          section.operation() instanceof Operation.Product && section.products() > 1
              ? new Place.OfTerm(operand, cell, numbers.index(section.products()))
              : new Place.OfCell(operand, cell);
      case 2 -> new Place.OfCell(operand, cell);
      case 3 -> list ? new Place.OfMatrix(operand) : row(lesson.convention(), operand, cell);
      default -> new Place.OfMatrix(operand);
    };
  }

  /**
   * A sample is a line of its own however it is written; weights are asked for by what is a row.
   */
  private static Region row(Convention convention, Operand operand, Cell cell) {
    boolean ofSamples =
        switch (operand.quantity()) {
          case W, DW, W_NEXT -> false;
          case X, Z, A, P, UPSTREAM, TARGETS, LABELS, DA, DZ, DX, B, DB, B_NEXT, L -> true;
        };
    return ofSamples || !convention.turns(operand)
        ? new Region.OfRow(operand, cell.row())
        : new Region.OfColumn(operand, cell.column());
  }

  private static Answer.Kind kind(Region region) {
    return switch (region) {
      case Place.OfCell _, Place.OfTerm _ -> Answer.Kind.NUMBER;
      case Region.OfRow _, Region.OfColumn _ -> Answer.Kind.ROW;
      case Place.OfMatrix(var operand) ->
          operand.quantity().needsBias() ? Answer.Kind.ROW : Answer.Kind.MATRIX;
    };
  }

  private static Place at(Region region) {
    return switch (region) {
      case Place place -> place;
      case Region.OfRow(var operand, _) -> new Place.OfMatrix(operand);
      case Region.OfColumn(var operand, _) -> new Place.OfMatrix(operand);
    };
  }

  private static Message question(Lesson lesson, Region region) {
    Notation notation = new Notation(lesson);
    String matrix = notation.plain(region.operand());
    return switch (region) {
      case Place.OfCell(var operand, var cell) ->
          Message.of("practice.ask.cell", notation.result(operand, cell));
      case Place.OfTerm(var operand, var cell, int term) ->
          Message.of("practice.ask.term", notation.result(operand, cell), term + 1);
      case Region.OfRow(var operand, int row) ->
          line(!lesson.convention().turns(operand), matrix, row);
      case Region.OfColumn(var operand, int column) ->
          line(lesson.convention().turns(operand), matrix, column);
      case Place.OfMatrix _ -> Message.of("practice.ask.matrix", matrix);
    };
  }

  private static Message line(boolean isRow, String matrix, int index) {
    return Message.of(isRow ? "practice.ask.row" : "practice.ask.column", matrix, index + 1);
  }

  // ---- one layer

  private static Lesson lesson(Convention convention, Matrix x, List<Layer> layers, Loss loss) {
    return new Lesson("", x, layers, loss, PlainLayer.RATE).withConvention(convention);
  }

  private static Message saying(Draw draw, Object... arguments) {
    return Message.of("practice.say." + draw.kind().documentName(), arguments);
  }

  /** Z = XW, from the last level on with a bias. */
  record OfZ() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.Z);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      boolean bias = draw.level() == Draw.HIGHEST;
      return Optional.of(PlainLayer.of(draw, numbers, bias, Elementwise.IDENTITY, Reduction.SUM));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return Message.of(
          lesson.layers().getFirst().hasBias() ? "practice.say.z-bias" : "practice.say.z-cell",
          Formulas.layer(lesson.convention(), lesson.layers().getFirst().hasBias()));
    }
  }

  /** dW of one sample. */
  record OfOneSample() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.samples() == 1;
    }

    @Override
    public Sizes fitting(Sizes sizes) {
      return sizes.withSamples(1);
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw);
    }
  }

  /** dW of a mini-batch. */
  record OfWeights() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw, lesson.samples());
    }
  }

  /** db of a mini-batch. */
  record OfBias() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DB);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers, true, Elementwise.IDENTITY, Reduction.SUM));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw, lesson.samples());
    }
  }

  /** dW where the loss is a sum or a mean over the samples, which is said. */
  record OfMean() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 1
          && own.loss().target() instanceof Target.Upstream
          && own.loss().reduction() != Reduction.MEAN_ALL;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return saying(own);
    }

    private static Message saying(Lesson lesson) {
      return Message.of(
          "practice.say.reduction", lesson.loss().reduction().divides() ? 1 : 0, lesson.samples());
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      boolean mean = numbers.index(3) > 0;
      return Optional.of(
          PlainLayer.of(
              draw, numbers, false, Elementwise.IDENTITY, mean ? Reduction.MEAN : Reduction.SUM));
    }

    /** Not dL/dZ, in which the 1/N stands already. */
    @Override
    public List<Operand> given(Derivation derivation, Section section) {
      return List.of(new Operand(0, MatrixSymbol.X), Operand.ofLoss(MatrixSymbol.UPSTREAM));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(lesson);
    }
  }

  /** dX. */
  record OfInputs() implements ValueRecipe {
    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DX);
    }

    /** One neuron is no sum. */
    @Override
    public Sizes sizes(int level, SplittableRandom random) {
      Sizes drawn = ValueRecipe.super.sizes(level, random);
      return drawn.neurons() > 1 ? drawn : new Sizes(drawn.samples(), drawn.neurons(), 2);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw);
    }
  }

  /** A weight after a step of plain SGD. */
  record OfStep() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.optimizer() instanceof Optimizer.Sgd && !own.layers().getFirst().frozen().w();
    }

    @Override
    public Message ownSaying(Lesson own) {
      return saying(own);
    }

    private static Message saying(Lesson lesson) {
      return Message.of("practice.say.sgd-step", Numbers.format(lesson.learningRate()));
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.W_NEXT);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(PlainLayer.of(draw, numbers));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(lesson);
    }
  }

  /** dZ behind a ReLU. */
  record OfGate() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().getFirst().activation() == Elementwise.RELU;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return Message.of("practice.say.gate");
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DZ);
    }

    /** At 0 a ReLU has no slope that all agree on. */
    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Lesson drawn = PlainLayer.of(draw, numbers, false, Elementwise.RELU, Reduction.SUM);
      return hasKink(drawn) ? Optional.empty() : Optional.of(drawn);
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw);
    }
  }

  private static boolean hasKink(Lesson lesson) {
    Matrix z = Derivation.of(lesson).trace().matrix(new Operand(0, MatrixSymbol.Z));
    for (double value : z.toArray()) {
      if (value == 0) {
        return true;
      }
    }
    return false;
  }

  /** dW as another course writes it. */
  record OfOtherConvention() implements ValueRecipe {
    private static final List<Convention> ALL = List.of(Convention.values());

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Convention other =
          numbers.oneOf(ALL.stream().filter(each -> each != draw.convention()).toList());
      return Optional.of(PlainLayer.of(draw, numbers).withConvention(other));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(
          draw,
          Formulas.layer(draw.convention(), false),
          Formulas.layer(lesson.convention(), false),
          lesson.convention().samplesAreColumns() ? 1 : 0);
    }
  }

  /** The first layer's gradient, behind a ReLU and a second layer. */
  record OfTwoLayers() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 2 && own.layers().getFirst().activation() == Elementwise.RELU;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return Message.of("practice.say.own.two-layers", ValueRecipe.super.ownSaying(own));
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Sizes sizes = draw.sizes();
      int outputs = sizes.neurons() == 2 ? 1 : 2;
      Lesson drawn =
          ValueRecipe.lesson(
              draw.convention(),
              numbers.matrix(sizes.samples(), sizes.features()),
              List.of(
                  new Layer(
                      numbers.matrix(sizes.features(), sizes.neurons()), null, Elementwise.RELU),
                  new Layer(numbers.matrix(sizes.neurons(), outputs), null, Elementwise.IDENTITY)),
              new Loss(
                  LossKind.GIVEN,
                  new Target.Upstream(numbers.matrix(sizes.samples(), outputs)),
                  Reduction.SUM));
      return hasKink(drawn) ? Optional.empty() : Optional.of(drawn);
    }

    /** A unit whose gate is shut for every sample would answer 0 without any work. */
    @Override
    public boolean isFair(Derivation derivation, Region region) {
      Matrix z = derivation.trace().matrix(new Operand(0, MatrixSymbol.Z));
      return region.cells(derivation.lesson().shape(asked())).stream()
          .mapToInt(Cell::column)
          .distinct()
          .allMatch(unit -> isMixed(z, unit));
    }

    private static boolean isMixed(Matrix z, int unit) {
      long open = IntStream.range(0, z.rows()).filter(k -> z.get(k, unit) > 0).count();
      return open > 0 && (open < z.rows() || z.rows() == 1);
    }

    /** All but what lies between: that is worked out on the way. */
    @Override
    public List<Operand> given(Derivation derivation, Section section) {
      return List.of(
          new Operand(0, MatrixSymbol.X),
          new Operand(0, MatrixSymbol.Z),
          new Operand(1, MatrixSymbol.W),
          derivation.lesson().canonical(new Operand(1, MatrixSymbol.DZ)));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw);
    }
  }

  /** dZ of softmax with cross-entropy, for logits whose exponentials are whole numbers. */
  record OfSoftmax() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 1
          && own.loss().kind() == LossKind.SOFTMAX_CROSS_ENTROPY
          && own.loss().target() instanceof Target.Labels;
    }

    @Override
    public Message ownSaying(Lesson own) {
      return Message.of("practice.say.own.softmax", ValueRecipe.super.ownSaying(own));
    }

    /** Softmax of one class is 1, whatever its logit. */
    @Override
    public Sizes fitting(Sizes sizes) {
      return sizes.neurons() > 1 ? sizes : new Sizes(sizes.samples(), sizes.features(), 2);
    }

    @Override
    public Sizes sizes(int level, SplittableRandom random) {
      int samples = level == 1 ? 1 : 2;
      return new Sizes(samples, samples, 3 + (level == Draw.HIGHEST ? 1 : 0));
    }

    @Override
    public Operand asked() {
      return new Operand(0, MatrixSymbol.DZ);
    }

    /** A sample is one row of weights, so that its logits are their logarithms. */
    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      Sizes sizes = draw.sizes();
      int most = numbers.largest() + 2;
      Matrix x =
          Matrix.numbers(
              new Shape(sizes.samples(), sizes.features()),
              (k, i) -> k % sizes.features() == i ? 1 : 0);
      Matrix w =
          Matrix.numbers(
              new Shape(sizes.features(), sizes.neurons()),
              (_, _) -> Math.log(1 + numbers.index(most)));
      List<Integer> labels = new ArrayList<>();
      for (int k = 0; k < sizes.samples(); k++) {
        labels.add(numbers.index(sizes.neurons()));
      }
      return Optional.of(
          ValueRecipe.lesson(
              draw.convention(),
              x,
              List.of(new Layer(w, null, Elementwise.IDENTITY)),
              new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(labels), Reduction.SUM)));
    }

    @Override
    public List<Operand> given(Derivation derivation, Section section) {
      return List.of(new Operand(0, MatrixSymbol.Z), Operand.ofLoss(MatrixSymbol.LABELS));
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw, Formulas.exponentials(lesson));
    }
  }

  /** dW of the second layer of a network that is being trained. */
  record OfLiveLayer() implements ValueRecipe {
    @Override
    public boolean isAbout(Lesson own) {
      return own.layers().size() == 2;
    }

    /** Terms that take away each other lose the digits that are shown. */
    private static final double MOST_CANCELLED = 8;

    @Override
    public Operand asked() {
      return new Operand(1, MatrixSymbol.DW);
    }

    @Override
    public Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers) {
      return Optional.of(LiveLayer.frozen(draw, numbers, PlainLayer.RATE));
    }

    @Override
    public boolean isFair(Derivation derivation, Region region) {
      return LiveLayer.isLegible(derivation, region, MOST_CANCELLED);
    }

    @Override
    public Message say(Draw draw, Lesson lesson, Region region) {
      return saying(draw, lesson.samples(), lesson.stepsTaken());
    }
  }
}
