package org.gradloom.ui.control;

/**
 * The rows or columns in sight of all there are. Up to {@link #MOST_WHOLE} show whole; of more, a
 * window of {@link #WINDOW} shows, so that a matrix of any size costs a bounded number of nodes.
 *
 * @param count how many there are
 * @param first the first in sight
 * @param visible how many are in sight
 */
record Span(int count, int first, int visible) {
  static final int MOST_WHOLE = 16;
  static final int WINDOW = 12;

  /** The first lines of so many, of which at most {@code most} have room. */
  static Span of(int count, int most) {
    boolean whole = count <= Math.min(most, MOST_WHOLE);
    return new Span(count, 0, whole ? count : Math.min(most, WINDOW));
  }

  boolean isWindow() {
    return visible < count;
  }

  boolean contains(int index) {
    return index >= first && index < first + visible;
  }

  int before() {
    return first;
  }

  int after() {
    return count - first - visible;
  }

  Span startingAt(int start) {
    return new Span(count, Math.clamp(start, 0, count - visible), visible);
  }

  Span movedBy(int lines) {
    return startingAt(first + lines);
  }

  /** Moved as little as brings this line into sight, with a neighbour beside it if three are. */
  Span showing(int index) {
    if (!isWindow()) {
      return this;
    }
    int beside = visible < 3 ? 0 : 1;
    if (index < first + beside) {
      return startingAt(index - beside);
    }
    int last = first + visible - 1;
    return index > last - beside ? startingAt(first + index + beside - last) : this;
  }
}
