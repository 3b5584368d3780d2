package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.text.Message;
import org.gradloom.training.Command;

/**
 * The weights of a run that were set by hand. They are no part of the document, whose layers hold
 * the start weights, but are undone and redone in turn with its changes.
 *
 * @param done what is set now, the first first
 * @param undone what was taken back, the last taken back last
 */
public record ByHand(List<Change> done, List<Change> undone) {
  static final ByHand NOTHING = new ByHand(List.of(), List.of());

  public ByHand {
    done = List.copyOf(done);
    undone = List.copyOf(undone);
  }

  /**
   * One weight or bias.
   *
   * @param set what the trainer was told
   * @param back what takes it back
   * @param said what undo calls it
   * @param gestures how many changes the document had by then
   */
  public record Change(Command set, Command back, Message said, int gestures) {}

  ByHand with(Change change) {
    return new ByHand(longer(done, change), List.of());
  }

  /** What undo takes back before any change of the document, of which there are so many. */
  Optional<Change> undoable(int gestures) {
    return last(done, gestures);
  }

  /** What redo does again before any change of the document, of which there are so many. */
  Optional<Change> redoable(int gestures) {
    return last(undone, gestures);
  }

  /** True if this is what was set last. */
  boolean endsWith(Command set) {
    return !done.isEmpty() && done.getLast().set().equals(set);
  }

  ByHand undo() {
    return new ByHand(done.subList(0, done.size() - 1), longer(undone, done.getLast()));
  }

  ByHand redo() {
    return new ByHand(longer(done, undone.getLast()), undone.subList(0, undone.size() - 1));
  }

  /** Once the document changes in another way than redo would. */
  ByHand withoutUndone() {
    return new ByHand(done, List.of());
  }

  private static Optional<Change> last(List<Change> changes, int gestures) {
    return changes.isEmpty() || changes.getLast().gestures() != gestures
        ? Optional.empty()
        : Optional.of(changes.getLast());
  }

  private static List<Change> longer(List<Change> changes, Change last) {
    List<Change> all = new ArrayList<>(changes);
    all.add(last);
    return all;
  }
}
