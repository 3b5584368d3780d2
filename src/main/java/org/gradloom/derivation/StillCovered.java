package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;

/**
 * What stays covered once the question of a beat is answered: of what the beat covers, the numbers
 * that a later beat with the same numbers asks for, and what a view adds that the next beat asks
 * about at the same place. Everything else has done its service. So a beat may cover a whole
 * matrix, ask for one of its cells, and give none of the next questions away.
 */
public final class StillCovered {
  private StillCovered() {}

  /**
   * The cells that stay covered after a beat's answer.
   *
   * @param beat from 0
   */
  public static List<Coverable> after(Lesson lesson, int beat) {
    Beat answered = lesson.beats().get(beat);
    Lesson shown = lesson.in(answered).orElseThrow();
    Cover covered = Cover.of(shown, answered.cover());
    List<Coverable> still = new ArrayList<>();
    for (Beat later : lesson.beats().subList(beat + 1, lesson.beats().size())) {
      Region of = later.ask() == null ? null : later.ask().of();
      if (of != null && Objects.equals(later.scene(), answered.scene())) {
        of.cells(shown.shape(of.operand())).stream()
            .filter(
                cell -> covered.hides(of.operand(), cell) && !asksFor(answered, of, cell, shown))
            .map(cell -> new Place.OfCell(of.operand(), cell))
            .forEach(still::add);
      }
    }
    if (beat + 1 < lesson.beats().size()) {
      still.addAll(partsOf(answered, lesson.beats().get(beat + 1)));
    }
    return still.stream().distinct().toList();
  }

  /** What of a view the next beat covers as well, where it asks at the same place. */
  private static List<Coverable> partsOf(Beat answered, Beat next) {
    boolean here =
        next.ask() != null
            && Objects.equals(next.at(), answered.at())
            && Objects.equals(next.scene(), answered.scene());
    return answered.cover().stream()
        .filter(item ->
            switch (item) {
              case ViewPart _ -> here && next.cover().contains(item);
              case Region _ -> false;
            })
        .map(Coverable.class::cast)
        .toList();
  }

  /** True if a beat asks for the value of a cell, under whatever name. */
  private static boolean asksFor(Beat beat, Region named, Cell cell, Lesson shown) {
    Region of = beat.ask() == null ? null : beat.ask().of();
    return of != null
        && shown.canonical(of.operand()).equals(shown.canonical(named.operand()))
        && isWhole(of)
        && of.holds(cell);
  }

  /** A term is part of its cell's value alone. */
  private static boolean isWhole(Region region) {
    return switch (region) {
      case Place.OfTerm _ -> false;
      case Place.OfMatrix _, Place.OfCell _, Region.OfRow _, Region.OfColumn _ -> true;
    };
  }
}
