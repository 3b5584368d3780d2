package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
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
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks for what the walk computes somewhere. The levels are one term of a sum, a cell, a row and
 * the matrix; where a cell is made at one stroke the first is a cell as well.
 */
sealed interface ValueRecipe extends Recipe
    permits LayerRecipes.OfZ,
        LayerRecipes.OfOneSample,
        LayerRecipes.OfWeights,
        LayerRecipes.OfBias,
        LayerRecipes.OfMean,
        LayerRecipes.OfInputs,
        LayerRecipes.OfStep,
        LayerRecipes.OfOtherConvention,
        NetworkRecipes.OfGate,
        NetworkRecipes.OfTwoLayers,
        NetworkRecipes.OfSoftmax,
        NetworkRecipes.OfLiveLayer {
  /** The matrix that is asked for. */
  Operand asked();

  /** The numbers, or empty where they are no exercise. */
  Optional<Lesson> lesson(Draw draw, DrawnIntegers numbers);

  /** What has to be known beside the numbers. */
  Message say(Draw draw, Lesson lesson, Region region);

  /** The sentence of a drawn kind. */
  static Message saying(Draw draw, Object... arguments) {
    return Message.of("practice.say." + draw.kind().documentName(), arguments);
  }

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
        Stream.concat(given(derivation, section).stream(), addends(section))
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

  private static Stream<Operand> addends(Section section) {
    return section.operation() instanceof Operation.Product(_, _, var addends)
        ? addends.stream().map(Operation.Addend::operand)
        : Stream.of();
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
    Message all = said;
    if (section.operation() instanceof Operation.Product product) {
      for (Operation.Penalty penalty : product.penalties()) {
        all =
            Message.of(
                "practice.say.own." + penalty.rule().documentName(),
                all,
                Numbers.format(penalty.rule().lambda()),
                new MatrixFormula(own).sign(penalty.rule()));
      }
    }
    return all;
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
          case X, MASK, Z, A, P, UPSTREAM, TARGETS, LABELS, DA, DZ, DX, B, DB, B_NEXT, L -> true;
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
}
