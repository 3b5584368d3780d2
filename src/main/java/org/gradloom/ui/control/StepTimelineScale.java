package org.gradloom.ui.control;

import java.util.List;

/**
 * Where ticks stand on a timeline of some width, and back. A segment's width grows with the
 * logarithm of its ticks, so that a loss of one tick stays in sight beside a product of a billion.
 * Within a segment every tick owns an equal cell and stands in the middle of it.
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

  StepTimelineScale(StepTimelineModel model, double width) {
    this.model = model;
    List<StepTimelineModel.Segment> segments = model.segments();
    int count = segments.size();
    starts = new double[count];
    widths = new double[count];
    double gaps = 0;
    double weights = 0;
    for (int i = 0; i < count; i++) {
      gaps += gapBefore(i);
      weights += weight(i);
    }
    double squeeze = gaps == 0 ? 1 : Math.min(1, MOST_GAPS * width / gaps);
    double bars = Math.max(0, width - gaps * squeeze);
    double least = count == 0 ? 0 : Math.min(LEAST_WIDTH, bars / count / 2);
    double shared = bars - count * least;
    double x = 0;
    for (int i = 0; i < count; i++) {
      x += gapBefore(i) * squeeze;
      starts[i] = x;
      widths[i] = least + shared * weight(i) / weights;
      x += widths[i];
    }
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
