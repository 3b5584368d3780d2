package org.gradloom.marking;

import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation.Factor;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Message;

/** What the things are called that a reply speaks of. */
final class ReplyNames {
  private final Asked asked;
  private final Lesson lesson;
  private final Notation notation;
  private final Cell cell;

  /**
   * Names around one of the cells that are asked for.
   *
   * @param cell as it is listed
   */
  ReplyNames(Asked asked, Cell cell) {
    this.asked = asked;
    this.lesson = asked.lesson();
    this.notation = new Notation(lesson);
    this.cell = cell;
  }

  Operand operand() {
    return asked.operand();
  }

  String matrix(MatrixSymbol symbol) {
    return notation.plain(lesson.canonical(new Operand(operand().layer(), symbol)));
  }

  /** What is asked for, as a name. */
  Message name() {
    return name(asked.region(), cell);
  }

  Message name(Region region, Cell of) {
    String whole = notation.plain(operand());
    return switch (region) {
      case Place.OfMatrix _ -> plain(whole);
      case Place.OfCell _ -> plain(entry(of));
      case Place.OfTerm(_, _, int term) ->
          Message.of("mark.part." + termKind(), entry(of), term + 1);
      case Region.OfRow _, Region.OfColumn _ ->
          line(asked.isRow(), asked.isRow() ? of.row() : of.column(), whole);
    };
  }

  static Message plain(String text) {
    return Message.of("mark.plain", text);
  }

  String entry(Cell listed) {
    return notation.result(operand(), asked.turned(listed));
  }

  /** What L is asked to depend on: one of its entries or, where several are asked, all of it. */
  String variable() {
    return asked.isOne()
        ? notation.variable(operand(), asked.turned(cell))
        : notation.plain(operand().quantity().isGradient() ? operand().variable() : operand());
  }

  private static Message line(boolean row, int number, String matrix) {
    return Message.of(row ? "mark.row" : "mark.column", number + 1, matrix);
  }

  /** A row of a left factor, as a line of the matrix itself. */
  Message leftLine(Factor factor, Cell of) {
    return line(!factor.transposed(), of.row(), notation.plain(factor.operand()));
  }

  /** A column of a right factor, as a line of the matrix itself. */
  Message rightLine(Factor factor, Cell of) {
    return line(factor.transposed(), of.column(), notation.plain(factor.operand()));
  }

  /**
   * One number of a factor.
   *
   * @param row of the factor as it stands in the product, from 0
   * @param column likewise
   */
  String entry(Factor factor, int row, int column) {
    return notation.entry(factor.operand(), inside(lesson, factor, row, column));
  }

  /** Where one number of a factor stands in the matrix itself, inside. */
  static Cell inside(Lesson lesson, Factor factor, int row, int column) {
    Cell written = factor.transposed() ? new Cell(column, row) : new Cell(row, column);
    return lesson.convention().turned(factor.operand(), written);
  }

  /** True if a cell of what is asked for is one product, and no sum of several. */
  boolean isOneProduct() {
    return asked.section().map(Section::products).orElse(0) == 1;
  }

  /** What the terms of the sum stand for. */
  String termKind() {
    return switch (operand().quantity()) {
      case DW, DB -> "sample";
      case DX -> "neuron";
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, W_NEXT, B_NEXT -> "input";
    };
  }

  /**
   * What a term of the sum stands for: after the products comes the penalty.
   *
   * @param term from 0
   */
  String termKind(int term) {
    int products = asked.section().map(Section::products).orElse(Integer.MAX_VALUE);
    return term < products ? termKind() : "penalty";
  }

  /** A factor's line that meets in the cell or, where more than a cell is asked, all its lines. */
  Message lineOrAll(Factor factor, boolean left) {
    if (!asked.isOne()) {
      return plain(notation.plain(factor.operand()));
    }
    return left ? leftLine(factor, cell) : rightLine(factor, cell);
  }
}
