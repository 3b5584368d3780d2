package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRole;
import org.gradloom.ui.control.TexLine;

/** A step's formula as the lines of a formula view: the rule in symbols, and what it comes to. */
final class FormulaTex {
  private FormulaTex() {}

  static List<TexLine> lines(Step step, Texts texts) {
    Formula formula = Formula.of(step);
    List<TexLine> lines = new ArrayList<>();
    if (step.granularity() == Granularity.MATRIX || step.granularity() == Granularity.PHASE) {
      Captions captions = new Captions(step.lesson());
      lines.add(new TexLine(captions.tex(step.section()), captions.equation(step.section())));
      return lines;
    }
    List<List<Formula.Part>> rule = new ArrayList<>(List.of(formula.result()));
    if (!formula.general().isEmpty()) {
      rule.add(formula.general());
    }
    if (!formula.symbols().isEmpty()) {
      rule.add(formula.symbols());
    }
    lines.add(line("", rule, ""));
    lines.add(
        line(
            texts.get("formula.numbers"),
            Formula.plain(formula.numbers()).equals(Formula.plain(formula.sum()))
                ? List.of(formula.sum())
                : List.of(formula.numbers(), formula.sum()),
            step.granularity() == Granularity.TERM ? ahead(step, formula, texts) : ""));
    return lines;
  }

  private static String ahead(Step step, Formula formula, Texts texts) {
    boolean samples =
        step.result().quantity() == MatrixSymbol.DW
            || step.operation() instanceof Operation.ColumnSum;
    return texts.get(samples ? "formula.samplesToCome" : "formula.toCome", formula.ahead());
  }

  private static TexLine line(String lead, List<List<Formula.Part>> sides, String tail) {
    StringBuilder tex = new StringBuilder();
    StringBuilder spoken = new StringBuilder(lead).append(lead.isEmpty() ? "" : " ");
    for (List<Formula.Part> side : sides) {
      if (!tex.isEmpty()) {
        tex.append(" = ");
        spoken.append(" = ");
      }
      side.forEach(part -> tex.append(tex(part)));
      spoken.append(Formula.plain(side));
    }
    spoken.append(' ').append(tail);
    return new TexLine(lead, tex.toString(), tail, spoken.toString().strip());
  }

  private static String tex(Formula.Part part) {
    StringBuilder pieces = new StringBuilder();
    for (Formula.Piece piece : part.pieces()) {
      pieces.append(
          part.state() == Formula.State.AHEAD
              ? TexRole.MUTED.of(piece.tex())
              : role(piece.role()).of(piece.tex()));
    }
    return switch (part.state()) {
      // The thin spaces leave room for the box, so that nothing moves when it comes.
      case ACTIVE -> "\\;\\boxed{" + pieces + "}\\;";
      case DONE, AHEAD -> "\\;" + pieces + "\\;";
      case FIXED -> pieces.toString();
    };
  }

  private static TexRole role(Formula.Role role) {
    return switch (role) {
      case PLAIN -> TexRole.TEXT;
      case LEFT -> TexRole.LEFT;
      case RIGHT -> TexRole.RIGHT;
      case RESULT -> TexRole.RESULT;
    };
  }
}
