package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A lesson with what it was and what was undone. Immutable; whole lessons are kept, which are small
 * and share unchanged matrices, so undo has no limit but memory.
 *
 * <p>A moment may bear marks, to come back to or to make one gesture of all that followed: the
 * numbers before a question, the beginning of a drag. A mark belongs to its moment, so undo and
 * redo carry it along, and a gesture that forgets what was undone forgets the marks there, too.
 */
public final class History {
  /** The lesson as it was at one time, and what that time is called. */
  private record Moment(Lesson lesson, Set<String> marks) {
    Moment with(Set<String> more) {
      if (marks.containsAll(more)) {
        return this;
      }
      Set<String> all = new HashSet<>(marks);
      all.addAll(more);
      return new Moment(lesson, Set.copyOf(all));
    }
  }

  /** One gesture: what it did, and the moment on its other side. */
  private record Gesture(Moment moment, Message done, @Nullable Gesture next) {}

  private final Moment present;
  private final @Nullable Gesture past;
  private final @Nullable Gesture future;

  private History(Moment present, @Nullable Gesture past, @Nullable Gesture future) {
    this.present = present;
    this.past = past;
    this.future = future;
  }

  public static History of(Lesson lesson) {
    return new History(new Moment(lesson, Set.of()), null, null);
  }

  public Lesson present() {
    return present.lesson();
  }

  /** The lesson before all that undo could take back. */
  public Lesson first() {
    Lesson first = present();
    for (Gesture gesture = past; gesture != null; gesture = gesture.next()) {
      first = gesture.moment().lesson();
    }
    return first;
  }

  /** After a gesture; one that changed nothing is not kept. */
  public History commit(Lesson next, Message done) {
    return next.equals(present())
        ? this
        : new History(new Moment(next, Set.of()), new Gesture(present, done, past), null);
  }

  public History undo() {
    return past == null
        ? this
        : new History(past.moment(), past.next(), new Gesture(present, past.done(), future));
  }

  public History redo() {
    return future == null
        ? this
        : new History(future.moment(), new Gesture(present, future.done(), past), future.next());
  }

  /** How many gestures undo could take back. */
  public int gestures() {
    int count = 0;
    for (Gesture gesture = past; gesture != null; gesture = gesture.next()) {
      count++;
    }
    return count;
  }

  /** What undo would take back. */
  public Optional<Message> undoable() {
    return Optional.ofNullable(past).map(Gesture::done);
  }

  /** What redo would do again. */
  public Optional<Message> redoable() {
    return Optional.ofNullable(future).map(Gesture::done);
  }

  /**
   * What was done since the lesson was this one, the first first; empty where it never was this
   * one, or is so only after redo.
   */
  public List<Message> since(Lesson before) {
    List<Message> done = new ArrayList<>();
    Lesson at = present();
    Gesture gesture = past;
    while (!at.equals(before) && gesture != null) {
      done.addFirst(gesture.done());
      at = gesture.moment().lesson();
      gesture = gesture.next();
    }
    return at.equals(before) ? List.copyOf(done) : List.of();
  }

  // ---- marks

  /** The same with a mark at the present. Where a mark stands twice, the later one counts. */
  public History mark(String mark) {
    return new History(present.with(Set.of(mark)), past, future);
  }

  /** The lesson as it was at a mark; empty where none lies at the present or before it. */
  public Optional<Lesson> at(String mark) {
    return has(mark) ? Optional.of(backTo(mark).present()) : Optional.empty();
  }

  private boolean has(String mark) {
    boolean found = present.marks().contains(mark);
    for (Gesture gesture = past; !found && gesture != null; gesture = gesture.next()) {
      found = gesture.moment().marks().contains(mark);
    }
    return found;
  }

  /**
   * At a mark, with everything since undone, so that redo does it again. Unchanged where the mark
   * does not lie before the present.
   */
  public History backTo(String mark) {
    if (!has(mark)) {
      return this;
    }
    History back = this;
    while (!back.present.marks().contains(mark)) {
      back = back.undo();
    }
    return back;
  }

  /**
   * Everything since a mark as one gesture, which undo takes back at once; what can be redone stays
   * so. Marks in between go with their moments. Where all of it changed nothing, no gesture is
   * left. Unchanged where the mark does not lie before the present.
   *
   * @param done what the gesture did
   */
  public History squash(String mark, Message done) {
    if (present.marks().contains(mark) || !has(mark)) {
      return this;
    }
    History marked = backTo(mark);
    return marked.present().equals(present())
        ? new History(marked.present.with(present.marks()), marked.past, future)
        : new History(present, new Gesture(marked.present, done, marked.past), future);
  }
}
