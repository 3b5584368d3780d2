package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marker;

/**
 * One exercise: a lesson of one beat, which asks for something that it covers.
 *
 * @param lesson with its one beat, so that Explore can open it
 * @param given the matrices that are shown with the question
 */
public record Exercise(Draw draw, Lesson lesson, List<Given> given) {
  public Exercise {
    given = List.copyOf(given);
    if (lesson.beats().size() != 1 || lesson.beats().getFirst().ask() == null) {
      throw new IllegalArgumentException("An exercise is one beat that asks");
    }
  }

  /** The one beat. */
  public Beat beat() {
    return lesson.beats().getFirst();
  }

  /** What it asks. */
  public Beat.Ask ask() {
    Beat.Ask ask = beat().ask();
    if (ask == null) {
      throw new IllegalStateException("An exercise is one beat that asks");
    }
    return ask;
  }

  /** Three, each telling more. */
  public List<Wording> hints() {
    return beat().hints();
  }

  /** Marks answers to it. */
  public Marker marker() {
    return new Marker(Derivation.of(lesson), ask());
  }

  /** Where the answer is the value, if it is the value at a place. */
  public Optional<Region> place() {
    return switch (ask().kind()) {
      case NUMBER, ROW, MATRIX -> Optional.ofNullable(ask().of());
      case SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS -> Optional.empty();
    };
  }
}
