package org.gradloom.staging;

import java.util.Optional;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Cover;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;

/**
 * What stands in the cells of one matrix on the stage at one step, and which of them the step
 * lights. Rows and columns are those that are drawn.
 */
public final class StageNumbers {
  private final Derivation derivation;
  private final Step step;
  private final StageSlot seat;
  private final Shown shown;
  private final Operand canonical;
  private final Matrix matrix;
  private final int lastTermShown;
  private final int digits;
  private final Optional<OperandLine> line;
  private final Optional<Step.Read> read;
  private final boolean linesAreLit;

  /**
   * A matrix at a step.
   *
   * @param lastTermShown the last term that the running sum shows; one less than the step's while
   *     its product is still on the way
   * @param digits how many significant digits a computed number shows
   */
  public StageNumbers(
      Derivation derivation, Step step, StagePicture.Placed placed, int lastTermShown, int digits) {
    this.derivation = derivation;
    this.step = step;
    this.seat = placed.seat();
    this.shown = placed.shown();
    this.lastTermShown = lastTermShown;
    this.digits = digits;
    Lesson lesson = derivation.lesson();
    this.canonical = lesson.canonical(shown.operand());
    this.matrix = derivation.trace().matrix(shown.operand());
    this.linesAreLit =
        step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
    this.line =
        switch (seat) {
          case LEFT, LEFT_ORIGIN -> step.leftLine();
          case RIGHT, RIGHT_ORIGIN -> step.rightLine();
          case RESULT, BIAS, MASK -> Optional.empty();
        };
    Optional<Step.Read> own =
        switch (seat) {
          case LEFT, LEFT_ORIGIN -> step.left();
          case RIGHT, RIGHT_ORIGIN, BIAS -> step.right();
          case MASK -> step.mask();
          case RESULT -> Optional.empty();
        };
    this.read = own.filter(found -> lesson.canonical(found.operand()).equals(canonical));
  }

  private boolean isResult() {
    return seat == StageSlot.RESULT;
  }

  // ---- what is covered

  /** True if some of its numbers must not be seen. */
  public boolean coversSome() {
    Cover cover = derivation.cover();
    return switch (shown) {
      case Shown.Whole(var operand, _, _) -> cover.hidesSomeOf(operand);
      case Shown.Slopes(var input, _, _) ->
          cover.hidesSomeOf(input) || cover.hidesSomeOf(dZ(input));
      case Shown.OneHot(var labels, _) -> cover.hidesSomeOf(labels);
      case Shown.Ones _ -> false;
    };
  }

  /** True if the number must not be seen. */
  public boolean covers(int row, int column) {
    Cell origin = shown.origin(row, column);
    Cover cover = derivation.cover();
    return switch (shown) {
      case Shown.Whole(var operand, _, _) -> cover.hides(operand, origin);
      // A slope tells of the number it is taken at, and is half of the answer to dL/dZ.
      case Shown.Slopes(var input, _, _) ->
          cover.hides(input, origin) || cover.hides(dZ(input), origin);
      case Shown.OneHot(var labels, _) -> cover.hides(labels, origin);
      case Shown.Ones _ -> false;
    };
  }

  private static Operand dZ(Operand z) {
    return new Operand(z.layer(), MatrixSymbol.DZ);
  }

  /** The same, but of the cell that is forming the sum so far. */
  public boolean isCovered(int row, int column) {
    return isForming(row, column) ? step.hidesSum(lastTermShown) : covers(row, column);
  }

  // ---- numbers

  /** True for the cell whose sum so far is shown, before the last term. */
  public boolean isForming(int row, int column) {
    return isMade(row, column) && lastTermShown < step.terms() - 1;
  }

  /** True for the cell of the result that the step makes. */
  public boolean isMade(int row, int column) {
    return isResult() && shown.origin(row, column).equals(step.cell());
  }

  /** True if the walk has not come to the number. */
  public boolean isAhead(int row, int column) {
    return switch (derivation.reach(step, shown.operand(), shown.origin(row, column))) {
      case KNOWN -> false;
      case FORMING -> !(isMade(row, column) && lastTermShown >= 0);
      case NOT_YET -> true;
    };
  }

  /** The number as it is printed, whether or not it may be seen. */
  public String text(int row, int column) {
    Cell origin = shown.origin(row, column);
    return switch (shown) {
      case Shown.Whole _ ->
          canonical.quantity().isInput() && !isForming(row, column)
              ? matrix.entry(origin.row(), origin.column()).text()
              : Numbers.format(value(row, column), digits);
      case Shown.Slopes _ -> Numbers.format(value(row, column), digits);
      case Shown.OneHot _, Shown.Ones _ -> Numbers.format(value(row, column));
    };
  }

  /** The number itself, or the sum so far. */
  public double value(int row, int column) {
    Cell origin = shown.origin(row, column);
    return switch (shown) {
      case Shown.Whole _ ->
          isForming(row, column)
              ? step.runningSum(lastTermShown)
              : matrix.get(origin.row(), origin.column());
      case Shown.Slopes(_, var activation, _) -> slope(activation, origin);
      case Shown.OneHot oneHot -> oneHot.at(row, column, derivation.lesson());
      case Shown.Ones _ -> 1;
    };
  }

  private double slope(Elementwise activation, Cell origin) {
    return activation.slope(matrix.get(origin.row(), origin.column()));
  }

  // ---- what is lit

  /** A row or a column, from 0. */
  public record Line(boolean isRow, int index) {
    /** True if a cell lies on it. */
    public boolean contains(int row, int column) {
      return (isRow ? row : column) == index;
    }
  }

  /** The operand's line that meets in the cell. */
  public Optional<Line> line() {
    if (!linesAreLit) {
      return Optional.empty();
    }
    return switch (shown) {
      case Shown.Whole whole -> line.map(each -> new Line(whole.isRow(each), each.index()));
      // The ones are one line, all of it.
      case Shown.Ones ones -> Optional.of(new Line(!ones.turned(), 0));
      case Shown.Slopes _, Shown.OneHot _ -> Optional.empty();
    };
  }

  /** What the term reads; at a whole cell all terms are active, so the lines alone show. */
  public Optional<Cell> active() {
    if (isResult()
        || !linesAreLit
        || (step.granularity() != Granularity.TERM && step.terms() > 1)) {
      return Optional.empty();
    }
    return switch (shown) {
      case Shown.Whole _, Shown.Slopes _ -> read.map(each -> shown.shown(each.cell()));
      case Shown.OneHot _ -> Optional.of(step.writtenCell());
      case Shown.Ones _ -> Optional.of(shown.shown(new Cell(step.term(), 0)));
    };
  }

  /** True for a cell of the result with a ring: the one that is made, or all of a whole matrix. */
  public boolean isRinged(int row, int column) {
    return isResult() && (!linesAreLit || isMade(row, column));
  }

  /** How far the walk has come with the number. */
  public ComputedState reach(int row, int column) {
    return derivation.reach(step, shown.operand(), shown.origin(row, column));
  }
}
