package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.SampleSheets;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewNames;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Convention;
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
 * What the cells of the sheets look like, and those of the gradient that they stack to. A sheet's
 * own row looks like that row of the gradient; the rest of it is 0 by structure, which needs no
 * frame.
 */
final class StackContents {
  /** How many numbers of a line are written one by one. */
  private static final int MOST_SAID = 6;

  /** Of how many rows and columns numbers are measured. */
  private static final int MOST_MEASURED = 16;

  private final SampleSheets sheets;
  private final Step step;
  private final Convention convention;
  private final StageContents sum;
  private final Texts texts;
  private final boolean covered;
  private final int digits;

  /**
   * The contents at a state.
   *
   * @param digits how many significant ones a number shows
   */
  StackContents(Explore state, SampleSheets sheets, int digits, Texts texts) {
    this.sheets = sheets;
    this.step = state.step();
    this.convention = state.lesson().convention();
    this.texts = texts;
    this.digits = digits;
    this.covered = step.cover().hides(ViewPart.SHEETS);
    Shown whole = new Shown.Whole(sheets.gradient(), false, convention);
    this.sum =
        new StageContents(
            state.derivation(),
            step,
            new StagePicture.Placed(StageSlot.RESULT, whole),
            step.term(),
            digits,
            Prompts.of(state),
            texts);
  }

  /** True while what is on the sheets is not to be seen. */
  boolean isCovered() {
    return covered;
  }

  /** The longest number that may be seen, reached or not, so that cells keep their size. */
  String longest() {
    Shape inside = sheets.shape();
    String longest = "";
    for (int k = 0; k < Math.min(inside.rows(), MOST_MEASURED); k++) {
      for (int i = 0; i < Math.min(inside.columns(), MOST_MEASURED); i++) {
        Cell cell = new Cell(k, i);
        if (!step.cover().hides(sheets.gradient(), cell)) {
          String text = Numbers.format(sheets.entry(k, cell), digits);
          longest = text.length() > longest.length() ? text : longest;
        }
      }
    }
    return longest;
  }

  /** Rows and columns of a sheet, and of the gradient, as they are written. */
  Shape shape() {
    return convention.turned(sheets.gradient(), sheets.shape());
  }

  /** True if each sample has a column. */
  boolean ofColumns() {
    return convention.samplesAreColumns();
  }

  /** An entry as it is inside, where rows are samples. */
  Cell inside(int row, int column) {
    return convention.turned(sheets.gradient(), new Cell(row, column));
  }

  /** True while the walk is about one cell. */
  boolean traces() {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
  }

  /** What the gradient holds. */
  CellContents sum() {
    return new Lit(sum);
  }

  /** With the whole line of the present sample in the result's colour. */
  private final class Lit implements CellContents {
    private final StageContents own;

    Lit(StageContents own) {
      this.own = own;
    }

    @Override
    public String text(int row, int column) {
      return own.text(row, column);
    }

    @Override
    public Set<CellState> marks(int row, int column) {
      Set<CellState> marks = own.marks(row, column);
      if (!traces() || inside(row, column).row() != sheets.current()) {
        return marks;
      }
      if (marks.contains(CellState.RESULT)) {
        marks.add(CellState.ACTIVE);
      } else if (!marks.contains(CellState.UNREACHED)) {
        marks.add(CellState.RESULT_LINE);
      }
      return marks;
    }

    @Override
    public String fullText(int row, int column) {
      return own.fullText(row, column);
    }

    @Override
    public String spoken(int row, int column) {
      return own.spoken(row, column);
    }
  }

  /** What a sheet holds. */
  CellContents sheet(int sheet) {
    CellContents line = sum();
    return new CellContents() {
      private boolean hasPath(int row, int column) {
        return SampleSheets.hasPath(sheet, inside(row, column));
      }

      @Override
      public String text(int row, int column) {
        return covered ? "" : hasPath(row, column) ? line.text(row, column) : "0";
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        if (covered) {
          return EnumSet.of(CellState.COVERED);
        }
        return hasPath(row, column) ? line.marks(row, column) : EnumSet.of(CellState.BARE);
      }

      @Override
      public String fullText(int row, int column) {
        return covered
            ? ""
            : hasPath(row, column)
                ? line.fullText(row, column)
                : texts.get("view.stack.structural");
      }

      @Override
      public String spoken(int row, int column) {
        String value =
            covered
                ? texts.get("say.covered")
                : hasPath(row, column)
                    ? line.text(row, column)
                    : texts.get("view.stack.structural");
        return texts.get("view.stack.spoken", name(sheet), row + 1, column + 1, value);
      }
    };
  }

