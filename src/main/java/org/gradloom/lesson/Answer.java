package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/** What answers a question, in the form that its kind asks for. Options and lines count from 0. */
public sealed interface Answer {
  /** The forms an answer can have. */
  enum Kind {
    NUMBER,
    ROW,
    MATRIX,
    SHAPE,
    CHOICE,
    CHOICES,
    ORDER,
    LINES,
    CELLS,
    EXPRESSION,
    PARTS
  }

  /** Its form. */
  default Kind kind() {
    return switch (this) {
      case Scalar _ -> Kind.NUMBER;
      case Row _ -> Kind.ROW;
      case OfMatrix _ -> Kind.MATRIX;
      case OfShape _ -> Kind.SHAPE;
      case Choice _ -> Kind.CHOICE;
      case Choices _ -> Kind.CHOICES;
      case Order _ -> Kind.ORDER;
      case Lines _ -> Kind.LINES;
      case Cells _ -> Kind.CELLS;
      case Expression _ -> Kind.EXPRESSION;
      case Parts _ -> Kind.PARTS;
    };
  }

  /** One number, a fraction as it was typed. */
  record Scalar(Entry value) implements Part {}

  /**
   * The numbers of one line of a matrix, a column's too.
   *
   * @param values 1×M
   */
  record Row(Matrix values) implements Part {
    public Row {
      if (values.rows() != 1) {
        throw new IllegalArgumentException("A row is no " + values.shape());
      }
    }
  }

  /** A whole matrix. */
  record OfMatrix(Matrix values) implements Part {}

  /** How many rows and columns a matrix has. */
  record OfShape(Shape shape) implements Answer {}

  /** The option that is right. */
  record Choice(int option) implements Answer {}

  /**
   * Every option that is right, and no other; none may be.
   *
   * @param options ascending, whatever order they were given in
   */
  record Choices(List<Integer> options) implements Answer {
    public Choices {
      options = options.stream().sorted().distinct().toList();
    }
  }

  /** The options in the order that is right. */
  record Order(List<Integer> options) implements Answer {
    public Order {
      options = List.copyOf(options);
    }
  }

  /** The two lines that meet in a cell: a row of the left factor, a column of the right one. */
  record Lines(int left, int right) implements Part {
    /** The same lines where the transposed product is written, whose factors change sides. */
    public Lines swapped() {
      int first = right;
      return new Lines(first, left);
    }
  }

  /** Cells, each once; their order says nothing. */
  record Cells(List<Place.OfCell> cells) implements Part {
    public Cells {
      cells = cells.stream().distinct().toList();
    }
  }

  /** An expression in NumPy's words. */
  record Expression(String text) implements Part {}

  /**
   * What can answer a part of a question. A part has no kind of its own, so these are the answers
   * that their form alone tells apart; where options are chosen it is their number.
   */
  sealed interface Part extends Answer {}

  /** The answers to the parts of a question, in the order asked. */
  record Parts(List<Part> parts) implements Answer {
    public Parts {
      parts = List.copyOf(parts);
    }

    /** Where a question with options has the number of the one chosen: its first number. */
    public OptionalInt chosen() {
      return IntStream.range(0, parts.size())
          .filter(n -> parts.get(n) instanceof Scalar)
          .findFirst();
    }

    /** The same with one part replaced. */
    public Parts with(int n, Part part) {
      List<Part> others = new ArrayList<>(parts);
      others.set(n, part);
      return new Parts(others);
    }
  }

  /** The same with 0 for every −0, which people do not tell apart. */
  default Answer withPlainZeros() {
    return switch (this) {
      case Scalar(var value) -> new Scalar(plainZero(value));
      case Row(var values) -> new Row(withPlainZeros(values));
      case OfMatrix(var values) -> new OfMatrix(withPlainZeros(values));
      case Parts(var parts) ->
          new Parts(parts.stream().map(Answer::withPlainZeros).map(Part.class::cast).toList());
      case OfShape _, Choice _, Choices _, Order _, Lines _, Cells _, Expression _ -> this;
    };
  }

  private static Matrix withPlainZeros(Matrix matrix) {
    return Matrix.entries(matrix.shape(), (i, j) -> plainZero(matrix.entry(i, j)));
  }

  private static Entry plainZero(Entry entry) {
    return entry.value() == 0 ? Entry.of(0) : entry;
  }

  /** The cells that it names. */
  default Stream<Place.OfCell> places() {
    return switch (this) {
      case Cells(var cells) -> cells.stream();
      case Parts(var parts) -> parts.stream().flatMap(Answer::places);
      case Scalar _,
          Row _,
          OfMatrix _,
          OfShape _,
          Choice _,
          Choices _,
          Order _,
          Lines _,
          Expression _ ->
          Stream.of();
    };
  }
}
