package org.gradloom.cli;

import java.io.IOException;
import java.util.List;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.lesson.Place;
import org.gradloom.marking.GradientComparison;
import org.gradloom.marking.PatternSentences;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Texts;

/**
 * What {@code check --against} prints: the entries of a learner's gradient that differ, and why.
 */
final class Against {
  private static final int WIDTH = 24;

  private final Derivation derivation;
  private final GradientComparison compared;
  private final Texts texts;
  private final Terminal out;

  Against(Derivation derivation, GradientComparison compared, Texts texts, Terminal out) {
    this.derivation = derivation;
    this.compared = compared;
    this.texts = texts;
    this.out = out;
  }

  void print() throws IOException {
    Section section = derivation.at(new Place.OfMatrix(compared.gradient())).section();
    out.line(section.result() + "   " + new Captions(derivation.lesson()).equation(section));
    if (compared.isShapedAlike() && !compared.differing().isEmpty()) {
      out.line(
          row(
              texts.get("cli.against.cell"),
              texts.get("cli.against.yours"),
              texts.get("cli.against.derived")));
      for (Cell cell : compared.differing()) {
        entry(cell);
      }
      out.line("");
    }
    verdict();
  }

  private void entry(Cell cell) throws IOException {
    out.line(row(cell.toString(), compared.yoursText(cell), compared.derivedText(cell)));
  }

  private static String row(String cell, String yours, String derived) {
    StringBuilder line = new StringBuilder("  ").append(cell);
    line.repeat(" ", Math.max(0, 6 - cell.length()));
    for (String number : List.of(yours, derived)) {
      line.repeat(" ", Math.max(1, WIDTH - number.length())).append(number);
    }
    return line.toString();
  }

  private void verdict() throws IOException {
    int entries = compared.derived().shape().size();
    if (compared.differing().isEmpty()) {
      out.line(texts.get("compare.allAgree", entries));
      return;
    }
    if (compared.isShapedAlike()) {
      out.line(texts.get("compare.agree", compared.agreeing(), entries));
    }
    boolean first = true;
    for (PatternSentences.Said said : PatternSentences.of(derivation, compared)) {
      String sentence = texts.say(said.sentence());
      out.line(first ? sentence : texts.get("compare.or", sentence));
      for (var remark : said.remarks()) {
        out.line(texts.say(remark));
      }
      first = false;
    }
    if (first) {
      out.line(texts.get("compare.none", compared.furthest().toString()));
    }
  }
}
