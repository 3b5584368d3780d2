package org.gradloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewSizesTest {
  private static PreviewSizes room(double width, double height) {
    return new PreviewSizes(13, width, height);
  }

  @ParameterizedTest
  @ValueSource(doubles = {700, 701.5, 983.25, 1184})
  void columnsThatHaveRoomFillItAndNoMore(double width) {
    PreviewSizes sizes = room(width, 400);
    List<Double> widths = List.of(7.3, 11.1, sizes.room() - 7.3 - 11.1);
    List<Double> columns = sizes.columns(widths);
    assertThat(columns).hasSize(3).allMatch(each -> each == Math.rint(each));
    assertThat(sizes.width(columns)).isBetween(Math.floor(width) - 1, width);
  }

  @Test
  void fewColumnsAreWidenedALittle() {
    PreviewSizes sizes = room(1184, 400);
    assertThat(sizes.columns(List.of(10.0, 7.0))).containsExactly(221.0, 154.0);
  }

  @Test
  void linesShareTheHeightThatIsLeftOver() {
    // 131 for the headers, 2 around all; 12 lines of 24 leave 11 of 299.
    PreviewSizes.Lines lines = room(1184, 432).lines(50);
    assertThat(lines.count()).isEqualTo(12);
    assertThat(lines.line()).isEqualTo(24);
    assertThat(lines.head()).isEqualTo(142);
    assertThat(lines.height()).isEqualTo(432);
    assertThat(room(1184, 800).lines(50).height()).isEqualTo(800);
  }

  @Test
  void aFewLinesTakeNoMoreThanTheyNeed() {
    PreviewSizes.Lines lines = room(1184, 432).lines(4);
    assertThat(lines).isEqualTo(new PreviewSizes.Lines(4, 131, 24));
    assertThat(lines.height()).isEqualTo(131 + 4 * 24 + 2);
  }

  @Test
  void threeLinesStandInTheLeastRoom() {
    assertThat(room(600, 150).lines(50)).isEqualTo(new PreviewSizes.Lines(3, 131, 24));
  }
}
