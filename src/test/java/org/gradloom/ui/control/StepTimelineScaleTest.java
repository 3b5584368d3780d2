package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gradloom.ui.control.StepTimelineModel.Name;
import org.gradloom.ui.control.StepTimelineModel.Segment;
import org.gradloom.ui.control.StepTimelineScale.NameWidth;
import org.gradloom.ui.control.StepTimelineScale.Naming;
import org.junit.jupiter.api.Test;

class StepTimelineScaleTest {
  private static StepTimelineModel walk(long... ticks) {
    List<Segment> segments = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < ticks.length; i++) {
      segments.add(new Segment(ViewTheme.name("s" + i), i / 3, first, ticks[i], "segment " + i));
      first += ticks[i];
    }
    return new StepTimelineModel(segments);
  }

  private static StepTimelineScale unnamed(StepTimelineModel model, double width) {
    return new StepTimelineScale(
        model, width, Collections.nCopies(model.segments().size(), new NameWidth(0, 0)));
  }

  /** The walk of one layer, with names as wide as in the window. */
  private static StepTimelineScale oneLayer(double width) {
    int[] ranks = {1, 2, 2, 0, 3, 1};
    long[] ticks = {24, 1, 8, 24, 24, 6};
    List<Segment> segments = new ArrayList<>();
    long first = 0;
    for (int i = 0; i < ranks.length; i++) {
      Name name = new Name("whole " + i, "brief " + i, ranks[i]);
      segments.add(new Segment(name, i, first, ticks[i], ""));
      first += ticks[i];
    }
    return new StepTimelineScale(
        new StepTimelineModel(segments),
        width,
        List.of(
            new NameWidth(45, 8),
            new NameWidth(64, 8),
            new NameWidth(52, 30),
            new NameWidth(110, 34),
            new NameWidth(110, 34),
            new NameWidth(100, 14)));
  }

  private static List<Naming> namings(StepTimelineScale scale) {
    return IntStream.range(0, 6).mapToObj(scale::naming).toList();
  }

  @Test
  void everySegmentIsNamedWhereThereIsRoomForAll() {
    StepTimelineScale scale = oneLayer(600);
    assertThat(namings(scale)).containsOnly(Naming.WHOLE);
    assertThat(scale.width(5)).isGreaterThanOrEqualTo(100);
    assertThat(scale.width(1)).as("one tick, but a name").isGreaterThanOrEqualTo(64);
  }

  @Test
  void theMostImportantNamesComeFirstAndNoneIsCut() {
    // 350 of 450 for the bars: all brief ones take 146, then whole ones by rank.
    assertThat(namings(oneLayer(450)))
        .containsExactly(
            Naming.WHOLE, Naming.BRIEF, Naming.BRIEF, Naming.WHOLE, Naming.BRIEF, Naming.WHOLE);
    // 78 for the bars, of which the gradient of W needs 34 and the others 10 each at least.
    StepTimelineScale narrow = oneLayer(120);
    assertThat(narrow.naming(3)).isEqualTo(Naming.BRIEF);
    assertThat(narrow.width(3)).isGreaterThanOrEqualTo(34);
    assertThat(narrow.naming(4)).isEqualTo(Naming.NONE);
  }

  @Test
  void everyTickWithAPixelOfItsOwnIsFoundThere() {
    StepTimelineModel model = walk(24, 1, 24, 24, 6);
    StepTimelineScale scale = unnamed(model, 700);
    for (long tick = 0; tick < model.size(); tick++) {
      assertThat(scale.tick(scale.x(tick))).isEqualTo(tick);
    }
  }

  @Test
  void billionsOfTicksStayWithinAPixelBothWays() {
    StepTimelineModel model =
        walk(3_000_000_000L, 1, 7_000_000_000_000L, 12, 4_000_000_000_000_000L);
    StepTimelineScale scale = unnamed(model, 900);
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
    StepTimelineScale scale = unnamed(model, 300);
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
    StepTimelineScale scale = unnamed(walk(ticks), 400);
    for (int i = 0; i < ticks.length; i++) {
      assertThat(scale.width(i)).isGreaterThanOrEqualTo(3);
    }
    assertThat(scale.start(39) + scale.width(39))
        .isCloseTo(400, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void phasesStandFartherApartThanTheirSegments() {
    StepTimelineScale scale = unnamed(walk(5, 5, 5, 5), 600);
    double within = scale.start(1) - scale.start(0) - scale.width(0);
    double between = scale.start(3) - scale.start(2) - scale.width(2);
    assertThat(between).isGreaterThan(2 * within);
  }

  @Test
  void aGapBelongsToItsNearerSide() {
    StepTimelineModel model = walk(10, 10);
    StepTimelineScale scale = unnamed(model, 200);
    double end = scale.width(0);
    assertThat(scale.tick(end + 1)).isEqualTo(9);
    assertThat(scale.tick(scale.start(1) - 1)).isEqualTo(10);
  }

  @Test
  void segmentsMustFollowOneAnother() {
    assertThatThrownBy(() ->
            new StepTimelineModel(
                List.of(
                    new Segment(ViewTheme.name("a"), 0, 0, 3, ""),
                    new Segment(ViewTheme.name("b"), 0, 4, 3, ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
