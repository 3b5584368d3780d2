package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gradloom.KnownLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Lesson;
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
    try (PDDocument file = Loader.loadPDF(HandoutPdf.of(lesson(), TEXTS))) {
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

  @Test
  void aSlideShowsEachBeatOfALessonWithWhatItCovers() throws IOException {
    Lesson lesson = lesson();
    try (PDDocument file = Loader.loadPDF(SlidesPdf.of(lesson, TEXTS))) {
      assertThat(file.getNumberOfPages()).isEqualTo(1 + lesson.beats().size());
      assertThat(file.getPage(0).getMediaBox().getWidth()).isEqualTo(960);
      assertThat(text(file)).contains("Where does blame begin?").doesNotContain("(1, −2, −1)");
      hasItsFontsInIt(file);
    }
    assertThatThrownBy(() -> SlidesPdf.of(KnownLessons.lessonH(), TEXTS))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(TEXTS.say(e.said())).contains("--as handout"));
  }
}
