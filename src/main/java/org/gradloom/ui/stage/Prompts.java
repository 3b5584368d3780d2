package org.gradloom.ui.stage;

import java.util.Optional;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.ui.store.Explore;

/**
 * What a beat wants of the learner at the cells themselves.
 *
 * @param asked what is to be predicted, if anything is
 * @param movable the entry that can be moved, if one can
 */
record Prompts(Optional<Region> asked, Optional<Place.OfCell> movable) {
  static final Prompts NONE = new Prompts(Optional.empty(), Optional.empty());

  static Prompts of(Explore state) {
    return new Prompts(state.asked(), state.nudged());
  }

  /** What is wanted of one matrix, under its one name. */
  Prompts of(Operand canonical, Lesson lesson) {
    return new Prompts(
        asked.filter(region -> lesson.canonical(region.operand()).equals(canonical)),
        movable.filter(place -> lesson.canonical(place.operand()).equals(canonical)));
  }

  boolean asks(Cell cell) {
    return asked.filter(region -> region.holds(cell)).isPresent();
  }

  boolean letsMove(Cell cell) {
    return movable.filter(place -> place.holds(cell)).isPresent();
  }
}
