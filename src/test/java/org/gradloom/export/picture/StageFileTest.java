package org.gradloom.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.InvalidInput;
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

  private static ImageReader frames(byte[] gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    return reader;
  }

  private static int pixels(BufferedImage picture, Color colour) {
    int count = 0;
    for (int rgb :
        picture.getRGB(
            0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
      count += new Color(rgb).equals(colour) ? 1 : 0;
    }
    return count;
  }

  /** Four samples deal four cards; of those that are not dealt every product is still a dot. */
  @Test
  void cardsAreDealtOneAfterTheOther() throws IOException {
    for (String theme : List.of("light", "dark")) {
      Color filled = Tokens.of(theme).colour("background");
      Color accent = Tokens.of(theme).colour("accent");
      ImageReader reader =
          frames(stage(KnownLessons.lessonH(), theme).cards(Optional.empty(), _ -> {}));
      assertThat(reader.getNumImages(true)).isEqualTo(4);
      for (int i = 1; i < 4; i++) {
        assertThat(pixels(reader.read(i), filled))
            .isGreaterThan(pixels(reader.read(i - 1), filled));
        assertThat(pixels(reader.read(i), accent)).isPositive();
      }
    }
  }

  /** In lesson H sample 2 alone of the first three adds anything to cell (3, 2). */
  @Test
  void aCellIsTracedThroughItsCards() throws IOException {
    Color result = Tokens.of("light").colour("result-fill");
    ImageReader reader =
        frames(stage(KnownLessons.lessonH(), "light").cards(place("layer1/dW/3,2"), _ -> {}));
    assertThat(reader.getNumImages(true)).isEqualTo(4);
    // The sum and, from card to card, one cell more.
    double one = pixels(reader.read(0), result) / 2.0;
    for (int i = 1; i < 4; i++) {
      assertThat(pixels(reader.read(i), result) / one).isCloseTo(2.0 + i, within(0.25));
    }
  }

  /** x₁₃ and x₃₃ are 0, and said to be; where they are 1 nothing is said. */
  @Test
  void cardsSayWhichOfThemAddNothing() throws IOException {
    Lesson some = KnownLessons.lessonH();
    Matrix ones =
        Matrix.numbers(some.x().shape(), (i, j) -> j == 2 && i % 2 == 0 ? 1 : some.x().get(i, j));
    Lesson none = some.with(ones, some.layers(), some.loss());
    assertThat(mutedInCards(some)).isGreaterThan(mutedInCards(none) * 3 / 2);
  }

  private static int mutedInCards(Lesson lesson) throws IOException {
    byte[] gif = stage(lesson, "light").cards(place("layer1/dW/3,2"), _ -> {});
    return pixels(frames(gif).read(3), Tokens.of("light").colour("muted"));
  }

  /** A penalty is a card that no sample deals. */
  @Test
  void penaltiesAreCardsToo() throws IOException {
    for (Lesson lesson : List.of(KnownLessons.penalized(), KnownLessons.twicePenalized())) {
      Derivation derivation = Derivation.of(lesson);
      int terms = derivation.at(Place.parse("layer1/dW")).terms();
      assertThat(terms).isGreaterThan(lesson.samples());
      ImageReader reader = frames(stage(lesson, "light").cards(Optional.empty(), _ -> {}));
      assertThat(reader.getNumImages(true)).isEqualTo(terms);
    }
  }

  @Test
  void cardsSayWhereTheyAreAndWhatFits() {
    StageFile stage = stage(KnownLessons.lessonH(), "light");
    assertThatThrownBy(() -> stage.cards(place("loss/L"), _ -> {}))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(Texts.english().say(e.said()))
                    .isEqualTo(
                        "The cards add up to a dL/dW: go to one, or name it, as in"
                            + " --at layer1/dW."));
    Lesson h = KnownLessons.lessonH();
    Matrix weights = Matrix.numbers(new Shape(9, 2), (i, j) -> i - j);
    Lesson wide =
        h.with(
            Matrix.numbers(new Shape(4, 9), (i, j) -> i + j),
            List.of(new Layer(weights, null, Elementwise.IDENTITY)),
            h.loss());
    assertThatThrownBy(() -> stage(wide, "light").cards(Optional.empty(), _ -> {}))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(Texts.english().say(e.said()))
                    .startsWith("A card is 9×2 here, and a picture shows cards of at most 8"));
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
