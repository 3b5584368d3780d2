package org.gradloom.marking;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;

/**
 * A learner's own gradient beside the derived one, both as the lesson's convention lists them.
 *
 * @param gradient under its one name
 * @param yours shaped like {@code derived}, but where it is its transpose
 * @param differing the cells of {@code yours} that do not agree, row by row; all where the shapes
 *     differ
 * @param slips what explains every difference: none where all agree or nothing explains them;
 *     several where these numbers cannot tell them apart, the likeliest first
 */
public record GradientComparison(
    Operand gradient,
    Matrix yours,
    Matrix derived,
    SequencedSet<Cell> differing,
    List<Slip> slips) {

  /** A batch may repeat a sample, and then each of its places is one that may be missing. */
  private static final int MOST_SLIPS = 3;

  /**
   * Compares. A vector may be given as a column.
   *
   * @param yours as the lesson's convention writes it
   * @param rounding how far each number of {@code yours} may be from the one it was rounded from
   * @throws InvalidInput if the place is no gradient of the lesson, or {@code yours} has another
   *     shape and is not its transpose either
   */
  public static GradientComparison of(
      Derivation derivation, Operand named, Matrix yours, Matrix rounding) {
    if (!named.quantity().isGradient()) {
      throw new InvalidInput("compare.noGradient", named.toString());
    }
    Section section = derivation.at(new Place.OfMatrix(named)).section();
    Matrix derived =
        derivation
            .lesson()
            .convention()
            .listed(section.result(), derivation.trace().matrix(section.result()));
    boolean column = section.result().quantity().needsBias() && yours.columns() == 1;
    Matrix own = column ? yours.transposed() : yours;
    Agreement agreement = Agreement.of(own, column ? rounding.transposed() : rounding, derived);
    SequencedSet<Cell> differing = differing(agreement, derived);
    List<Slip> slips =
        differing.isEmpty() ? List.of() : slips(new WrongMethods(derivation, section), agreement);
    if (!own.shape().equals(derived.shape()) && slips.isEmpty()) {
      Notation notation = new Notation(derivation.lesson());
      throw new InvalidInput(
          "compare.shape",
          yours.shape().toString(),
          notation.plain(section.result()),
          derived.shape().toString(),
          notation.plain(section.result().variable()));
    }
    return new GradientComparison(section.result(), own, derived, differing, slips);
  }

  private static SequencedSet<Cell> differing(Agreement agreement, Matrix derived) {
    Matrix yours = agreement.yours();
    boolean alike = yours.shape().equals(derived.shape());
    SequencedSet<Cell> differing = new LinkedHashSet<>();
    for (int i = 0; i < yours.rows(); i++) {
      for (int j = 0; j < yours.columns(); j++) {
        if (!alike || !agreement.holds(i, j, derived.get(i, j))) {
          differing.add(new Cell(i, j));
        }
      }
    }
    return differing;
  }

  private static List<Slip> slips(WrongMethods methods, Agreement agreement) {
    List<Slip> found =
        Stream.concat(methods.modelled(), methods.further())
            .filter(method -> agreement.holdsFor(method.result()))
            .map(method -> method.slip().get())
            .distinct()
            .limit(MOST_SLIPS)
            .toList();
    return found.isEmpty()
        ? methods
            .multiple(agreement.yours())
            .filter(method -> agreement.holdsFor(method.result()))
            .stream()
            .map(method -> method.slip().get())
            .toList()
        : found;
  }

  /** False where {@code yours} is the transpose of a matrix that is not square. */
  public boolean isShapedAlike() {
    return yours.shape().equals(derived.shape());
  }

  /** True if the entry is the derived one, as far as its digits tell. */
  public boolean agrees(Cell cell) {
    return !differing.contains(cell);
  }

  /** How many entries agree. */
  public int agreeing() {
    return yours.shape().size() - differing.size();
  }

  /** Of the cells that differ the one whose numbers are furthest apart. */
  public Cell furthest() {
    return Collections.max(
        differing,
        Comparator.comparingDouble(cell ->
            Math.abs(
                yours.get(cell.row(), cell.column()) - derived.get(cell.row(), cell.column()))));
  }

  /** The term of each entry's sum that the likeliest of what explains it is about. */
  public Optional<Slip.OfTerm> likeliestTerm() {
    return slips.stream().findFirst().flatMap(Slip::ofTerm);
  }

  /** An entry of yours, with as many digits as it takes to differ from the derived one. */
  public String yoursText(Cell cell) {
    return text(yours, cell);
  }

  /** A derived entry, with as many digits as it takes to differ from yours. */
  public String derivedText(Cell cell) {
    return text(derived, cell);
  }

  private String text(Matrix of, Cell cell) {
    double value = of.get(cell.row(), cell.column());
    return isTold(cell) ? Numbers.format(value) : Numbers.inFull(value);
  }

  /** True unless two numbers that differ look alike in the usual digits. */
  private boolean isTold(Cell cell) {
    return !isShapedAlike()
        || agrees(cell)
        || !Numbers.format(yours.get(cell.row(), cell.column()))
            .equals(Numbers.format(derived.get(cell.row(), cell.column())));
  }
}
