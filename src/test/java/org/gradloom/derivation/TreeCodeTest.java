package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.TargetForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rule without an idiom reads like in each language. */
class TreeCodeTest {
  private static final Expr Z = TreeCode.variable("z");
  private static final Expr T = TreeCode.variable("t");

  @Test
  void writesActivationsAsTheirFormulasSay() {
    assertThat(TreeCode.NUMPY.of(Elementwise.RELU.formula(Z))).isEqualTo("np.maximum(z, 0)");
    assertThat(TreeCode.TORCH.of(Elementwise.RELU.formula(Z)))
        .isEqualTo("torch.maximum(z, torch.tensor(0))");
    assertThat(TreeCode.JAVA.of(Elementwise.RELU.formula(Z))).isEqualTo("Math.max(z, 0)");
    assertThat(TreeCode.NUMPY.of(Elementwise.LEAKY_RELU.formula(Z)))
        .isEqualTo("np.maximum(z, 0.01 * z)");
    assertThat(TreeCode.JAVA.of(Elementwise.SIGMOID.formula(Z)))
        .isEqualTo("1 / (1 + Math.exp(-z))");
    assertThat(TreeCode.TORCH.of(Elementwise.TANH.formula(Z))).isEqualTo("torch.tanh(z)");
  }

  @Test
  void writesSlopesAsFactors() {
    assertThat(TreeCode.NUMPY.factor(Elementwise.TANH.slopeFormula(Z)))
        .isEqualTo("(1 - np.tanh(z)**2)");
    assertThat(TreeCode.JAVA.of(Elementwise.TANH.slopeFormula(Z)))
        .isEqualTo("1 - Math.pow(Math.tanh(z), 2)");
    assertThat(TreeCode.NUMPY.factor(Elementwise.RELU.slopeFormula(Z))).isEqualTo("(z > 0)");
    assertThat(TreeCode.JAVA.of(Elementwise.RELU.slopeFormula(Z))).isEqualTo("z > 0 ? 1 : 0");
    assertThat(TreeCode.JAVA.of(Elementwise.LEAKY_RELU.slopeFormula(Z)))
        .isEqualTo("(z > 0 ? 1 : 0) + 0.01 * (z <= 0 ? 1 : 0)");
  }

  /** Two truth values add up to a truth value in NumPy, and cannot be subtracted at all. */
  @Test
  void makesNumbersOfComparisonsBeforeTheyAreAdded() {
    assertThat(TreeCode.NUMPY.of(Elementwise.LEAKY_RELU.slopeFormula(Z)))
        .isEqualTo("1.0 * (z > 0) + 0.01 * (z <= 0)");
    Expr positive = new Expr.Test(Z, Expr.Relation.GREATER, 0);
    assertThat(TreeCode.TORCH.of(new Expr.Difference(positive, positive)))
        .isEqualTo("1.0 * (z > 0) - 1.0 * (z > 0)");
  }

  @Test
  void addsTermsUpWithWhatStandsBeforeThemInFront() {
    assertThat(TreeCode.NUMPY.summed(LossKind.SQUARED_ERROR.termFormula(TargetForm.TARGETS, Z, T)))
        .isEqualTo("0.5 * ((z - t)**2).sum()");
    assertThat(
            TreeCode.TORCH.summed(
                LossKind.SOFTMAX_CROSS_ENTROPY.termFormula(
                    TargetForm.LABELS, new Expr.Picked(Z, T), T)))
        .isEqualTo("-torch.log(z[torch.arange(len(t)), t]).sum()");
    assertThat(
            TreeCode.NUMPY.summed(
                LossKind.SIGMOID_CROSS_ENTROPY.termFormula(TargetForm.TARGETS, Z, T)))
        .isEqualTo("(-t * np.log(z) - (1 - t) * np.log(1 - z)).sum()");
    // A function that is written as several operations needs brackets before it is added up.
    assertThat(TreeCode.NUMPY.summed(new Expr.Apply(Function.SIGMOID, Z)))
        .isEqualTo("(1 / (1 + np.exp(-z))).sum()");
    assertThat(TreeCode.NUMPY.summed(new Expr.Apply(Function.ABSOLUTE, Z)))
        .isEqualTo("np.abs(z).sum()");
  }

  @Test
  void bracketsStandWhereTheyAreNeeded() {
    Expr sum = Expr.Sum.of(Z, T);
    assertThat(TreeCode.NUMPY.of(new Expr.Quotient(Expr.Bar.SLASH, sum, Expr.Product.of(Z, T))))
        .isEqualTo("(z + t) / (z * t)");
    assertThat(TreeCode.NUMPY.of(new Expr.Difference(Z, new Expr.Difference(Z, T))))
        .isEqualTo("z - (z - t)");
    assertThat(TreeCode.JAVA.of(new Expr.Apply(Function.SQUARE_ROOT, sum)))
        .isEqualTo("Math.sqrt(z + t)");
    assertThat(TreeCode.JAVA.of(new Expr.Largest(List.of(new Expr.Constant(-1), Z, T))))
        .isEqualTo("Math.max(Math.max(z, t), -1)");
  }

  @Test
  void writesWhatAFormulaCallsByANameAsWhatItMeans() {
    Expr error = new Expr.Difference(Z, T);
    Expr atLeast =
        new Expr.Call(
            "\\mathrm{cut}",
            "cut",
            List.of(error),
            new Expr.Largest(List.of(new Expr.Constant(-1), error)));
    assertThat(TreeCode.NUMPY.factor(atLeast)).isEqualTo("np.maximum(z - t, -1)");
    assertThat(TreeCode.JAVA.summed(atLeast)).isEqualTo("(Math.max(z - t, -1)).sum()");
  }

  private static Stream<Expr> noRules() {
    Operand x = new Operand(0, MatrixSymbol.X);
    return Stream.of(
        Expr.Entry.of(x, new Cell(0, 0)),
        new Expr.Whole(x, false),
        new Expr.Slot(),
        new Expr.Value(1),
        new Expr.Blank(),
        new Expr.Call("f", "f", List.of(Z), null),
        new Expr.Series(List.of(), Z),
        new Expr.Terms(1, _ -> Z, List.of(), 0, Expr.State.DONE, 1));
  }

  /** What stands for entries, numbers of a step or whole matrices is no rule of variables. */
  @ParameterizedTest
  @MethodSource("noRules")
  void whatIsNoRuleIsRefused(Expr expr) {
    assertThatThrownBy(() -> TreeCode.NUMPY.of(expr))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" is no rule of variables");
  }
}
