package org.gradloom.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gradloom.assets.Assets;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Given;
import org.gradloom.text.Texts;

/** A worksheet to print: the sheet with room for the answers, then the key on pages of its own. */
public final class WorksheetPdf {
  private static final float MARGIN = 54;
  private static final float LEADING = 1.35f;
  private static final float CELL_HEIGHT = 18;
  private static final float NARROWEST_CELL = 30;
  private static final float GAP = 26;

  private final Worksheet sheet;
  private final Texts texts;
  private final PDRectangle paper;
  private final PDDocument document = new PDDocument();
  private final PdfText plain;
  private final PdfText strong;
  private final PdfText title;
  private final PdfText small;
  private final List<PDPage> pages = new ArrayList<>();
  private PDPageContentStream page;

  /** Where the next line's upper edge is, from below. */
  private float top;

  /** What a page measures. */
  public enum Paper {
    A4(PDRectangle.A4),
    LETTER(PDRectangle.LETTER);

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the rectangles of the library
    private final PDRectangle size;

    Paper(PDRectangle size) {
      this.size = size;
    }
  }

  private WorksheetPdf(Worksheet sheet, Paper paper, Texts texts) throws IOException {
    this.sheet = sheet;
    this.texts = texts;
    this.paper = paper.size;
    PDType0Font regular = font("Regular");
    PDType0Font bold = font("SemiBold");
    this.plain = new PdfText(regular, 10.5f);
    this.strong = new PdfText(bold, 10.5f);
    this.title = new PdfText(bold, 17);
    this.small = new PdfText(regular, 9);
    this.page = newPage();
  }

  /** The file. */
  public static byte[] of(Worksheet sheet, Paper paper, Texts texts) {
    try {
      WorksheetPdf pdf = new WorksheetPdf(sheet, paper, texts);
      try (PDDocument document = pdf.document) {
        pdf.write();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
      }
    } catch (IOException e) {
      // Nothing here is read from or written to anything but memory.
      throw new UncheckedIOException(e);
    }
  }

  private PDType0Font font(String weight) throws IOException {
    try (InputStream file =
        Assets.ofProgram().open("assets/fonts/IBMPlexSans-" + weight + ".ttf")) {
      return PDType0Font.load(document, file);
    }
  }

  private void write() throws IOException {
    document.getDocumentInformation().setTitle(sheet.title());
    heading(sheet.title());
    line(small, texts.get("worksheet.name"), 0);
    space(6);
    if (!sheet.intro().isEmpty()) {
      paragraph(plain, sheet.intro(), 0);
      space(6);
    }
    for (int i = 0; i < sheet.exercises().size(); i++) {
      question(i + 1, sheet.exercises().get(i));
    }
    page.close();
    page = newPage();
    heading(texts.get("worksheet.key", sheet.title()));
    for (int i = 0; i < sheet.exercises().size(); i++) {
      key(i + 1, sheet.exercises().get(i));
    }
    page.close();
    numberPages();
  }

  // ---- pages

  private PDPageContentStream newPage() throws IOException {
    PDPage next = new PDPage(paper);
    document.addPage(next);
    pages.add(next);
    top = paper.getHeight() - MARGIN;
    return new PDPageContentStream(document, next);
  }

  private float width() {
    return paper.getWidth() - 2 * MARGIN;
  }

  /** Goes to the next page where there is no room for as much. */
  private void room(float height) throws IOException {
    if (top - height < MARGIN && top < paper.getHeight() - MARGIN) {
      page.close();
      page = newPage();
    }
  }

  private void space(float height) {
    top -= height;
  }

