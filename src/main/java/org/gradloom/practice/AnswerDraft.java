package org.gradloom.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;

/** An answer while it is given. Everything in it is as the convention writes it. */
public sealed interface AnswerDraft {
  /**
   * The answer that it makes, as it is written.
   *
   * @throws InvalidInput where something is missing or cannot be read, saying what and where
   */
  Answer answer();

  /**
   * Numbers in cells.
   *
   * @param kind whether one number, a line or a matrix is asked
   * @param texts row by row
   */
  record InCells(Answer.Kind kind, Shape shape, List<String> texts) implements AnswerDraft {
    public InCells {
      texts = List.copyOf(texts);
    }

    /** The same with another text in a cell. */
    public InCells with(int index, String text) {
      List<String> all = new ArrayList<>(texts);
      all.set(index, text);
      return new InCells(kind, shape, all);
    }

    @Override
    public Answer answer() {
      List<Entry> entries = new ArrayList<>();
      for (int n = 0; n < texts.size(); n++) {
        entries.add(entry(n));
      }
      return switch (kind) {
        case NUMBER -> new Answer.Scalar(entries.getFirst());
        case ROW ->
            new Answer.Row(Matrix.entries(new Shape(1, entries.size()), (_, j) -> entries.get(j)));
        case MATRIX ->
            new Answer.OfMatrix(
                Matrix.entries(shape, (i, j) -> entries.get(i * shape.columns() + j)));
        case SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS ->
            throw new IllegalStateException(kind + " is no number");
      };
    }

    private Entry entry(int n) {
      if (texts.get(n).isBlank()) {
        throw new InvalidInput(texts.size() == 1 ? "practice.blank.one" : "practice.blank.cells");
      }
      try {
        return Numbers.parse(texts.get(n));
      } catch (InvalidInput wrong) {
        throw texts.size() == 1
            ? wrong
            : new InvalidInput(
                "practice.inCell", n / shape.columns() + 1, n % shape.columns() + 1, wrong.said());
      }
    }
  }

  /** Two sides of a shape. */
  record Sides(String rows, String columns) implements AnswerDraft {
    private static final Pattern SIDE = Pattern.compile("\\s*([1-9]\\d{0,3})\\s*");

    @Override
    public Answer answer() {
      return new Answer.OfShape(new Shape(side(rows), side(columns)));
    }

    private static int side(String text) {
      Matcher matcher = SIDE.matcher(text);
      if (!matcher.matches()) {
        throw new InvalidInput("practice.blank.sides");
      }
      return Integer.parseInt(matcher.group(1));
    }
  }

  /** A line of code. */
  record Code(String text) implements AnswerDraft {
    @Override
    public Answer answer() {
      if (text.isBlank()) {
        throw new InvalidInput("practice.blank.code");
      }
      return new Answer.Expression(text);
    }
  }

  /** The options that are ticked; some hold in every question. */
  record Ticked(Set<Integer> options) implements AnswerDraft {
    public Ticked {
      options = Set.copyOf(options);
    }

    /** With one more, or one less if it was. */
    public Ticked turned(int option) {
      Set<Integer> all = new HashSet<>(options);
      if (!all.remove(option)) {
        all.add(option);
      }
      return new Ticked(all);
    }

    @Override
    public Answer answer() {
      if (options.isEmpty()) {
        throw new InvalidInput("practice.blank.ticks");
      }
      return new Answer.Choices(List.copyOf(options));
    }
  }

  /** The options in an order. */
  record Ordered(List<Integer> options) implements AnswerDraft {
    public Ordered {
      options = List.copyOf(options);
    }

    /** With one moved by so many places. */
    public Ordered moved(int place, int by) {
      int to = Math.clamp(place + (long) by, 0, options.size() - 1);
      List<Integer> all = new ArrayList<>(options);
      Integer moved = all.get(place);
      all.subList(place, place + 1).clear();
      all.add(to, moved);
      return new Ordered(all);
    }

    @Override
    public Answer answer() {
      return new Answer.Order(options);
    }
  }

  /** The two lines that are chosen so far, from 0. */
  record TwoLines(OptionalInt left, OptionalInt right) implements AnswerDraft {
    @Override
    public Answer answer() {
      if (left.isEmpty() || right.isEmpty()) {
        throw new InvalidInput("practice.blank.lines");
      }
      return new Answer.Lines(left.getAsInt(), right.getAsInt());
    }
  }

  /** Cells of a matrix that are marked. */
  record CellSet(Operand matrix, Set<Cell> cells) implements AnswerDraft {
    public CellSet {
      cells = Set.copyOf(cells);
    }

