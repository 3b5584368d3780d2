package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gradloom.ui.control.StepTimelineModel.Segment;
import org.junit.jupiter.api.Test;

class StepTimelineScaleTest {
  private static StepTimelineModel walk(long... ticks) {
    List<Segment> segments = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < ticks.length; i++) {
      segments.add(new Segment("s" + i, i / 3, first, ticks[i], "segment " + i));
      first += ticks[i];
    }
    return new StepTimelineModel(segments);
  }

  @Test
  void everyTickWithAPixelOfItsOwnIsFoundThere() {
    StepTimelineModel model = walk(24, 1, 24, 24, 6);
    StepTimelineScale scale = new StepTimelineScale(model, 700);
    for (long tick = 0; tick < model.size(); tick++) {
      assertThat(scale.tick(scale.x(tick))).isEqualTo(tick);
    }
  }

  @Test
  void billionsOfTicksStayWithinAPixelBothWays() {
    StepTimelineModel model =
        walk(3_000_000_000L, 1, 7_000_000_000_000L, 12, 4_000_000_000_000_000L);
    StepTimelineScale scale = new StepTimelineScale(model, 900);
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      long tick = random.nextLong(model.size());
      long found = scale.tick(scale.x(tick));
      assertThat(scale.x(found)).isCloseTo(scale.x(tick), org.assertj.core.data.Offset.offset(1.0));
    }
    assertThat(scale.tick(-50)).isZero();
    assertThat(scale.tick(5000)).isEqualTo(model.size() - 1);
  }

  @Test
  void ticksStandInOrder() {
    StepTimelineModel model = walk(24, 1, 24, 3, 6, 90, 1, 1);
    StepTimelineScale scale = new StepTimelineScale(model, 300);
    for (long tick = 1; tick < model.size(); tick++) {
      assertThat(scale.x(tick)).isGreaterThan(scale.x(tick - 1));
    }
  }

  @Test
  void fortySegmentsFitAndTheSmallestStaysInSight() {
    long[] ticks = new long[40];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = i % 4 == 1 ? 1 : 1L << (i % 40);
    }
    StepTimelineScale scale = new StepTimelineScale(walk(ticks), 400);
    for (int i = 0; i < ticks.length; i++) {
      assertThat(scale.width(i)).isGreaterThanOrEqualTo(3);
    }
    assertThat(scale.start(39) + scale.width(39))
        .isCloseTo(400, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void phasesStandFartherApartThanTheirSegments() {
    StepTimelineScale scale = new StepTimelineScale(walk(5, 5, 5, 5), 600);
    double within = scale.start(1) - scale.start(0) - scale.width(0);
    double between = scale.start(3) - scale.start(2) - scale.width(2);
    assertThat(between).isGreaterThan(2 * within);
  }

  @Test
  void aGapBelongsToItsNearerSide() {
    StepTimelineModel model = walk(10, 10);
    StepTimelineScale scale = new StepTimelineScale(model, 200);
    double end = scale.width(0);
    assertThat(scale.tick(end + 1)).isEqualTo(9);
    assertThat(scale.tick(scale.start(1) - 1)).isEqualTo(10);
  }

  @Test
  void segmentsMustFollowOneAnother() {
    assertThatThrownBy(() ->
            new StepTimelineModel(
                List.of(new Segment("a", 0, 0, 3, ""), new Segment("b", 0, 4, 3, ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