  private void numberPages() throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(
              document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true)) {
        String number = (i + 1) + " / " + pages.size();
        small.draw(foot, number, paper.getWidth() - MARGIN - small.width(number), MARGIN / 2);
      }
    }
  }

  // ---- lines

  private void heading(String text) throws IOException {
    paragraph(title, text, 0);
    space(4);
  }

  private void paragraph(PdfText style, String text, float indent) throws IOException {
    for (String line : style.wrapped(text, width() - indent)) {
      line(style, line, indent);
    }
  }

  private void line(PdfText style, String text, float indent) throws IOException {
    float height = style.size() * LEADING;
    room(height);
    style.draw(page, text, MARGIN + indent, top - style.size());
    space(height);
  }

  // ---- matrices

  /** What stands in a matrix of boxes. */
  private interface Boxes {
    String at(int row, int column);
  }

  private float cellWidth(Shape shape, Boxes boxes) throws IOException {
    float width = NARROWEST_CELL;
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        width = Math.max(width, plain.width(boxes.at(i, j)) + 10);
      }
    }
    return Math.min(width, width() / shape.columns());
  }

  /** Draws it with its upper left corner at the present line, and leaves the line where it is. */
  private void boxes(String name, Shape shape, Boxes boxes, float x) throws IOException {
    small.draw(page, name, x, top - small.size());
    float y = top - small.size() * LEADING - 2;
    float cell = cellWidth(shape, boxes);
    page.setLineWidth(0.6f);
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        float left = x + j * cell;
        float below = y - (i + 1) * CELL_HEIGHT;
        page.addRect(left, below, cell, CELL_HEIGHT);
        page.stroke();
        String text = boxes.at(i, j);
        plain.draw(page, text, left + cell - plain.width(text) - 5, below + 5.5f);
      }
    }
  }

  private float height(Shape shape) {
    return small.size() * LEADING + 2 + shape.rows() * CELL_HEIGHT;
  }

  private void given(Exercise exercise) throws IOException {
    Notation notation = new Notation(exercise.lesson());
    float x = MARGIN;
    float highest = 0;
    for (Given each : exercise.given()) {
      Shape shape = each.numbers().shape();
      Boxes numbers = (i, j) -> each.numbers().entry(i, j).text();
      String name = notation.plain(each.operand()) + "   " + shape;
      float width = Math.max(shape.columns() * cellWidth(shape, numbers), small.width(name));
      if (x > MARGIN && x + width > paper.getWidth() - MARGIN) {
        space(highest + 10);
        x = MARGIN;
        highest = 0;
      }
      if (x == MARGIN) {
        room(height(shape));
      }
      boxes(name, shape, numbers, x);
      x += width + GAP;
      highest = Math.max(highest, height(shape));
    }
    space(highest + 10);
  }

  // ---- the sheet

  private void question(int number, Exercise exercise) throws IOException {
    float all =
        6 * plain.size() * LEADING
            + exercise.given().stream()
                .map(each -> height(each.numbers().shape()))
                .reduce(0f, Float::max);
    room(Math.min(all, paper.getHeight() - 2 * MARGIN));
    List<String> words = Worksheet.question(exercise);
    paragraph(strong, number + ".  " + words.getFirst(), 0);
    for (String line : words.subList(1, words.size())) {
      paragraph(plain, line, 0);
    }
    space(4);
    given(exercise);
    List<Beat.Option> options = exercise.ask().options();
    for (int i = 0; i < options.size(); i++) {
      paragraph(
          plain, AnswerWords.letter(i) + ")  " + ExerciseText.plain(options.get(i).text()), 12);
    }
    answer(exercise);
    space(16);
  }

  /** Room for the answer, in the form that it has. */
  private void answer(Exercise exercise) throws IOException {
    Marker marker = exercise.marker();
    String label = texts.get("worksheet.answer");
    switch (marker.turned(marker.right())) {
      case Answer.Row(var values) -> empty(label, values.shape());
      case Answer.OfMatrix(var values) -> empty(label, values.shape());
      case Answer.OfShape _ -> line(plain, label + "   ______ × ______", 0);
      case Answer.Lines _ ->
          line(
              plain,
              "%s   %s ______, %s ______"
                  .formatted(label, texts.get("worksheet.row"), texts.get("worksheet.column")),
              0);
      case Answer.Scalar _, Answer.Choice _ -> line(plain, label + "   ____________", 0);
      case Answer.Choices _, Answer.Order _ -> line(plain, label + "   ______________________", 0);
      case Answer.Cells _, Answer.Expression _, Answer.Parts _ ->
          line(plain, label + "   " + "_".repeat(60), 0);
    }
  }

  private void empty(String label, Shape shape) throws IOException {
    room(height(shape));
    boxes(label, shape, (_, _) -> "", MARGIN);
    space(height(shape));
  }

  // ---- the key

  private void key(int number, Exercise exercise) throws IOException {
    room(3 * plain.size() * LEADING);
    paragraph(strong, number + ".  " + Worksheet.answer(exercise, texts), 0);
    for (String line : Worksheet.derivation(exercise, texts)) {
      paragraph(plain, line, 14);
    }
    space(6);
  }
}
