package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.training.TrainingSetup;

/**
 * What the Train screen shows, but for the numbers of the run, which change many times a second and
 * come from the trainer.
 *
 * @param document the setup as a document, with what was done to it
 * @param setup the same, with its data
 * @param known every setup in the document's history, so that undo finds the data of each
 * @param run counts up whenever training begins anew
 * @param playing whether it is to train
 * @param pace steps a second; infinite for as fast as it can
 * @param layer whose matrices are shown, from 0
 * @param chart how the losses are looked at
 * @param byHand weights of this run that were set by hand
 * @param resumes while another screen is shown: whether it trains on as soon as the user is back
 */
public record Training(
    Document document,
    TrainingSetup setup,
    List<TrainingSetup> known,
    long run,
    boolean playing,
    double pace,
    int layer,
    LossChart chart,
    ByHand byHand,
    Optional<Boolean> resumes) {
  public Training {
    known = List.copyOf(known);
  }

  /**
   * A setup that waits for its first step.
   *
   * @param run no earlier run had it, so that the document is numbered by it, too
   */
  static Training opened(TrainingSetup setup, Origin origin, long run, double pace) {
    return new Training(
        Document.opened(run, setup.lesson(), origin),
        setup,
        List.of(setup),
        run,
        false,
        pace,
        setup.lesson().lastLayer() / 2,
        LossChart.FIRST,
        ByHand.NOTHING,
        Optional.empty());
  }

  /** After a change of the setup. */
  Training at(Document changed, TrainingSetup after) {
    List<TrainingSetup> all = new ArrayList<>(known);
    if (!all.contains(after)) {
      all.add(after);
    }
    boolean same = goesOn(setup, after);
    return new Training(
        changed,
        after,
        all,
        same ? run : run + 1,
        playing,
        pace,
        Math.min(layer, after.lesson().lastLayer()),
        chart,
        same ? byHand : ByHand.NOTHING,
        resumes);
  }

  /** The setup of a lesson in the document's history. */
  TrainingSetup setup(Lesson lesson) {
    return known.stream()
        .filter(each -> each.lesson().equals(lesson))
        .findFirst()
        .orElseGet(() -> new TrainingSetup(lesson, renamed(lesson).flatMap(TrainingSetup::data)));
  }

  /** The present setup, if only its title is another. */
  private Optional<TrainingSetup> renamed(Lesson lesson) {
    return Optional.of(setup)
        .filter(present -> present.lesson().withTitle(lesson.title()).equals(lesson));
  }

  /** True if a run on one setup may go on with what else is told by the other. */
  private static boolean goesOn(TrainingSetup before, TrainingSetup after) {
    return learning(before).equals(learning(after))
        && before.lesson().loss().kind() == after.lesson().loss().kind()
        && before.lesson().loss().reduction() == after.lesson().loss().reduction()
        && before.data().equals(after.data())
        && before.plan().optimizer().getClass() == after.plan().optimizer().getClass()
        && before.plan().shuffle() == after.plan().shuffle()
        && before.plan().seed().equals(after.plan().seed());
  }

  /** The layers of a setup, whichever of them are frozen. */
  private static List<Layer> learning(TrainingSetup setup) {
    return setup.lesson().layers().stream().map(layer -> layer.with(Frozen.NOTHING)).toList();
  }

  /** The same setup from its start weights. */
  Training rewound() {
    return new Training(
        document,
        setup,
        known,
        run + 1,
        playing,
        pace,
        layer,
        chart,
        ByHand.NOTHING,
        Optional.empty());
  }

  Training playing(boolean wanted) {
    return new Training(document, setup, known, run, wanted, pace, layer, chart, byHand, resumes);
  }

  Training at(double wanted) {
    return new Training(
        document, setup, known, run, playing, wanted, layer, chart, byHand, resumes);
  }

  Training showing(int wanted) {
    int within = Math.clamp(wanted, 0, setup.lesson().lastLayer());
    return new Training(document, setup, known, run, playing, pace, within, chart, byHand, resumes);
  }

  Training with(LossChart other) {
    return new Training(document, setup, known, run, playing, pace, layer, other, byHand, resumes);
  }

  Training with(ByHand other) {
    return new Training(document, setup, known, run, playing, pace, layer, chart, other, resumes);
  }

  /** A weight set by hand that undo takes back before any change of the setup. */
  Optional<ByHand.Change> undoableByHand() {
    return byHand.undoable(document.history().gestures());
  }

  /** A weight that redo sets again before any change of the setup. */
  Optional<ByHand.Change> redoableByHand() {
    return byHand.redoable(document.history().gestures());
  }

  Training with(Document other) {
    return new Training(other, setup, known, run, playing, pace, layer, chart, byHand, resumes);
  }

  /** Waits while another screen is shown. */
  Training waiting() {
    if (resumes.isPresent()) {
      return this;
    }
    return new Training(
        document, setup, known, run, false, pace, layer, chart, byHand, Optional.of(playing));
  }

  /** Goes on as it did before another screen was shown. */
  Training back() {
    return new Training(
        document,
        setup,
        known,
        run,
        resumes.orElse(playing),
        pace,
        layer,
        chart,
        byHand,
        Optional.empty());
  }
}
