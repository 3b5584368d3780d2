package org.gradloom.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gradloom.formula.SampleTrees.NAMES;
import static org.gradloom.formula.SampleTrees.NUMBERS;
import static org.gradloom.formula.SampleTrees.X;
import static org.gradloom.formula.SampleTrees.inNumbers;
import static org.gradloom.formula.SampleTrees.number;
import static org.gradloom.formula.SampleTrees.numbers;
import static org.gradloom.formula.SampleTrees.plain;
import static org.gradloom.formula.SampleTrees.tex;
import static org.gradloom.formula.SampleTrees.value;
import static org.gradloom.formula.SampleTrees.x;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.junit.jupiter.api.Test;

/** Trees written in both styles, and what they come to. */
class ExprTest {
  // ---- numbers beside numbers -----------------------------------------------------------------

  /** 2λ with 0.1 for λ is 2·0.1 and no 20.1. */
  @Test
  void aDotStandsBetweenANumberAndTheNextWhereALetterNeedsNone() {
    Expr lambda = new Expr.Named("\\lambda", "λ", number(0.1));
    assertThat(plain(new Expr.Product(Expr.Join.NONE, new Expr.Constant(2), lambda)))
        .isEqualTo("2λ");
    Expr twice = new Expr.Product(Expr.Join.NONE, new Expr.Constant(2), number(0.1));
    assertThat(plain(twice)).isEqualTo("2·0.1");
    assertThat(tex(twice)).isEqualTo("2\\cdot {0.1}");
    assertThat(plain(new Expr.Product(Expr.Join.BLANK, twice, number(11)))).isEqualTo("2·0.1·11");
  }

  // ---- brackets and signs ----------------------------------------------------------------------

  @Test
  void aNegativeNumberStandsInBracketsWhereItsSignMeetsAnOperator() {
    assertThat(plain(Expr.Product.of(number(-2), number(-3)))).isEqualTo("(−2)·(−3)");
    assertThat(plain(new Expr.Difference(number(-2), number(-3)))).isEqualTo("−2 − (−3)");
    assertThat(plain(new Expr.Negative(number(-2)))).isEqualTo("−(−2)");
    assertThat(plain(new Expr.Square(number(-2)))).isEqualTo("(−2)²");
    assertThat(plain(new Expr.Apply(Function.TANH, number(-2)))).isEqualTo("tanh(−2)");
    assertThat(tex(Expr.Product.of(number(-2), number(3)))).isEqualTo("{(-2)}\\cdot {3}");
  }

  @Test
  void aSumOfNumbersIsJoinedByTheirSigns() {
    assertThat(plain(Expr.Sum.of(number(0), number(-2), number(3)))).isEqualTo("0 − 2 + 3");
    assertThat(tex(Expr.Sum.of(number(0), number(-2)))).isEqualTo("{0} - {2}");
  }

  @Test
  void bracketsStandWhereAnOperatorHoldsTogetherNoBetter() {
    Expr sum = Expr.Sum.of(x(0, 0), x(0, 1));
    assertThat(plain(Expr.Product.of(x(0, 0), sum))).isEqualTo("x11·(x11 + x12)");
    assertThat(plain(new Expr.Difference(sum, sum))).isEqualTo("x11 + x12 − (x11 + x12)");
    assertThat(plain(new Expr.Quotient(Expr.Bar.LAST, sum, Expr.Product.of(x(0, 0), x(0, 1)))))
        .isEqualTo("(x11 + x12) / (x11·x12)");
    assertThat(value(new Expr.Difference(sum, sum))).isZero();
    assertThat(value(Expr.Product.of(x(0, 0), sum))).isEqualTo(3);
  }

