package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.FlowPane;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Given;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.CellSize;
import org.gradloom.ui.control.CellState;

/** The matrices of an exercise, those that are given and the one that is asked about. */
final class ExerciseMatrices {
  /** So many columns and rows in all stand beside each other in large cells. */
  private static final int MOST_COLUMNS_NORMAL = 9;

  private static final int MOST_ROWS_NORMAL = 5;
  private static final int MOST_COLUMNS_MEDIUM = 14;
  private static final int MOST_ROWS_MEDIUM = 8;

  private final Exercise exercise;
  private final Texts texts;
  private final TexRenderer renderer;
  private final List<ExerciseGrid> given = new ArrayList<>();
  private final FlowPane row = new FlowPane();

  ExerciseMatrices(Exercise exercise, Texts texts, TexRenderer renderer) {
    this.exercise = exercise;
    this.texts = texts;
    this.renderer = renderer;
    row.getStyleClass().add("exercise-matrices");
    for (int n = 0; n < exercise.given().size(); n++) {
      Given one = exercise.given().get(n);
      ExerciseGrid grid = grid("given-" + (n + 1), one.operand(), one.numbers().shape(), false);
      write(grid, one);
      given.add(grid);
    }
    row.getChildren().setAll(given);
    resize(Optional.empty());
  }

  private Lesson lesson() {
    return exercise.lesson();
  }

  private ExerciseGrid grid(String id, Operand operand, Shape shape, boolean asked) {
    Notation notation = new Notation(lesson());
    String size = texts.get("caption.brief", shape.rows(), shape.columns());
    String like =
        asked && operand.quantity().isGradient()
            ? texts.get("practice.shapedLike", notation.plain(operand.variable()))
            : "";
    return new ExerciseGrid(
        id,
        shape,
        new ExerciseGrid.Heading(
            notation.tex(operand), notation.plain(operand), (size + " " + like).strip()),
        cell ->
            texts.get("practice.cell", notation.plain(operand), cell.row() + 1, cell.column() + 1),
        renderer,
        texts);
  }

  private void write(ExerciseGrid grid, Given one) {
    Notation notation = new Notation(lesson());
    Matrix numbers = one.numbers();
    int longest = 0;
    for (int i = 0; i < numbers.rows(); i++) {
      for (int j = 0; j < numbers.columns(); j++) {
        String text = numbers.entry(i, j).text(4);
        longest = Math.max(longest, text.length());
        Cell cell = new Cell(i, j);
        grid.cell(cell)
            .show(
                text,
                EnumSet.noneOf(CellState.class),
                notation.entry(one.operand(), cell) + " = " + text);
      }
    }
    grid.fit(longest);
  }

  /** An empty matrix of the walk beside the given ones. */
  ExerciseGrid empty(Operand operand) {
    return grid("asked", operand, lesson().writtenShape(operand), true);
  }

  /** Shows the given ones, and another beside them. */
  FlowPane with(Optional<ExerciseGrid> asked) {
    row.getChildren().setAll(given);
    asked.ifPresent(row.getChildren()::add);
    resize(asked);
    return row;
  }

  private void resize(Optional<ExerciseGrid> asked) {
    List<ExerciseGrid> all = new ArrayList<>(given);
    asked.ifPresent(all::add);
    int columns = all.stream().mapToInt(grid -> grid.shape().columns()).sum();
    int rows = all.stream().mapToInt(grid -> grid.shape().rows()).max().orElse(1);
    CellSize size =
        columns <= MOST_COLUMNS_NORMAL && rows <= MOST_ROWS_NORMAL
            ? CellSize.NORMAL
            : columns <= MOST_COLUMNS_MEDIUM && rows <= MOST_ROWS_MEDIUM
                ? CellSize.MEDIUM
                : CellSize.COMPACT;
    all.forEach(grid -> grid.setSize(size));
  }

  /** The given one that shows a matrix. */
  Optional<ExerciseGrid> of(Operand named) {
    Operand operand = lesson().canonical(named);
    for (int n = 0; n < given.size(); n++) {
      if (lesson().canonical(exercise.given().get(n).operand()).equals(operand)) {
        return Optional.of(given.get(n));
      }
    }
    return Optional.empty();
  }

  /** Lights the lines that meet at a place of the walk, or none. */
  void light(Optional<Place> place) {
    Optional<Step> step = place.map(Derivation.of(lesson())::at);
    for (int n = 0; n < given.size(); n++) {
      Operand operand = lesson().canonical(exercise.given().get(n).operand());
      given.get(n).mark(cell -> states(step, operand, lesson().convention().turned(operand, cell)));
    }
  }

  /** The first cell that is asked about, if it is one of the walk. */
  Optional<Place> asked() {
    Region of = exercise.ask().of();
    if (of == null) {
      return Optional.empty();
    }
    Cell first = of.cells(lesson().shape(of.operand())).getFirst();
    return Optional.of(new Place.OfCell(lesson().canonical(of.operand()), first));
  }

  private Set<CellState> states(Optional<Step> step, Operand operand, Cell inside) {
    EnumSet<CellState> states = EnumSet.noneOf(CellState.class);
    if (step.flatMap(Step::leftLine).filter(line -> isOn(line, operand, inside)).isPresent()) {
      states.add(CellState.LEFT);
    }
    if (step.flatMap(Step::rightLine).filter(line -> isOn(line, operand, inside)).isPresent()) {
      states.add(CellState.RIGHT);
    }
    boolean read =
        step.stream()
            .flatMap(at -> at.reads().stream())
            .anyMatch(each ->
                lesson().canonical(each.operand()).equals(operand) && each.cell().equals(inside));
    if (states.isEmpty() && read && step.flatMap(Step::leftLine).isEmpty()) {
      states.add(CellState.LEFT);
    }
    return states;
  }

  private boolean isOn(OperandLine line, Operand operand, Cell inside) {
    return lesson().canonical(line.operand()).equals(operand) && line.contains(inside);
  }
}
