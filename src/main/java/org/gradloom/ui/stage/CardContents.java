package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.SampleCards;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.HeatReach;

/** What the cells of the cards look like, and those of the gradient that they add up to. */
final class CardContents {
  private final SampleCards cards;
  private final Optional<Region> asked;
  private final int digits;
  private final Texts texts;

  /**
   * The contents at a step.
   *
   * @param asked what a question is about, if one is
   * @param digits how many significant ones a computed number shows
   */
  CardContents(SampleCards cards, Optional<Region> asked, int digits, Texts texts) {
    this.cards = cards;
    this.asked =
        asked.filter(region ->
            cards.step().lesson().canonical(region.operand()).equals(cards.step().result()));
    this.digits = digits;
    this.texts = texts;
  }

  /** True if a card's entry is to be predicted. */
  private boolean isAsked(int card, int row, int column) {
    return asked
        .filter(region ->
            region instanceof Place.OfTerm(_, var cell, int term)
                && term == card
                && cell.equals(cards.inside(new Cell(row, column))))
        .isPresent();
  }

  /** True if what the cards add up to is to be predicted. */
  private boolean isSumAsked(int row, int column) {
    return asked
        .filter(region -> !(region instanceof Place.OfTerm))
        .filter(region -> region.holds(cards.inside(new Cell(row, column))))
        .isPresent();
  }

  /** One line of a card: the left operand's column, or the right operand's row above. */
  private abstract class Line implements CellContents {
    private final int card;
    private final CellState role;

    Line(int card, CellState role) {
      this.card = card;
      this.role = role;
    }

    abstract Step.Read read(int row, int column);

    abstract boolean isTraced(int row, int column);

    @Override
    public String text(int row, int column) {
      Step.Read read = read(row, column);
      return cards.step().hides(read) ? "" : cards.step().entry(read).text(digits);
    }

    @Override
    public Set<CellState> marks(int row, int column) {
      Set<CellState> marks = EnumSet.noneOf(CellState.class);
      if (cards.step().hides(read(row, column))) {
        marks.add(CellState.COVERED);
      }
      if (isLit(card) && (isTraced(row, column) || !cards.traces())) {
        marks.add(role);
        if (isActive(card)) {
          marks.add(CellState.ACTIVE);
        }
      }
      return marks;
    }

    @Override
    public String fullText(int row, int column) {
      Step.Read read = read(row, column);
      return cards.step().hides(read) ? "" : Numbers.inFull(cards.step().value(read));
    }

    @Override
    public String spoken(int row, int column) {
      Step.Read read = read(row, column);
      return new Notation(cards.step().lesson()).entry(read.operand(), read.cell())
          + " "
          + (cards.step().hides(read)
              ? texts.get("say.covered")
              : texts.say(
                  Message.of("say.number", Narration.spokenNumber(cards.step().value(read)))));
    }
  }

  /** The column at the left of a card. */
  CellContents left(int card) {
    return new Line(card, CellState.LEFT) {
      @Override
      Step.Read read(int row, int column) {
        return cards.left(card, row);
      }

      @Override
      boolean isTraced(int row, int column) {
        return row == cards.traced().row();
      }
    };
  }

  /** The row above a card. */
  CellContents right(int card) {
    return new Line(card, CellState.RIGHT) {
      @Override
      Step.Read read(int row, int column) {
        return cards.right(card, column);
      }

      @Override
      boolean isTraced(int row, int column) {
        return column == cards.traced().column();
      }
    };
  }

  /** True of a card whose share of the traced cell is known. */
  private boolean isLit(int card) {
    return cards.traces()
        ? cards.isReached(card, cards.traced().row(), cards.traced().column())
        : isActive(card);
  }

  private boolean isActive(int card) {
    return card == cards.current() && cards.isDealing();
  }

  private boolean isTraced(int row, int column) {
    return cards.traces() && row == cards.traced().row() && column == cards.traced().column();
  }

  /** What a card holds. */
  CellContents product(int card) {
    return new CellContents() {
      @Override
      public String text(int row, int column) {
        if (cards.hides(card, row, column)) {
          return isAsked(card, row, column) ? "?" : "";
        }
        return Numbers.format(cards.entry(card, row, column), digits);
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        if (!cards.isReached(card, row, column)) {
          marks.add(CellState.UNREACHED);
        } else {
          if (cards.hides(card, row, column)) {
            marks.add(isAsked(card, row, column) ? CellState.ASKED : CellState.COVERED);
          }
          if (isTraced(row, column)) {
            marks.add(CellState.RESULT);
            if (isActive(card)) {
              marks.add(CellState.ACTIVE);
            }
          }
        }
        return marks;
      }

      @Override
      public String fullText(int row, int column) {
        return cards.hides(card, row, column) ? "" : Numbers.inFull(cards.entry(card, row, column));
      }

      @Override
      public String spoken(int row, int column) {
        return text(row, column);
      }
    };
  }

  /** How much of a card the walk has come to: its cells are made row by row as they are inside. */
  HeatReach reached(int card) {
    return reached(card <= cards.current());
  }

  /** How much of the sum is known. */
  HeatReach reachedSum() {
    return cards.traces() ? reached(cards.current() == cards.size() - 1) : HeatReach.ALL;
  }

  private HeatReach reached(boolean withPresent) {
    return switch (cards.step().granularity()) {
      case TERM, CELL -> {
        Shape inside = cards.step().section().shape();
        Cell cell = cards.step().cell();
        long before = (long) cell.row() * inside.columns() + cell.column();
        yield new HeatReach(
            before + (withPresent ? 1 : 0),
            cards.step().lesson().convention().turns(cards.step().result()));
      }
      case SAMPLE -> withPresent ? HeatReach.ALL : HeatReach.NONE;
      case MATRIX, PHASE -> HeatReach.ALL;
    };
  }

  /** What the cards add up to, as far as the walk has come. */
  CellContents sum() {
    return new CellContents() {
      @Override
      public String text(int row, int column) {
        if (cards.hidesSum(row, column)) {
          return isSumAsked(row, column) ? "?" : "";
        }
        return Numbers.format(cards.sum(row, column), digits);
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        ComputedState reach = cards.reach(row, column);
        if (reach == ComputedState.NOT_YET) {
          marks.add(CellState.UNREACHED);
          return marks;
        }
        if (cards.hidesSum(row, column)) {
          marks.add(isSumAsked(row, column) ? CellState.ASKED : CellState.COVERED);
        }
        if (isTraced(row, column)) {
          marks.add(CellState.RESULT);
          marks.add(CellState.ACTIVE);
        }
        if (reach == ComputedState.FORMING) {
          marks.add(CellState.FORMING);
        }
        return marks;
      }

      @Override
      public String fullText(int row, int column) {
        return cards.hidesSum(row, column) ? "" : Numbers.inFull(cards.sum(row, column));
      }

      @Override
      public String spoken(int row, int column) {
        return text(row, column);
      }
    };
  }
}
