package org.gradloom.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {
  private static final int RED = 0xff0000;
  private static final int BLUE = 0x0000ff;

  /** Two lines of three pixels: red, red, blue and blue, blue, red. */
  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 3, 2, new int[] {RED, RED, BLUE, BLUE, BLUE, RED}, 0, 3);
    return picture;
  }

  @Test
  void pixelsOfOneColourAreOneRunFromLineToLine() {
    Runs runs = Runs.of(picture());
    assertThat(runs.colours()).containsExactly(RED, BLUE, RED);
    assertThat(runs.lengths()).containsExactly(2, 3, 1);
  }

  @Test
  void aPictureComesBackInItsColours() {
    Runs runs = Runs.of(picture());
    BufferedImage back = Palette.of(List.of(runs)).of(runs);
    for (int i = 0; i < 6; i++) {
      assertThat(new Color(back.getRGB(i % 3, i / 3)))
          .isEqualTo(new Color(picture().getRGB(i % 3, i / 3)));
    }
  }

  /** No two neighbours are alike, which is the most there can be. */
  @Test
  void everyPixelMayBeARun() {
    BufferedImage picture = new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 20; i++) {
      picture.setRGB(i % 5, i / 5, i);
    }
    assertThat(Runs.of(picture).count()).isEqualTo(20);
  }
}
