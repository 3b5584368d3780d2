package org.gradloom.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaPart;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Piece;
import org.gradloom.formula.Renderer;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRole;

/**
 * One line of a step's formula.
 *
 * @param lead words before it; may be empty
 * @param tex the formula, its parts in the colours of their roles
 * @param tail words after it; may be empty
 * @param spoken the whole line for a screen reader
 */
public record StepTex(String lead, String tex, String tail, String spoken) {
  private static final String ABOUT = Pattern.quote(Expr.Value.ABOUT_TEX);

  /** The lines of a step: the rule in symbols, and what it comes to. */
  public static List<StepTex> lines(Step step, Texts texts) {
    if (isWhole(step)) {
      Captions captions = new Captions(step.lesson());
      return List.of(
          new StepTex("", captions.tex(step.section()), "", captions.equation(step.section())));
    }
    Formula formula = Formula.of(step);
    boolean atTerm = step.granularity() == Granularity.TERM;
    List<Expr> rule = formula.equation(atTerm);
    String numbers = formula.plain(formula.numbers());
    String sum = formula.plain(formula.sum());
    List<Expr> reached = new ArrayList<>(formula.sum());
    if (!numbers.equals(sum)) {
      reached.addFirst(formula.numbers());
      sum = numbers + " " + Formula.equal(sum);
    }
    String tail = atTerm ? ahead(step, formula, texts) : "";
    String spoken = sum.replace(Numbers.BLANK, texts.get("say.covered"));
    return List.of(
        line("", rule, formula.plain(rule), "", formula),
        line(texts.get("formula.numbers"), reached, spoken, tail, formula));
  }

  /** True of a step that makes a whole matrix, whose formula is about matrices. */
  public static boolean isWhole(Step step) {
    return switch (step.granularity()) {
      case TERM, CELL -> false;
      case SAMPLE, MATRIX, PHASE -> true;
    };
  }

  private static String ahead(Step step, Formula formula, Texts texts) {
    boolean samples =
        step.section().products() == step.terms()
            && (step.result().quantity() == MatrixSymbol.DW
                || step.operation() instanceof Operation.BatchSum);
    return texts.get(samples ? "formula.samplesToCome" : "formula.toCome", formula.ahead());
  }

  private static StepTex line(
      String lead, List<Expr> sides, String plain, String tail, Formula formula) {
    return new StepTex(
        lead, equation(formula, sides), tail, (lead + " " + plain + " " + tail).strip());
  }

  /** The sides joined; what begins as about a number is about equal. */
  public static String equation(Formula formula, List<Expr> sides) {
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
    return parts.stream().map(StepTex::tex).collect(Collectors.joining());
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
