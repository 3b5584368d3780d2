package org.gradloom.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.junit.jupiter.api.Test;

/** Trees written in both styles, and what they come to. */
class ExprTest {
  private static final Operand X = new Operand(0, MatrixSymbol.X);

  private static final Names NAMES =
      new Names() {
        @Override
        public String name(Expr.Entry entry, FormulaStyle style) {
          return "x" + index(entry.row()) + index(entry.column());
        }

        private String index(Index index) {
          return switch (index) {
            case Index.At(int number) -> Integer.toString(number + 1);
            case Index.Letter(var letter, _) -> letter;
            case Index.ClassOf(_, var sample) -> "y" + sample.name();
          };
        }

        @Override
        public String name(Expr.Whole whole, FormulaStyle style) {
          return "X" + (whole.transposed() ? "'" : "");
        }
      };

  /** x₁₁ = 1, x₁₂ = 2, x₂₁ = 11. */
  private static final Entries NUMBERS = (operand, row, column) -> 10 * row + column + 1;

  private static Expr x(int row, int column) {
    return Expr.Entry.of(X, new Cell(row, column));
  }

  private static Expr number(double value) {
    return new Expr.Value(value);
  }

  private static String plain(Expr expr) {
    return new Renderer(FormulaStyle.PLAIN, NAMES).text(expr);
  }

  private static String tex(Expr expr) {
    return new Renderer(FormulaStyle.TEX, NAMES).text(expr);
  }

  private static double value(Expr expr) {
    return ExprEvaluator.value(expr, NUMBERS);
  }

  // ---- numbers beside numbers
  // --------------------------------------------------------------------

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
    assertThat(new Renderer(FormulaStyle.PLAIN, NAMES).parts(terms(4, 6)))
        .extracting(FormulaPart::state, FormulaPart::text)
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
    assertThat(plain(mean.upTo(1))).isEqualTo("x11 + x12");
    assertThat(value(mean.upTo(0))).isEqualTo(1);
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

  private static String inNumbers(Expr expr) {
    return plain(ExprEvaluator.inNumbers(expr, NUMBERS, Covered.NOTHING));
  }

  @Test
  void everyPartOfATreeHasItsValue() {
    assertThat(value(new Expr.Negative(x(0, 1)))).isEqualTo(-2);
    assertThat(value(new Expr.Quotient(Expr.Bar.SLASH, x(1, 0), x(0, 1)))).isEqualTo(5.5);
    assertThat(value(new Expr.Call("g", "g", List.of(), new Expr.Square(x(0, 1))))).isEqualTo(4);
    assertThatThrownBy(() -> value(new Expr.Call("g", "g", List.of(), null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(value(new Expr.Apply(Function.SIGMOID, number(0)))).isEqualTo(0.5);
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.GREATER, 1))).isEqualTo(1);
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.AT_MOST, 1))).isZero();
    assertThat(value(new Expr.Test(x(0, 1), Expr.Relation.EQUAL, 1))).isZero();
  }

  // ---- fractions, calls and places
  // ---------------------------------------------------------------

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
    assertThat(new Renderer(FormulaStyle.PLAIN, NAMES).parts(new Expr.Difference(mean, x(1, 1))))
        .extracting(FormulaPart::state, FormulaPart::text)
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
    assertThat(new Renderer(FormulaStyle.PLAIN, NAMES).parts(new Expr.Difference(done, x(0, 1))))
        .extracting(FormulaPart::state, FormulaPart::text)
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
