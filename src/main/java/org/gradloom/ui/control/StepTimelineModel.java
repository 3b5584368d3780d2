package org.gradloom.ui.control;

import java.util.List;

/**
 * What a timeline shows: a walk cut into segments, each of some ticks.
 *
 * @param segments in order, each beginning where the one before ends, the first at tick 0
 */
public record StepTimelineModel(List<Segment> segments) {
  public StepTimelineModel {
    segments = List.copyOf(segments);
    long expected = 0;
    for (Segment segment : segments) {
      if (segment.firstTick() != expected) {
        throw new IllegalArgumentException(
            segment.name().whole()
                + " begins at "
                + segment.firstTick()
                + " instead of "
                + expected);
      }
      expected = segment.end();
    }
  }

  /**
   * A stretch of the walk.
   *
   * @param name what stands below the bar where there is room for it
   * @param group segments of one group stand closer together
   * @param ticks how many places it has, at least one
   * @param hoverText the whole name
   */
  public record Segment(Name name, int group, long firstTick, long ticks, String hoverText) {
    public Segment {
      if (ticks < 1) {
        throw new IllegalArgumentException(name.whole() + " has no ticks");
      }
    }

    /** The first tick after it. */
    public long end() {
      return firstTick + ticks;
    }
  }

  /**
   * What a segment is called, never cut.
   *
   * @param brief for where the whole one has no room
   * @param rank who has the room first; 0 is before 1
   */
  public record Name(String whole, String brief, int rank) {}

  /** All ticks together. */
  public long size() {
    return segments.isEmpty() ? 0 : segments.getLast().end();
  }

  /** Which segment a tick belongs to. */
  public int segmentAt(long tick) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).firstTick() <= tick) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The nearest tick that there is. */
  public long clamp(long tick) {
    return Math.clamp(tick, 0, Math.max(0, size() - 1));
  }
}
