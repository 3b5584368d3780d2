package org.gradloom.derivation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.text.Message;

/**
 * dL/dW as one card a sample. A card is the outer product of the sample's input and its dL/dz; the
 * cards add up to dL/dW. Row and column of a card are those of dL/dW as the convention writes it:
 * with samples as rows xₖᵀ·dzₖ, else dzₖ·xₖᵀ. A penalty on weights is one more card behind them.
 *
 * <p>The walk makes one cell after the other, so it has come to a cell's entry on a card when the
 * cell's sum has reached the sample; sample by sample it comes to all entries of a card at once.
 */
public final class SampleCards {
  private final Derivation derivation;
  private final Step step;
  private final Operation.Product product;
  private final Shape shape;

  private SampleCards(Derivation derivation, Step step, Operation.Product product) {
    this.derivation = derivation;
    this.step = step;
    this.product = product;
    this.shape = derivation.lesson().writtenShape(step.result());
  }

  /** The cards at a step; none where it makes no gradient of weights. */
  public static Optional<SampleCards> at(Derivation derivation, Step step) {
    return isOfWeights(step) && step.operation() instanceof Operation.Product product
        ? Optional.of(new SampleCards(derivation, step, product))
        : Optional.empty();
  }

  private static boolean isOfWeights(Step step) {
    return switch (step.result().quantity()) {
      case DW -> true;
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, DX, W_NEXT, B_NEXT ->
          false;
    };
  }

  public Step step() {
    return step;
  }

  /** The rows and columns of a card, and of dL/dW as it is written. */
  public Shape shape() {
    return shape;
  }

  /** How many cards there are, with that of the penalty. */
  public int size() {
    return step.terms();
  }

  /** True of the card that no sample deals. */
  public boolean isPenalty(int card) {
    return step.isAddend(card);
  }

  /** The card that the walk has come to. */
  public int current() {
    return step.term();
  }

  /** True while the walk deals card by card. */
  public boolean isDealing() {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.SAMPLE;
  }

  /** The cell that is traced through the cards, as dL/dW is written. */
  public Cell traced() {
    return step.writtenCell();
  }

  /** True while the walk is about one cell of dL/dW. */
  public boolean traces() {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
  }

  /** Whose card it is. */
  public Message title(int card) {
    return isPenalty(card)
        ? switch (step.penalty(card)) {
          case L2 _ -> Message.of("view.cards.penalty");
          case L1 _ -> Message.of("view.cards.penaltyOfSizes");
        }
        : Message.of("view.cards.sample", card + 1);
  }

  /** What a card multiplies, in the colours of its sides where that is TeX. */
  public String outer(int card, FormulaStyle style) {
    if (isPenalty(card)) {
      String weights = new Notation(step.lesson()).plain(step.result().variable()).substring(0, 1);
      return switch (step.penalty(card)) {
        case L2 _ ->
            switch (style) {
              case TEX -> "\\lambda " + weights;
              case PLAIN -> "λ " + weights;
            };
        case L1 _ ->
            switch (style) {
              case TEX -> "\\lambda_{1}\\,\\mathrm{sign}\\," + weights;
              case PLAIN -> "λ₁ sign " + weights;
            };
      };
    }
    return ViewNames.outer(derivation.lesson(), product, card, style);
  }

  /** The number at the left of a card's row: an entry of the column that stands there. */
  public Step.Read left(int card, int row) {
    return toWritten(new Cell(row, 0)).left(card).orElseThrow();
  }

  /** The number above a card's column. */
  public Step.Read right(int card, int column) {
    return toWritten(new Cell(0, column)).right(card).orElseThrow();
  }

  /** A cell of dL/dW as it is written, with all its terms. */
  private Step toWritten(Cell written) {
    return derivation.at(new Place.OfCell(step.result(), inside(written)));
  }

  /** A cell of dL/dW as it is inside. */
  public Cell inside(Cell written) {
    return derivation.lesson().convention().turns(step.result()) ? written.transposed() : written;
  }

