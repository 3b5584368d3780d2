package org.gradloom.marking;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;

/** Wrong ways with one product of a cell's sum. */
final class TermMethods {
  private final Walked walked;
  private final Operation.Product product;
  private final LazyMatrix left;
  private final LazyMatrix right;

  /** As it is listed. */
  private final Cell cell;

  private final int term;

  private TermMethods(Walked walked, Operation.Product product, Cell cell, int term) {
    this.walked = walked;
    this.product = product;
    this.left = walked.written(product.left());
    this.right = walked.written(product.right());
    this.cell = cell;
    this.term = term;
  }

  static Stream<WrongMethod> of(Asked asked, Section section, Place.OfTerm place) {
    return section.operation() instanceof Operation.Product product
            && place.term() < section.products()
        ? new TermMethods(
                new Walked(asked.derivation(), section), product, asked.first(), place.term())
            .all()
        : Stream.empty();
  }

  private Stream<WrongMethod> all() {
    Stream<WrongMethod> negated =
        walked.quantity().isGradient()
            ? Stream.of(number(new Slip.Negated(), Misconception.M12, -number(cell, term)))
            : Stream.empty();
    return Stream.of(
            Stream.of(
                number(oneOf(product.left(), cell.row(), term), Misconception.M7, leftNumber()),
                number(
                    oneOf(product.right(), term, cell.column()), Misconception.M7, rightNumber())),
            negated,
            lines(left.rows()).mapToObj(row -> new Cell(row, cell.column())).flatMap(this::other),
            lines(right.columns())
                .mapToObj(column -> new Cell(cell.row(), column))
                .flatMap(this::other),
            lines(walked.section().products())
                .filter(other -> other != term)
                .mapToObj(other ->
                    number(new Slip.OtherTerm(other), Misconception.M16, number(cell, other))))
        .flatMap(each -> each);
  }

  private static IntStream lines(int count) {
    return count > LineMethods.MOST_LINES ? IntStream.empty() : IntStream.range(0, count);
  }

  private Stream<WrongMethod> other(Cell taken) {
    return taken.equals(cell)
        ? Stream.empty()
        : Stream.of(number(new Slip.OtherLine(taken), Misconception.M16, number(taken, term)));
  }

  private double leftNumber() {
    return left.at(cell.row(), term);
  }

  private double rightNumber() {
    return right.at(term, cell.column());
  }

  private double number(Cell of, int k) {
    return left.at(of.row(), k) * right.at(k, of.column());
  }

  private Slip oneOf(Operation.Factor factor, int row, int column) {
    return new Slip.OneEntry(
        factor.operand(), ReplyNames.inside(walked.lesson(), factor, row, column));
  }

  /** The same number wherever it is asked. */
  private WrongMethod number(Slip slip, Misconception misconception, double value) {
    return WrongMethod.of(
        slip, misconception, new LazyMatrix(walked.right().shape(), (_, _) -> value));
  }
}
