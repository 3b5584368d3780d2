package org.gradloom.marking;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;

/** Another row or column than the one asked for, in the right matrices. */
final class LineMethods {
  /** Among more lines than people fill in by hand, a number is met by chance. */
  static final int MOST_LINES = 16;

  private final Asked asked;
  private final LazyMatrix all;

  private LineMethods(Asked asked) {
    this.asked = asked;
    Matrix inside = asked.derivation().trace().matrix(asked.operand());
    this.all = LazyMatrix.of(asked.lesson().convention().listed(asked.operand(), inside));
  }

  static Stream<WrongMethod> of(Asked asked) {
    LineMethods methods = new LineMethods(asked);
    Cell first = asked.first();
    return switch (asked.region()) {
      case Place.OfMatrix _, Place.OfTerm _ -> Stream.empty();
      case Place.OfCell _ ->
          methods.meetsLines()
              ? Stream.concat(methods.rows(first), methods.columns(first))
              : Stream.empty();
      case Region.OfRow _, Region.OfColumn _ ->
          asked.isRow() ? methods.rows(first) : methods.columns(first);
    };
  }

  /** False where an entry is made of what stands at its own place. */
  private boolean meetsLines() {
    Optional<Operation> operation = asked.section().map(section -> section.operation());
    return operation.isPresent()
        && switch (operation.get()) {
          case Operation.Product _, Operation.BatchSum _ -> true;
          case Operation.Activate _,
              Operation.ActivationGradient _,
              Operation.Probabilities _,
              Operation.RowGradient _,
              Operation.LossTotal _,
              Operation.LossGradient _,
              Operation.Update _,
              Operation.Keep _ ->
              false;
        };
  }

  private Stream<WrongMethod> rows(Cell right) {
    return others(
        all.rows(),
        right.row(),
        row -> method(new Cell(row, right.column()), (_, j) -> all.at(row, j)));
  }

  private Stream<WrongMethod> columns(Cell right) {
    return others(
        all.columns(),
        right.column(),
        column -> method(new Cell(right.row(), column), (i, _) -> all.at(i, column)));
  }

  private static Stream<WrongMethod> others(int lines, int right, IntFunction<WrongMethod> method) {
    return lines > MOST_LINES
        ? Stream.empty()
        : IntStream.range(0, lines).filter(line -> line != right).mapToObj(method);
  }

  private WrongMethod method(Cell taken, Matrix.NumberSource numbers) {
    return WrongMethod.of(
        new Slip.OtherLine(taken), Misconception.M16, new LazyMatrix(all.shape(), numbers));
  }
}
