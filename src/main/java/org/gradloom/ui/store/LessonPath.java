package org.gradloom.ui.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.StillCovered;
import org.gradloom.derivation.Uncovering;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.text.InvalidInput;

/**
 * The way through a lesson's beats: the one that was reached last, and what was made of each
 * question. Whether the learner is on this way or has left it is not kept: it shows in the place
 * and the numbers, so that whoever goes back to them is on it again.
 *
 * @param index of the beat, from 0
 * @param tries of the beats whose question was tried, by index
 * @param marked the cells marked so far where the present question asks for cells
 */
public record LessonPath(int index, Map<Integer, Tries> tries, Set<Place.OfCell> marked) {
  public LessonPath {
    tries = Map.copyOf(tries);
    marked = Set.copyOf(marked);
  }

  static LessonPath first() {
    return new LessonPath(0, Map.of(), Set.of());
  }

  /** At another beat, where nothing is marked yet. */
  LessonPath at(int other) {
    return other == index ? this : new LessonPath(other, tries, Set.of());
  }

  /** What was made of the present question. */
  public Tries here() {
    return tries.getOrDefault(index, Tries.NONE);
  }

  LessonPath with(Tries made) {
    Map<Integer, Tries> all = new HashMap<>(tries);
    all.put(index, made);
    return new LessonPath(index, all, Set.of());
  }

  /** With one more cell marked, or one less if it was. */
  LessonPath marking(Place.OfCell cell) {
    Set<Place.OfCell> all = new HashSet<>(marked);
    if (!all.remove(cell)) {
      all.add(cell);
    }
    return new LessonPath(index, tries, all);
  }

  /** Without what is not said yet. */
  public LessonPath unmarked() {
    return new LessonPath(index, tries, Set.of());
  }

  /** The same in a lesson that may have fewer beats; nothing in one without. */
  Optional<LessonPath> in(Lesson lesson) {
    return lesson.beats().isEmpty()
        ? Optional.empty()
        : Optional.of(at(Math.min(index, lesson.beats().size() - 1)));
  }

  /** The present beat. */
  public Beat beat(Lesson lesson) {
    return lesson.beats().get(index);
  }

  /** True if the present beat asks for what was neither said nor shown yet. */
  public boolean isAsking(Lesson lesson) {
    return beat(lesson).ask() != null && !here().isOver();
  }

  /** The numbers that the present beat speaks of; every beat is in a scene. */
  Lesson home(Lesson lesson) {
    return lesson.in(beat(lesson)).orElse(lesson);
  }

  /** Where the present beat stands in a walk; nothing where it stays wherever one is. */
  static Optional<Step> stepOf(Beat beat, Derivation derivation) {
    Place at = beat.at();
    if (at == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(derivation.at(at));
    } catch (InvalidInput e) {
      // Own numbers may have fewer rows, and a document may name a term that there is not.
      return Optional.empty();
    }
  }

  /**
   * True if a walk stands where the present beat does; where any entry of a matrix may be moved, at
   * any slope of it.
   */
  boolean isAt(Step step, Derivation derivation) {
    Beat beat = beat(derivation.lesson());
    return beat.at() == null
        || stepOf(beat, derivation).filter(at -> at.place().equals(step.place())).isPresent()
        || isAtSlope(beat, step);
  }

  private static boolean isAtSlope(Beat beat, Step step) {
    return beat.nudge() instanceof Place.OfMatrix(var moved)
        && NudgeEffect.gradientBy(moved)
            .map(step.lesson()::canonical)
            .filter(step.result()::equals)
            .isPresent();
  }

  /** True if a place is seen in the way of the present beat. */
  boolean isSeenAs(Perspective perspective, Lesson lesson) {
    return perspective == beat(lesson).view();
  }

  /** True if numbers are those of the present beat, but for what it lets the learner move. */
  boolean hasNumbers(Lesson shown) {
    Lesson home = home(shown);
    Place nudged = isAsking(shown) ? null : beat(shown).nudge();
    return shown.hasNumbersOf(home) || (nudged != null && differsOnlyAt(nudged, shown, home));
  }

  private static boolean differsOnlyAt(Place nudged, Lesson shown, Lesson home) {
    try {
      shown.require(nudged);
      home.require(nudged);
      Edit same =
          switch (nudged) {
            case Place.OfCell(var operand, var cell) -> entry(operand, cell, shown);
            case Place.OfTerm(var operand, var cell, _) -> entry(operand, cell, shown);
            case Place.OfMatrix(var operand) -> new Edit.Replace(operand, shown.input(operand));
          };
      return Edits.apply(home, same).hasNumbersOf(shown);
    } catch (InvalidInput e) {
      return false;
    }
  }

  private static Edit entry(Operand operand, Cell cell, Lesson shown) {
    return new Edit.SetEntry(operand, cell, shown.input(operand).entry(cell.row(), cell.column()));
  }

  /** What the present beat still covers. */
  Collection<Coverable> covered(Derivation derivation) {
    Beat beat = beat(derivation.lesson());
    Beat.Ask ask = beat.ask();
    if (!here().isOver()) {
      return beat.coveredWhileAsked();
    }
    if (ask == null) {
      return List.of();
    }
    Region answered = ask.of();
    return answered == null
        ? StillCovered.after(derivation.lesson(), index)
        : Uncovering.rest(derivation, beat.cover(), answered);
  }
}
