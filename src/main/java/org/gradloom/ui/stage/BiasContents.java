package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradloom.derivation.BiasAsWeight;
import org.gradloom.derivation.Bordered;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.TermRole;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.Explore;

/** What the cells look like of a product in which the bias is a weight. */
final class BiasContents {
  private static final int DIGITS = 4;

  private final Derivation derivation;
  private final Step step;
  private final BiasAsWeight product;
  private final Cell here;
  private final Optional<Region> asked;
  private final Texts texts;

  BiasContents(Explore state, BiasAsWeight product, Texts texts) {
    this.derivation = state.derivation();
    this.step = state.step();
    this.product = product;
    this.here = here();
    this.asked = state.asked();
    this.texts = texts;
  }

  private Cell here() {
    return product.result().where(step.result(), step.cell()).orElseThrow();
  }

  /** The cell of the result that is being made, as it is written. */
  Cell current() {
    return here;
  }

  private boolean isLit() {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
  }

  /** True for the product that is being added. */
  private boolean isActive(int t) {
    return step.granularity() == Granularity.TERM
        && step.term() == t
        && step.role(t) != TermRole.PENALTY;
  }

  private boolean hides(Bordered.Source source) {
    return switch (source) {
      case Bordered.One _ -> derivation.cover().hides(ViewPart.ONES);
      case Bordered.Of(var operand, var cell) ->
          isForming(operand, cell)
              ? step.hidesSum(step.term())
              : derivation.cover().hides(operand, cell);
    };
  }

  private boolean isAsked(Bordered.Source source) {
    return source instanceof Bordered.Of(var operand, var cell)
        && asked
            .filter(region ->
                step.lesson().canonical(region.operand()).equals(step.lesson().canonical(operand)))
            .filter(region -> region.holds(cell))
            .isPresent();
  }

  private ComputedState reach(Bordered.Source source) {
    return switch (source) {
      case Bordered.One _ -> ComputedState.KNOWN;
      case Bordered.Of(var operand, var cell) -> derivation.reach(step, operand, cell);
    };
  }

  private boolean isForming(Operand operand, Cell cell) {
    return derivation.reach(step, operand, cell) == ComputedState.FORMING;
  }

  private double value(Bordered.Source source) {
    return source instanceof Bordered.Of(var operand, var cell) && isForming(operand, cell)
        ? step.runningSum()
        : product.value(source);
  }

  private String written(Bordered.Source source) {
    return source instanceof Bordered.Of(var operand, var cell)
            && step.lesson().canonical(operand).quantity().isInput()
        ? step.lesson()
            .input(step.lesson().canonical(operand))
            .entry(cell.row(), cell.column())
            .text(DIGITS)
        : Numbers.format(value(source), DIGITS);
  }

  /** One of the three matrices. */
  private abstract class Contents implements NumberContents {
    private final Bordered matrix;

    Contents(Bordered matrix) {
      this.matrix = matrix;
    }

    abstract void light(Cell written, Set<CellState> marks);

    private Bordered.Source source(int row, int column) {
      return matrix.at(new Cell(row, column));
    }

    @Override
    public String text(int row, int column) {
      Bordered.Source source = source(row, column);
      return hides(source) ? isAsked(source) ? "?" : "" : written(source);
    }

    @Override
    public String fullText(int row, int column) {
      Bordered.Source source = source(row, column);
      return hides(source) ? "" : Numbers.inFull(value(source));
    }

    @Override
    public OptionalDouble number(int row, int column) {
      Bordered.Source source = source(row, column);
      return hides(source) || reach(source) == ComputedState.NOT_YET
          ? OptionalDouble.empty()
          : OptionalDouble.of(value(source));
    }

    @Override
    public Set<CellState> marks(int row, int column) {
      Bordered.Source source = source(row, column);
      Set<CellState> marks = EnumSet.noneOf(CellState.class);
      ComputedState reach = reach(source);
      if (reach == ComputedState.NOT_YET) {
        marks.add(CellState.UNREACHED);
      } else if (hides(source)) {
        marks.add(CellState.COVERED);
        if (isAsked(source)) {
          marks.add(CellState.ASKED);
        }
      }
      if (reach == ComputedState.FORMING) {
        marks.add(CellState.FORMING);
      }
      light(new Cell(row, column), marks);
      return marks;
    }

    @Override
    public String spoken(int row, int column) {
      Bordered.Source source = source(row, column);
      String said =
          hides(source)
              ? texts.get("say.covered")
              : texts.say(Message.of("say.number", Narration.spokenNumber(value(source))));
      return switch (source) {
        case Bordered.One _ -> said;
        case Bordered.Of(var operand, var cell) ->
            new Notation(step.lesson()).entry(operand, cell) + " = " + said;
      };
    }
  }

  NumberContents left() {
    return new Contents(product.left()) {
      @Override
      void light(Cell written, Set<CellState> marks) {
        if (isLit() && written.row() == here.row()) {
          marks.add(CellState.LEFT);
          if (isActive(written.column())) {
            marks.add(CellState.ACTIVE);
          }
        }
      }
    };
  }

  NumberContents right() {
    return new Contents(product.right()) {
      @Override
      void light(Cell written, Set<CellState> marks) {
        if (isLit() && written.column() == here.column()) {
          marks.add(CellState.RIGHT);
          if (isActive(written.row())) {
            marks.add(CellState.ACTIVE);
          }
        }
      }
    };
  }

  NumberContents result() {
    return new Contents(product.result()) {
      @Override
      void light(Cell written, Set<CellState> marks) {
        if (isLit() && written.equals(here)) {
          marks.add(CellState.RESULT);
          marks.add(CellState.ACTIVE);
        }
      }
    };
  }

  // ---- where a click leads

  /** A cell of the result, with all of it added. */
  Place placeOf(Cell written) {
    Bordered.Of of = (Bordered.Of) product.result().at(written);
    return new Place.OfCell(of.operand(), of.cell());
  }

  /** The product of a cell that an entry of a factor takes part in. */
  Place placeOf(Cell written, int t) {
    Bordered.Of of = (Bordered.Of) product.result().at(written);
    return new Place.OfTerm(of.operand(), of.cell(), t);
  }

  // ---- in words

  /** {@code 2 + 3 + 1 + 2 = 8} by the products of the present cell, as far as the walk has come. */
  Optional<String> numbers() {
    return !isLit() || product.terms() > 8 || derivation.cover().hides(ViewPart.ONES)
        ? Optional.empty()
        : Optional.of(sum());
  }

  private String sum() {
    int reached = Math.min(step.term(), product.terms() - 1);
    StringBuilder sum = new StringBuilder();
    for (int t = 0; t <= reached; t++) {
      sum.append(t == 0 ? "" : " + ")
          .append(factor(product.left().at(new Cell(here.row(), t)), false));
      sum.append("·").append(factor(product.right().at(new Cell(t, here.column())), true));
    }
    String total =
        step.hidesSum(step.term()) ? Numbers.BLANK : Numbers.format(step.runningSum(), DIGITS);
    for (int t = product.terms(); t <= step.term(); t++) {
      sum.append(" + ").append(texts.get("view.bias.term." + step.penalty(t).documentName()));
    }
    return sum + " = " + total;
  }

  private String factor(Bordered.Source source, boolean second) {
    String number = hides(source) ? Numbers.BLANK : written(source);
    return second || number.charAt(0) == Numbers.MINUS ? Numbers.inBrackets(number) : number;
  }
}
