package org.gradloom.export;

import java.util.Optional;
import org.gradloom.derivation.Granularity;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;

/**
 * What is to leave, whatever its form.
 *
 * @param at the place that a picture shows, a page opens at, or whose matrix is meant; empty where
 *     nobody named one
 * @param step how fine the steps of a walk are
 * @param colours of a picture or of slides; a page for a browser has its own, light and dark
 * @param texts the words it is told in
 */
public record ExportOrder(
    Lesson lesson, Optional<Place> at, Granularity step, Tokens colours, Texts texts) {
  /** The same in the colours of another theme. */
  public ExportOrder in(Tokens others) {
    return new ExportOrder(lesson, at, step, others, texts);
  }
}
