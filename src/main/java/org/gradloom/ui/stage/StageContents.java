package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Set;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StageNumbers;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;

/** What the cells of one matrix on the stage look like at one step. */
final class StageContents implements CellContents {
  private final Derivation derivation;
  private final Step step;
  private final StageSlot seat;
  private final Shown shown;
  private final Texts texts;
  private final Operand canonical;
  private final Matrix matrix;
  private final int digits;

  private final StageNumbers numbers;
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
    this.digits = digits;
    Lesson lesson = derivation.lesson();
    this.canonical = lesson.canonical(shown.operand());
    this.matrix = derivation.trace().matrix(shown.operand());
    this.numbers = new StageNumbers(derivation, step, placed, lastTermShown, digits);
    // What is made from a matrix is not the matrix itself.
    this.prompts = shown.isWhole() ? prompts.of(canonical, lesson) : Prompts.none();
  }

  /** True if some of its numbers must not be seen. */
  boolean coversSome() {
    return numbers.coversSome();
  }

  /** True if the number must not be seen. */
  boolean covers(int row, int column) {
    return numbers.covers(row, column);
  }

  private boolean isAsked(int row, int column) {
    return prompts.asks(shown.origin(row, column));
  }

  @Override
  public String text(int row, int column) {
    if (numbers.isCovered(row, column)) {
      return isAsked(row, column) ? "?" : "";
    }
    return numbers.text(row, column);
  }

  /** What is covered comes without another moving; what is asked for is not told by its length. */
  @Override
  public String widest(int row, int column) {
    return isAsked(row, column)
        ? text(row, column)
        : prompts
            .reach()
            .get()
            .widest(numbers.text(row, column), trace -> textIn(trace, row, column));
  }

  private String textIn(Trace trace, int row, int column) {
    Cell origin = shown.origin(row, column);
    Entry entry = trace.matrix(shown.operand()).entry(origin.row(), origin.column());
    return canonical.quantity().isInput() ? entry.text() : entry.text(digits);
  }

  @Override
  public String fullText(int row, int column) {
    return numbers.isCovered(row, column)
        ? text(row, column)
        : Numbers.inFull(numbers.value(row, column));
  }

  @Override
  public Set<CellState> marks(int row, int column) {
    Cell origin = shown.origin(row, column);
    EnumSet<CellState> marks = EnumSet.noneOf(CellState.class);
    if (numbers.isAhead(row, column)) {
      marks.add(CellState.UNREACHED);
    } else if (numbers.isCovered(row, column)) {
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
    if (seat == StageSlot.RESULT) {
      if (numbers.isRinged(row, column)) {
        marks.add(CellState.RESULT);
      }
      if (numbers.isForming(row, column) && !numbers.isAhead(row, column)) {
        marks.add(CellState.FORMING);
      }
      return marks;
    }
    CellState role =
        seat == StageSlot.LEFT || seat == StageSlot.LEFT_ORIGIN ? CellState.LEFT : CellState.RIGHT;
    if (numbers.line().filter(line -> line.contains(row, column)).isPresent()) {
      marks.add(role);
    }
    if (numbers.active().filter(new Cell(row, column)::equals).isPresent()) {
      marks.add(role);
      marks.add(seat.isOrigin() ? CellState.MATCH : CellState.ACTIVE);
    }
    return marks;
  }

  @Override
  public String spoken(int row, int column) {
    String said = spokenNumber(row, column);
    Cell origin = shown.origin(row, column);
    if (prompts.hasMarked(origin)) {
      return texts.get("say.marked", said);
    }
    return prompts.letsMove(origin)
        ? texts.get("say.movable", said, Numbers.format(Beat.NUDGE))
        : said;
  }

  private String spokenNumber(int row, int column) {
    Cell origin = shown.origin(row, column);
    ComputedState reach = numbers.reach(row, column);
    String name = new Notation(derivation.lesson()).plain(shown.operand());
    Cell written = shown.convention().turned(shown.operand(), origin);
    if (reach == ComputedState.NOT_YET) {
      return texts.get("say.notYet", name, written.row() + 1, written.column() + 1);
    }
    if (numbers.isCovered(row, column) && isAsked(row, column)) {
      return texts.get("say.askedCell", name, written.row() + 1, written.column() + 1);
    }
    if (shown.isWhole() && !canonical.quantity().isInput()) {
      Step of =
          numbers.isMade(row, column) ? step : derivation.at(new Place.OfCell(canonical, origin));
      return texts.say(Narration.spoken(of));
    }
    if (!shown.isWhole()) {
      // What stands here is not the operand's number but made from it, or 1 for it.
      return numbers.isCovered(row, column)
          ? texts.get("say.coveredCell", said(name), row + 1, column + 1)
          : texts.get("say.input", said(name), row + 1, column + 1, text(row, column));
    }
    if (numbers.isCovered(row, column)) {
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
