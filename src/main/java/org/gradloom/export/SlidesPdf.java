package org.gradloom.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Step;
import org.gradloom.export.handout.Handout;
import org.gradloom.export.picture.StagePainter;
import org.gradloom.export.picture.StepPainter;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Markup;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** A lesson as slides, one for each beat, with what it covers still covered. */
final class SlidesPdf {
  private static final PDRectangle WIDE = new PDRectangle(960, 540);
  private static final float LARGEST_SCALE = 1.4f;

  private final Lesson lesson;
  private final Texts texts;
  private final Tokens colours;
  private final PdfPages pages;

  private SlidesPdf(Lesson lesson, Tokens colours, Texts texts, PdfPages pages) {
    this.lesson = lesson;
    this.colours = colours;
    this.texts = texts;
    this.pages = pages;
  }

  /**
   * The file.
   *
   * @param colours those of a theme
   * @param headway is told how far it is after each slide
   * @throws InvalidInput if the document has no beats, or a matrix is too large to be read
   */
  static byte[] of(Lesson lesson, Tokens colours, Texts texts, Headway headway) {
    Handout.requireReadable(lesson);
    if (lesson.beats().isEmpty()) {
      throw new InvalidInput("slides.noBeats");
    }
    try (PdfPages pages =
        new PdfPages(
            WIDE, Handout.name(lesson, texts), colours.colour("surface"), colours.colour("text"))) {
      SlidesPdf slides = new SlidesPdf(lesson, colours, texts, pages);
      slides.title();
      for (int i = 0; i < lesson.beats().size(); i++) {
        slides.slide(lesson.beats().get(i));
        headway.reached((i + 1.0) / lesson.beats().size());
      }
      return pages.file();
    } catch (IOException e) {
      // Nothing here is read from or written to anything but memory.
      throw new UncheckedIOException(e);
    }
  }

  private void title() throws IOException {
    pages.space(140);
    pages.paragraph(pages.strong(44), Handout.name(lesson, texts));
    if (lesson.outline() != null) {
      pages.space(10);
      said(22, lesson.outline().card());
    }
  }

  private void said(float size, @Nullable Wording words) throws IOException {
    if (words != null) {
      for (String line : words.in(texts.language()).lines().toList()) {
        pages.paragraph(pages.plain(size), Markup.plain(line));
      }
    }
  }

  private void slide(Beat beat) throws IOException {
    pages.newPage();
    if (beat.title() != null) {
      pages.paragraph(pages.strong(28), Markup.plain(beat.title().in(texts.language())));
      pages.space(6);
    }
    said(17, beat.say());
    Beat.Ask ask = beat.ask();
    if (ask != null) {
      pages.space(6);
      if (ask.question() != null) {
        pages.paragraph(pages.strong(18), Markup.plain(ask.question().in(texts.language())));
      }
      List<Beat.Option> options = ask.options();
      for (int i = 0; i < options.size(); i++) {
        pages.paragraph(
            pages.plain(17),
            AnswerWords.letter(i)
                + ")  "
                + Markup.plain(options.get(i).text().in(texts.language())));
      }
    }
    Place at = beat.at();
    if (at != null) {
      stage(beat, at);
    }
  }

  /** The stage, as large as the rest of the slide lets it be. */
  private void stage(Beat beat, Place at) {
    Derivation derivation =
        Derivation.of(lesson.in(beat).orElseThrow()).covering(beat.coveredWhileAsked());
    Step step = derivation.at(at);
    StagePainter painter = new StagePainter(derivation, colours, texts);
    StepPainter.Extent extent = painter.extent(step);
    double scale =
        Math.min(
            LARGEST_SCALE,
            Math.min(pages.width() / extent.width(), pages.left() / extent.height()));
    painter.draw(step, pages.ink(0, scale), _ -> {});
  }
}