  @Test
  void powersOfFunctionsStandAtTheirNames() {
    Expr squared = new Expr.Square(new Expr.Apply(Function.TANH, x(0, 0)));
    assertThat(plain(squared)).isEqualTo("tanh²(x11)");
    assertThat(tex(squared)).isEqualTo("\\tanh^2(x11)");
    assertThat(value(squared)).isEqualTo(Math.tanh(1) * Math.tanh(1));
    Expr logarithm = new Expr.Apply(Function.LN, x(0, 1));
    assertThat(plain(logarithm)).isEqualTo("ln x12");
    assertThat(plain(new Expr.Apply(Function.LN, new Expr.Difference(x(0, 0), x(0, 1)))))
        .isEqualTo("ln(x11 − x12)");
    Expr root = new Expr.Apply(Function.SQUARE_ROOT, x(0, 1));
    assertThat(plain(root)).isEqualTo("√x12");
    assertThat(tex(root)).isEqualTo("\\sqrt{x12}");
    Expr power = new Expr.Apply(Function.E_TO, x(0, 1));
    assertThat(plain(power)).isEqualTo("exp(x12)");
    assertThat(tex(power)).isEqualTo("e^{x12}");
  }

  /** TeX takes no second exponent beside the layer's. */
  @Test
  void theSquareOfAnEntryThatBearsItsLayerStandsInBraces() {
    Expr second = Expr.Entry.of(new Operand(1, MatrixSymbol.X), new Cell(0, 1));
    assertThat(tex(new Expr.Square(second))).isEqualTo("{x^{(2)}12}^2");
    assertThat(plain(new Expr.Square(second))).isEqualTo("x^{(2)}12²");
    assertThat(tex(new Expr.Square(x(0, 1)))).isEqualTo("x12^2");
    Expr marked = new Expr.Square(new Expr.Marked(Expr.Role.LEFT, second));
    assertThat(new Renderer(FormulaStyle.TEX, NAMES).parts(marked))
        .singleElement()
        .extracting(FormulaPart::pieces)
        .isEqualTo(
            List.of(new Piece("{x^{(2)}12}", Expr.Role.LEFT), new Piece("^2", Expr.Role.PLAIN)));
  }

  @Test
  void bracketsOfAFunctionAreEnoughForOneNumberAndNotForASum() {
    Expr one = new Expr.Apply(Function.TANH, number(-2));
    Expr sum = new Expr.Apply(Function.TANH, Expr.Sum.of(number(-2), number(3)));
    assertThat(plain(sum)).isEqualTo("tanh(−2 + 3)");
    assertThat(plain(new Expr.Terms(1, t -> one, List.of(), 0, Expr.State.ACTIVE, 6)))
        .isEqualTo("tanh(−2)");
    assertThat(plain(new Expr.Terms(1, t -> sum, List.of(), 0, Expr.State.ACTIVE, 6)))
        .isEqualTo("tanh((−2) + 3)");
  }

