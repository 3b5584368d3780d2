package org.gradloom.derivation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.formula.Entries;
import org.gradloom.formula.Expr;
import org.gradloom.formula.ExprEvaluator;
import org.gradloom.formula.Function;
import org.gradloom.formula.Index;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.TargetForm;

/**
 * A term of a cross-entropy as the engine takes it from the logits. It is shown in the place of −ln
 * p where p or 1 − p is so small that a double has no digits of it left: ln(1 − 1) is not −800, and
 * what is written must come to what stands behind it.
 */
final class LogitTerm {
  /** How far off a term from probabilities may be before it is told from logits; relative. */
  private static final double SLIGHTLY = 1e-4;

  /** The same, absolute. */
  private static final double HARDLY = 1e-12;

  private LogitTerm() {}

  /** Term {@code t} of L from logits, where the one from probabilities does not come to it. */
  static Optional<Expr> of(Step step, int t) {
    return of(step, t, direct(step, t));
  }

  /** Term {@code t} of L as the rule writes it. */
  static Expr direct(Step step, int t) {
    Step.Read output = step.left(t).orElseThrow();
    Step.Read compared = step.right(t).orElseThrow();
    return step.lesson()
        .loss()
        .kind()
        .termFormula(
            step.lesson().loss().form(),
            new Expr.Marked(Expr.Role.LEFT, Expr.Entry.of(output.operand(), output.cell())),
            new Expr.Marked(Expr.Role.RIGHT, Expr.Entry.of(compared.operand(), compared.cell())));
  }

  private static Optional<Expr> of(Step step, int t, Expr direct) {
    Probabilities probabilities = step.lesson().loss().kind().probabilities();
    Step.Read output = step.left(t).orElseThrow();
    Operand logits = new Operand(step.lesson().lastLayer(), MatrixSymbol.A);
    Matrix all = step.trace().matrix(logits);
    int row = output.cell().row();
    if (probabilities == Probabilities.NONE
        || comesTo(step, t, direct)
        || IntStream.range(0, all.columns())
            .anyMatch(j -> step.cover().hides(logits, new Cell(row, j)))) {
      return Optional.empty();
    }
    Expr z = Expr.Entry.of(logits, output.cell());
    Step.Read compared = step.right(t).orElseThrow();
    Expr target =
        new Expr.Marked(Expr.Role.RIGHT, Expr.Entry.of(compared.operand(), compared.cell()));
    return Optional.of(
        switch (probabilities) {
          case NONE -> direct;
          case SIGMOID -> ofSigmoid(z, all.get(row, output.cell().column()), target);
          case SOFTMAX -> {
            Expr own = ofSoftmax(z, all, row);
            yield step.lesson().loss().form() == TargetForm.LABELS
                ? own
                : Expr.Product.of(target, own);
          }
        });
  }

  private static boolean comesTo(Step step, int t, Expr direct) {
    double said = ExprEvaluator.value(direct, Entries.of(step.trace()::matrix));
    double is = step.term(t);
    return Math.abs(said - is) <= SLIGHTLY * Math.abs(is) + HARDLY;
  }

  /** max(0, z) − t·z + ln(1 + exp(−|z|)), with the maximum taken and the sign known. */
  private static Expr ofSigmoid(Expr z, double logit, Expr target) {
    boolean positive = logit > 0;
    Expr rest =
        new Expr.Apply(
            Function.LN,
            Expr.Sum.of(
                new Expr.Constant(1),
                new Expr.Apply(Function.EXP, positive ? new Expr.Negative(z) : z)));
    Expr linear = Expr.Product.of(target, z);
    return positive
        ? Expr.Sum.of(new Expr.Difference(z, linear), rest)
        : new Expr.Difference(rest, linear);
  }

  /** max + ln Σ exp(zⱼ − max) − z. */
  private static Expr ofSoftmax(Expr z, Matrix all, int row) {
    Expr max = new Expr.Value(Probabilities.rowMaximum(all, row));
    Index.Letter letter = new Index.Letter("j", all.columns());
    Expr.Entry own = (Expr.Entry) z;
    Expr ofRow = new Expr.Entry(own.operand(), own.row(), letter, false);
    Expr sum =
        new Expr.Series(
            List.of(letter), new Expr.Apply(Function.E_TO, new Expr.Difference(ofRow, max)));
    return new Expr.Difference(Expr.Sum.of(max, new Expr.Apply(Function.LN, sum)), z);
  }
}