    /** With one more, or one less if it was. */
    public CellSet turned(Cell cell) {
      Set<Cell> all = new HashSet<>(cells);
      if (!all.remove(cell)) {
        all.add(cell);
      }
      return new CellSet(matrix, all);
    }

    @Override
    public Answer answer() {
      if (cells.isEmpty()) {
        throw new InvalidInput("practice.blank.marks");
      }
      return new Answer.Cells(
          cells.stream()
              .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
              .map(cell -> new Place.OfCell(matrix, cell))
              .toList());
    }
  }

  /** The cell that is wrong, what was done there, and what is right. */
  record Correction(Operand matrix, Optional<Cell> cell, OptionalInt reason, String number)
      implements AnswerDraft {
    @Override
    public Answer answer() {
      if (cell.isEmpty()) {
        throw new InvalidInput("practice.blank.wrongCell");
      }
      if (reason.isEmpty()) {
        throw new InvalidInput("practice.blank.reason");
      }
      if (number.isBlank()) {
        throw new InvalidInput("practice.blank.number");
      }
      return new Answer.Parts(
          List.of(
              new Answer.Cells(List.of(new Place.OfCell(matrix, cell.get()))),
              new Answer.Scalar(Entry.of(reason.getAsInt())),
              new Answer.Scalar(Numbers.parse(number))));
    }
  }

  /** An empty one for an exercise. */
  static AnswerDraft empty(Exercise exercise) {
    Answer right = exercise.marker().right();
    return switch (right) {
      case Answer.Scalar _ -> cells(Answer.Kind.NUMBER, new Shape(1, 1));
      case Answer.Row(var values) -> cells(Answer.Kind.ROW, values.shape());
      case Answer.OfMatrix(var values) -> {
        Region of = exercise.ask().of();
        Lesson lesson = exercise.lesson();
        yield cells(
            Answer.Kind.MATRIX,
            of == null ? values.shape() : lesson.convention().turned(of.operand(), values.shape()));
      }
      case Answer.OfShape _ -> new Sides("", "");
      case Answer.Choice _, Answer.Choices _ -> new Ticked(Set.of());
      case Answer.Order(var order) ->
          new Ordered(IntStream.range(0, order.size()).boxed().toList());
      case Answer.Lines _ -> new TwoLines(OptionalInt.empty(), OptionalInt.empty());
      case Answer.Cells(var cells) -> new CellSet(cells.getFirst().operand(), Set.of());
      case Answer.Expression _ -> new Code("");
      case Answer.Parts(var parts) ->
          new Correction(
              parts.getFirst().places().findFirst().orElseThrow().operand(),
              Optional.empty(),
              OptionalInt.empty(),
              "");
    };
  }

  /**
   * One for an exercise of which some is worked out already, whose numbers stand there.
   *
   * @param fading how much of it is left to the learner
   */
  static AnswerDraft begun(Exercise exercise, Fading fading) {
    AnswerDraft empty = empty(exercise);
    Region of = exercise.ask().of();
    if (fading == Fading.ALL || of == null || !(empty instanceof InCells cells)) {
      return empty;
    }
    List<Cell> places = places(exercise.lesson(), of, cells);
    InCells filled = cells;
    List<WorkedExample.WorkedStep> steps =
        WorkedExample.of(exercise).map(WorkedExample::steps).orElse(List.of());
    Derivation derivation = Derivation.of(exercise.lesson());
    for (WorkedExample.WorkedStep step : steps.subList(0, fading.shown(steps.size()))) {
      int index = step.gives().map(places::indexOf).orElse(-1);
      if (index >= 0 && places.size() > 1) {
        Cell cell = places.get(index);
        filled =
            filled.with(
                index,
                derivation
                    .trace()
                    .matrix(exercise.lesson().canonical(of.operand()))
                    .entry(cell.row(), cell.column())
                    .text());
      }
    }
    return filled;
  }

  /** The cells that a draft has numbers for, as they are inside, in its order. */
  private static List<Cell> places(Lesson lesson, Region of, InCells cells) {
    return cells.kind() == Answer.Kind.MATRIX
        ? lesson.convention().turned(of).cells(cells.shape()).stream()
            .map(cell -> lesson.convention().turned(of.operand(), cell))
            .toList()
        : of.cells(lesson.shape(of.operand()));
  }

  private static InCells cells(Answer.Kind kind, Shape shape) {
    return new InCells(kind, shape, Collections.nCopies(shape.size(), ""));
  }
}
