package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.derivation.Step;
import org.gradloom.engine.GradientCheck;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.Explore;

/** What the cells look like of a variable, of its gradient, and of what is measured of that. */
final class NudgeContents {
  private static final int DIGITS = 4;

  private final Derivation derivation;
  private final Step step;
  private final Operand gradient;
  private final Operand variable;
  private final SlopeMeasuring measuring;
  private final HandMeasured byHand;
  private final boolean movable;
  private final Optional<Region> asked;
  private final Texts texts;

  NudgeContents(Explore state, SlopeMeasuring measuring, HandMeasured byHand, Texts texts) {
    this.derivation = state.derivation();
    this.step = state.step();
    this.gradient = step.result();
    this.variable = step.lesson().canonical(gradient.variable());
    this.measuring = measuring;
    this.byHand = byHand;
    this.movable = state.movesNumbers();
    this.asked =
        state.asked().filter(region -> step.lesson().canonical(region.operand()).equals(gradient));
    this.texts = texts;
  }

  /** True if entries of the variable can be moved. */
  boolean isMovable() {
    return movable;
  }

  /** The entry inside that stands at a row and column of the gradient, or of its variable. */
  Cell inside(Cell written) {
    return step.lesson().convention().turned(gradient, written);
  }

  private Cell inside(int row, int column) {
    return inside(new Cell(row, column));
  }

  private boolean isHere(Cell inside) {
    return inside.equals(step.cell());
  }

  private boolean covers(Operand operand, Cell inside) {
    return derivation.cover().hides(operand, inside);
  }

  /** True if what is measured would give a covered number away: it is the slope, or as large. */
  boolean givesAway(Cell inside) {
    return covers(gradient, inside) || covers(variable, inside);
  }

  /** True if the gradient's entry is complete, so that there is something to compare. */
  boolean isReached(Cell inside) {
    return derivation.reach(step, gradient, inside) == ComputedState.KNOWN;
  }

  /** True if every entry of the gradient is complete. */
  boolean allReached() {
    Shape shape = step.section().shape();
    return isReached(new Cell(shape.rows() - 1, shape.columns() - 1));
  }

  private String spoken(String name, boolean hidden, double value) {
    return name
        + " = "
        + (hidden
            ? texts.get("say.covered")
            : texts.say(Message.of("say.number", Narration.spokenNumber(value))));
  }

  /** W, b or X, whose entries can be moved. */
  NumberContents variables() {
    return new NumberContents() {
      @Override
      public String text(int row, int column) {
        Cell cell = inside(row, column);
        return covers(variable, cell)
            ? ""
            : step.trace().matrix(variable).entry(cell.row(), cell.column()).text(DIGITS);
      }

      @Override
      public String fullText(int row, int column) {
        return covers(variable, inside(row, column)) ? "" : Numbers.inFull(value(row, column));
      }

      @Override
      public OptionalDouble number(int row, int column) {
        return covers(variable, inside(row, column))
            ? OptionalDouble.empty()
            : OptionalDouble.of(value(row, column));
      }

      private double value(int row, int column) {
        Cell cell = inside(row, column);
        return step.trace().matrix(variable).get(cell.row(), cell.column());
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        Cell cell = inside(row, column);
        if (covers(variable, cell)) {
          marks.add(CellState.COVERED);
        } else if (movable) {
          marks.add(CellState.MOVABLE);
        }
        if (isHere(cell)) {
          marks.add(CellState.ACTIVE);
        }
        return marks;
      }

      @Override
      public String spoken(int row, int column) {
        return NudgeContents.this.spoken(
            new Notation(step.lesson()).entry(variable, inside(row, column)),
            covers(variable, inside(row, column)),
            value(row, column));
      }
    };
  }

