package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Piece;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.rule.TargetForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written around the matrices of the stage. */
class MatrixFormulaTest {
  /** Two samples, two outputs. */
  private static Lesson lesson(LossKind kind, TargetForm form, Reduction reduction) {
    Matrix square = Matrix.of(new double[][] {{0, 1}, {1, 0}});
    return new Lesson(
        "",
        square,
        List.of(
            new Layer(
                Matrix.of(new double[][] {{1, 2}, {3, 4}}),
                null,
                kind == LossKind.CROSS_ENTROPY ? Rowwise.SOFTMAX : Elementwise.SIGMOID)),
        new Loss(
            kind,
            switch (form) {
              case UPSTREAM -> new Target.Upstream(square);
              case TARGETS -> new Target.Targets(square);
              case LABELS -> new Target.Labels(List.of(1, 0));
            },
            reduction),
        0.1);
  }

  /** Pieces with bars between; the matrices on the left and the right in angles. */
  private static String text(List<Piece> pieces) {
    return pieces.stream()
        .map(piece ->
            piece.role() == Expr.Role.PLAIN
                ? piece.text().replace(' ', '_')
                : piece.role() + ":" + piece.text())
        .collect(Collectors.joining(" "));
  }

  private static Operation operation(Lesson lesson, String place) {
    return Derivation.of(lesson).at(Place.parse(place)).operation();
  }

