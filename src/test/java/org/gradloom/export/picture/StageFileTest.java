package org.gradloom.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.export.Tokens;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class StageFileTest {
  private static StageFile stage(Lesson lesson, String theme) {
    return new StageFile(lesson, Tokens.of(theme), Texts.english());
  }

  private static Optional<Place> place(String text) {
    return Optional.of(Place.parse(text));
  }

  /** The cells of row 3 are lit, and in X those of column 3 that it comes from. */
  @Test
  void lightsRowColumnAndResultInTheirColours() {
    String svg =
        new String(
            stage(KnownLessons.lessonH(), "light").svg(place("layer1/dW/3,2/term4"), _ -> {}),
            StandardCharsets.UTF_8);
    assertThat(svg)
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("<title>Backward · dL/dW · cell (3, 2) · term 4 of 4")
        .doesNotContain("<text");
    assertThat(count(svg, "fill=\"#ffead2\"")).isEqualTo(8);
    assertThat(count(svg, "fill=\"#dbe8fe\"")).isEqualTo(4);
    assertThat(count(svg, "fill=\"#ebe1fb\"")).isEqualTo(1);
    assertThat(count(svg, "stroke-dasharray=\"5.0 3.0")).isEqualTo(4);
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void aPictureHasTheGroundOfItsThemeAndTwiceThePixels() throws IOException {
    for (String theme : List.of("light", "dark")) {
      StageFile stage = stage(KnownLessons.lessonH(), theme);
      BufferedImage picture =
          ImageIO.read(new ByteArrayInputStream(stage.png(place("layer1/dW/3,2"), _ -> {})));
      assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(Tokens.of(theme).colour("surface"));
      assertThat(new String(stage.svg(place("layer1/dW/3,2"), _ -> {}), StandardCharsets.UTF_8))
          .contains("width=\"" + picture.getWidth() / 2 + "\"");
    }
  }

  /** dL/dW of lesson H has 6 cells of 4 terms. */
  @Test
  void aMovingPictureShowsEveryTermOfItsMatrix() throws IOException {
    List<Double> headway = new ArrayList<>();
    byte[] gif = stage(KnownLessons.lessonH(), "light").gif(place("layer1/dW"), headway::add);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    assertThat(reader.getNumImages(true)).isEqualTo(24);
    assertThat(reader.read(0).getWidth()).isEqualTo(reader.read(23).getWidth());
    assertThat(headway).isSorted().hasSizeGreaterThan(48).endsWith(1.0);
  }

  /** Seconds go into painting, so it is told from the first matrix on, and can be ended there. */
  @Test
  void aMovingPictureCanBeEndedBeforeItsFirstFrame() {
    List<Double> headway = new ArrayList<>();
    StageFile stage = stage(KnownLessons.lessonH(), "light");
    assertThatThrownBy(() ->
            stage.gif(
                place("layer1/dW"),
                part -> {
                  headway.add(part);
                  throw new CancellationException();
                }))
        .isInstanceOf(CancellationException.class);
    assertThat(headway).hasSize(1);
    assertThat(headway.getFirst()).isBetween(0.0, 1.0 / 48);
  }

  /** Whatever rule a matrix comes from, its signs and names can be drawn. */
  @Test
  void everyMatrixOfEveryRuleCanBeDrawn() {
    for (Lesson lesson : RandomLessons.any(12, 7)) {
      StageFile stage = stage(lesson, "light");
      Derivation derivation = Derivation.of(lesson);
      for (long i = 0; i < derivation.size(Granularity.MATRIX); i++) {
        assertThat(stage.svg(Optional.of(derivation.at(Granularity.MATRIX, i).place()), _ -> {}))
            .isNotEmpty();
      }
    }
  }
}
