package org.gradloom.export;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.gradloom.export.handout.Block;
import org.gradloom.export.handout.Handout;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Markup;
import org.gradloom.text.Texts;

/** A handout as pages to print. */
final class HandoutPdf {
  private static final float TEXT = 10.5f;
  private static final float FORMULA = 12.5f;
  private static final float HEADING = 14;
  private static final float ABOVE_FORMULA = 4;
  private static final float GAP = 22;

  private final PdfPages pages;

  private HandoutPdf(PdfPages pages) {
    this.pages = pages;
  }

  /**
   * The file.
   *
   * @param headway is told how far it is after each block
   * @throws org.gradloom.text.InvalidInput if a matrix is too large to be read
   */
  static byte[] of(Lesson lesson, Texts texts, Headway headway) {
    List<Block> blocks = Handout.of(lesson, texts);
    try (PdfPages pages =
        new PdfPages(PDRectangle.A4, Handout.name(lesson, texts), Color.WHITE, Color.BLACK)) {
      HandoutPdf handout = new HandoutPdf(pages);
      for (int i = 0; i < blocks.size(); i++) {
        pages.room(handout.together(blocks, i));
        handout.write(blocks.get(i));
        headway.reached((i + 1.0) / blocks.size());
      }
      return pages.file();
    } catch (IOException e) {
      // Nothing here is read from or written to anything but memory.
      throw new UncheckedIOException(e);
    }
  }

  /** How high what must stand on one page is, from a block on. */
  private float together(List<Block> blocks, int first) throws IOException {
    float height = least(blocks.get(first));
    for (int i = first; Block.isWithNext(blocks, i); i++) {
      height += least(blocks.get(i + 1));
    }
    return height;
  }

  /** How high the beginning of a block is, of which no less should stand on a page. */
  private float least(Block block) throws IOException {
    return switch (block) {
      case Block.Heading _, Block.Apart _ -> HEADING + 2 * GAP;
      case Block.Equation(var sides) -> pages.equationHeight(sides, FORMULA) + ABOVE_FORMULA;
      case Block.Matrices(var matrices) ->
          PdfPages.matrixHeight(matrices.getFirst().cells(), size(matrices.getFirst()));
      case Block.Title _, Block.Text _, Block.Exercise _, Block.Answered _ -> TEXT;
    };
  }

  private void write(Block block) throws IOException {
    switch (block) {
      case Block.Title(var text, var below) -> {
        pages.paragraph(pages.strong(20), text);
        pages.space(6);
        lines(below);
      }
      case Block.Heading(var text) -> heading(text);
      case Block.Apart(var text) -> {
        pages.newPage();
        heading(text);
      }
      case Block.Text(var text) -> pages.paragraph(pages.plain(TEXT), Markup.plain(text));
      case Block.Equation(var sides) -> {
        pages.space(ABOVE_FORMULA);
        pages.equation(sides, FORMULA);
      }
      case Block.Matrices(var matrices) -> matrices(matrices);
      case Block.Exercise(int number, var lines, var options, var room) -> {
        pages.room(6 * TEXT * 1.4f);
        pages.space(8);
        pages.paragraph(
            pages.strong(TEXT),
            number + ".  " + (lines.isEmpty() ? "" : Markup.plain(lines.getFirst())));
        lines(lines.subList(Math.min(1, lines.size()), lines.size()));
        lines(options);
        pages.paragraph(pages.plain(TEXT), room + "   ______________________");
        pages.space(14);
      }
      case Block.Answered(int number, var answer) ->
          pages.paragraph(pages.plain(TEXT), number + ".  " + Markup.plain(answer));
    }
  }

  private void heading(String text) throws IOException {
    pages.space(10);
    pages.paragraph(pages.strong(HEADING), text);
    pages.space(4);
  }

  private void lines(List<String> lines) throws IOException {
    for (String line : lines) {
      pages.paragraph(pages.plain(TEXT), Markup.plain(line));
    }
  }

  private float size(Block.Numbered matrix) throws IOException {
    float wide = pages.matrixWidth(matrix.tex(), matrix.caption(), matrix.cells(), TEXT);
    return TEXT * Math.min(1, pages.width() / wide);
  }

  /** Side by side as far as there is room; one that is wider than the page in smaller digits. */
  private void matrices(List<Block.Numbered> matrices) throws IOException {
    float x = 0;
    float highest = 0;
    for (Block.Numbered matrix : matrices) {
      float size = size(matrix);
      float width = pages.matrixWidth(matrix.tex(), matrix.caption(), matrix.cells(), size);
      if (x > 0 && x + width > pages.width()) {
        pages.space(highest + 10);
        x = 0;
        highest = 0;
      }
      float height = PdfPages.matrixHeight(matrix.cells(), size);
      if (x == 0) {
        pages.room(height + 10);
      }
      pages.matrix(matrix.tex(), matrix.caption(), matrix.cells(), x, size);
      x += width + GAP;
      highest = Math.max(highest, height);
    }
    pages.space(highest + 10);
  }
}
