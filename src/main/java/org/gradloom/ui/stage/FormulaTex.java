package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewFormula;
import org.gradloom.formula.Expr;
import org.gradloom.lesson.Perspective;
import org.gradloom.staging.StepTex;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.TexLine;

/** A step's formula as the lines of a formula view: the rule in symbols, and what it comes to. */
public final class FormulaTex {
  private FormulaTex() {}

  /** Sides of an equation as one line, spoken as its plain text. */
  public static TexLine line(Formula formula, List<Expr> sides) {
    return new TexLine(StepTex.equation(formula, sides), formula.plain(sides));
  }

  static List<TexLine> lines(Step step, Texts texts) {
    return StepTex.lines(step, texts).stream()
        .map(line -> new TexLine(line.lead(), line.tex(), line.tail(), line.spoken()))
        .toList();
  }

  /** The same as a view sees the place: with the rule that the view takes the matrix apart by. */
  static List<TexLine> lines(Step step, Perspective seen, Texts texts) {
    List<TexLine> lines = lines(step, texts);
    return ViewFormula.of(step, seen).map(rule -> with(rule, step, lines, texts)).orElse(lines);
  }

  /** The view's rule stands first, and of a cell's own formula what it leaves to be said. */
  private static List<TexLine> with(ViewFormula rule, Step step, List<TexLine> lines, Texts texts) {
    List<TexLine> all = new ArrayList<>(lines);
    if (StepTex.isWhole(step)) {
      all.set(0, new TexLine(rule.tex(), rule.plain()));
      return all;
    }
    Formula formula = Formula.of(step);
    Stream<Expr> terms = Stream.ofNullable(formula.beside(rule));
    switch (rule.then()) {
      case EQUATION -> {
        List<Expr> sides = Stream.concat(Stream.of(formula.result()), terms).toList();
        all.set(0, behind(rule, "\\quad\\; ", ", ", sides, formula));
      }
      case TERMS -> all.set(0, behind(rule, "", "", terms.toList(), formula));
      case NUMBERS -> {
        all.set(0, new TexLine(rule.tex(), rule.plain()));
        TexLine left = all.removeLast();
        all.add(
            new TexLine(
                texts.get("view.jacobian.leftOver"), left.tex(), left.tail(), left.spoken()));
      }
    }
    return all;
  }

  /** A rule with sides of the cell's equation behind it. */
  private static TexLine behind(
      ViewFormula rule, String tex, String plain, List<Expr> sides, Formula formula) {
    return new TexLine(
        "",
        rule.tex() + tex + StepTex.equation(formula, sides),
        "",
        rule.plain() + plain + formula.plain(sides));
  }
}
