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
import org.gradloom.engine.ParameterStep;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.Explore;

/** What the cells look like of a parameter, of what is taken away from it, and of what is left. */
final class UpdateContents {
  private static final int DIGITS = 4;

  private final Derivation derivation;
  private final Step step;
  private final ParameterStep update;
  private final Optional<Region> asked;
  private final Texts texts;

  UpdateContents(Explore state, Texts texts) {
    this.derivation = state.derivation();
    this.step = state.step();
    this.update = ParameterStep.of(step.trace(), step.result());
    this.asked =
        state
            .asked()
            .filter(region -> step.lesson().canonical(region.operand()).equals(step.result()));
    this.texts = texts;
  }

  /** The entry inside that stands at a row and column. */
  private Cell inside(int row, int column) {
    return step.lesson().convention().turned(step.result(), new Cell(row, column));
  }

  private boolean isHere(Cell inside) {
    return switch (step.granularity()) {
      case TERM, CELL -> inside.equals(step.cell());
      case SAMPLE, MATRIX, PHASE -> false;
    };
  }

  /** A matrix whose present entry plays one part in the step. */
  private abstract class Contents implements NumberContents {
    private final CellState role;

    Contents(CellState role) {
      this.role = role;
    }

    abstract boolean hides(Cell inside);

    abstract String number(Cell inside);

    abstract double value(Cell inside);

    abstract String name(Cell inside);

    /** True of what the step makes. */
    private boolean isMade() {
      return role == CellState.RESULT;
    }

    boolean isAsked(Cell inside) {
      return isMade() && asked.filter(region -> region.holds(inside)).isPresent();
    }

    private boolean isNotYet(Cell inside) {
      return isMade() && derivation.reach(step, step.result(), inside) == ComputedState.NOT_YET;
    }

    @Override
    public String text(int row, int column) {
      Cell inside = inside(row, column);
      return hides(inside) ? isAsked(inside) ? "?" : "" : number(inside);
    }

    @Override
    public String fullText(int row, int column) {
      Cell inside = inside(row, column);
      return hides(inside) ? "" : Numbers.inFull(value(inside));
    }

    @Override
    public OptionalDouble number(int row, int column) {
      Cell inside = inside(row, column);
      return hides(inside) || isNotYet(inside)
          ? OptionalDouble.empty()
          : OptionalDouble.of(value(inside));
    }

    @Override
    public Set<CellState> marks(int row, int column) {
      Cell inside = inside(row, column);
      Set<CellState> marks = EnumSet.noneOf(CellState.class);
      if (isNotYet(inside)) {
        marks.add(CellState.UNREACHED);
      } else if (hides(inside)) {
        marks.add(CellState.COVERED);
        if (isAsked(inside)) {
          marks.add(CellState.ASKED);
        }
      }
      if (isHere(inside)) {
        marks.add(role);
        marks.add(CellState.ACTIVE);
      }
      return marks;
    }

    @Override
    public String spoken(int row, int column) {
      Cell inside = inside(row, column);
      return name(inside)
          + " = "
          + (hides(inside)
              ? texts.get("say.covered")
              : texts.say(Message.of("say.number", Narration.spokenNumber(value(inside)))));
    }
  }

  /** W or b as it is. */
  NumberContents before() {
    Operand parameter = update.of();
    return new Contents(CellState.LEFT) {
      @Override
      boolean hides(Cell inside) {
        return derivation.cover().hides(parameter, inside);
      }

      @Override
      String number(Cell inside) {
        return update.before().entry(inside.row(), inside.column()).text(DIGITS);
      }

      @Override
      double value(Cell inside) {
        return update.before().get(inside.row(), inside.column());
      }

      @Override
      String name(Cell inside) {
        return new Notation(step.lesson()).entry(parameter, inside);
      }
    };
  }

  /** What η multiplies. */
  NumberContents direction() {
    Operand gradient = gradient();
    return new Contents(CellState.RIGHT) {
      @Override
      boolean hides(Cell inside) {
        return derivation.cover().hides(gradient, inside);
      }

      @Override
      String number(Cell inside) {
        return Numbers.format(value(inside), DIGITS);
      }

      @Override
      double value(Cell inside) {
        return update.direction(inside).orElse(0);
      }

      @Override
      String name(Cell inside) {
        return new Notation(step.lesson()).result(gradient, inside);
      }
    };
  }

  /** The parameter after the step. */
  NumberContents after() {
    return new Contents(CellState.RESULT) {
      @Override
      boolean hides(Cell inside) {
        return derivation.cover().hides(step.result(), inside);
      }

      @Override
      String number(Cell inside) {
        return Numbers.format(value(inside), DIGITS);
      }

      @Override
      double value(Cell inside) {
        return step.trace().matrix(step.result()).get(inside.row(), inside.column());
      }

      @Override
      String name(Cell inside) {
        return new Notation(step.lesson()).entry(step.result(), inside);
      }
    };
  }

  /** The gradient that the step goes by. */
  private Operand gradient() {
    return NudgeEffect.gradientBy(update.of()).orElseThrow();
  }

  /** The place whose cell stands at a row and column. */
  Place placeOf(Cell written) {
    return new Place.OfCell(step.result(), inside(written.row(), written.column()));
  }

  /**
   * {@code 3 − 0.1 · (−6) = 3.6}; empty where something of it must not be seen, or no entry is the
   * present one.
   */
  Optional<String> numbers() {
    Cell cell = step.cell();
    boolean hidden =
        !isHere(cell)
            || derivation.cover().hides(update.of(), cell)
            || derivation.cover().hides(gradient(), cell)
            || derivation.cover().hides(step.result(), cell);
    return hidden || update.direction(cell).isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.get(
                "view.update.numbers",
                Numbers.format(update.before().get(cell.row(), cell.column()), DIGITS),
                Numbers.format(step.lesson().optimizer().learningRate(), DIGITS),
                Numbers.inBrackets(Numbers.format(update.direction(cell).getAsDouble(), DIGITS)),
                Numbers.format(update.after(cell), DIGITS)));
  }

  /** L before the step and after it, each as a matrix of one cell. */
  record OfLoss(Step step, Optional<StepLosses.Both> both, Texts texts) {
    NumberContents before() {
      boolean hidden = step.cover().hidesLoss();
      return cell(hidden, Optional.of(step.trace().loss()));
    }

    NumberContents after() {
      return cell(StepLosses.areCovered(step), both.map(StepLosses.Both::after));
    }

    private NumberContents cell(boolean hidden, Optional<Double> value) {
      return new NumberContents() {
        @Override
        public String text(int row, int column) {
          return hidden ? "" : value.map(Numbers::format).orElse("");
        }

        @Override
        public String fullText(int row, int column) {
          return hidden ? "" : value.map(Numbers::inFull).orElse("");
        }

        @Override
        public OptionalDouble number(int row, int column) {
          return hidden
              ? OptionalDouble.empty()
              : value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }

        @Override
        public Set<CellState> marks(int row, int column) {
          return hidden
              ? Set.of(CellState.COVERED)
              : value.isPresent() ? Set.of() : Set.of(CellState.UNREACHED);
        }

        @Override
        public String spoken(int row, int column) {
          return hidden ? texts.get("say.covered") : text(row, column);
        }
      };
    }
  }
}