  /** The gradient as the walk derives it. */
  NumberContents derived() {
    return new NumberContents() {
      private boolean isForming(Cell cell) {
        return derivation.reach(step, gradient, cell) == ComputedState.FORMING;
      }

      private boolean hides(Cell cell) {
        return isForming(cell) ? step.hidesSum(step.term()) : covers(gradient, cell);
      }

      private double value(Cell cell) {
        return isForming(cell)
            ? step.runningSum()
            : step.trace().matrix(gradient).get(cell.row(), cell.column());
      }

      @Override
      public String text(int row, int column) {
        Cell cell = inside(row, column);
        return hides(cell) ? isAsked(cell) ? "?" : "" : Numbers.format(value(cell), DIGITS);
      }

      @Override
      public String fullText(int row, int column) {
        Cell cell = inside(row, column);
        return hides(cell) ? "" : Numbers.inFull(value(cell));
      }

      @Override
      public OptionalDouble number(int row, int column) {
        Cell cell = inside(row, column);
        return hides(cell) || derivation.reach(step, gradient, cell) == ComputedState.NOT_YET
            ? OptionalDouble.empty()
            : OptionalDouble.of(value(cell));
      }

      private boolean isAsked(Cell cell) {
        return asked.filter(region -> region.holds(cell)).isPresent();
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        Cell cell = inside(row, column);
        if (derivation.reach(step, gradient, cell) == ComputedState.NOT_YET) {
          marks.add(CellState.UNREACHED);
        } else if (hides(cell)) {
          marks.add(CellState.COVERED);
          if (isAsked(cell)) {
            marks.add(CellState.ASKED);
          }
        }
        if (isForming(cell)) {
          marks.add(CellState.FORMING);
        }
        if (isHere(cell)) {
          marks.add(CellState.RESULT);
        }
        return marks;
      }

      @Override
      public String spoken(int row, int column) {
        Cell cell = inside(row, column);
        return NudgeContents.this.spoken(
            new Notation(step.lesson()).result(gradient, cell), hides(cell), value(cell));
      }
    };
  }

  /** What was measured: by nudges of h or, while that would give a number away, by hand. */
  NumberContents measured() {
    return new NumberContents() {
      private Optional<Double> value(Cell cell) {
        return givesAway(cell) ? byHand.slope(cell) : measuring.at(cell).map(NudgeContents::slope);
      }

      @Override
      public String text(int row, int column) {
        return value(inside(row, column)).map(found -> Numbers.rounded(found, DIGITS)).orElse("");
      }

      @Override
      public String fullText(int row, int column) {
        return value(inside(row, column)).map(Numbers::inFull).orElse("");
      }

      @Override
      public OptionalDouble number(int row, int column) {
        Cell cell = inside(row, column);
        return isReached(cell) || givesAway(cell)
            ? value(cell).map(OptionalDouble::of).orElseGet(OptionalDouble::empty)
            : OptionalDouble.empty();
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        Cell cell = inside(row, column);
        if (givesAway(cell)) {
          // What was measured by hand was seen, wherever the walk is now.
          if (byHand.slope(cell).isEmpty()) {
            marks.add(isReached(cell) ? CellState.COVERED : CellState.UNREACHED);
          }
        } else if (!isReached(cell) || measuring.at(cell).isEmpty()) {
          marks.add(CellState.UNREACHED);
        } else {
          measuring
              .at(cell)
              .filter(found -> found.kink().isEmpty() && !found.isRoundedAway())
              .ifPresent(found -> marks.add(found.agrees() ? CellState.AGREES : CellState.DIFFERS));
        }
        if (isHere(cell)) {
          marks.add(CellState.RESULT);
        }
        return marks;
      }

      @Override
      public String spoken(int row, int column) {
        Cell cell = inside(row, column);
        return texts.get(
            "view.nudge.spoken",
            NudgeContents.this.spoken(
                new Notation(step.lesson()).result(gradient, cell),
                value(cell).isEmpty(),
                value(cell).orElse(0.0)));
      }
    };
  }

  /** What rounding leaves beside a slope of 0 is not worth its digits. */
  private static double slope(GradientCheck.Comparison found) {
    return found.analytic() == 0 && found.agrees() ? 0 : found.numeric();
  }

  /** What came of the move, in the Z that reads the number. */
  NumberContents change(NudgeEffect effect, Operand z) {
    return new NumberContents() {
      private Cell cell(int row, int column) {
        return step.lesson().convention().turned(z, new Cell(row, column));
      }

      @Override
      public String text(int row, int column) {
        Cell cell = cell(row, column);
        return covers(z, cell) ? "" : Numbers.format(effect.change(z, cell), DIGITS);
      }

      @Override
      public OptionalDouble number(int row, int column) {
        Cell cell = cell(row, column);
        return covers(z, cell) || !isRead(effect.moved(), cell)
            ? OptionalDouble.empty()
            : OptionalDouble.of(effect.change(z, cell));
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        Cell cell = cell(row, column);
        if (!isRead(effect.moved(), cell)) {
          return Set.of(CellState.BARE);
        }
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        if (covers(z, cell)) {
          marks.add(CellState.COVERED);
        } else if (effect.change(z, cell) != 0) {
          marks.add(CellState.ACTIVE);
        }
        return marks;
      }

      @Override
      public String spoken(int row, int column) {
        return text(row, column);
      }
    };
  }

  /** True for an entry of Z that the moved number has a path to. */
  private static boolean isRead(Place.OfCell moved, Cell ofZ) {
    return switch (moved.operand().quantity()) {
      case X -> moved.cell().row() == ofZ.row();
      case W, B -> moved.cell().column() == ofZ.column();
      case MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT -> false;
    };
  }
}
