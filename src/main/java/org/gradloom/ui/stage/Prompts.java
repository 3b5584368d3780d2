package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.ui.control.Late;
import org.gradloom.ui.store.Explore;

/**
 * What a beat wants of the learner at the cells themselves.
 *
 * @param asked what is to be predicted, if anything is
 * @param movable the entry that can be moved, if one can
 * @param marked the cells that are marked so far
 * @param reach what numbers may become when the entry is moved, computed for who lays out cells
 */
record Prompts(
    Optional<Region> asked,
    Optional<Place.OfCell> movable,
    Set<Place.OfCell> marked,
    Late<MoveReach> reach) {
  /** Where nothing is asked for and nothing can be moved. */
  static Prompts none() {
    return new Prompts(
        Optional.empty(), Optional.empty(), Set.of(), new Late<>(() -> MoveReach.NONE));
  }

  static Prompts of(Explore state) {
    return new Prompts(
        state.asked(), state.nudged(), state.marked(), new Late<>(() -> MoveReach.of(state)));
  }

  /** What is wanted of one matrix, under its one name. */
  Prompts of(Operand canonical, Lesson lesson) {
    return new Prompts(
        asked.filter(region -> lesson.canonical(region.operand()).equals(canonical)),
        movable.filter(place -> lesson.canonical(place.operand()).equals(canonical)),
        marked.stream()
            .filter(place -> lesson.canonical(place.operand()).equals(canonical))
            .collect(Collectors.toUnmodifiableSet()),
        reach);
  }

  boolean asks(Cell cell) {
    return asked.filter(region -> region.holds(cell)).isPresent();
  }

  boolean hasMarked(Cell cell) {
    return marked.stream().anyMatch(place -> place.holds(cell));
  }

  boolean letsMove(Cell cell) {
    return movable.filter(place -> place.holds(cell)).isPresent();
  }
}
