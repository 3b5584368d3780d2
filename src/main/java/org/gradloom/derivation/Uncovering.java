package org.gradloom.derivation;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;

/** What stays covered where a part of it is shown: all cells of a matrix but one. */
public final class Uncovering {
  private final Derivation derivation;
  private final Region opened;
  private final Operand matrix;

  private Uncovering(Derivation derivation, Region opened) {
    this.derivation = derivation;
    this.opened = opened;
    this.matrix = derivation.lesson().canonical(opened.operand());
  }

  /**
   * What is still covered once a region is shown. What views add beside numbers is shown with it.
   *
   * @param items what was covered
   * @param opened a region that the lesson has
   */
  public static List<Coverable> rest(
      Derivation derivation, Collection<? extends Coverable> items, Region opened) {
    Uncovering uncovering = new Uncovering(derivation, opened);
    return items.stream().flatMap(uncovering::rest).distinct().toList();
  }

  private Stream<Coverable> rest(Coverable item) {
    return switch (item) {
      case ViewPart _ -> Stream.of();
      case Region region ->
          lesson().has(region.operand()) && lesson().canonical(region.operand()).equals(matrix)
              ? restOf(region).map(Coverable.class::cast)
              : Stream.of(region);
    };
  }

  private Stream<Region> restOf(Region covered) {
    return switch (covered) {
      case Place.OfTerm term -> opens(term) ? Stream.of() : Stream.of(term);
      case Place.OfMatrix _, Place.OfCell _, Region.OfRow _, Region.OfColumn _ ->
          covered.cells(lesson().shape(matrix)).stream().flatMap(this::restOf);
    };
  }

  private boolean opens(Place.OfTerm covered) {
    return opened instanceof Place.OfTerm(_, var cell, int term)
        ? cell.equals(covered.cell()) && term == covered.term()
        : opened.holds(covered.cell());
  }

  private Stream<Region> restOf(Cell cell) {
    if (!opened.holds(cell)) {
      return Stream.of(new Place.OfCell(matrix, cell));
    }
    return opened instanceof Place.OfTerm(_, _, int shown)
        ? IntStream.range(0, terms())
            .filter(term -> term != shown)
            .mapToObj(term -> new Place.OfTerm(matrix, cell, term))
        : Stream.of();
  }

  /** How many terms a cell of the matrix has; an input has none. */
  private int terms() {
    return derivation.sections().stream()
        .filter(section -> section.result().equals(matrix))
        .mapToInt(Section::terms)
        .findFirst()
        .orElse(0);
  }

  private Lesson lesson() {
    return derivation.lesson();
  }
}