  /** dL₄/dX. */
  String name(int sheet) {
    return name(sheet, FormulaStyle.PLAIN);
  }

  /** The same in TeX. */
  String tex(int sheet) {
    return name(sheet, FormulaStyle.TEX);
  }

  private String name(int sheet, FormulaStyle style) {
    return ViewNames.sheet(step.lesson(), sheets.gradient(), Integer.toString(sheet + 1), style);
  }

  /** The names of the samples beside the gradient, the present one in the result's colour. */
  CellContents indices() {
    return new CellContents() {
      private int sample(int row, int column) {
        return Math.max(row, column);
      }

      @Override
      public String text(int row, int column) {
        return texts.get("view.stack.index", sample(row, column) + 1);
      }

      @Override
      public Set<CellState> marks(int row, int column) {
        return traces() && sample(row, column) == sheets.current()
            ? EnumSet.of(CellState.BARE, CellState.RESULT)
            : EnumSet.of(CellState.BARE);
      }

      @Override
      public String fullText(int row, int column) {
        return "";
      }

      @Override
      public String spoken(int row, int column) {
        return text(row, column);
      }
    };
  }

  // ---- what is said of the present line

  private String line() {
    return texts.get(ofColumns() ? "noun.column" : "noun.row");
  }

  /** {@code row 4 comes from sample 4 alone}. */
  String comes() {
    return texts.get("view.stack.comes", line(), sheets.current() + 1);
  }

  /** What the line holds, as far as it is known, and that no other sheet has anything there. */
  String rest() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < sheets.shape().columns(); i++) {
      Cell cell = new Cell(sheets.current(), i);
      if (i == MOST_SAID || sheets.reach(sheets.current(), cell) != ComputedState.KNOWN) {
        numbers.add("…");
        break;
      }
      Cell written = convention.turned(sheets.gradient(), cell);
      numbers.add(
          step.cover().hides(sheets.gradient(), cell)
              ? Numbers.BLANK
              : sum.text(written.row(), written.column()));
    }
    return texts.get(
        "view.stack.rest",
        step.operation() instanceof Operation.Product product
            ? ViewNames.line(step.lesson(), product, Integer.toString(sheets.current() + 1))
            : "",
        "(" + String.join(", ", numbers) + ")",
        sheets.count() - 1,
        line());
  }

  // ---- too many for numbers

  /** The numbers that a sheet has a path to, as far as they are reached and may be seen. */
  DotMap.Dots dots(int sheet) {
    return new DotMap.Dots(
        shape(),
        step.trace().matrix(sheets.gradient())::largest,
        sink -> {
          if (!covered) {
            dotsOf(sheet, sink);
          }
        },
        new Drawn(step.trace().matrix(sheets.gradient()), sheet, known(sheet), covered));
  }

  /** The numbers of the gradient, as far as they are reached and may be seen. */
  DotMap.Dots dotsOfSum() {
    int line = sheets.current();
    return new DotMap.Dots(
        shape(),
        step.trace().matrix(sheets.gradient())::largest,
        sink -> {
          for (int sample = 0; sample <= line; sample++) {
            dotsOf(sample, sink);
          }
        },
        new Drawn(step.trace().matrix(sheets.gradient()), line, known(line), false));
  }

  /** What dots depend on. */
  private record Drawn(Matrix numbers, int sheet, int known, boolean covered) {}

  private void dotsOf(int sample, DotMap.Sink sink) {
    for (int i = 0; i < known(sample); i++) {
      Cell cell = new Cell(sample, i);
      Cell written = convention.turned(sheets.gradient(), cell);
      if (!step.cover().hides(sheets.gradient(), cell)) {
        sink.dot(written.row(), written.column(), sheets.entry(sample, cell));
      }
    }
  }

  /** How many numbers of a sample the walk has come to. */
  private int known(int sample) {
    int inputs = sheets.shape().columns();
    if (sample != sheets.current()) {
      return sample < sheets.current() ? inputs : 0;
    }
    boolean done = sheets.reach(sample, step.cell()) == ComputedState.KNOWN;
    return step.cell().column() + (done ? 1 : 0);
  }
}