  @Test
  void largestAndTestsAreWhatTheySay() {
    Expr largest = new Expr.Largest(List.of(new Expr.Constant(0), number(-7), x(0, 1)));
    assertThat(plain(largest)).isEqualTo("max(0, −7, x12)");
    assertThat(value(largest)).isEqualTo(2);
    Expr test = new Expr.Test(x(0, 1), Expr.Relation.AT_MOST, 2);
    assertThat(plain(test)).isEqualTo("[x12 ≤ 2]");
    assertThat(tex(test)).isEqualTo("[x12 \\leq 2]");
    assertThat(value(test)).isEqualTo(1);
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.GREATER, 2))).isZero();
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.EQUAL, 2))).isEqualTo(1);
  }

  @Test
  void aLargeNumberIsWrittenInPowersOfTen() {
    assertThat(tex(number(-1.5e7))).isEqualTo("{-1.5\\cdot 10^{7}}");
    assertThat(tex(number(-1.5e-7))).isEqualTo("{-1.5\\cdot 10^{-7}}");
    assertThat(tex(Expr.Product.of(number(-1.5e7), number(1))))
        .isEqualTo("{(-1.5\\cdot 10^{7})}\\cdot {1}");
  }

  // ---- sums over letters -----------------------------------------------------------------------

  @Test
  void aSeriesRunsOverItsLettersTheLastOneFastest() {
    Index.Letter k = new Index.Letter("k", 2);
    Index.Letter j = new Index.Letter("j", 2);
    List<String> read = new ArrayList<>();
    Expr series = new Expr.Series(List.of(k, j), new Expr.Entry(X, k, j, false));
    assertThat(plain(series)).isEqualTo("Σ(k,j) xkj");
    assertThat(tex(series)).isEqualTo("\\sum_{k,j} xkj");
    double sum =
        ExprEvaluator.value(
            series,
            (operand, row, column) -> {
              read.add(row + "," + column);
              return 10 * row + column + 1;
            });
    assertThat(sum).isEqualTo(1 + 2 + 11 + 12);
    assertThat(read).containsExactly("0,0", "0,1", "1,0", "1,1");
  }

  @Test
  void whatASeriesRunsOverBeginsWithItsSign() {
    Index.Letter k = new Index.Letter("k", 2);
    Expr entry = new Expr.Entry(X, new Index.At(0), k, false);
    assertThat(plain(new Expr.Series(List.of(k), new Expr.Negative(entry)))).isEqualTo("Σ(k) −x1k");
    assertThat(plain(new Expr.Series(List.of(k), Expr.Sum.of(entry, number(1)))))
        .isEqualTo("Σ(k) (x1k + 1)");
  }

  @Test
  void theClassOfASampleIsReadFromItsLabel() {
    Index.Letter k = new Index.Letter("k", 2);
    Operand labels = Operand.ofLoss(MatrixSymbol.LABELS);
    Expr own = new Expr.Entry(X, k, new Index.ClassOf(labels, k), false);
    Entries entries =
        (operand, row, column) ->
            operand.equals(labels) ? row + 1 : NUMBERS.at(operand, row, column);
    // The first sample is of class 1, the second of class 2.
    assertThat(ExprEvaluator.value(new Expr.Series(List.of(k), own), entries)).isEqualTo(1 + 12);
  }

  @Test
  void aLetterThatNothingRunsOverHasNoNumber() {
    Expr entry = new Expr.Entry(X, new Index.Letter("k", 2), new Index.At(0), false);
    assertThatThrownBy(() -> value(entry)).hasMessageContaining("k");
  }

  @Test
  void wholeMatricesAreNoNumber() {
    Expr product =
        new Expr.Product(Expr.Join.MATRIX, new Expr.Whole(X, true), new Expr.Whole(X, false));
    assertThat(plain(product)).isEqualTo("X' · X");
    assertThatThrownBy(() -> value(product)).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- long sums -------------------------------------------------------------------------------

  /** So many terms x₁₁, x₁₂, … at the third of them. */
  private static Expr.Terms terms(int count, int most) {
    return new Expr.Terms(count, t -> x(0, t), List.of(), 2, Expr.State.ACTIVE, most);
  }

  @Test
  void aLongSumLeavesOutItsMiddleAndCountsItAllTheSame() {
    assertThat(plain(terms(3, 6))).isEqualTo("x11 + x12 + x13");
    assertThat(plain(terms(9, 6))).isEqualTo("x11 + x12 + x13 + x14 + … + x19");
    assertThat(plain(terms(9, 1))).isEqualTo("… + x13 + …");
    assertThat(value(terms(9, 1))).isEqualTo(45);
  }

  @Test
  void onlyWhatIsWrittenIsMade() {
    List<Integer> made = new ArrayList<>();
    Expr.Terms terms =
        new Expr.Terms(
            785,
            t -> {
              made.add(t);
              return x(0, t);
            },
            List.of(),
            400,
            Expr.State.ACTIVE,
            6);
    assertThat(plain(terms)).isEqualTo("x11 + … + x1400 + x1401 + x1402 + … + x1785");
    assertThat(made).containsExactly(0, 399, 400, 401, 784);
  }

  @Test
  void termsKnowHowFarTheWalkHasCome() {
    states(terms(4, 6))
        .containsExactly(
            tuple(Expr.State.DONE, "x11"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.DONE, "x12"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.ACTIVE, "x13"),
            tuple(Expr.State.AHEAD, " + "),
            tuple(Expr.State.AHEAD, "x14"));
  }

  @Test
  void aSumIsDividedAtItsEnd() {
    Expr n = new Expr.Named("N", "N", new Expr.Constant(2));
    Expr.Terms mean =
        new Expr.Terms(2, t -> x(0, t), List.of(new Expr.Division(n)), 2, Expr.State.ACTIVE, 6);
    assertThat(plain(mean)).isEqualTo("(x11 + x12) / N");
    assertThat(value(mean)).isEqualTo(1.5);
    assertThat(plain(mean.upTo(2))).isEqualTo("(x11 + x12) / N");
    assertThat(plain(mean.upTo(1))).isEqualTo("x11 + x12");
    assertThat(value(mean.upTo(0))).isEqualTo(1);
  }

  private static final Expr.Closing REMAINDER = new Expr.Remainder(x(1, 0), x(1, 1));

  /** x₁₁ + x₁₂ with what becomes of it, at one of its terms or closings. */
  private static Expr.Terms closed(int active, Expr.Closing... closings) {
    return new Expr.Terms(2, t -> x(0, t), List.of(closings), active, Expr.State.ACTIVE, 6);
  }

  @Test
  void aSumMayBeAddedToAndTakenFromSomething() {
    Expr.Closing half = new Expr.Division(number(2));
    Expr added = closed(2, half, new Expr.Addition(Expr.Product.of(number(-3), x(1, 0))));
    assertThat(plain(added)).isEqualTo("(x11 + x12) / 2 + (−3)·x21");
    assertThat(inNumbers(added)).isEqualTo("(1 + 2) / 2 + (−3)·11");
    assertThat(value(added)).isEqualTo(1.5 - 33);
    Expr taken = closed(2, REMAINDER);
    assertThat(plain(taken)).isEqualTo("x21·(x22 − (x11 + x12))");
    assertThat(tex(taken)).isEqualTo("x21\\cdot (x22 - (x11 + x12))");
    assertThat(inNumbers(taken)).isEqualTo("11·(12 − (1 + 2))");
    assertThat(value(taken)).isEqualTo(11 * 9);
    assertThat(plain(closed(0, new Expr.Remainder(number(-4), number(-5)))))
        .isEqualTo("(−4)·(−5 − (x11 + x12))");
  }

  @Test
  void aSumThatIsTakenFromSomethingIsOnePartWhenTheWalkComesToThat() {
    states(closed(1, REMAINDER))
        .containsExactly(
            tuple(Expr.State.AHEAD, "x21·(x22 − ("),
            tuple(Expr.State.DONE, "x11"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.ACTIVE, "x12"),
            tuple(Expr.State.AHEAD, "))"));
    states(new Expr.Difference(closed(2, REMAINDER), x(0, 0)))
        .containsExactly(
            tuple(Expr.State.ACTIVE, "x21·(x22 − (x11 + x12))"), tuple(Expr.State.FIXED, " − x11"));
    states(closed(3, REMAINDER))
        .containsExactly(
            tuple(Expr.State.DONE, "x21·(x22 − ("),
            tuple(Expr.State.DONE, "x11"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.DONE, "x12"),
            tuple(Expr.State.DONE, "))"));
  }

  @Test
  void everyClosingIsATermAfterThoseBefore() {
    Expr.Closing n = new Expr.Division(x(1, 0));
    Expr.Closing more = new Expr.Addition(x(1, 1));
    states(closed(3, n, more))
        .containsExactly(
            tuple(Expr.State.FIXED, "("),
            tuple(Expr.State.DONE, "x11"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.DONE, "x12"),
            tuple(Expr.State.FIXED, ") / "),
            tuple(Expr.State.DONE, "x21"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.ACTIVE, "x22"));
    states(closed(1, n, REMAINDER))
        .containsExactly(
            tuple(Expr.State.AHEAD, "x21·(x22 − ("),
            tuple(Expr.State.FIXED, "("),
            tuple(Expr.State.DONE, "x11"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.ACTIVE, "x12"),
            tuple(Expr.State.AHEAD, ") / "),
            tuple(Expr.State.AHEAD, "x21"),
            tuple(Expr.State.AHEAD, "))"));
  }

  private static AbstractListAssert<?, ?, Tuple, ?> states(Expr expr) {
    return assertThat(new Renderer(FormulaStyle.PLAIN, NAMES).parts(expr))
        .extracting(FormulaPart::state, FormulaPart::text);
  }

  // ---- numbers in the place of names -----------------------------------------------------------

  @Test
  void numbersStandWhereNamesStood() {
    Expr eta = new Expr.Named("\\eta", "η", new Expr.Constant(0.5));
    Expr step =
        new Expr.Difference(
            x(0, 1),
            new Expr.Product(
                Expr.Join.NONE,
                eta,
                new Expr.Folded(Expr.Role.RIGHT, Expr.Sum.of(x(0, 0), x(1, 0)))));
    assertThat(plain(step)).isEqualTo("x12 − η(x11 + x21)");
    Expr numbers = ExprEvaluator.inNumbers(step, NUMBERS, Covered.NOTHING);
    assertThat(plain(numbers)).isEqualTo("2 − 0.5·12");
    assertThat(value(numbers)).isEqualTo(value(step)).isEqualTo(-4);
  }

  @Test
  void anEntryOfAWholeMatrixIsWrittenAsItWasTyped() {
    Matrix typed = Matrix.of(new double[][] {{0.5, 2}}).with(0, 1, Numbers.parse("4/3"));
    Entries entries = Entries.of(operand -> typed);
    assertThat(plain(ExprEvaluator.inNumbers(x(0, 1), entries, Covered.NOTHING))).isEqualTo("4/3");
    assertThat(ExprEvaluator.value(x(0, 0), entries)).isEqualTo(0.5);
    assertThat(ExprEvaluator.value(x(0, 1), entries)).isEqualTo(4.0 / 3);
  }

  @Test
  void theSignOfANumberIsTakenOffWithItsValue() {
    assertThat(new Expr.Value(-0.5).negated()).isEqualTo(new Expr.Value(0.5));
  }

  @Test
  void anEntryWrittenAsAResultIsTheSameEntry() {
    Expr.Entry entry = Expr.Entry.of(X, new Cell(0, 1));
    assertThat(plain(entry)).isEqualTo("x12");
    assertThat(plain(entry.written())).isEqualTo("∂x12");
    assertThat(value(entry.written())).isEqualTo(2);
  }

  @Test
  void whatIsCoveredLeavesABlankAlsoWhereItIsFoldedIn() {
    Covered secret = (operand, row, column) -> row == 1;
    Expr sum = Expr.Sum.of(x(0, 0), x(1, 0), new Expr.Folded(Expr.Role.LEFT, twice(x(1, 1))));
    Expr numbers = ExprEvaluator.inNumbers(sum, NUMBERS, secret);
    assertThat(plain(numbers)).isEqualTo("1 + □ + □");
    assertThat(tex(numbers)).isEqualTo("{1} + \\square  + \\square ");
    assertThatThrownBy(() -> value(numbers)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Expr twice(Expr expr) {
    return Expr.Product.of(new Expr.Constant(2), expr);
  }

  @Test
  void everyPartOfATreeIsPutInNumbers() {
    assertThat(inNumbers(new Expr.Negative(x(0, 1)))).isEqualTo("−2");
    Expr nothing = new Expr.Quotient(Expr.Bar.SLASH, number(0), x(0, 1));
    assertThat(inNumbers(new Expr.Negative(nothing))).isEqualTo("0/2");
    assertThat(plain(new Expr.Square(third()))).isEqualTo("(1/3)²");
    assertThat(plain(new Expr.Apply(Function.LN, third()))).isEqualTo("ln (1/3)");
    assertThat(plain(new Expr.Quotient(Expr.Bar.SLASH, third(), third()))).isEqualTo("(1/3)/(1/3)");
    assertThat(plain(Expr.Product.of(third(), third()))).isEqualTo("1/3·1/3");
    assertThat(inNumbers(new Expr.Square(x(0, 1)))).isEqualTo("2²");
    assertThat(inNumbers(new Expr.Apply(Function.LN, x(0, 1)))).isEqualTo("ln 2");
    assertThat(inNumbers(new Expr.Largest(List.of(x(0, 0), x(0, 1))))).isEqualTo("max(1, 2)");
    assertThat(inNumbers(new Expr.Test(x(0, 1), Expr.Relation.GREATER, 0))).isEqualTo("[2 > 0]");
    assertThat(inNumbers(new Expr.Quotient(Expr.Bar.SLASH, x(0, 1), x(1, 0)))).isEqualTo("2/11");
    assertThat(inNumbers(new Expr.Stroke(Expr.State.DONE, x(0, 1)))).isEqualTo("2");
    Expr call = new Expr.Call("g", "g", List.of(x(0, 1)), new Expr.Square(x(0, 1)));
    assertThat(inNumbers(call)).isEqualTo("g(2)");
    assertThat(value(numbers(call))).isEqualTo(4);
    assertThat(inNumbers(new Expr.Call("g", "g", List.of(x(0, 1)), null))).isEqualTo("g(2)");
    Index.Letter k = new Index.Letter("k", 2);
    Expr series = new Expr.Series(List.of(k), new Expr.Entry(X, new Index.At(0), k, false));
    assertThat(inNumbers(series)).isEqualTo("3");
    assertThat(
            inNumbers(
                new Expr.Terms(
                    2, t -> x(0, t), List.of(new Expr.Division(x(0, 1))), 1, Expr.State.ACTIVE, 6)))
        .isEqualTo("(1 + 2) / 2");
    Expr whole = new Expr.Whole(X, false);
    assertThatThrownBy(() -> inNumbers(whole)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Expr third() {
    return Expr.Value.of(Numbers.parse("1/3"));
  }

  @Test
  void everyPartOfATreeHasItsValue() {
    assertThat(value(new Expr.Negative(x(0, 1)))).isEqualTo(-2);
    assertThat(value(new Expr.Quotient(Expr.Bar.SLASH, x(1, 0), x(0, 1)))).isEqualTo(5.5);
    assertThat(value(new Expr.Call("g", "g", List.of(), new Expr.Square(x(0, 1))))).isEqualTo(4);
    assertThatThrownBy(() -> value(new Expr.Call("g", "g", List.of(), null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(value(new Expr.Apply(Function.SIGMOID, number(Math.log(3))))).isEqualTo(0.75);
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.GREATER, 1))).isEqualTo(1);
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.AT_MOST, 1))).isZero();
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.EQUAL, 1))).isZero();
  }

  // ---- fractions, calls and places -------------------------------------------------------------

  @Test
  void aFractionIsASlashInPlainTextTightBetweenSingleOnes() {
    Expr fraction = new Expr.Quotient(Expr.Bar.FRACTION, x(0, 0), x(0, 1));
    assertThat(plain(fraction)).isEqualTo("x11/x12");
    assertThat(tex(fraction)).isEqualTo("\\frac{x11}{x12}");
    Expr wide = new Expr.Quotient(Expr.Bar.FRACTION, x(0, 0), twice(x(0, 1)));
    assertThat(plain(wide)).isEqualTo("x11 / (2·x12)");
    assertThat(plain(new Expr.Quotient(Expr.Bar.SLASH, number(-2), number(-3))))
        .isEqualTo("−2/(−3)");
  }

  @Test
  void whatIsCalledStandsBeforeItsArguments() {
    Expr call = new Expr.Call("\\mathrm{g}", "g", List.of(x(0, 0), x(0, 1)), null);
    assertThat(plain(call)).isEqualTo("g(x11, x12)");
    assertThat(tex(call)).isEqualTo("\\mathrm{g}(x11,\\, x12)");
    assertThat(plain(new Expr.Picked(new Expr.Whole(X, false), new Expr.Slot()))).isEqualTo("X[·]");
  }

  @Test
  void theDotOfAProductIsThatOfThePlaceToo() {
    assertThat(plain(Expr.Product.of(new Expr.Constant(0.5), new Expr.Slot()))).isEqualTo("½·");
    assertThat(tex(Expr.Product.of(new Expr.Constant(0.5), new Expr.Slot())))
        .isEqualTo("\\tfrac{1}{2}\\cdot ");
  }

  @Test
  void wholeMatricesAreMultipliedEntryByEntry() {
    Expr whole = new Expr.Whole(X, false);
    assertThat(plain(Expr.Product.of(whole, whole))).isEqualTo("X ⊙ X");
    assertThat(plain(Expr.Product.of(x(0, 0), whole))).isEqualTo("x11·X");
    assertThat(plain(Expr.Product.of(whole, x(0, 0)))).isEqualTo("X·x11");
  }

  @Test
  void aSumOverAllEntriesHasNoLetters() {
    Expr all = new Expr.Series(List.of(), new Expr.Whole(X, false));
    assertThat(plain(all)).isEqualTo("Σ X");
    assertThat(tex(all)).isEqualTo("\\sum X");
  }

  @Test
  void whatOverflowedIsASignInTeX() {
    assertThat(tex(number(Double.NEGATIVE_INFINITY))).isEqualTo("{-\\infty }");
  }

  @Test
  void withinATermADifferenceFromAConstantIsWrittenClose() {
    Expr slope = new Expr.Difference(new Expr.Constant(1), x(0, 1));
    assertThat(plain(slope)).isEqualTo("1 − x12");
    assertThat(plain(new Expr.Terms(1, t -> twice(slope), List.of(), 0, Expr.State.ACTIVE, 6)))
        .isEqualTo("2·(1−x12)");
  }

  @Test
  void aSumOfTermsCanBeShownShorter() {
    assertThat(plain(terms(9, 6).showing(1))).isEqualTo("… + x13 + …");
    assertThat(plain(terms(9, 2))).isEqualTo("… + x13 + …");
    assertThat(plain(terms(9, 3))).isEqualTo("x11 + x12 + x13 + x14 + … + x19");
    assertThat(plain(terms(3, 3))).isEqualTo("x11 + x12 + x13");
    assertThat(plain(terms(3, 2))).isEqualTo("… + x13");
  }

  @Test
  void aSumAddsZeroAndGoesOnFromItsEnds() {
    assertThat(plain(Expr.Sum.of(number(1), number(0)))).isEqualTo("1 + 0");
    assertThat(plain(terms(7, 6))).isEqualTo("x11 + x12 + x13 + x14 + … + x17");
    assertThat(plain(at(0))).isEqualTo("x11 + x12 + … + x19");
    assertThat(plain(at(8))).isEqualTo("x11 + … + x18 + x19");
  }

  /** Nine terms x₁₁, x₁₂, … at one of them. */
  private static Expr at(int active) {
    return new Expr.Terms(9, t -> x(0, t), List.of(), active, Expr.State.ACTIVE, 6);
  }

  @Test
  void aDivisionIsATermOfItsOwnAndWhatFollowsIsNone() {
    Expr mean =
        new Expr.Terms(
            2, t -> x(0, t), List.of(new Expr.Division(x(1, 0))), 2, Expr.State.ACTIVE, 6);
    states(new Expr.Difference(mean, x(1, 1)))
        .containsExactly(
            tuple(Expr.State.FIXED, "("),
            tuple(Expr.State.DONE, "x11"),
            tuple(Expr.State.FIXED, " + "),
            tuple(Expr.State.DONE, "x12"),
            tuple(Expr.State.FIXED, ") / "),
            tuple(Expr.State.ACTIVE, "x21"),
            tuple(Expr.State.FIXED, " − x22"));
  }

  @Test
  void aStrokeHasItsOwnState() {
    Expr done = new Expr.Stroke(Expr.State.DONE, x(0, 0));
    states(new Expr.Difference(done, x(0, 1)))
        .containsExactly(tuple(Expr.State.DONE, "x11"), tuple(Expr.State.FIXED, " − x12"));
  }

  @Test
  void onlyTheDotOfAProductAndALastDivisionBeginAPiece() {
    assertThat(pieces(Expr.Product.of(x(0, 0), x(0, 1)))).containsExactly("x11", "·", "x12");
    assertThat(pieces(new Expr.Product(Expr.Join.LETTERS, x(0, 0), x(0, 1))))
        .containsExactly("x11·x12");
    assertThat(pieces(new Expr.Quotient(Expr.Bar.LAST, x(0, 0), x(0, 1))))
        .containsExactly("x11", " / x12");
    assertThat(pieces(new Expr.Quotient(Expr.Bar.SLASH, x(0, 0), x(0, 1))))
        .containsExactly("x11/x12");
  }

  private static List<String> pieces(Expr expr) {
    return new Renderer(FormulaStyle.PLAIN, NAMES)
        .parts(expr).stream().flatMap(part -> part.pieces().stream()).map(Piece::text).toList();
  }

  @Test
  void whatHoldsTogetherNeedsNoBrackets() {
    Expr whole = new Expr.Whole(X, false);
    assertThat(minus(whole)).isEqualTo("1 − X");
    assertThat(minus(new Expr.Slot())).isEqualTo("1 − ·");
    assertThat(minus(new Expr.Constant(2))).isEqualTo("1 − 2");
    assertThat(minus(new Expr.Blank())).isEqualTo("1 − □");
    assertThat(minus(new Expr.Named("N", "N", x(0, 0)))).isEqualTo("1 − N");
    assertThat(minus(new Expr.Square(x(0, 0)))).isEqualTo("1 − x11²");
    assertThat(minus(new Expr.Apply(Function.TANH, x(0, 0)))).isEqualTo("1 − tanh(x11)");
    assertThat(minus(new Expr.Largest(List.of(x(0, 0))))).isEqualTo("1 − max(x11)");
    assertThat(minus(new Expr.Test(x(0, 0), Expr.Relation.GREATER, 0))).isEqualTo("1 − [x11 > 0]");
    assertThat(minus(new Expr.Call("g", "g", List.of(x(0, 0)), null))).isEqualTo("1 − g(x11)");
    assertThat(minus(new Expr.Picked(whole, x(0, 0)))).isEqualTo("1 − X[x11]");
    assertThat(minus(new Expr.Series(List.of(), whole))).isEqualTo("1 − Σ X");
    assertThat(minus(Expr.Product.of(x(0, 0), x(0, 1)))).isEqualTo("1 − x11·x12");
  }

  private static String minus(Expr right) {
    return plain(new Expr.Difference(new Expr.Constant(1), right));
  }

  @Test
  void whatIsLooseStandsInBrackets() {
    Expr difference = new Expr.Difference(x(0, 0), x(0, 1));
    assertThat(minus(difference)).isEqualTo("1 − (x11 − x12)");
    assertThat(minus(new Expr.Negative(x(0, 0)))).isEqualTo("1 − (−x11)");
    assertThat(minus(new Expr.Marked(Expr.Role.LEFT, difference))).isEqualTo("1 − (x11 − x12)");
    Expr quotient = new Expr.Quotient(Expr.Bar.SLASH, x(0, 0), x(0, 1));
    assertThat(plain(new Expr.Quotient(Expr.Bar.SLASH, x(1, 0), quotient)))
        .isEqualTo("x21/(x11/x12)");
    assertThat(plain(new Expr.Square(quotient))).isEqualTo("(x11/x12)²");
  }

  @Test
  void whatIsNoNumberHasNoneAndGetsNone() {
    for (Expr none :
        List.of(new Expr.Whole(X, false), new Expr.Slot(), new Expr.Picked(x(0, 0), x(0, 0)))) {
      assertThatThrownBy(() -> value(none)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> inNumbers(none)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> value(new Expr.Blank())).isInstanceOf(IllegalArgumentException.class);
    assertThat(inNumbers(new Expr.Blank())).isEqualTo("□");
    assertThat(inNumbers(number(3))).isEqualTo("3");
  }

  @Test
  void aDotKeepsTwoNumbersApartAndNothingElse() {
    Expr two = number(2);
    Expr tanh = new Expr.Apply(Function.TANH, x(0, 1));
    assertThat(inNumbers(new Expr.Product(Expr.Join.NONE, two, x(0, 1)))).isEqualTo("2·2");
    assertThat(inNumbers(new Expr.Product(Expr.Join.NONE, two, new Expr.Blank()))).isEqualTo("2·□");
    assertThat(inNumbers(new Expr.Product(Expr.Join.NONE, two, tanh))).isEqualTo("2tanh(2)");
  }

  // ---- roles -----------------------------------------------------------------------------------

  @Test
  void piecesBearTheRolesOfWhatTheyShow() {
    Expr product =
        Expr.Product.of(
            new Expr.Marked(Expr.Role.LEFT, x(0, 0)),
            new Expr.Apply(Function.TANH, new Expr.Marked(Expr.Role.RIGHT, x(0, 1))));
    assertThat(new Renderer(FormulaStyle.PLAIN, NAMES).parts(product))
        .singleElement()
        .extracting(FormulaPart::pieces)
        .isEqualTo(
            List.of(
                new Piece("x11", Expr.Role.LEFT),
                new Piece("·", Expr.Role.PLAIN),
                new Piece("tanh(", Expr.Role.PLAIN),
                new Piece("x12", Expr.Role.RIGHT),
                new Piece(")", Expr.Role.PLAIN)));
  }
}
