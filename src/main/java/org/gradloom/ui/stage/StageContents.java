package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Cover;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.LessonPath;

/** What the cells of one matrix on the stage look like at one step. */
final class StageContents implements CellContents {
  private final Derivation derivation;
  private final Step step;
  private final StageSlot seat;
  private final Shown shown;
  private final Texts texts;
  private final Operand canonical;
  private final Matrix matrix;

  /** The last term that the running sum shows; one less while its product is still on the way. */
  private final int lastTermShown;

  /** How many significant digits a computed number shows; the rest is on hover. */
  private final int digits;

  private final Optional<OperandLine> line;
  private final Optional<Step.Read> read;
  private final boolean isResult;
  private final boolean linesAreLit;

  private final Prompts prompts;

  StageContents(
      Derivation derivation,
      Step step,
      StagePicture.Placed placed,
      int lastTermShown,
      int digits,
      Prompts prompts,
      Texts texts) {
    this.derivation = derivation;
    this.step = step;
    this.seat = placed.seat();
    this.shown = placed.shown();
    this.texts = texts;
    this.lastTermShown = lastTermShown;
    this.digits = digits;
    Lesson lesson = derivation.lesson();
    this.canonical = lesson.canonical(shown.operand());
    this.matrix = derivation.trace().matrix(shown.operand());
    // What is made from a matrix is not the matrix itself.
    this.prompts = shown.isWhole() ? prompts.of(canonical, lesson) : Prompts.NONE;
    this.isResult = seat == StageSlot.RESULT;
    this.linesAreLit =
        step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
    this.line =
        switch (seat) {
          case LEFT, LEFT_ORIGIN -> step.leftLine();
          case RIGHT, RIGHT_ORIGIN -> step.rightLine();
          case RESULT, BIAS -> Optional.empty();
        };
    Optional<Step.Read> own =
        switch (seat) {
          case LEFT, LEFT_ORIGIN -> step.left();
          case RIGHT, RIGHT_ORIGIN, BIAS -> step.right();
          case RESULT -> Optional.empty();
        };
    this.read = own.filter(found -> lesson.canonical(found.operand()).equals(canonical));
  }

