package org.gradloom.export;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gradloom.assets.Assets;
import org.gradloom.export.picture.Outlines;
import org.gradloom.typeset.TexPicture;
import org.gradloom.typeset.TexRenderer;

/**
 * Pages filled from above, with texts in the app's typeface, which the file holds, and formulas as
 * shapes. Lengths are in points.
 */
final class PdfPages implements AutoCloseable {
  static final float MARGIN = 54;
  private static final float LEADING = 1.35f;

  /** Between a number and its border, and a name and its caption, as parts of the digits' size. */
  private static final float PADDING = 0.38f;

  private static final float BETWEEN = 0.57f;

  private static final float LEAST_NAMED = 9;

  private final PDRectangle paper;
  private final Color ground;
  private final Color ink;
  private final PDDocument document = new PDDocument();
  private final TexRenderer renderer = new TexRenderer();
  private final PDType0Font regular;
  private final PDType0Font bold;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream page;
  private float top;

  /**
   * The first of them, empty.
   *
   * @param ground of every page; white is left to the paper
   * @param ink of texts and formulas
   */
  PdfPages(PDRectangle paper, String title, Color ground, Color ink) throws IOException {
    this.paper = paper;
    this.ground = ground;
    this.ink = ink;
    this.regular = font("Regular");
    this.bold = font("SemiBold");
    this.page = next();
    document.getDocumentInformation().setTitle(title);
  }

  private PDType0Font font(String weight) throws IOException {
    try (InputStream file =
        Assets.ofProgram().open("assets/fonts/IBMPlexSans-" + weight + ".ttf")) {
      return PDType0Font.load(document, file);
    }
  }

  PdfText plain(float size) {
    return new PdfText(regular, size);
  }

  PdfText strong(float size) {
    return new PdfText(bold, size);
  }

  private PDPageContentStream next() throws IOException {
    PDPage added = new PDPage(paper);
    document.addPage(added);
    pages.add(added);
    top = paper.getHeight() - MARGIN;
    PDPageContentStream begun = new PDPageContentStream(document, added);
    if (!ground.equals(Color.WHITE)) {
      begun.setNonStrokingColor(ground);
      begun.addRect(0, 0, paper.getWidth(), paper.getHeight());
      begun.fill();
    }
    return begun;
  }

  void newPage() throws IOException {
    page.close();
    page = next();
  }

  private boolean isFresh() {
    return top == paper.getHeight() - MARGIN;
  }

  /** Goes to the next page where there is no room for as much. */
  void room(float height) throws IOException {
    if (top - height < MARGIN && !isFresh()) {
      newPage();
    }
  }

  float width() {
    return paper.getWidth() - 2 * MARGIN;
  }

  /** How far down there is room. */
  float left() {
    return top - MARGIN;
  }

  void space(float height) {
    top -= height;
  }

  void paragraph(PdfText style, String text) throws IOException {
    for (String line : style.wrapped(text, width())) {
      float height = style.size() * LEADING;
      room(height);
      text(style, line, MARGIN, top - style.size());
      space(height);
    }
  }

  private void text(PdfText style, String text, float x, float y) throws IOException {
    draw(page, style, text, x, y);
  }

  private void draw(PDPageContentStream on, PdfText style, String text, float x, float y)
      throws IOException {
    on.setNonStrokingColor(ink);
    on.setStrokingColor(ink);
    style.draw(on, text, x, y);
  }

  /** Draws from the present line on, x from the margin, y downwards. */
  PdfInk ink(float x, double scale) {
    return new PdfInk(page, MARGIN + x, top, scale);
  }

  // ---- formulas

  /** The sides of an equation, each on a line of its own where they have no room together. */
  void equation(List<String> sides, float size) throws IOException {
    for (TexPicture line : lines(sides, size)) {
      float own = fitting(line, size);
      float height = height(line, size);
      room(height);
      formula(line, MARGIN, top - (float) line.ascent() * own, own);
      space(height);
    }
  }

