package org.gradloom.ui.store;

import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Lesson;

/**
 * Everything the window shows.
 *
 * @param derivation of the document's present lesson
 * @param step where the walk stands; one selection drives every view
 * @param granularity how far a step of the transport goes
 * @param notice what to tell the user about the last action
 */
public record AppState(
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

  public boolean isAtStart() {
    return derivation.indexOf(Granularity.TERM, step) == 0;
  }

  public boolean isAtEnd() {
    return derivation.indexOf(Granularity.TERM, step) == derivation.size(Granularity.TERM) - 1;
  }

  AppState with(Document document) {
    return new AppState(document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Derivation derivation, Step step) {
    return new AppState(document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Step step) {
    return with(derivation, step);
  }

  AppState with(Granularity granularity) {
    return new AppState(document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Playback playback) {
    return new AppState(document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(View view) {
    return new AppState(document, derivation, step, granularity, playback, view, notice);
  }

  AppState with(Optional<Notice> notice) {
    return new AppState(document, derivation, step, granularity, playback, view, notice);
  }
}
