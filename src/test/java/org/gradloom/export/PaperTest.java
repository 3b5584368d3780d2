package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class PaperTest {
  private static final Texts TEXTS = Texts.english();

  private static Lesson lesson() throws IOException {
    return LessonReader.readAll(Path.of("assets/lessons/two-layers.gradloom.json"))
        .lessons()
        .getFirst();
  }

  private static String text(PDDocument file) throws IOException {
    return new PDFTextStripper().getText(file);
  }

  private static void hasItsFontsInIt(PDDocument file) throws IOException {
    for (PDPage page : file.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void aHandoutAsksTellsAndEndsWithItsKey() throws IOException {
    try (PDDocument file = Loader.loadPDF(HandoutPdf.of(lesson(), TEXTS, Headway.UNSEEN))) {
      String text = text(file);
      assertThat(text)
          .containsSubsequence(
              "Two layers",
              "Given",
              "Exercises",
              "Where does blame begin?",
              "The walk",
              "Backward",
              "Key",
              "Answer: (1, −2, −1)")
          .doesNotContain("?₂");
      hasItsFontsInIt(file);
    }
  }

  /**
   * A title without a blank, and sixteen columns of long numbers, in two layers of which each
   * matrix has some.
   */
  private static Lesson wide() {
    Matrix x = Matrix.numbers(new Shape(12, 16), (i, j) -> Math.sin(16 * i + j));
    Matrix first = Matrix.numbers(new Shape(16, 16), (i, j) -> Math.cos(16 * i + j) / 3);
    Matrix second = Matrix.numbers(new Shape(16, 3), (i, j) -> Math.sin(3 * i + j) / 7);
    Matrix upstream = Matrix.numbers(new Shape(12, 3), (i, j) -> Math.cos(3 * i + j) / 1000);
    return new Lesson(
        "Wide".repeat(50),
        x,
        List.of(
            new Layer(first, null, Elementwise.TANH),
            new Layer(second, null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(upstream), Reduction.SUM),
        0.1);
  }

  @Test
  void nothingOfAHandoutStandsInItsMargins() throws IOException {
    try (PDDocument file = Loader.loadPDF(HandoutPdf.of(wide(), TEXTS, Headway.UNSEEN))) {
      for (int i = 0; i < file.getNumberOfPages(); i++) {
        BufferedImage page = new PDFRenderer(file).renderImage(i);
        int margin = (int) PdfPages.MARGIN - 2;
        for (int y = 0; y < page.getHeight() - margin; y++) {
          for (int x = page.getWidth() - margin; x < page.getWidth(); x++) {
            assertThat(page.getRGB(x, y)).as("page %d at %d, %d", i, x, y).isEqualTo(-1);
          }
        }
      }
    }
  }

  /** The caption of a matrix is the first text of a page, but below the formula that makes it. */
  @Test
  void aFormulaStaysWithItsMatrix() throws IOException {
    List<String> begins = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          private boolean fresh;
          private boolean walking;

          @Override
          protected void startPage(PDPage page) {
            fresh = true;
          }

          @Override
          protected void writeString(String text, List<TextPosition> letters) {
            walking |= text.equals("Forward");
            if (fresh && walking && text.contains(" × ")) {
              begins.add(text);
              assertThat(letters.getFirst().getY()).as(text).isGreaterThan(PdfPages.MARGIN + 20);
            }
            fresh = false;
          }
        };
    for (Lesson lesson : List.of(wide(), lesson())) {
      try (PDDocument file = Loader.loadPDF(HandoutPdf.of(lesson, TEXTS, Headway.UNSEEN))) {
        stripper.getText(file);
      }
    }
    assertThat(begins).isNotEmpty();
  }

  /** Ground, words and stage are of one theme. */
  @Test
  void slidesAreInTheColoursOfATheme() throws IOException {
    Tokens dark = Tokens.of("dark");
    try (PDDocument file = Loader.loadPDF(SlidesPdf.of(lesson(), dark, TEXTS, Headway.UNSEEN))) {
      BufferedImage slide = new PDFRenderer(file).renderImage(1);
      Set<Color> colours = new HashSet<>();
      for (int x = 0; x < slide.getWidth(); x++) {
        for (int y = 0; y < slide.getHeight(); y++) {
          colours.add(new Color(slide.getRGB(x, y)));
        }
      }
      assertThat(new Color(slide.getRGB(0, 0))).isEqualTo(dark.colour("surface"));
      assertThat(colours).contains(dark.colour("text")).doesNotContain(Color.BLACK, Color.WHITE);
    }
  }

  /** Every kind that can take over a second says how far it is, and ends when it is told to. */
  @Test
  void whateverTakesLongTellsHowFarItIsAndCanBeEnded() throws IOException {
    for (ExportKind kind :
        List.of(
            ExportKind.HTML,
            ExportKind.HANDOUT,
            ExportKind.SLIDES,
            ExportKind.SVG,
            ExportKind.PNG,
            ExportKind.GIF)) {
      List<Double> parts = new ArrayList<>();
      ExportOrder order =
          new ExportOrder(
              lesson(), Optional.empty(), Granularity.MATRIX, Tokens.of("light"), TEXTS);
      kind.write(order, parts::add);
      assertThat(parts).as(kind.word()).isSorted().hasSizeGreaterThan(2).endsWith(1.0);
      assertThatThrownBy(() ->
              kind.write(
                  order,
                  part -> {
                    throw new CancellationException();
                  }))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aSlideShowsEachBeatOfALessonWithWhatItCovers() throws IOException {
    Lesson lesson = lesson();
    try (PDDocument file =
        Loader.loadPDF(SlidesPdf.of(lesson, Tokens.of("light"), TEXTS, Headway.UNSEEN))) {
      assertThat(file.getNumberOfPages()).isEqualTo(1 + lesson.beats().size());
      assertThat(file.getPage(0).getMediaBox().getWidth()).isEqualTo(960);
      assertThat(text(file)).contains("Where does blame begin?").doesNotContain("(1, −2, −1)");
      hasItsFontsInIt(file);
    }
    assertThatThrownBy(
            () -> SlidesPdf.of(KnownLessons.lessonH(), Tokens.of("light"), TEXTS, Headway.UNSEEN))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(TEXTS.say(e.said())).contains("--as handout"));
  }
}
