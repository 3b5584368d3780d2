package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Set;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Place;
import org.gradloom.marking.GradientComparison;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;

/** What the cells of the matrices of a comparison look like. */
final class CompareContents {
  private final Derivation derivation;
  private final GradientComparison compared;
  private final Cell chosen;
  private final Texts texts;

  /**
   * The contents of a comparison.
   *
   * @param step where the walk is, at the gradient
   */
  CompareContents(Derivation derivation, GradientComparison compared, Step step, Texts texts) {
    this.derivation = derivation;
    this.compared = compared;
    this.chosen = step.cell();
    this.texts = texts;
  }

  /** The user's own numbers, each ticked or crossed. */
  CellContents yours() {
    return new CellContents() {
      @Override
      public String text(int row, int column) {
        return yours(row, column);
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        return EnumSet.of(agrees(row, column) ? CellState.AGREES : CellState.DIFFERS);
      }

      @Override
      public String fullText(int row, int column) {
        return compared.yours().entry(row, column).inFull();
      }

      @Override
      public String spoken(int row, int column) {
        return texts.get(
            agrees(row, column) ? "compare.spokenAgrees" : "compare.spokenDiffers",
            name(row, column),
            yours(row, column));
      }
    };
  }

  /** The derived numbers, with the user's below those that differ. */
  CellContents derived() {
    return new CellContents() {
      @Override
      public String text(int row, int column) {
        return covers(row, column) ? Numbers.BLANK : CompareContents.this.derived(row, column);
      }

      @Override
      public String note(int row, int column) {
        return !compared.isShapedAlike() || agrees(row, column) || covers(row, column)
            ? ""
            : texts.get("compare.note", yours(row, column));
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        EnumSet<CellState> marks = EnumSet.noneOf(CellState.class);
        if (covers(row, column)) {
          marks.add(CellState.COVERED);
        }
        if (chosen.equals(inside(row, column))) {
          marks.add(CellState.RESULT);
        }
        return marks;
      }

      @Override
      public String spoken(int row, int column) {
        String name = name(row, column);
        return covers(row, column)
            ? name + ", " + texts.get("say.covered")
            : name + " = " + CompareContents.this.derived(row, column);
      }
    };
  }

  /** Numbers beside the two. */
  static CellContents of(Matrix matrix) {
    return new CellContents() {
      @Override
      public String text(int row, int column) {
        return Numbers.format(matrix.get(row, column));
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        return Set.of();
      }

      @Override
      public String spoken(int row, int column) {
        return text(row, column);
      }
    };
  }

  private String name(int row, int column) {
    return new Notation(derivation.lesson()).result(compared.gradient(), inside(row, column));
  }

  /** The entry inside that is listed at a row and column. */
  private Cell inside(int row, int column) {
    Place.OfCell listed = new Place.OfCell(compared.gradient(), new Cell(row, column));
    return derivation.lesson().convention().turned(listed).cell();
  }

  private boolean agrees(int row, int column) {
    return compared.agrees(new Cell(row, column));
  }

  private boolean covers(int row, int column) {
    return derivation.cover().hides(compared.gradient(), inside(row, column));
  }

  private String yours(int row, int column) {
    return compared.yoursText(new Cell(row, column));
  }

  private String derived(int row, int column) {
    return compared.derivedText(new Cell(row, column));
  }
}
