package org.gradloom.derivation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What of a lesson is hidden until the learner has said them. Whoever shows, says or copies a
 * number asks here first; {@link Step} asks for the numbers that a term brings with it.
 *
 * <p>A matrix is covered under each of its names: a of an identity layer is its z, dX of a layer
 * the dA of the one before. A covered term covers its cell, which would give it away.
 */
public final class Cover {
  private final Lesson lesson;
  private final Set<Coverable> items;
  private final Map<Operand, Hidden> hidden = new HashMap<>();

  /** What of one matrix is covered. */
  private static final class Hidden {
    private boolean whole;

    private final Set<Integer> rows = new HashSet<>();
    private final Set<Integer> columns = new HashSet<>();

    /** Cells with all their terms. */
    private final Set<Cell> cells = new HashSet<>();

    /** Cells that some of their terms cover. */
    private final Set<Cell> cellsOfTerms = new HashSet<>();

    private final Set<Place.OfTerm> terms = new HashSet<>();

    void add(Region region) {
      switch (region) {
        case Place.OfMatrix _ -> whole = true;
        case Region.OfRow(_, int row) -> rows.add(row);
        case Region.OfColumn(_, int column) -> columns.add(column);
        case Place.OfCell(_, var cell) -> cells.add(cell);
        case Place.OfTerm(var operand, var cell, int term) -> {
          cellsOfTerms.add(cell);
          terms.add(new Place.OfTerm(operand, cell, term));
        }
      }
    }

    boolean hides(Cell cell) {
      return hidesEveryTerm(cell) || cellsOfTerms.contains(cell);
    }

    boolean hidesEveryTerm(Cell cell) {
      return whole
          || rows.contains(cell.row())
          || columns.contains(cell.column())
          || cells.contains(cell);
    }
  }

  private Cover(Lesson lesson, Set<Coverable> items) {
    this.lesson = lesson;
    this.items = items;
    for (Coverable item : items) {
      switch (item) {
        case Region region -> hide(region);
        case ViewPart _ -> {
          // No number of the lesson: the view that shows it asks for it by its name.
        }
      }
    }
  }

  private void hide(Region region) {
    Operand operand = region.operand();
    if (lesson.has(operand)) {
      Operand canonical = lesson.canonical(operand);
      hidden.computeIfAbsent(canonical, _ -> new Hidden()).add(named(region, canonical));
    }
  }

  private static Region named(Region region, Operand operand) {
    return switch (region) {
      case Place.OfMatrix _ -> new Place.OfMatrix(operand);
      case Place.OfCell(_, var cell) -> new Place.OfCell(operand, cell);
      case Place.OfTerm(_, var cell, int term) -> new Place.OfTerm(operand, cell, term);
      case Region.OfRow(_, int row) -> new Region.OfRow(operand, row);
      case Region.OfColumn(_, int column) -> new Region.OfColumn(operand, column);
    };
  }

  /** Nothing is covered. */
  public static Cover nothing(Lesson lesson) {
    return of(lesson, Set.of());
  }

  /** This is covered; regions that the lesson does not have cover nothing. */
  public static Cover of(Lesson lesson, Collection<? extends Coverable> items) {
    return new Cover(lesson, Set.copyOf(items));
  }

  public Set<Coverable> items() {
    return items;
  }

  /** True if what a view adds must not be seen. */
  public boolean hides(ViewPart part) {
    return items.contains(part);
  }

  /** True if an entry's number must not be seen. */
  public boolean hides(Operand operand, Cell cell) {
    Hidden of = of(operand);
    return of != null && of.hides(cell);
  }

  /** True if at least one number of a matrix must not be seen. */
  public boolean hidesSomeOf(Operand operand) {
    return of(operand) != null;
  }

  /** True if the loss must not be seen, nor what would tell it. */
  public boolean hidesLoss() {
    return hidesSomeOf(Operand.ofLoss(MatrixSymbol.L));
  }

  /** True if the value that a term contributes is covered for its own sake. */
  boolean hidesTerm(Operand operand, Cell cell, int term) {
    Hidden of = of(operand);
    return of != null
        && (of.hidesEveryTerm(cell)
            || of.terms.contains(new Place.OfTerm(lesson.canonical(operand), cell, term)));
  }

  private @Nullable Hidden of(Operand operand) {
    return hidden.isEmpty() ? null : hidden.get(lesson.canonical(operand));
  }

  boolean isNothing() {
    return hidden.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Cover cover
            && items.equals(cover.items)
            && lesson.equals(cover.lesson));
  }

  @Override
  public int hashCode() {
    return Objects.hash(lesson, items);
  }
}
