package org.gradloom.ui.store;

import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;

/**
 * Everything the window shows.
 *
 * @param screen the one that is shown
 * @param training the Train screen's own document; absent until it is first shown
 * @param document Explore's own document
 * @param derivation of the document's present lesson
 * @param step where the walk stands; one selection drives every view
 * @param granularity how far a step of the transport goes
 * @param notice what to tell the user about the last action
 */
public record AppState(
    Screen screen,
    Optional<Training> training,
    Document document,
    Derivation derivation,
    Step step,
    Granularity granularity,
    Playback playback,
    View view,
    Optional<Notice> notice) {

  /** A document at its first term. */
  public static AppState opened(Derivation derivation, Origin origin, View view) {
    return new AppState(
        Screen.EXPLORE,
        Optional.empty(),
        Document.opened(derivation.lesson(), origin),
        derivation,
        derivation.at(Granularity.TERM, 0),
        Granularity.TERM,
        new Playback(false, 1),
        view,
        Optional.empty());
  }

  public Lesson lesson() {
    return document.lesson();
  }

  /** The document that a screen works on, if it has one yet. */
  public Optional<Document> document(Screen of) {
    return switch (of) {
      case EXPLORE -> Optional.of(document);
      case TRAIN -> training.map(Training::document);
    };
  }

  /** The document that the shown screen works on: what is saved, undone and closed there. */
  public Document current() {
    return document(screen).orElse(document);
  }

  /** True if Explore shows a step of a training that waits to go on. */
  public boolean isFrozenStep() {
    TrainingPlan plan = lesson().training();
    return plan != null
        && plan.step().isPresent()
        && training.filter(waits -> waits.setup().plan().data().equals(plan.data())).isPresent();
  }

  public boolean isAtStart() {
    return derivation.indexOf(Granularity.TERM, step) == 0;
  }

  public boolean isAtEnd() {
    return derivation.indexOf(Granularity.TERM, step) == derivation.size(Granularity.TERM) - 1;
  }

  /** A screen's document replaced by the same one, saved. */
  AppState with(Screen of, Document saved) {
    return switch (of) {
      case EXPLORE -> with(saved);
      case TRAIN -> training.map(present -> with(present.with(saved))).orElse(this);
    };
  }

  AppState with(Document document) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Derivation derivation, Step step) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Step step) {
    return with(derivation, step);
  }

  AppState with(Granularity granularity) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Playback playback) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(View view) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Optional<Notice> notice) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Screen screen) {
    return new AppState(
        screen, training, document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Training training) {
    return new AppState(
        screen,
        Optional.of(training),
        document,
        derivation,
        step,
        granularity,
        playback,
        view,
        notice);
  }
}
