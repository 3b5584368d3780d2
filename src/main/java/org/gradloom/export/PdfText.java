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
    for (Scripts.Run run : Scripts.runs(text)) {
      switch (run.height()) {
        case ON_THE_LINE -> onTheLine(run.text(), all);
        case LOWERED -> all.add(new Run(known(run.text()), size * SMALL, size * DOWN));
        case RAISED -> all.add(new Run(known(run.text()), size * SMALL, size * UP));
      }
    }
    return all;
  }

  /** What the typeface lacks stands apart. */
  private void onTheLine(String text, List<Run> all) throws IOException {
    int start = 0;
    for (int i = text.indexOf(ENTRYWISE); i >= 0; i = text.indexOf(ENTRYWISE, start)) {
      if (i > start) {
        all.add(new Run(known(text.substring(start, i)), size, 0));
      }
      all.add(new Run(Character.toString(ENTRYWISE), size, 0));
      start = i + 1;
    }
    if (start < text.length()) {
      all.add(new Run(known(text.substring(start)), size, 0));
    }
  }

  /** The text with a question mark for every character that the typeface has not. */
  private String known(String text) throws IOException {
    StringBuilder known = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      known.append(known(c));
    }
    return known.toString();
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

  /** Broken to lines that are no wider: at its blanks, and inside of what is wider by itself. */
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
      for (int fits = fitting(line, width); fits < line.length(); fits = fitting(line, width)) {
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** How many characters fit, at least one. */
  private int fitting(CharSequence line, float width) throws IOException {
    if (width(line.toString()) <= width) {
      return line.length();
    }
    int fits = Character.charCount(Character.codePointAt(line, 0));
    for (int next = fits; width(line.subSequence(0, next).toString()) <= width; ) {
      fits = next;
      next += Character.charCount(Character.codePointAt(line, next));
    }
    return fits;
  }
}
