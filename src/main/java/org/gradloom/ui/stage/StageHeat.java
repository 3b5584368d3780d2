package org.gradloom.ui.stage;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Cover;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.HeatCell;
import org.gradloom.ui.control.HeatLine;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.HeatMarks;
import org.gradloom.ui.control.HeatReach;
import org.gradloom.ui.control.LineTag;
import org.gradloom.ui.store.Explore;

/**
 * A matrix on the stage as colours. A step only moves its marks; the colours are painted anew when
 * the numbers change.
 */
final class StageHeat implements StageCells {
  private static final int DIGITS = 6;

  /** The marks of a single cell; those of a line go to its frame. */
  private static final Set<CellState> OF_ONE_CELL =
      Set.of(CellState.ACTIVE, CellState.MATCH, CellState.RESULT, CellState.FORMING);

  private final StagePicture.Placed placed;
  private final StageLines lines;
  private final Texts texts;
  private final HeatMap map;
  private Matrix source;
  private Lesson lesson;
  private Cover cover;
  private StageContents faces;
  private Optional<Cell> lastInView = Optional.empty();

  StageHeat(
      StagePicture.Placed placed,
      Explore state,
      Optional<MatrixEditing> editing,
      HeatAxes axes,
      Texts texts) {
    this.placed = placed;
    this.lines = StageLines.of(placed);
    this.texts = texts;
    this.lesson = state.lesson();
    this.source = state.derivation().trace().matrix(placed.shown().operand());
    this.cover = state.derivation().cover();
    this.faces = faces(state, state.step().term());
    this.map = new HeatMap(placed.id(), values(), texts);
    map.setCovered(covered());
    map.setSquareCells(false);
    map.setShowScale(!placed.seat().isOrigin() && placed.seat() != StageSlot.BIAS);
    map.setDescriber(cell -> faces.spoken(cell.row(), cell.column()));
    if (placed.seat().isOrigin()) {
      axes.tieZoom(map);
      map.zoomProperty().subscribe(() -> lastInView.ifPresent(map::reveal));
    } else {
      axes.tie(map, placed.shown().rowDimension(lesson), placed.shown().columnDimension(lesson));
    }
    editing.ifPresent(edits -> {
      map.setMenu(cell -> edits.menu());
      if (edits.isGradient()) {
        map.setOnCompare(edits::compare);
      }
      if (edits.isEditable()) {
        map.setEditor(Optional.of(edits));
      }
    });
  }

  @Override
  public HeatMap control() {
    return map;
  }

  @Override
  public void show(Explore state, int lastTermShown) {
    Matrix now = state.derivation().trace().matrix(placed.shown().operand());
    faces = faces(state, lastTermShown);
    Cover coverNow = state.derivation().cover();
    if (!now.equals(source)
        || !state.lesson().loss().equals(lesson.loss())
        || !coverNow.equals(cover)) {
      source = now;
      lesson = state.lesson();
      cover = coverNow;
      map.setMatrix(values());
      map.setCovered(covered());
    }
    map.setMarks(marks(state, lastTermShown));
    Optional<Cell> inView = lines.inView(state.step());
    // Only when it moves: looking around is not undone by every refresh.
    if (!inView.equals(lastInView)) {
      lastInView = inView;
      inView.ifPresent(map::reveal);
    }
  }

  private StageContents faces(Explore state, int lastTermShown) {
    return new StageContents(
        state.derivation(), state.step(), placed, lastTermShown, DIGITS, Prompts.of(state), texts);
  }

  // ---- numbers

  /** The cells whose numbers must not be seen, row by row. */
  private BitSet covered() {
    Shape shape = placed.shown().shape(lesson);
    BitSet covered = new BitSet();
    if (faces.coversSome()) {
      for (int i = 0; i < shape.rows(); i++) {
        for (int j = 0; j < shape.columns(); j++) {
          covered.set(i * shape.columns() + j, faces.covers(i, j));
        }
      }
    }
    return covered;
  }

  /** The numbers, with a 0 for what is covered: neither a colour nor the scale may tell it. */
  private Matrix values() {
    Matrix all = allValues();
    return faces.coversSome()
        ? Matrix.entries(all.shape(), (i, j) -> faces.covers(i, j) ? Entry.of(0) : all.entry(i, j))
        : all;
  }

  private Matrix allValues() {
    Shape shape = placed.shown().shape(lesson);
    return switch (placed.shown()) {
      case Shown.Whole whole -> whole.turned() ? source.transposed() : source;
      case Shown.Slopes slopes ->
          Matrix.numbers(
              shape,
              (i, j) -> {
                Cell of = slopes.origin(i, j);
                return slopes.activation().slope(source.get(of.row(), of.column()));
              });
      case Shown.OneHot oneHot ->
          Matrix.entries(shape, (i, j) -> Entry.of(oneHot.at(i, j, lesson)));
      case Shown.Ones _ -> Matrix.numbers(shape, (i, j) -> 1);
    };
  }

  // ---- marks

  private HeatMarks marks(Explore state, int lastTermShown) {
    Step step = state.step();
    return new HeatMarks(
        line(state, true),
        line(state, false),
        cell(step, lastTermShown),
        reached(state, lastTermShown));
  }

  private Optional<HeatLine> line(Explore state, boolean isRow) {
    Optional<StageLines.Lit> lit = lines.lit(state.step()).filter(line -> line.isRow() == isRow);
    return lines
        .tag(state, isRow)
        .or(() -> lit.map(line -> new LineTag(line.index(), "", line.role())))
        .map(tag -> new HeatLine(tag, lit.isPresent()));
  }

  private Optional<HeatCell> cell(Step step, int lastTermShown) {
    if (step.granularity() != Granularity.TERM && step.granularity() != Granularity.CELL) {
      return Optional.empty();
    }
    Optional<Cell> lit =
        placed.shown() instanceof Shown.OneHot
            ? Optional.of(step.writtenCell())
            : lines.inView(step);
    return lit.flatMap(cell -> {
      EnumSet<CellState> marks = EnumSet.noneOf(CellState.class);
      marks.addAll(faces.marks(cell.row(), cell.column()));
      if (marks.stream().noneMatch(OF_ONE_CELL::contains)) {
        return Optional.empty();
      }
      boolean forming =
          marks.contains(CellState.FORMING)
              && lastTermShown >= 0
              && !marks.contains(CellState.COVERED);
      OptionalDouble sum =
          forming ? OptionalDouble.of(step.runningSum(lastTermShown)) : OptionalDouble.empty();
      return Optional.of(new HeatCell(cell, marks, sum));
    });
  }

  /**
   * Which cells are known: the walk makes them row by row as they are inside, which is column by
   * column where the matrix is turned.
   */
  private HeatReach reached(Explore state, int lastTermShown) {
    Step step = state.step();
    var operand = placed.shown().operand();
    Shape shape = source.shape();
    Cell last = new Cell(shape.rows() - 1, shape.columns() - 1);
    boolean here = placed.seat() == StageSlot.RESULT;
    boolean isLastTerm = lastTermShown >= step.terms() - 1;
    if (state.derivation().reach(step, operand, last) == ComputedState.KNOWN
        && (!here || isLastTerm)) {
      return HeatReach.ALL;
    }
    if (!here) {
      return HeatReach.NONE;
    }
    long before = (long) step.cell().row() * shape.columns() + step.cell().column();
    return new HeatReach(isLastTerm ? before + 1 : before, placed.shown().turned());
  }
}
