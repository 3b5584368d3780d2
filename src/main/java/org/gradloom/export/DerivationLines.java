package org.gradloom.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** Matrices and cells of one derivation as lines of text; what is covered stays blank. */
final class DerivationLines {
  static final String INDENT = "  ";

  /** Sides of a formula that are longer together stand on lines of their own. */
  private static final int LINE = 100;

  private final Derivation derivation;
  private final Lesson lesson;
  private final Texts texts;
  private final Appendable out;

  DerivationLines(Derivation derivation, Texts texts, Appendable out) {
    this.derivation = derivation;
    this.lesson = derivation.lesson();
    this.texts = texts;
    this.out = out;
  }

  void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  /** Breaks a text at its blanks; later lines stand below the text of the first. */
  void wrapped(String start, String text) throws IOException {
    StringBuilder line = new StringBuilder(start);
    @Nullable String gap = null;
    for (String word : text.split(" ", -1)) {
      if (gap != null && line.length() + 1 + word.length() > LINE) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(start.length()));
        gap = null;
      }
      line.append(gap == null ? "" : gap).append(word);
      gap = " ";
    }
    line(line.toString());
  }

  // ---- matrices

  /** A matrix as it is written. */
  void numbers(Operand operand) throws IOException {
    numbers(operand, false, _ -> false);
  }

  /**
   * A matrix as it is written, or the transpose of that.
   *
   * @param ahead the cells, as they are inside, that the walk has not come to
   */
  void numbers(Operand operand, boolean transposed, Predicate<Cell> ahead) throws IOException {
    boolean turned = transposed != lesson.convention().turns(operand);
    Matrix inside = derivation.trace().matrix(operand);
    Matrix matrix = turned ? inside.transposed() : inside;
    String indent = INDENT + INDENT;
    boolean hides = derivation.cover().hidesSomeOf(operand);
    if (AlignedMatrix.isLarge(matrix.rows(), matrix.columns())) {
      if (hides) {
        // No smallest or largest number that may be a covered one.
        line(indent + texts.get("explain.covered", matrix.shape().toString()));
      } else {
        AlignedMatrix.writeOrSumUp(matrix, indent, texts, out);
      }
      return;
    }
    AlignedMatrix.write(
        matrix.shape(),
        (i, j) -> {
          Cell cell = turned ? new Cell(j, i) : new Cell(i, j);
          return hides && derivation.cover().hides(operand, cell)
              ? Numbers.BLANK
              : ahead.test(cell) ? "·" : matrix.entry(i, j).text();
        },
        indent,
        out);
  }

  // ---- cells

  /** One cell on a line, or on several where its sum is long. */
  void cell(Section section, Cell cell) throws IOException {
    Formula formula = Formula.of(at(section, cell));
    List<String> sides = new ArrayList<>();
    sides.add(formula.plain(formula.symbols()));
    sides.add(formula.plain(formula.numbers()));
    sides.add(formula.plain(formula.sum()));
    // A formula leaves out the middle of a sum that is long for a window. Here is room for it.
    boolean shortened = sides.get(0).contains("…") || sides.get(1).contains("…");
    if (shortened && hasSmallOperands(section)) {
      sides = wholeSum(section, cell);
    }
    sides.removeIf(String::isEmpty);
    if (sides.size() > 1 && sides.getLast().equals(sides.get(sides.size() - 2))) {
      sides.removeLast();
    }
    equation(formula.plain(formula.result()), sides);
  }

  /** One cell by its rule alone, without a number of its own. */
  void rule(Section section, Cell cell) throws IOException {
    Formula formula = Formula.of(at(section, cell));
    Expr symbols = formula.symbols();
    equation(
        formula.plain(formula.result()),
        List.of(formula.plain(symbols == null ? formula.general() : symbols)));
  }

  private boolean hasSmallOperands(Section section) {
    return section.operation() instanceof Operation.LossTotal
        ? !AlignedMatrix.isLarge(lesson.outputs().rows(), lesson.outputs().columns())
        : section.terms() <= AlignedMatrix.LARGEST_SIDE + 1;
  }

  /** Every term of a sum in symbols, in numbers, and as its value. */
  private List<String> wholeSum(Section section, Cell cell) {
    Formula formula = Formula.whole(at(section, cell));
    List<String> sides = new ArrayList<>();
    sides.add(formula.plain(formula.symbols()));
    sides.add(formula.plain(formula.numbers()));
    for (Expr side : formula.sum()) {
      if (!formula.plain(side).equals(sides.getLast())) {
        sides.add(formula.plain(side));
      }
    }
    return sides;
  }

  private void equation(String left, List<String> sides) throws IOException {
    String whole =
        INDENT + left + " " + sides.stream().map(Formula::equal).collect(Collectors.joining(" "));
    if (whole.length() <= LINE) {
      line(whole);
      return;
    }
    line(INDENT + left);
    for (String side : sides) {
      String equal = Formula.equal(side);
      wrapped(INDENT + INDENT + equal.substring(0, 2), equal.substring(2));
    }
  }

  private Step at(Section section, Cell cell) {
    return derivation.at(new Place.OfCell(section.result(), cell));
  }
}
