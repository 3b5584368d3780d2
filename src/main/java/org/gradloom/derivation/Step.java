package org.gradloom.derivation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.engine.Losses;
import org.gradloom.engine.ParameterStep;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Remembered;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/**
 * One place of the walk: the cell of the result that is being made, and the term that has just been
 * added. At a coarser granularity than a term it is the last one of its cell, matrix or phase.
 *
 * @param cover what must not be seen yet
 * @param term from 0
 */
public record Step(
    Trace trace, Cover cover, Granularity granularity, Section section, Cell cell, int term) {

  public Lesson lesson() {
    return trace.lesson();
  }

  public Operand result() {
    return section.result();
  }

  public Operation operation() {
    return section.operation();
  }

  /** The cell as the convention writes the matrix. */
  public Cell writtenCell() {
    return lesson().convention().turned(result(), cell);
  }

  /** How many terms the cell has. */
  public int terms() {
    return section.terms();
  }

  public boolean isLastTerm() {
    return term == section.terms() - 1;
  }

  /** The place this step stands for, as coarse as its granularity. */
  public Place place() {
    return switch (granularity) {
      case TERM -> new Place.OfTerm(result(), cell, term);
      case CELL -> new Place.OfCell(result(), cell);
      case SAMPLE -> isLastTerm() ? new Place.OfMatrix(result()) : termPlace();
      case MATRIX, PHASE -> new Place.OfMatrix(result());
    };
  }

  /** The term as a place, whatever the granularity. */
  public Place.OfTerm termPlace() {
    return new Place.OfTerm(result(), cell, term);
  }

  /** The left operand's line that meets in this cell. */
  public Optional<OperandLine> leftLine() {
    return switch (operation()) {
      case Operation.Product(var left, _, _) ->
          Optional.of(
              new OperandLine(
                  left.operand(), left.turned(lesson().convention()), true, writtenCell().row()));
      case Operation.BatchSum(var summed, boolean ofRows) ->
          ofRows
              ? Optional.of(new OperandLine(summed, true, true, writtenCell().row()))
              : Optional.empty();
      case Operation.RowGradient(var outputs, _, _) ->
          Optional.of(new OperandLine(outputs, false, true, cell.row()));
      case Operation.Probabilities(var logits, var rule) ->
          // Softmax reads all outputs of the sample, σ only the entry itself.
          rule == Probabilities.SOFTMAX
              ? Optional.of(new OperandLine(logits, false, true, cell.row()))
              : Optional.empty();
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          Optional.empty();
    };
  }

  /**
   * The right operand's line that meets in this cell: a column, but where two rows meet in a row's
   * Jacobian.
   */
  public Optional<OperandLine> rightLine() {
    return switch (operation()) {
      case Operation.Product(_, var right, _) ->
          Optional.of(
              new OperandLine(
                  right.operand(),
                  right.turned(lesson().convention()),
                  false,
                  writtenCell().column()));
      case Operation.BatchSum(var summed, boolean ofRows) ->
          ofRows
              ? Optional.empty()
              : Optional.of(new OperandLine(summed, false, false, writtenCell().column()));
      case Operation.RowGradient(_, var upstream, _) ->
          Optional.of(new OperandLine(upstream, false, true, cell.row()));
      case Operation.Probabilities _,
          Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          Optional.empty();
    };
  }

  /** An entry of a matrix that the active term reads, as the matrix itself counts it. */
  public record Read(Operand operand, Cell cell) {}

  /** The entry on the left of the active term, if it has one. */
  public Optional<Read> left() {
    return left(term);
  }

  /** The entry on the right of the active term, if it has one. */
  public Optional<Read> right() {
    return right(term);
  }

  /** The entry on the left of term {@code t}. */
  public Optional<Read> left(int t) {
    return switch (operation()) {
      case Operation.Product _ ->
          isAddend(t)
              ? Optional.empty()
              : leftLine().map(line -> new Read(line.operand(), line.origin(t)));
      case Operation.BatchSum _ -> leftLine().map(line -> new Read(line.operand(), line.origin(t)));
      case Operation.Activate(var input, _, _) -> Optional.of(new Read(input, cell));
      case Operation.ActivationGradient(var upstream, _, _, _) ->
          Optional.of(new Read(upstream, cell));
      case Operation.Probabilities(var logits, _) -> Optional.of(new Read(logits, cell));
      case Operation.RowGradient(var outputs, _, _) -> Optional.of(new Read(outputs, inRow(t)));
      case Operation.LossTotal(var outputs, _) ->
          lossCell(t).map(output -> new Read(outputs, output));
      case Operation.LossGradient(var outputs, _) ->
          isGiven() ? Optional.empty() : Optional.of(new Read(outputs, cell));
      case Operation.Update(var parameter, _) -> Optional.of(new Read(parameter, cell));
      case Operation.Keep(var parameter) -> Optional.of(new Read(parameter, cell));
    };
  }

  /** The entry on the right of term {@code t}; what is added last stands here, too. */
  public Optional<Read> right(int t) {
    return switch (operation()) {
      case Operation.Product product ->
          addend(product, t)
              .map(addend -> new Read(addend.operand(), entryOf(addend)))
              .or(() -> rightLine().map(line -> new Read(line.operand(), line.origin(t))));
      case Operation.RowGradient(_, var upstream, _) -> Optional.of(new Read(upstream, inRow(t)));
      case Operation.BatchSum _ ->
          rightLine().map(line -> new Read(line.operand(), line.origin(t)));
      case Operation.ActivationGradient(_, var input, _, _) -> Optional.of(new Read(input, cell));
      case Operation.LossTotal(_, var compared) ->
          lossCell(t).map(output -> new Read(compared, comparedCell(compared, output)));
      case Operation.LossGradient(_, var compared) ->
          Optional.of(new Read(compared, comparedCell(compared, cell)));
      case Operation.Update(_, var gradient) -> Optional.of(new Read(gradient, cell));
      case Operation.Activate _, Operation.Probabilities _, Operation.Keep _ -> Optional.empty();
    };
  }

  /** What term {@code t} of a product adds after its products; empty for one of these. */
  private Optional<Operation.Addend> addend(Operation.Product product, int t) {
    return t < section.products()
        ? Optional.empty()
        : Optional.of(product.addends().get(t - section.products()));
  }

  private Cell entryOf(Operation.Addend addend) {
    return switch (addend) {
      case Operation.Bias _ -> new Cell(0, cell.column());
      case Operation.Penalty _ -> cell;
    };
  }

  /** The entry of the cell's row that term {@code t} reads; the closing one its own. */
  private Cell inRow(int t) {
    return role(t) == TermRole.CLOSING ? cell : new Cell(cell.row(), t);
  }

  private boolean isGiven() {
    return lesson().lossInput().quantity() == MatrixSymbol.UPSTREAM;
  }

  /** A label stands for its whole row. */
  private static Cell comparedCell(Operand compared, Cell output) {
    return compared.quantity() == MatrixSymbol.LABELS ? new Cell(output.row(), 0) : output;
  }

  /** The output that term {@code t} of L compares; empty for what comes after these terms. */
  private Optional<Cell> lossCell(int t) {
    return role(t) == TermRole.ADDED
        ? Optional.of(Losses.cellOfTerm(lesson().loss(), lesson().outputs(), t))
        : Optional.empty();
  }

  /** What term {@code t} does to the sum of those before it. */
  public TermRole role(int t) {
    boolean last = t == terms() - 1;
    return switch (operation()) {
      case Operation.Product product ->
          switch (addend(product, t).orElse(null)) {
            case null -> TermRole.ADDED;
            case Operation.Bias _ -> TermRole.BIAS;
            case Operation.Penalty _ -> TermRole.PENALTY;
          };
      case Operation.LossTotal _ -> roleInLoss(t);
      case Operation.RowGradient _ when last -> TermRole.CLOSING;
      case Operation.RowGradient _,
          Operation.BatchSum _,
          Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          TermRole.ADDED;
    };
  }

  private TermRole roleInLoss(int t) {
    int ofOutputs = Losses.terms(lesson().loss(), lesson().outputs());
    if (t < ofOutputs) {
      return TermRole.ADDED;
    }
    return t == ofOutputs && lesson().loss().reduction().divides()
        ? TermRole.DIVISION
        : TermRole.PENALTY;
  }

  /**
   * The penalty on weights that term {@code t} brings.
   *
   * @throws IllegalStateException if it brings none
   */
  public WeightPenalty penalty(int t) {
    List<WeightPenalty> penalties = lesson().loss().penalties();
    if (role(t) != TermRole.PENALTY) {
      throw new IllegalStateException("Term " + t + " is no penalty");
    }
    // They are the last terms, of dL/dW and of L.
    return penalties.get(t - terms() + penalties.size());
  }

  /** True if term {@code t} is no product but is added after all of them. */
  public boolean isAddend(int t) {
    return role(t) == TermRole.BIAS || role(t) == TermRole.PENALTY;
  }

  /** What a read entry holds, as it was typed. */
  public Entry entry(Read read) {
    return trace.matrix(read.operand()).entry(read.cell().row(), read.cell().column());
  }

  /** What a read entry holds. */
  public double value(Read read) {
    return trace.matrix(read.operand()).get(read.cell().row(), read.cell().column());
  }

  /**
   * The value that term {@code t} contributes: a product, a bias, a term of the loss, the entry
   * itself where it is made at one stroke or of the sum before, and for a division its divisor.
   */
  public double term(int t) {
    int r = cell.row();
    int c = cell.column();
    return switch (operation()) {
      case Operation.Product _ -> {
        double right = value(right(t).orElseThrow());
        yield switch (role(t)) {
          case BIAS -> right;
          case PENALTY -> penalty(t).gradient(right, lesson().samples());
          case ADDED, DIVISION, CLOSING -> value(left(t).orElseThrow()) * right;
        };
      }
      case Operation.RowGradient(_, _, var activation) -> {
        double a = value(left(t).orElseThrow());
        double dA = value(right(t).orElseThrow());
        yield role(t) == TermRole.CLOSING ? activation.gradient(a, dA, runningSum(t - 1)) : a * dA;
      }
      case Operation.BatchSum(var summed, _) -> value(new Read(summed, new Cell(t, c)));
      case Operation.Activate(var input, var activation, var mask) ->
          masked(activation.value(trace.matrix(input).get(r, c)), mask);
      case Operation.ActivationGradient(var upstream, var input, var activation, var mask) ->
          masked(trace.matrix(upstream).get(r, c), mask)
              * activation.slope(trace.matrix(input).get(r, c));
      case Operation.Probabilities _ -> trace.matrix(result()).get(r, c);
      case Operation.LossTotal _ ->
          switch (role(t)) {
            case ADDED, BIAS, CLOSING -> Losses.term(lesson().loss(), outputs(), t);
            case DIVISION -> lesson().loss().divisor(lesson().outputs());
            case PENALTY -> Losses.penalty(penalty(t), lesson().samples(), lesson().layers());
          };
      case Operation.LossGradient(var outputs, _) ->
          Losses.gradient(lesson().loss(), trace.matrix(outputs), r, c);
      case Operation.Update(var parameter, _) ->
          lesson().optimizer().next(trace.matrix(parameter).get(r, c), direction());
      case Operation.Keep(var parameter) -> trace.matrix(parameter).get(r, c);
    };
  }

  /** The factor of this cell in the mask that dropout has here; empty without one. */
  public Optional<Read> mask() {
    return switch (operation()) {
      case Operation.Activate(_, _, var mask) -> factor(mask);
      case Operation.ActivationGradient(_, _, _, var mask) -> factor(mask);
      case Operation.Sum _,
          Operation.Probabilities _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          Optional.empty();
    };
  }

  private Optional<Read> factor(@Nullable Operand mask) {
    return Optional.ofNullable(mask).map(factors -> new Read(factors, cell));
  }

  private double masked(double value, @Nullable Operand mask) {
    return mask == null ? value : value * value(new Read(mask, cell));
  }

  /**
   * What the learning rate multiplies in an update: the gradient for SGD, the new velocity for
   * momentum, m̂/(√v̂ + ε) for Adam.
   *
   * @throws IllegalStateException if this step is no update
   */
  public double direction() {
    Operation.Update update = update();
    return new ParameterStep(lesson(), update.parameter(), trace.matrix(update.gradient()))
        .direction(cell)
        .orElseThrow();
  }

  /**
   * What the optimizer remembers of the parameters that an update changes.
   *
   * @throws IllegalStateException if this step is no update
   */
  Remembered remembered() {
    Operand parameter = update().parameter();
    return lesson()
        .layers()
        .get(parameter.layer())
        .remembered(parameter.quantity() == MatrixSymbol.B);
  }

  private Operation.Update update() {
    if (operation() instanceof Operation.Update update) {
      return update;
    }
    throw new IllegalStateException(place() + " is no update");
  }

  private Matrix outputs() {
    return trace.matrix(new Operand(lesson().lastLayer(), MatrixSymbol.A));
  }

  /** True if the cell is a sum of several terms, false if it is made at one stroke. */
  public boolean isSum() {
    return operation() instanceof Operation.Sum;
  }

  /** The sum of the terms up to and with the active one, added in the engine's own order. */
  public double runningSum() {
    return runningSum(term);
  }

  /** The sum of the terms up to and with term {@code last}; 0 before the first. */
  public double runningSum(int last) {
    if (!isSum()) {
      return last < 0 ? 0 : term(last);
    }
    double sum = 0;
    for (int t = 0; t <= last; t++) {
      sum =
          switch (role(t)) {
            case ADDED, BIAS, PENALTY -> sum + term(t);
            case DIVISION -> sum / term(t);
            case CLOSING -> term(t);
          };
    }
    return sum;
  }

  /** The operands the active term reads. */
  public List<Read> reads() {
    return reads(term).toList();
  }

  /** The operands that term {@code t} reads. */
  Stream<Read> reads(int t) {
    return Stream.of(left(t), right(t), mask()).flatMap(Optional::stream);
  }

  // ---- what is covered

  /** True if what a read entry holds must not be seen. */
  public boolean hides(Read read) {
    return cover.hides(read.operand(), read.cell());
  }

  /**
   * True if the value that term {@code t} contributes must not be seen: it is covered itself, it is
   * all there is of a covered cell, or it is made from a covered number, which it would give away.
   */
  public boolean hidesTerm(int t) {
    return !cover.isNothing()
        && role(t) != TermRole.DIVISION
        && (cover.hidesTerm(result(), cell, t)
            || (terms() == 1 && cover.hides(result(), cell))
            || reads(t).anyMatch(this::hides)
            || (role(t) == TermRole.CLOSING && hidesSum(t - 1))
            || (role(t) == TermRole.PENALTY
                && result().quantity() == MatrixSymbol.L
                && hidesWeights()));
  }

  private boolean hidesWeights() {
    return IntStream.rangeClosed(0, lesson().lastLayer())
        .anyMatch(l -> cover.hidesSomeOf(new Operand(l, MatrixSymbol.W)));
  }

  /**
   * True if the sum of the terms up to and with {@code last} must not be seen. The whole sum is the
   * cell and hidden with it; a sum on the way there would give away a term.
   */
  public boolean hidesSum(int last) {
    if (cover.isNothing() || last < 0) {
      return false;
    }
    return last == terms() - 1
        ? cover.hides(result(), cell)
        : IntStream.rangeClosed(0, last).anyMatch(this::hidesTerm);
  }

  /** True if not everything may be said about the numbers of the active term. */
  public boolean hidesSomething() {
    return hidesTerm(term) || hidesSum(term);
  }
}
