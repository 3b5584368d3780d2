package org.gradloom.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.engine.CheckTally;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.GradientCheck.Comparison;
import org.gradloom.engine.GradientCheck.Kink;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;

/** What {@code check} prints: every gradient beside its central difference. */
final class Check {
  private static final int WIDTH = 16;

  private final Derivation derivation;
  private final Texts texts;
  private final Terminal out;

  private CheckTally tally = CheckTally.NONE;

  Check(Trace trace, Texts texts, Terminal out) {
    this.derivation = Derivation.of(trace);
    this.texts = texts;
    this.out = out;
  }

  /** Prints all comparisons; true if each agrees or stands at a kink. */
  boolean run() throws IOException {
    GradientCheck check = new GradientCheck(derivation.trace());
    for (Section section : derivation.sections()) {
      if (section.result().quantity().isGradient()) {
        matrix(section, check);
      }
    }
    out.line(summary());
    return tally.differing() == 0;
  }

  private void matrix(Section section, GradientCheck check) throws IOException {
    out.line(new Captions(derivation.lesson()).equation(section) + "   " + section.result());
    out.line(
        row(
            texts.get("cli.check.cell"),
            texts.get("cli.check.derived"),
            texts.get("cli.check.measured"),
            texts.get("cli.check.error"),
            ""));
    Convention convention = derivation.lesson().convention();
    Shape listed = convention.listed(section.result(), section.shape());
    for (int i = 0; i < listed.rows(); i++) {
      for (int j = 0; j < listed.columns(); j++) {
        Place.OfCell place = new Place.OfCell(section.result(), new Cell(i, j));
        Comparison comparison = check.compare(section.result(), convention.turned(place).cell());
        tally = tally.and(comparison);
        out.line(
            row(
                place.cell().toString(),
                Numbers.format(comparison.analytic()),
                Numbers.rounded(comparison.numeric(), 6),
                Numbers.rounded(comparison.relativeError(), 6),
                remark(comparison)));
      }
    }
    out.line("");
    out.flush();
  }

  private String remark(Comparison comparison) {
    if (comparison.kink().isPresent()) {
      Kink kink = comparison.kink().get();
      return texts.get(
          "cli.check.kink",
          written(kink.operand(), kink.cell()),
          Numbers.rounded(comparison.h(), 6));
    }
    if (comparison.isRoundedAway()) {
      return texts.get("cli.check.roundedAway", Numbers.rounded(comparison.h(), 6));
    }
    return comparison.agrees() ? "" : texts.get("cli.check.differs");
  }

  private String written(Operand operand, Cell cell) {
    return derivation.lesson().convention().turned(new Place.OfCell(operand, cell)).toString();
  }

  private static String row(
      String cell, String derived, String measured, String error, String remark) {
    StringBuilder line = new StringBuilder("  ").append(cell);
    line.repeat(" ", Math.max(0, 6 - cell.length()));
    for (String number : new String[] {derived, measured, error}) {
      line.repeat(" ", Math.max(1, WIDTH - number.length())).append(number);
    }
    return (remark.isEmpty() ? line : line.append("   ").append(remark)).toString();
  }

  private String summary() {
    if (tally.kinks() == tally.compared()) {
      return texts.get("cli.check.onlyKinks", tally.compared());
    }
    List<String> said = new ArrayList<>();
    tally
        .worst()
        .ifPresent(found -> {
          said.add(
              texts.get(
                  "cli.check.largest",
                  Numbers.rounded(found.relativeError(), 6),
                  written(found.gradient(), found.cell())));
          said.add(
              tally.differing() == 0
                  ? texts.get("cli.check.allAgree", tally.counting())
                  : texts.get("cli.check.someDiffer", tally.differing(), tally.counting()));
        });
    if (tally.kinks() > 0) {
      said.add(texts.get("cli.check.someKinks", tally.kinks()));
    }
    if (tally.roundedAway() > 0) {
      said.add(texts.get("cli.check.someRoundedAway", tally.roundedAway()));
    }
    return String.join(" ", said);
  }
}
