package org.gradloom.ui.store;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;

/**
 * The open document.
 *
 * @param opening a number that no other document has that was opened on its screen
 * @param history the lesson as it is now, with what was done to it
 * @param saved the lesson as its file or the app holds it
 * @param elsewhere what became of its file meanwhile, which waits for an answer
 */
public record Document(
    long opening, History history, Lesson saved, Origin origin, Optional<Elsewhere> elsewhere) {

  static Document opened(long opening, Lesson lesson, Origin origin) {
    return new Document(opening, History.of(lesson), lesson, origin, Optional.empty());
  }

  public Lesson lesson() {
    return history.present();
  }

  /**
   * True if the other is this document at another time, and no other that was opened since. Both
   * are of the same screen.
   */
  public boolean continues(Document other) {
    return opening == other.opening;
  }

  /** True if closing it would lose work. */
  public boolean isChanged() {
    return !(lesson().equals(saved) || isOfAnotherBeat())
        || elsewhere.equals(Optional.of(new Elsewhere.Deleted()));
  }

  /** With all as it is saved but the numbers, which are a beat's, as undo brings them back. */
  private boolean isOfAnotherBeat() {
    Lesson now = lesson();
    return now.hasNumbersOfAScene()
        && now.telling(saved).equals(now)
        && now.convention() == saved.convention()
        && Objects.equals(now.training(), saved.training());
  }

  /** How many changes of one's own its file does not hold. */
  public int changes() {
    return history.since(saved).size();
  }

  /** The file that Save may write to unasked: it is no other document's than this one. */
  public Optional<Path> ownFile() {
    return origin.file().filter(_ -> rows(lesson()).equals(rows(saved)));
  }

  /** Where the rows come from: with others it is another setup, whatever it is called. */
  private static Optional<DataSource.Rows> rows(Lesson lesson) {
    TrainingPlan plan = lesson.training();
    return plan == null ? Optional.empty() : plan.data().map(DataSource::rows);
  }

  /** The same, once a file holds what its lesson was when it was written. */
  Document savedTo(Path path, Lesson written) {
    return new Document(opening, history, written, origin.savedTo(path), Optional.empty());
  }

  /** The same, once its file is known to hold something. */
  Document holding(Lesson onDisk) {
    return new Document(opening, history, onDisk, origin, Optional.empty());
  }

  /** The same, its present numbers held to be saved, but nothing that was changed of its words. */
  Document withNumbersSaved() {
    return new Document(opening, history, lesson().telling(saved), origin, elsewhere);
  }

  Document with(History history) {
    return new Document(opening, history, saved, origin, elsewhere);
  }

  Document with(Optional<Elsewhere> found) {
    return new Document(opening, history, saved, origin, found);
  }
}
