package org.gradloom.lesson;

import java.util.Optional;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A lesson with what it was and what was undone. Immutable; whole lessons are kept, which are small
 * and share unchanged matrices, so undo has no limit but memory.
 */
public final class History {
  /** One gesture: what it did, and the lesson on its other side. */
  private record Gesture(Lesson lesson, Message done, @Nullable Gesture earlier) {}

  private final Lesson present;
  private final @Nullable Gesture past;
  private final @Nullable Gesture future;

  private History(Lesson present, @Nullable Gesture past, @Nullable Gesture future) {
    this.present = present;
    this.past = past;
    this.future = future;
  }

  public static History of(Lesson lesson) {
    return new History(lesson, null, null);
  }

  public Lesson present() {
    return present;
  }

  /** After a gesture; a gesture that changed nothing leaves no mark. */
  public History commit(Lesson next, Message done) {
    return next.equals(present) ? this : new History(next, new Gesture(present, done, past), null);
  }

  public History undo() {
    return past == null
        ? this
        : new History(past.lesson(), past.earlier(), new Gesture(present, past.done(), future));
  }

  public History redo() {
    return future == null
        ? this
        : new History(future.lesson(), new Gesture(present, future.done(), past), future.earlier());
  }

  /** What undo would take back. */
  public Optional<Message> undoable() {
    return Optional.ofNullable(past).map(Gesture::done);
  }

  /** What redo would do again. */
  public Optional<Message> redoable() {
    return Optional.ofNullable(future).map(Gesture::done);
  }
}
