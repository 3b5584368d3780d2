package org.gradloom.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * One line of text with raised and lowered characters set smaller, as the typeface has no drawings
 * of most of them. Widths and places are in points.
 */
final class PdfText {
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖ";
  private static final String LOWERED_AS = "0123456789ijk";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵀ";
  private static final String RAISED_AS = "0123456789()T";
  private static final char ENTRYWISE = '⊙';
  private static final float SMALL = 0.68f;
  private static final float DOWN = -0.16f;
  private static final float UP = 0.34f;

  /** A circle of four curves. */
  private static final float ROUND = 0.5523f;

  private final PDFont font;
  private final float size;

  /** Characters in one size at one height. */
  private record Run(String text, float size, float rise) {}

  PdfText(PDFont font, float size) {
    this.font = font;
    this.size = size;
  }

  float size() {
    return size;
  }

  float width(String text) throws IOException {
    float width = 0;
    for (Run run : runs(text)) {
      width += width(run);
    }
    return width;
  }

  private float width(Run run) throws IOException {
    return run.text().charAt(0) == ENTRYWISE
        ? run.size() * 0.7f
        : font.getStringWidth(run.text()) / 1000 * run.size();
  }

  /** Draws it from a point of its base line on. */
  void draw(PDPageContentStream page, String text, float x, float y) throws IOException {
    float at = x;
    for (Run run : runs(text)) {
      if (run.text().charAt(0) == ENTRYWISE) {
        circle(page, at + run.size() * 0.35f, y + run.size() * 0.3f, run.size() * 0.26f);
      } else {
        page.beginText();
        page.setFont(font, run.size());
        page.newLineAtOffset(at, y + run.rise());
        page.showText(run.text());
        page.endText();
      }
      at += width(run);
    }
  }

  /** ⊙, which the typeface lacks. */
  private static void circle(PDPageContentStream page, float x, float y, float r)
      throws IOException {
    page.setLineWidth(0.6f);
    curves(page, x, y, r);
    page.stroke();
    curves(page, x, y, r * 0.25f);
    page.fill();
  }

  private static void curves(PDPageContentStream page, float x, float y, float r)
      throws IOException {
    float c = r * ROUND;
    page.moveTo(x + r, y);
    page.curveTo(x + r, y + c, x + c, y + r, x, y + r);
    page.curveTo(x - c, y + r, x - r, y + c, x - r, y);
    page.curveTo(x - r, y - c, x - c, y - r, x, y - r);
    page.curveTo(x + c, y - r, x + r, y - c, x + r, y);
    page.closePath();
  }

  private List<Run> runs(String text) throws IOException {
    List<Run> all = new ArrayList<>();
    for (int c : text.codePoints().toArray()) {
      all.add(run(c));
    }
    List<Run> joined = new ArrayList<>();
    for (Run next : all) {
      Run last = joined.isEmpty() ? null : joined.getLast();
      boolean apart = next.text().indexOf(ENTRYWISE) >= 0;
      if (last != null
          && !apart
          && last.text().indexOf(ENTRYWISE) < 0
          && last.size() == next.size()
          && last.rise() == next.rise()) {
        joined.removeLast();
        joined.add(new Run(last.text() + next.text(), last.size(), last.rise()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private Run run(int c) throws IOException {
    int lowered = LOWERED.indexOf(c);
    if (lowered >= 0) {
      return new Run(LOWERED_AS.substring(lowered, lowered + 1), size * SMALL, size * DOWN);
    }
    int raised = RAISED.indexOf(c);
    if (raised >= 0) {
      return new Run(RAISED_AS.substring(raised, raised + 1), size * SMALL, size * UP);
    }
    return new Run(c == ENTRYWISE ? Character.toString(c) : known(c), size, 0);
  }

  /** The character, or a question mark where the typeface has none. */
  private String known(int c) throws IOException {
    String text = Character.isWhitespace(c) ? " " : Character.toString(c);
    try {
      font.encode(text);
      return text;
    } catch (IllegalArgumentException _) {
      return "?";
    }
  }

  /** Broken at its blanks to lines that are no wider. */
  List<String> wrapped(String text, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer) > width) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