  /** True if some of its numbers must not be seen. */
  boolean coversSome() {
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
  boolean covers(int row, int column) {
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
  private boolean isCovered(int row, int column) {
    return isForming(shown.origin(row, column))
        ? step.hidesSum(lastTermShown)
        : covers(row, column);
  }

  private boolean isAsked(int row, int column) {
    return prompts.asks(shown.origin(row, column));
  }

  /** True for the cell whose sum so far is shown. */
  private boolean isForming(Cell origin) {
    return isResult && origin.equals(step.cell()) && lastTermShown < step.terms() - 1;
  }

  @Override
  public String text(int row, int column) {
    if (isCovered(row, column)) {
      return isAsked(row, column) ? "?" : "";
    }
    Cell origin = shown.origin(row, column);
    return switch (shown) {
      case Shown.Whole _ -> whole(origin);
      case Shown.Slopes(_, var activation, _) -> Numbers.format(slope(activation, origin), digits);
      case Shown.OneHot oneHot -> oneHot.at(row, column, derivation.lesson()) == 1 ? "1" : "0";
      case Shown.Ones _ -> "1";
    };
  }

  private double slope(Elementwise activation, Cell origin) {
    return activation.slope(matrix.get(origin.row(), origin.column()));
  }

  private String whole(Cell origin) {
    if (isForming(origin)) {
      return Numbers.format(step.runningSum(lastTermShown), digits);
    }
    return canonical.quantity().isInput()
        ? matrix.entry(origin.row(), origin.column()).text()
        : Numbers.format(matrix.get(origin.row(), origin.column()), digits);
  }

  @Override
  public String fullText(int row, int column) {
    Cell origin = shown.origin(row, column);
    if (isCovered(row, column)) {
      return text(row, column);
    }
    return switch (shown) {
      case Shown.Whole _ ->
          Numbers.exact(
              isForming(origin)
                  ? step.runningSum(lastTermShown)
                  : matrix.get(origin.row(), origin.column()));
      case Shown.Slopes(_, var activation, _) -> Numbers.exact(slope(activation, origin));
      case Shown.OneHot _, Shown.Ones _ -> text(row, column);
    };
  }

  @Override
  public Set<CellState> marks(int row, int column) {
    Cell origin = shown.origin(row, column);
    EnumSet<CellState> marks = EnumSet.noneOf(CellState.class);
    ComputedState reach = derivation.reach(step, shown.operand(), origin);
    boolean forming = isResult && origin.equals(step.cell()) && lastTermShown >= 0;
    if (reach == ComputedState.NOT_YET || (reach == ComputedState.FORMING && !forming)) {
      marks.add(CellState.UNREACHED);
    } else if (isCovered(row, column)) {
      marks.add(CellState.COVERED);
      if (isAsked(row, column)) {
        marks.add(CellState.ASKED);
      }
    }
    if (prompts.hasMarked(origin)) {
      marks.add(CellState.MARKED);
    }
    if (prompts.letsMove(origin)) {
      marks.add(CellState.MOVABLE);
    }
    if (isResult) {
      if (!linesAreLit || origin.equals(step.cell())) {
        marks.add(CellState.RESULT);
      }
      if (forming && lastTermShown < step.terms() - 1) {
        marks.add(CellState.FORMING);
      }
      return marks;
    }
    if (!linesAreLit) {
      return marks;
    }
    CellState role =
        seat == StageSlot.LEFT || seat == StageSlot.LEFT_ORIGIN ? CellState.LEFT : CellState.RIGHT;
    if (isLit(origin)) {
      marks.add(role);
    }
    if (isActive(row, column, origin)) {
      marks.add(role);
      marks.add(seat.isOrigin() ? CellState.MATCH : CellState.ACTIVE);
    }
    return marks;
  }

  private boolean isLit(Cell origin) {
    return switch (shown) {
      case Shown.Whole _ -> line.isPresent() && line.get().contains(origin);
      // The ones are one line, all of it.
      case Shown.Ones _ -> true;
      case Shown.Slopes _, Shown.OneHot _ -> false;
    };
  }

  /**
   * A cell is active if the term reads it; at a whole cell all terms are, so the lines alone show.
   */
  private boolean isActive(int row, int column, Cell origin) {
    if (step.granularity() != Granularity.TERM && step.terms() > 1) {
      return false;
    }
    return switch (shown) {
      case Shown.Whole _, Shown.Slopes _ -> read.isPresent() && read.get().cell().equals(origin);
      case Shown.OneHot _ -> step.writtenCell().equals(new Cell(row, column));
      case Shown.Ones ones -> ones.origin(row, column).row() == step.term();
    };
  }

  @Override
  public String spoken(int row, int column) {
    String said = spokenNumber(row, column);
    Cell origin = shown.origin(row, column);
    if (prompts.hasMarked(origin)) {
      return texts.get("say.marked", said);
    }
    return prompts.letsMove(origin)
        ? texts.get("say.movable", said, Numbers.format(LessonPath.NUDGE))
        : said;
  }

  private String spokenNumber(int row, int column) {
    Cell origin = shown.origin(row, column);
    ComputedState reach = derivation.reach(step, shown.operand(), origin);
    String name = new Notation(derivation.lesson()).plain(shown.operand());
    Cell written = shown.convention().turned(shown.operand(), origin);
    if (reach == ComputedState.NOT_YET) {
      return texts.get("say.notYet", name, written.row() + 1, written.column() + 1);
    }
    if (isCovered(row, column) && isAsked(row, column)) {
      return texts.get("say.askedCell", name, written.row() + 1, written.column() + 1);
    }
    if (shown.isWhole() && !canonical.quantity().isInput()) {
      Step of =
          isResult && origin.equals(step.cell())
              ? step
              : derivation.at(new Place.OfCell(canonical, origin));
      return texts.say(Narration.spoken(of));
    }
    if (!shown.isWhole()) {
      // What stands here is not the operand's number but made from it, or 1 for it.
      return isCovered(row, column)
          ? texts.get("say.coveredCell", said(name), row + 1, column + 1)
          : texts.get("say.input", said(name), row + 1, column + 1, text(row, column));
    }
    if (isCovered(row, column)) {
      return texts.get("say.coveredCell", name, written.row() + 1, written.column() + 1);
    }
    Object value = Narration.spokenNumber(matrix.get(origin.row(), origin.column()));
    return texts.say(Message.of("say.input", name, written.row() + 1, written.column() + 1, value));
  }

  private static Message line(boolean turned) {
    return Message.of(turned ? "noun.column" : "noun.row");
  }

  /** What this is, where it is no matrix of the lesson itself. */
  private String said(String name) {
    return switch (shown) {
      case Shown.Whole _ -> name;
      case Shown.Slopes _ -> texts.get("say.slopes", name);
      case Shown.OneHot _ -> texts.get("say.oneHot", line(shown.turned()));
      case Shown.Ones _ -> texts.get("say.ones", line(shown.turned()));
    };
  }
}
