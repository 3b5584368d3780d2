package org.gradloom.ui.stage;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.LayerJacobian;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.DotMap;
import org.gradloom.ui.store.Explore;

/**
 * What the cells of a layer's Jacobian look like, of dL/dZ at its right and of the gradient below,
 * which its columns come to. The lit column and dL/dZ wear the colours of their sides in the
 * product that is left of them.
 */
final class JacobianContents {
  private static final String NO_PATH = "·";

  private final LayerJacobian jacobian;
  private final Step step;
  private final Texts texts;
  private final Notation notation;
  private final Matrix repeated;
  private final Matrix blames;
  private final StageContents gradient;
  private final int digits;
  private final boolean covered;
  private final boolean repeatedIsLeft;
  private final int column;

  /**
   * The contents at a state.
   *
   * @param digits how many significant ones a computed number shows
   */
  JacobianContents(Explore state, LayerJacobian jacobian, int digits, Texts texts) {
    this.jacobian = jacobian;
    this.step = state.step();
    this.texts = texts;
    this.digits = digits;
    this.notation = new Notation(state.lesson());
    this.repeated = step.trace().matrix(jacobian.repeated());
    this.blames = step.trace().matrix(jacobian.blames());
    this.covered = step.cover().hides(ViewPart.GRID);
    this.column = jacobian.columnOf(step.cell());
    this.repeatedIsLeft =
        step.operation() instanceof Operation.Product(var left, _, _)
            && isSame(left.operand(), jacobian.repeated());
    this.gradient =
        new StageContents(
            state.derivation(),
            step,
            new StagePicture.Placed(
                StageSlot.RESULT,
                new Shown.Whole(jacobian.gradient(), false, state.lesson().convention())),
            step.term(),
            digits,
            Prompts.of(state),
            texts);
  }

  private boolean isSame(Operand one, Operand other) {
    return step.lesson().canonical(one).equals(step.lesson().canonical(other));
  }

  /** True while the entries and their counts are not to be seen. */
  boolean isCovered() {
    return covered;
  }

  /** True while the walk is about one cell of the gradient, so that its column is lit. */
  boolean traces() {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
  }

  /** The lit column. */
  int column() {
    return column;
  }

  /** The row that the present term meets; none for a whole column, or the penalty. */
  Optional<Integer> row() {
    return step.granularity() == Granularity.TERM && !step.isAddend(step.term())
        ? Optional.of(jacobian.rowOfTerm(step.cell(), step.term()))
        : Optional.empty();
  }

  private boolean isOnPath(int row) {
    return traces() && jacobian.source(row, column).isPresent();
  }

  private void light(Set<CellState> marks, int row, boolean ofBlames) {
    if (isOnPath(row)) {
      marks.add(repeatedIsLeft == ofBlames ? CellState.RIGHT : CellState.LEFT);
      if (row().filter(now -> now == row).isPresent()) {
        marks.add(CellState.ACTIVE);
      }
    }
  }

  LayerJacobian jacobian() {
    return jacobian;
  }

  /** The longest name of a row or column: each has the longest index at its end. */
  String longestName() {
    return longer(nameOfRow(jacobian.rows() - 1), nameOfColumn(jacobian.columns() - 1));
  }

  /** The longest number that may be seen, so that cells keep their size. */
  String longest() {
    String longest = "";
    for (int of = 0; of < jacobian.columns(); of++) {
      for (int row = 0; row < jacobian.rows(); row++) {
        longest = longer(longest, entries().text(row, of));
      }
    }
    for (int row = 0; row < jacobian.rows(); row++) {
      longest = longer(longest, blames().text(row, 0));
    }
    return longest;
  }

  private static String longer(String one, String other) {
    return other.length() > one.length() ? other : one;
  }

  // ---- the entries