  /** What a card holds. */
  public double entry(int card, int row, int column) {
    return toWritten(new Cell(row, column)).term(card);
  }

  /** All that a card holds; 0 for what must not be seen, which no colour may tell. */
  public Matrix entries(int card) {
    double[] values = new double[shape.size()];
    add(card, values);
    return seen(values, (i, j) -> hides(card, i, j));
  }

  /** What the cards add up to as far as the walk has come; 0 for what must not be seen. */
  public Matrix sums() {
    double[] values = new double[shape.size()];
    if (step.granularity() == Granularity.SAMPLE) {
      for (int card = 0; card <= step.term(); card++) {
        add(card, values);
      }
    } else {
      Matrix made = derivation.lesson().convention().turned(step.result(), gradient());
      System.arraycopy(made.toArray(), 0, values, 0, values.length);
    }
    return seen(values, this::hidesSum);
  }

  private Matrix gradient() {
    return derivation.trace().matrix(step.result());
  }

  /** Adds a card to a sum of cards, row by row; of large ones no step may be made for each cell. */
  private void add(int card, double[] sum) {
    boolean penalty = isPenalty(card);
    double[] row =
        IntStream.range(0, penalty ? 0 : shape.columns())
            .mapToDouble(j -> step.value(right(card, j)))
            .toArray();
    for (int i = 0; i < shape.rows(); i++) {
      double left = penalty ? 0 : step.value(left(card, i));
      for (int j = 0; j < shape.columns(); j++) {
        sum[i * shape.columns() + j] += penalty ? entry(card, i, j) : left * row[j];
      }
    }
  }

  private Matrix seen(double[] values, BiPredicate<Integer, Integer> hidden) {
    boolean any = !step.cover().isNothing();
    return Matrix.numbers(
        shape, (i, j) -> any && hidden.test(i, j) ? 0 : values[i * shape.columns() + j]);
  }

  /** True if what a card holds must not be seen. */
  public boolean hides(int card, int row, int column) {
    return toWritten(new Cell(row, column)).hidesTerm(card);
  }

  /** True if the walk has come to an entry of a card. */
  public boolean isReached(int card, int row, int column) {
    return card <= lastReached(row, column);
  }

  /** The last card whose entry the walk has come to; −1 before the first. */
  private int lastReached(int row, int column) {
    return switch (derivation.reach(step, step.result(), inside(new Cell(row, column)))) {
      case NOT_YET -> -1;
      case FORMING -> step.term();
      case KNOWN -> size() - 1;
    };
  }

  /** How far the walk has come with a cell of dL/dW. */
  public ComputedState reach(int row, int column) {
    return derivation.reach(step, step.result(), inside(new Cell(row, column)));
  }

  /** The cards' entries added up as far as the walk has come. */
  public double sum(int row, int column) {
    return toWritten(new Cell(row, column)).runningSum(lastReached(row, column));
  }

  /** True if that sum must not be seen. */
  public boolean hidesSum(int row, int column) {
    return toWritten(new Cell(row, column)).hidesSum(Math.max(0, lastReached(row, column)));
  }

  /** Says of which samples a card adds 0 to the traced cell because a factor of theirs is 0. */
  public Optional<Message> silence() {
    List<Integer> silent = traces() ? silent() : List.of();
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "view.cards.silent",
                silent.size(),
                silent.stream()
                    .map(card -> Integer.toString(card + 1))
                    .collect(Collectors.joining(", "))));
  }

  /** The samples whose card adds 0 to the traced cell because a factor of theirs is 0. */
  public List<Integer> silent() {
    Step traced = toWritten(traced());
    return IntStream.rangeClosed(0, current())
        .filter(card -> !isPenalty(card) && !traced.hidesTerm(card))
        .filter(card -> traced.reads(card).anyMatch(read -> traced.value(read) == 0))
        .boxed()
        .toList();
  }
}