  /** A rule that reads a matrix twice is ℓ; a division is a piece of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GIVEN | UPSTREAM | Σ_ LEFT:A _⊙_ RIGHT:U | RIGHT:U",
        "SQUARED_ERROR | TARGETS | ½_Σ_( LEFT:A _−_ RIGHT:T )² | LEFT:A _−_ RIGHT:T",
        "WHOLE_SQUARED_ERROR | TARGETS | Σ_( LEFT:A _−_ RIGHT:T )² | 2( LEFT:A _−_ RIGHT:T )",
        "SOFTMAX_CROSS_ENTROPY | LABELS | −Σ_ln_ LEFT:P [ RIGHT:y ] | LEFT:P _−_ RIGHT:y",
        "SOFTMAX_CROSS_ENTROPY | TARGETS | −Σ_ RIGHT:T _ln_ LEFT:P | LEFT:P _−_ RIGHT:T",
        "SIGMOID_CROSS_ENTROPY | TARGETS | Σ_ℓ( LEFT:P ,_ RIGHT:T ) | LEFT:P _−_ RIGHT:T",
        "CROSS_ENTROPY | TARGETS | −Σ_ RIGHT:T _ln_ LEFT:A | − RIGHT:T / LEFT:A",
        "BINARY_CROSS_ENTROPY | TARGETS | Σ_ℓ( LEFT:A ,_ RIGHT:T ) | (1_−_ RIGHT:T )_/_(1_−_ LEFT:A"
            + " )_−_ RIGHT:T / LEFT:A",
      })
  void aLossStandsAroundItsTwoMatrices(
      LossKind kind, TargetForm form, String total, String gradient) {
    Lesson sum = lesson(kind, form, Reduction.SUM);
    MatrixFormula rules = new MatrixFormula(sum);
    assertThat(text(rules.around((Operation.LossTotal) operation(sum, "loss/L")))).isEqualTo(total);
    assertThat(text(rules.around((Operation.LossGradient) operation(sum, "layer1/dA"))))
        .isEqualTo(gradient);
  }

  @Test
  void whatAMeanDividesByIsAPieceOfItsOwn() {
    Lesson mean = lesson(LossKind.WHOLE_SQUARED_ERROR, TargetForm.TARGETS, Reduction.MEAN);
    assertThat(
            text(
                new MatrixFormula(mean)
                    .around((Operation.LossGradient) operation(mean, "layer1/dA"))))
        .isEqualTo("2( LEFT:A _−_ RIGHT:T ) _/_2");
  }

  @Test
  void aRuleIsSaidBesideItsMatrix() {
    MatrixFormula rules = new MatrixFormula(KnownLessons.penalized());
    assertThat(rules.sign(Elementwise.RELU)).isEqualTo("max(0, ·)");
    assertThat(rules.sign(Elementwise.TANH)).isEqualTo("tanh(·)");
    assertThat(rules.sign(Probabilities.SOFTMAX)).isEqualTo("softmax");
    assertThat(rules.sign(Probabilities.SIGMOID)).isEqualTo("σ(·)");
    assertThat(rules.sign(new Optimizer.Sgd(0.1))).isEqualTo("− 0.1 ·");
    assertThat(rules.sign(new Optimizer.Momentum(0.1, 0.9))).isEqualTo("− 0.1 · v ←");
    assertThat(rules.sign(new Optimizer.Adam(0.001))).isEqualTo("− 0.001 · m̂/√v̂ ←");
  }

  @Test
  void thePenaltyIsOneLayersInItsGradientAndOfAllInTheLoss() {
    Lesson lesson = KnownLessons.penalized();
    MatrixFormula rules = new MatrixFormula(lesson);
    assertThat(rules.sign(lesson.loss().l2())).isEqualTo("½λ (Σ W₁² + Σ W₂²)");
    assertThat(rules.sign(new L1(2))).isEqualTo("λ₁ (Σ |W₁| + Σ |W₂|)");
    assertThat(operation(lesson, "layer2/dW"))
        .isInstanceOfSatisfying(
            Operation.Product.class,
            product ->
                assertThat(product.penalties())
                    .singleElement()
                    .satisfies(penalty -> assertThat(rules.sign(penalty)).isEqualTo("λ·W₂")));
    Lesson both = lesson.withLoss(lesson.loss().with(new L1(2)));
    assertThat(operation(both, "layer2/dW"))
        .isInstanceOfSatisfying(
            Operation.Product.class,
            product ->
                assertThat(product.penalties())
                    .extracting(rules::sign)
                    .containsExactly("λ·W₂", "λ₁·sign(W₂)"));
  }

  private static final Expr X = new Expr.Whole(new Operand(0, MatrixSymbol.X), false);

  private static Stream<Expr> singles() {
    return Stream.of(
        X,
        Expr.Entry.of(new Operand(0, MatrixSymbol.X), new Cell(0, 0)),
        new Expr.Slot(),
        new Expr.Constant(2),
        new Expr.Value(2),
        new Expr.Blank(),
        new Expr.Named("N", "N", new Expr.Constant(2)),
        new Expr.Square(X),
        new Expr.Apply(Function.LN, X),
        new Expr.Largest(List.of(X, X)),
        new Expr.Test(X, Expr.Relation.GREATER, 0),
        new Expr.Call("g", "g", List.of(X), null),
        new Expr.Picked(X, X),
        new Expr.Terms(1, _ -> X, List.of(), 0, Expr.State.DONE, 1),
        new Expr.Folded(Expr.Role.LEFT, X),
        new Expr.Stroke(Expr.State.DONE, X));
  }

  /** Only a product is written another way for matrices than for entries. */
  @ParameterizedTest
  @MethodSource("singles")
  void whatMultipliesNothingIsSaidOfMatricesAsOfEntries(Expr single) {
    assertThat(MatrixFormula.entrywise(single)).isEqualTo(single);
  }

  @Test
  void aProductOfMatricesGoesEntryByEntry() {
    Expr square = Expr.Product.of(X, X);
    Expr entrywise = new Expr.Product(Expr.Join.ENTRYWISE, X, X);
    Expr doubled = Expr.Product.of(new Expr.Constant(2), X);
    assertThat(MatrixFormula.entrywise(new Expr.Negative(Expr.Sum.of(square, doubled))))
        .isEqualTo(new Expr.Negative(Expr.Sum.of(entrywise, doubled)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer2/z | layer2/x layer2/w layer2/b",
        "layer1/a | layer1/z",
        "loss/L | layer2/a loss/targets",
        "layer2/dA | layer2/a loss/targets",
        "layer2/dW | layer2/x(T) layer2/dZ layer2/w",
        "layer2/dB | layer2/dZ",
        "layer2/dX | layer2/dZ layer2/w(T)",
        "layer1/dZ | layer1/dA layer1/z",
        "layer1/wNext | layer1/w layer1/dW",
      })
  void aMatrixIsMadeOfThoseThatStandInItsFormula(String result, String operands) {
    assertThat(
            operation(KnownLessons.penalized(), result).operands().stream()
                .map(each -> each.operand() + (each.transposed() ? "(T)" : ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo(operands);
  }
}