  CellContents entries() {
    return new CellContents() {
      private boolean hides(int row, int of) {
        return covered
            || jacobian
                .source(row, of)
                .filter(cell -> step.cover().hides(jacobian.repeated(), cell))
                .isPresent();
      }

      @Override
      public String text(int row, int of) {
        return hides(row, of)
            ? ""
            : jacobian
                .source(row, of)
                .map(cell -> repeated.entry(cell.row(), cell.column()).text(digits))
                .orElse(NO_PATH);
      }

      @Override
      public Set<CellState> marks(int row, int of) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        if (hides(row, of)) {
          marks.add(CellState.COVERED);
        } else if (jacobian.source(row, of).isEmpty()) {
          marks.add(CellState.BARE);
          return marks;
        }
        if (of == column && !covered) {
          light(marks, row, false);
        }
        return marks;
      }

      @Override
      public String fullText(int row, int of) {
        return hides(row, of)
            ? ""
            : jacobian
                .source(row, of)
                .map(cell -> Numbers.inFull(repeated.get(cell.row(), cell.column())))
                .orElse(texts.get("view.stack.structural"));
      }

      @Override
      public String spoken(int row, int of) {
        String value =
            hides(row, of)
                ? texts.get("say.covered")
                : jacobian.source(row, of).isPresent()
                    ? text(row, of)
                    : texts.get("view.stack.structural");
        return texts.get("view.jacobian.spoken", nameOfRow(row), nameOfColumn(of), value);
      }
    };
  }

  // ---- dL/dZ

  CellContents blames() {
    return new CellContents() {
      private boolean hides(int row) {
        return step.cover().hides(jacobian.blames(), jacobian.output(row));
      }

      private double value(int row) {
        Cell cell = jacobian.output(row);
        return blames.get(cell.row(), cell.column());
      }

      @Override
      public String text(int row, int of) {
        return hides(row) ? "" : Numbers.format(value(row), digits);
      }

      @Override
      public Set<CellState> marks(int row, int of) {
        Set<CellState> marks = EnumSet.noneOf(CellState.class);
        if (hides(row)) {
          marks.add(CellState.COVERED);
        }
        // Which of them a column meets would say where it has a path.
        if (!covered) {
          light(marks, row, true);
        }
        return marks;
      }

      @Override
      public String fullText(int row, int of) {
        return hides(row) ? "" : Numbers.inFull(value(row));
      }

      @Override
      public String spoken(int row, int of) {
        Cell written = step.lesson().convention().turned(jacobian.blames(), jacobian.output(row));
        return texts.get(
            hides(row) ? "say.coveredCell" : "say.input",
            notation.plain(jacobian.blames()),
            written.row() + 1,
            written.column() + 1,
            hides(row) ? "" : Narration.spokenNumber(value(row)));
      }
    };
  }

  // ---- what is left

  /** The gradient in one line, column below column. */
  CellContents gradient() {
    int width = jacobian.blockColumns();
    return new CellContents() {
      @Override
      public String text(int row, int of) {
        return gradient.text(of / width, of % width);
      }

      @Override
      public Set<CellState> marks(int row, int of) {
        Set<CellState> marks = gradient.marks(of / width, of % width);
        if (traces() && of == column) {
          marks.add(CellState.ACTIVE);
        }
        return marks;
      }

      @Override
      public String fullText(int row, int of) {
        return gradient.fullText(of / width, of % width);
      }

      @Override
      public String spoken(int row, int of) {
        return gradient.spoken(of / width, of % width);
      }
    };
  }

  // ---- names

  private String nameOfRow(int row) {
    return notation.entry(jacobian.z(), jacobian.output(row));
  }

  private String nameOfColumn(int of) {
    return notation.entry(jacobian.variable(), jacobian.variable(of));
  }

  /** The z before each row, those that the lit column reaches in the colour of their dL/dz. */
  CellContents rowNames() {
    return new Names() {
      @Override
      public String text(int row, int of) {
        return nameOfRow(row);
      }

      @Override
      public Set<CellState> marks(int row, int of) {
        Set<CellState> marks = EnumSet.of(CellState.BARE);
        if (isOnPath(row) && !covered) {
          marks.add(repeatedIsLeft ? CellState.RIGHT : CellState.LEFT);
        }
        return marks;
      }
    };
  }

  /** The w or x above each column. */
  CellContents columnNames() {
    return new Names() {
      @Override
      public String text(int row, int of) {
        return nameOfColumn(of);
      }

      @Override
      public Set<CellState> marks(int row, int of) {
        return traces() && of == column
            ? EnumSet.of(CellState.BARE, CellState.RESULT)
            : EnumSet.of(CellState.BARE);
      }
    };
  }

  /** Cells that hold words. */
  private abstract static class Names implements CellContents {
    @Override
    public String fullText(int row, int column) {
      return "";
    }

    @Override
    public String spoken(int row, int column) {
      return text(row, column);
    }
  }

  // ---- too many for numbers

  /** All entries that have a path; nothing while they are covered. */
  DotMap.Dots dots() {
    boolean hidden = covered || step.cover().hidesSomeOf(jacobian.repeated());
    return new DotMap.Dots(
        new Shape(jacobian.rows(), jacobian.columns()),
        repeated::largest,
        sink -> {
          if (!hidden) {
            jacobian.paths(sink::dot);
          }
        },
        new Drawn(repeated, jacobian.gradient(), hidden));
  }

  /** What dots depend on. */
  private record Drawn(Matrix numbers, Operand gradient, boolean hidden) {}
}
