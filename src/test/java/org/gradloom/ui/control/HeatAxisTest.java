package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeatAxisTest {
  /** 100 lines in 200 pixels, 2 pixels each; zoomed in 32 pixels each, so that 6¼ have room. */
  private static HeatAxis axis(double zoom, double centre) {
    return new HeatAxis(100, 200, 2, 32, zoom, centre);
  }

  @Test
  void zoomedOutEveryLineIsInSight() {
    HeatAxis out = axis(0, 0);
    assertThat(out.cell()).isEqualTo(2);
    assertThat(out.start()).isZero();
    assertThat(out.visible()).isEqualTo(200);
    assertThat(out.hasMore()).isFalse();
    assertThat(out.lineAt(0)).isZero();
    assertThat(out.lineAt(101)).isEqualTo(50);
    assertThat(out.lineAt(200)).isEqualTo(99);
  }

  @Test
  void halfwayCellsHaveGrownByTheRootOfTheWholeGrowth() {
    assertThat(axis(0.5, 50).cell()).isEqualTo(8);
    assertThat(axis(1, 50).cell()).isEqualTo(32);
  }

  @Test
  void cellsThatAreLargeAlreadyDoNotShrink() {
    assertThat(new HeatAxis(3, 300, 100, 32, 1, 0).cell()).isEqualTo(100);
  }

  @Test
  void theEndsStopAtTheEdges() {
    assertThat(axis(1, 0).start()).isZero();
    assertThat(axis(1, 0).settled().centre()).isEqualTo(200.0 / 32 / 2);
    assertThat(axis(1, 100).at(100)).isEqualTo(200);
  }

  @Test
  void zoomingKeepsWhatIsBelowThePointer() {
    HeatAxis out = axis(0, 0);
    assertThat(out.position(80)).isEqualTo(40);
    HeatAxis in = out.zoomed(1, 80);
    assertThat(in.cell()).isEqualTo(32);
    assertThat(in.position(80)).isCloseTo(40, within(1e-9));
    assertThat(in.zoomed(0, 80).start()).isZero();
  }

  @Test
  void panningMovesByPixelsAndStopsAtTheEnd() {
    HeatAxis in = axis(1, 50);
    assertThat(in.panned(-64).start()).isCloseTo(in.start() - 64, within(1e-9));
    assertThat(in.panned(1e6).start()).isZero();
    assertThat(axis(0, 0).panned(30).start()).isZero();
  }

  @Test
  void showingALineMovesAsLittleAsPossible() {
    HeatAxis in = axis(1, 50);
    assertThat(in.showing(50)).isEqualTo(in.settled());
    HeatAxis later = in.showing(60);
    // Line 60 and half of line 61 end at the edge.
    assertThat(later.at(61.5)).isCloseTo(200, within(1e-9));
    assertThat(in.showing(0).start()).isZero();
    assertThat(in.showing(99).at(100)).isCloseTo(200, within(1e-9));
  }
}
