package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where ticks stand on a timeline of some width, and back. A segment is as wide as its name, where
 * there is room for that; what is left is shared by the logarithm of its ticks, so that a loss of
 * one tick stays in sight beside a product of a billion. Within a segment every tick owns an equal
 * cell and stands in the middle of it.
 */
final class StepTimelineScale {
  private static final double GAP = 8;
  private static final double GROUP_GAP = 20;
  private static final double LEAST_WIDTH = 16;

  /** No more than this part of the width goes into gaps, however many segments there are. */
  private static final double MOST_GAPS = 0.35;

  private final StepTimelineModel model;
  private final double[] starts;
  private final double[] widths;
  private final Naming[] namings;

  /** How much of its name a segment has room for. */
  enum Naming {
    NONE,
    BRIEF,
    WHOLE
  }

  /** How wide a segment's name is, in pixels. */
  record NameWidth(double whole, double brief) {
    double of(Naming naming) {
      return switch (naming) {
        case NONE -> 0;
        case BRIEF -> brief;
        case WHOLE -> whole;
      };
    }
  }

  /**
   * The scale of a timeline.
   *
   * @param names how wide each segment's name is
   */
  StepTimelineScale(StepTimelineModel model, double width, List<NameWidth> names) {
    this.model = model;
    List<StepTimelineModel.Segment> segments = model.segments();
    int count = segments.size();
    starts = new double[count];
    widths = new double[count];
    namings = new Naming[count];
    double gaps = 0;
    double weights = 0;
    for (int i = 0; i < count; i++) {
      namings[i] = Naming.NONE;
      gaps += gapBefore(i);
      weights += weight(i);
    }
    double squeeze = gaps == 0 ? 1 : Math.min(1, MOST_GAPS * width / gaps);
    double bars = Math.max(0, width - gaps * squeeze);
    double least = count == 0 ? 0 : Math.min(LEAST_WIDTH, bars / count / 2);
    double shared = bars - giveNames(names, least, bars - count * least);
    double x = 0;
    for (int i = 0; i < count; i++) {
      x += gapBefore(i) * squeeze;
      starts[i] = x;
      double own = Math.max(least, names.get(i).of(namings[i]));
      widths[i] = own + shared * weight(i) / weights;
      x += widths[i];
    }
  }

  /**
   * Lets segments have their names, all first the brief one, the most important before others.
   *
   * @param spare what there is beside the least width of each
   * @return what all segments take
   */
  private double giveNames(List<NameWidth> names, double least, double spare) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
    order.sort(Comparator.comparingInt(i -> model.segments().get(i).name().rank()));
    double left = spare;
    for (Naming wanted : List.of(Naming.BRIEF, Naming.WHOLE)) {
      for (int i : order) {
        double now = Math.max(least, names.get(i).of(namings[i]));
        double more = Math.max(least, names.get(i).of(wanted)) - now;
        if (more <= left && (wanted == Naming.BRIEF || namings[i] == Naming.BRIEF)) {
          namings[i] = wanted;
          left -= more;
        }
      }
    }
    return spare + names.size() * least - left;
  }

  Naming naming(int segment) {
    return namings[segment];
  }

  private double gapBefore(int index) {
    if (index == 0) {
      return 0;
    }
    List<StepTimelineModel.Segment> segments = model.segments();
    return segments.get(index).group() == segments.get(index - 1).group() ? GAP : GROUP_GAP;
  }

  private double weight(int index) {
    return Math.log1p((double) model.segments().get(index).ticks());
  }

  double start(int segment) {
    return starts[segment];
  }

  double width(int segment) {
    return widths[segment];
  }

  /** How wide one tick's cell is. */
  double cell(int segment) {
    return widths[segment] / model.segments().get(segment).ticks();
  }

  /** The middle of a tick's cell. */
  double x(long tick) {
    int index = model.segmentAt(tick);
    StepTimelineModel.Segment segment = model.segments().get(index);
    double part = (tick - segment.firstTick() + 0.5) / segment.ticks();
    return starts[index] + widths[index] * part;
  }

  /** The tick whose cell is nearest; a gap belongs to the nearer of its two sides. */
  long tick(double x) {
    int index = 0;
    while (index + 1 < starts.length
        && x >= (starts[index] + widths[index] + starts[index + 1]) / 2) {
      index++;
    }
    StepTimelineModel.Segment segment = model.segments().get(index);
    double part = (x - starts[index]) / widths[index];
    long within = (long) Math.floor(part * segment.ticks());
    return segment.firstTick() + Math.clamp(within, 0, segment.ticks() - 1);
  }
}
