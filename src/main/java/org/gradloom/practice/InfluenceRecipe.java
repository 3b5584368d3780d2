package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Asks which cells change when one entry does: an input in Z, a weight in Z, a blame in dW, a blame
 * in dX.
 */
record InfluenceRecipe() implements Recipe {
  /**
   * An entry of one matrix, and the cells of another that are made of it.
   *
   * @param row whether those are its row, and else its column
   */
  private record Path(MatrixSymbol of, MatrixSymbol in, boolean row) {}

  private static final List<Path> BY_LEVEL =
      List.of(
          new Path(MatrixSymbol.X, MatrixSymbol.Z, true),
          new Path(MatrixSymbol.W, MatrixSymbol.Z, false),
          new Path(MatrixSymbol.DZ, MatrixSymbol.DW, false),
          new Path(MatrixSymbol.DZ, MatrixSymbol.DX, true));

  /** A line of one cell would be found without thinking. */
  @Override
  public Sizes fitting(Sizes sizes) {
    return new Sizes(
        Math.max(sizes.samples(), 2), Math.max(sizes.features(), 2), Math.max(sizes.neurons(), 2));
  }

  @Override
  public Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts) {
    Lesson lesson = PlainLayer.of(draw, numbers);
    Path path = BY_LEVEL.get(draw.level() - 1);
    Operand of = lesson.canonical(new Operand(0, path.of()));
    Operand in = lesson.canonical(new Operand(0, path.in()));
    Shape shape = lesson.shape(of);
    Cell cell = new Cell(numbers.index(shape.rows()), numbers.index(shape.columns()));
    Answer.Cells right = cells(lesson, in, path.row(), path.row() ? cell.row() : cell.column());
    List<Beat.Wrong> wrong = wrong(lesson, in, path, cell, right);
    Notation notation = new Notation(lesson);
    String entry = notation.entry(of, cell);
    String matrix = notation.plain(in);
    boolean written = path.row() != lesson.convention().turns(in);
    Derivation derivation = Derivation.of(lesson);
    return Optional.of(
        new Drawn(
            lesson,
            new Beat.Ask(Answer.Kind.CELLS, null, null, List.of(), wrong, right, false),
            Message.of("practice.ask.influence", entry, matrix),
            Message.of("practice.say.influence", notation.plain(of)),
            List.of(
                Message.of("practice.hint.influence", entry),
                Message.of("practice.hint.influence.where", entry, matrix, notation.plain(of)),
                Message.of(
                    written ? "practice.hint.influence.row" : "practice.hint.influence.column",
                    matrix,
                    right.cells().size())),
            new Place.OfMatrix(in),
            List.of(new Place.OfMatrix(in)),
            Stream.of(MatrixSymbol.X, MatrixSymbol.W, MatrixSymbol.DZ)
                .filter(symbol -> isShown(symbol, path))
                .map(symbol -> PlainLayer.given(derivation, new Operand(0, symbol)))
                .toList()));
  }

  private static boolean isShown(MatrixSymbol symbol, Path path) {
    return switch (path.in()) {
      case Z -> symbol != MatrixSymbol.DZ;
      case DW -> symbol != MatrixSymbol.W;
      case DX -> symbol != MatrixSymbol.X;
      case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT -> false;
    };
  }

  private static Answer.Cells cells(Lesson lesson, Operand in, boolean row, int line) {
    Shape shape = lesson.shape(in);
    return new Answer.Cells(
        IntStream.range(0, row ? shape.columns() : shape.rows())
            .mapToObj(n -> new Place.OfCell(in, row ? new Cell(line, n) : new Cell(n, line)))
            .toList());
  }

  /**
   * A column for a row or the reverse, by either index of the entry; the cell at the same place;
   * all of dX where samples are mixed up.
   */
  private static List<Beat.Wrong> wrong(
      Lesson lesson, Operand in, Path path, Cell cell, Answer.Cells right) {
    Shape shape = lesson.shape(in);
    int lines = path.row() ? shape.columns() : shape.rows();
    List<Beat.Wrong> wrong = new ArrayList<>();
    for (int line : new int[] {cell.column(), cell.row()}) {
      if (line < lines) {
        add(wrong, right, cells(lesson, in, !path.row(), line), Misconception.M16);
      }
    }
    if (cell.row() < shape.rows() && cell.column() < shape.columns()) {
      add(wrong, right, new Answer.Cells(List.of(new Place.OfCell(in, cell))), Misconception.M6);
    }
    if (path.in() == MatrixSymbol.DX) {
      add(
          wrong,
          right,
          new Answer.Cells(
              IntStream.range(0, shape.size())
                  .mapToObj(
                      n -> new Place.OfCell(in, new Cell(n / shape.columns(), n % shape.columns())))
                  .toList()),
          Misconception.M11);
    }
    return wrong;
  }

  private static void add(
      List<Beat.Wrong> wrong, Answer.Cells right, Answer.Cells other, Misconception idea) {
    if (!other.equals(right) && wrong.stream().noneMatch(each -> each.answer().equals(other))) {
      wrong.add(new Beat.Wrong(other, idea));
    }
  }
}