  /** How high an equation is. */
  float equationHeight(List<String> sides, float size) {
    float height = 0;
    for (TexPicture line : lines(sides, size)) {
      height += height(line, size);
    }
    return height;
  }

  /** A line that is wider than the page even alone is set smaller. */
  private float fitting(TexPicture line, float size) {
    return (float) Math.min(size, width() / line.width());
  }

  private float height(TexPicture line, float size) {
    return (float) (line.ascent() + line.descent()) * fitting(line, size) + 6;
  }

  private List<TexPicture> lines(List<String> sides, float size) {
    List<String> lines = new ArrayList<>();
    for (String side : sides) {
      String longer = lines.isEmpty() ? side : lines.getLast() + " " + side;
      if (lines.isEmpty() || renderer.picture(longer).width() * size <= width()) {
        if (!lines.isEmpty()) {
          lines.removeLast();
        }
        lines.add(longer);
      } else {
        lines.add("\\quad " + side);
      }
    }
    return lines.stream().map(renderer::picture).toList();
  }

  private void formula(TexPicture picture, float x, float y, float size) {
    PdfInk on = new PdfInk(page, x, y, 1);
    picture.runs().forEach(run -> on.fill(Outlines.of(run, size, 0, 0), ink));
    picture.rules().forEach(rule -> on.fill(Outlines.of(rule.bounds(), size, 0, 0), ink));
  }

  // ---- matrices

  /** A matrix with its name and its caption, its upper left corner at the present line. */
  void matrix(String tex, String caption, List<List<String>> cells, float x, float size)
      throws IOException {
    PdfText digits = plain(size);
    float named = named(size);
    TexPicture name = renderer.picture(tex);
    float line = top - named * 1.1f;
    formula(name, MARGIN + x, line, named * 1.15f);
    text(plain(named * 0.8f), caption, MARGIN + x + nameWidth(name, named), line);
    float cell = cell(cells, size);
    float high = size * 1.6f;
    page.setLineWidth(0.5f);
    page.setLineDashPattern(new float[0], 0);
    for (int i = 0; i < cells.size(); i++) {
      for (int j = 0; j < cells.get(i).size(); j++) {
        float left = MARGIN + x + j * cell;
        float below = top - named * 1.8f - (i + 1) * high;
        page.setStrokingColor(Color.GRAY);
        page.addRect(left, below, cell, high);
        page.stroke();
        String number = cells.get(i).get(j);
        text(
            digits,
            number,
            left + cell - digits.width(number) - size * PADDING,
            below + size * 0.5f);
      }
    }
  }

  private float cell(List<List<String>> cells, float size) throws IOException {
    PdfText digits = plain(size);
    float widest = size * 2.4f;
    for (List<String> row : cells) {
      for (String number : row) {
        widest = Math.max(widest, digits.width(number) + 2 * size * PADDING);
      }
    }
    return widest;
  }

  float matrixWidth(String tex, String caption, List<List<String>> cells, float size)
      throws IOException {
    return Math.max(
        cells.getFirst().size() * cell(cells, size),
        nameWidth(renderer.picture(tex), named(size)) + plain(named(size) * 0.8f).width(caption));
  }

  /** A name that can be read stands above the smallest digits, too. */
  private static float named(float size) {
    return Math.max(size, LEAST_NAMED);
  }

  /** How far from the beginning of its name a caption is. */
  private static float nameWidth(TexPicture name, float named) {
    return (float) name.width() * named * 1.15f + named * BETWEEN;
  }

  static float matrixHeight(List<List<String>> cells, float size) {
    return named(size) * 1.8f + cells.size() * size * 1.6f;
  }

  // ---- the file

  /** The whole file, its pages numbered. */
  byte[] file() throws IOException {
    page.close();
    PdfText small = plain(9);
    for (int i = 0; i < pages.size(); i++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(
              document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
        String number = (i + 1) + " / " + pages.size();
        float x = paper.getWidth() - MARGIN - small.width(number);
        draw(foot, small, number, x, MARGIN / 2);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
