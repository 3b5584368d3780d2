package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewFormula;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaPart;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Piece;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Perspective;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRole;
import org.gradloom.ui.control.TexLine;

/** A step's formula as the lines of a formula view: the rule in symbols, and what it comes to. */
public final class FormulaTex {
  private static final String ABOUT = Pattern.quote(Expr.Value.ABOUT_TEX);

  /** So many terms have room in a line with a view's rule. */
  private static final int MOST_BESIDE_A_RULE = 5;

  private FormulaTex() {}

  /** Sides of an equation as one line, spoken as its plain text. */
  public static TexLine line(Formula formula, List<Expr> sides) {
    return new TexLine(equation(formula, sides), formula.plain(sides));
  }

  static List<TexLine> lines(Step step, Texts texts) {
    Formula formula = Formula.of(step);
    List<TexLine> lines = new ArrayList<>();
    if (isWhole(step)) {
      Captions captions = new Captions(step.lesson());
      lines.add(new TexLine(captions.tex(step.section()), captions.equation(step.section())));
      return lines;
    }
    List<Expr> rule =
        Stream.of(formula.result(), formula.general(), formula.symbols())
            .filter(Objects::nonNull)
            .toList();
    lines.add(line("", rule, formula.plain(rule), "", formula));
    String numbers = formula.plain(formula.numbers());
    String sum = formula.plain(formula.sum());
    List<Expr> reached = new ArrayList<>(formula.sum());
    if (!numbers.equals(sum)) {
      reached.addFirst(formula.numbers());
      sum = numbers + " " + Formula.equal(sum);
    }
    String tail = step.granularity() == Granularity.TERM ? ahead(step, formula, texts) : "";
    String spoken = sum.replace(Numbers.BLANK, texts.get("say.covered"));
    lines.add(line(texts.get("formula.numbers"), reached, spoken, tail, formula));
    return lines;
  }

  /** The same as a view sees the place: with the rule that the view takes the matrix apart by. */
  static List<TexLine> lines(Step step, Perspective seen, Texts texts) {
    List<TexLine> lines = lines(step, texts);
    return ViewFormula.of(step, seen).map(rule -> with(rule, step, lines, texts)).orElse(lines);
  }

  /** The view's rule stands first, and of a cell's own formula what it leaves to be said. */
  private static List<TexLine> with(ViewFormula rule, Step step, List<TexLine> lines, Texts texts) {
    List<TexLine> all = new ArrayList<>(lines);
    if (isWhole(step)) {
      all.set(0, new TexLine(rule.tex(), rule.plain()));
      return all;
    }
    Formula formula = Formula.of(step);
    boolean few = step.terms() <= MOST_BESIDE_A_RULE;
    Stream<Expr> terms = Stream.ofNullable(few ? formula.symbols() : formula.general());
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
        rule.tex() + tex + equation(formula, sides),
        "",
        rule.plain() + plain + formula.plain(sides));
  }

  private static boolean isWhole(Step step) {
    return switch (step.granularity()) {
      case TERM, CELL -> false;
      case SAMPLE, MATRIX, PHASE -> true;
    };
  }

  private static String ahead(Step step, Formula formula, Texts texts) {
    boolean samples =
        step.result().quantity() == MatrixSymbol.DW
            || step.operation() instanceof Operation.BatchSum;
    return texts.get(samples ? "formula.samplesToCome" : "formula.toCome", formula.ahead());
  }

  private static TexLine line(
      String lead, List<Expr> sides, String plain, String tail, Formula formula) {
    return new TexLine(
        lead, equation(formula, sides), tail, (lead + " " + plain + " " + tail).strip());
  }

  /** The sides joined; what begins as about a number is about equal. */
  private static String equation(Formula formula, List<Expr> sides) {
    Renderer renderer = formula.renderer(FormulaStyle.TEX);
    StringBuilder equation = new StringBuilder();
    for (Expr side : sides) {
      String tex = tex(renderer.parts(side));
      boolean about = formula.plain(side).charAt(0) == Numbers.ABOUT;
      if (equation.isEmpty()) {
        equation.append(tex);
      } else if (about) {
        equation.append(" \\approx ").append(tex.replaceFirst(ABOUT, ""));
      } else {
        equation.append(" = ").append(tex);
      }
    }
    return equation.toString();
  }

  private static String tex(List<FormulaPart> parts) {
    return parts.stream().map(FormulaTex::tex).collect(Collectors.joining());
  }

  private static String tex(FormulaPart part) {
    StringBuilder pieces = new StringBuilder();
    for (Piece piece : part.pieces()) {
      pieces.append(
          part.state() == Expr.State.AHEAD
              ? TexRole.MUTED.of(piece.text())
              : role(piece.role()).of(piece.text()));
    }
    return switch (part.state()) {
      // The thin spaces leave room for the box, so that nothing moves when it comes.
      case ACTIVE -> "\\;\\boxed{" + pieces + "}\\;";
      case DONE, AHEAD -> "\\;" + pieces + "\\;";
      case FIXED -> pieces.toString();
    };
  }

  private static TexRole role(Expr.Role role) {
    return switch (role) {
      case PLAIN -> TexRole.TEXT;
      case LEFT -> TexRole.LEFT;
      case RIGHT -> TexRole.RIGHT;
      case RESULT -> TexRole.RESULT;
    };
  }
}
