package org.gradloom.ui.store;

import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.text.InvalidInput;

/** Where each action of the walk leads, from where it stands. */
final class Walk {
  private final Derivation derivation;
  private final Step step;
  private final Granularity granularity;

  private Walk(Explore explore) {
    this.derivation = explore.derivation();
    this.step = explore.step();
    this.granularity = explore.granularity();
  }

  /**
   * The step an action arrives at; empty if there is none further on.
   *
   * @throws InvalidInput if it is a place that the walk does not have
   */
  static Optional<Step> from(Explore explore, Action.OfWalk action) {
    return new Walk(explore).arrive(action);
  }

  private Optional<Step> arrive(Action.OfWalk action) {
    return switch (action) {
      case Action.Go(var place) -> Optional.of(derivation.at(place));
      case Action.Choose(var operand, var cell) ->
          derivation
              .useOf(step, operand, cell)
              .or(() -> derivation.placeOf(operand, cell))
              .map(this::lastTerm);
      case Action.Seek(long term) ->
          Optional.of(unitAt(Math.clamp(term, 0, derivation.size(Granularity.TERM) - 1)));
      case Action.Forward(var by) -> forward(by);
      case Action.Back(var by) -> Optional.of(back(by));
      case Action.NextPhase _ -> Optional.of(nextPhase());
      case Action.PreviousPhase _ -> Optional.of(previousPhase());
      case Action.First _ -> Optional.of(first());
      case Action.Last _ -> Optional.of(last());
    };
  }

  private Step first() {
    return derivation.at(Granularity.TERM, 0);
  }

  private Step last() {
    return derivation.at(granularity, derivation.size(granularity) - 1);
  }

  /** A chosen cell is shown with all its terms, so that one can step back through them. */
  private Step lastTerm(Place place) {
    return inGranularity(derivation.at(place));
  }

  /** The same place as the present granularity sees it, but never coarser than its cell. */
  private Step inGranularity(Step at) {
    Granularity finest = granularity == Granularity.TERM ? Granularity.TERM : Granularity.CELL;
    return derivation.at(finest, derivation.indexOf(finest, at));
  }

  /** Where a timeline's knob lands: the term itself, or the unit that holds it. */
  private Step unitAt(long term) {
    Step at = derivation.at(Granularity.TERM, term);
    return derivation.at(granularity, derivation.indexOf(granularity, at));
  }

  private Optional<Step> forward(Granularity by) {
    long index = derivation.indexOf(by, step);
    // A unit that is only begun is finished first.
    long next = isComplete(by, index) ? index + 1 : index;
    return next < derivation.size(by) ? Optional.of(derivation.at(by, next)) : Optional.empty();
  }

  private Step back(Granularity by) {
    long previous = derivation.indexOf(by, step) - 1;
    return previous >= 0 ? derivation.at(by, previous) : first();
  }

  private Step nextPhase() {
    long next = derivation.indexOf(Granularity.PHASE, step) + 1;
    return next < derivation.size(Granularity.PHASE) ? unitAt(phaseStart(next)) : last();
  }

  private Step previousPhase() {
    long phase = derivation.indexOf(Granularity.PHASE, step);
    Step start = unitAt(phaseStart(phase));
    return phase > 0 && start.place().equals(step.place()) ? unitAt(phaseStart(phase - 1)) : start;
  }

  /** The number of a phase's first term. */
  private long phaseStart(long phase) {
    return phase == 0
        ? 0
        : derivation.indexOf(Granularity.TERM, derivation.at(Granularity.PHASE, phase - 1)) + 1;
  }

  /** True if the walk stands at the end of the unit with this number. */
  private boolean isComplete(Granularity by, long index) {
    long end = derivation.indexOf(Granularity.TERM, derivation.at(by, index));
    return derivation.indexOf(Granularity.TERM, step) >= end;
  }

  /** The same term, seen alone or as part of its unit: another granularity keeps the place. */
  static Step seenBy(Explore explore, Granularity other) {
    return new Walk(explore).seenBy(other);
  }

  private Step seenBy(Granularity other) {
    Step term = derivation.at(Granularity.TERM, derivation.indexOf(Granularity.TERM, step));
    long unit = derivation.indexOf(other, term);
    return isComplete(other, unit) ? derivation.at(other, unit) : term;
  }

  /**
   * The same place in a walk through other numbers, or the nearest there is where matrices shrank
   * or went.
   */
  static Step nearest(Explore explore, Derivation other) {
    Step step = explore.step();
    Section section = nearestSection(explore.derivation(), other, step.section());
    Cell cell =
        new Cell(
            Math.min(step.cell().row(), section.shape().rows() - 1),
            Math.min(step.cell().column(), section.shape().columns() - 1));
    int term = step.isLastTerm() ? section.terms() - 1 : Math.min(step.term(), section.terms() - 1);
    Step found = other.at(new Place.OfTerm(section.result(), cell, term));
    return other.at(step.granularity(), other.indexOf(step.granularity(), found));
  }

  /** The same matrix, whatever it is called now; where it went, the next of the old walk. */
  private static Section nearestSection(Derivation before, Derivation other, Section wanted) {
    return before.sections().stream()
        .skip(wanted.index())
        .flatMap(section -> sectionOf(other, section.result()).stream())
        .findFirst()
        .orElseGet(() -> other.sections().getLast());
  }

  private static Optional<Section> sectionOf(Derivation derivation, Operand named) {
    if (!derivation.lesson().has(named)) {
      return Optional.empty();
    }
    Operand result = derivation.lesson().canonical(named);
    return derivation.sections().stream()
        .filter(section -> section.result().equals(result))
        .findFirst();
  }
}
