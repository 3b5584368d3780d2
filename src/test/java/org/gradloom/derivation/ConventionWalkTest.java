package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Index;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Markup;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One step of one lesson in the four ways to write it. */
class ConventionWalkTest {
  private static final Texts TEXTS = Texts.english();
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);

  private static Step step(Convention convention) {
    return Derivation.of(KnownLessons.lessonH().withConvention(convention))
        .at(new Place.OfTerm(DW, new Cell(2, 1), 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW  | w₃₂ | (3, 2) | row 3 of Xᵀ meets column 2 of dL/dZ",
        "XWT | w₂₃ | (2, 3) | row 2 of (dL/dZ)ᵀ meets column 3 of X",
        "WX  | w₂₃ | (2, 3) | row 2 of dL/dZ meets column 3 of Xᵀ",
        "WTX | w₃₂ | (3, 2) | row 3 of X meets column 2 of (dL/dZ)ᵀ",
      })
  void saysWhereItIs(Convention convention, String weight, String cell, String meeting) {
    Narration said = Narration.of(step(convention));
    assertThat(TEXTS.say(said.question()))
        .isEqualTo("How much does %s move the batch loss?", weight);
    assertThat(TEXTS.say(said.where()))
        .isEqualTo("Backward · dL/dW · cell %s · term 2 of 4 — %s", cell, meeting);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW  | x₁₃·dz₁₂ + x₂₃·dz₂₂ + x₃₃·dz₃₂ + x₄₃·dz₄₂ | 0·(−1) + 1·(−2)",
        "XWT | dz₁₂·x₁₃ + dz₂₂·x₂₃ + dz₃₂·x₃₃ + dz₄₂·x₄₃ | (−1)·0 + (−2)·1",
        "WX  | dz₂₁·x₃₁ + dz₂₂·x₃₂ + dz₂₃·x₃₃ + dz₂₄·x₃₄ | (−1)·0 + (−2)·1",
        "WTX | x₃₁·dz₂₁ + x₃₂·dz₂₂ + x₃₃·dz₂₃ + x₃₄·dz₂₄ | 0·(−1) + 1·(−2)",
      })
  void writesTheSum(Convention convention, String symbols, String numbers) {
    Formula formula = Formula.of(step(convention));
    assertThat(formula.plain(formula.symbols())).isEqualTo(symbols);
    assertThat(formula.plain(formula.numbers())).isEqualTo(numbers);
  }

  @Test
  void speaksOfTheSameNumbersWhicheverSideTheyStandOn() {
    Lesson lesson = KnownLessons.lessonH().withConvention(Convention.WX);
    Step first = Derivation.of(lesson).at(new Place.OfTerm(DW, new Cell(1, 1), 0));
    assertThat(TEXTS.say(Narration.of(first).why()))
        .startsWith(
            "Sample 1 gave w₂₂ the input <r>x₂₁ = 3</r>,"
                + " and the loss blames its output with <l>dz₂₁ = −1</l>: together −3.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW  | Z = X · W + b  | dL/dW = Xᵀ · dL/dZ    | dL/db = 1ᵀ · dL/dZ | dL/dX = dL/dZ · Wᵀ",
        "XWT | Z = X · Wᵀ + b | dL/dW = (dL/dZ)ᵀ · X | dL/db = 1ᵀ · dL/dZ | dL/dX = dL/dZ · W",
        "WX  | Z = W · X + b  | dL/dW = dL/dZ · Xᵀ    | dL/db = dL/dZ · 1  | dL/dX = Wᵀ · dL/dZ",
        "WTX | Z = Wᵀ · X + b | dL/dW = X · (dL/dZ)ᵀ | dL/db = dL/dZ · 1  | dL/dX = W · dL/dZ",
      })
  void writesTheEquations(Convention convention, String z, String dW, String dB, String dX) {
    Lesson lesson = KnownLessons.lessonHWithBias().withConvention(convention);
    List<String> equations =
        Derivation.of(lesson).sections().stream()
            .map(section -> new Captions(lesson).equation(section))
            .toList();
    assertThat(equations).contains(z, dW, dB, dX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW  | 3 × 2 · feature × neuron | 1 × 2 · one for each neuron | 4 × 2 · sample × neuron",
        "XWT | 2 × 3 · neuron × feature | 1 × 2 · one for each neuron | 4 × 2 · sample × neuron",
        "WX  | 2 × 3 · neuron × feature | 2 × 1 · one for each neuron | 2 × 4 · neuron × sample",
        "WTX | 3 × 2 · feature × neuron | 2 × 1 · one for each neuron | 2 × 4 · neuron × sample",
      })
  void captionsTellTheShapeAsItIsWritten(Convention convention, String w, String b, String z) {
    Captions captions = new Captions(KnownLessons.lessonHWithBias().withConvention(convention));
    assertThat(TEXTS.say(captions.caption(new Operand(0, MatrixSymbol.W), false))).isEqualTo(w);
    assertThat(TEXTS.say(captions.caption(new Operand(0, MatrixSymbol.B), false))).isEqualTo(b);
    assertThat(TEXTS.say(captions.caption(new Operand(0, MatrixSymbol.Z), false))).isEqualTo(z);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW  | Z = X @ W + b   | dW = X.T @ dZ | db = dZ.sum(axis=0, keepdims=True)",
        "XWT | Z = X @ W.T + b | dW = dZ.T @ X | db = dZ.sum(axis=0, keepdims=True)",
        "WX  | Z = W @ X + b   | dW = dZ @ X.T | db = dZ.sum(axis=1, keepdims=True)",
        "WTX | Z = W.T @ X + b | dW = X @ dZ.T | db = dZ.sum(axis=1, keepdims=True)",
      })
  void writesTheCode(Convention convention, String z, String dW, String db) {
    Lesson lesson = KnownLessons.lessonHWithBias().withConvention(convention);
    assertThat(CodeListing.of(Derivation.of(lesson), CodeListing.Language.NUMPY, TEXTS).lines())
        .extracting(CodeListing.Statement::text)
        .contains(z, dW, db);
  }

  @Test
  void columnsAreSamplesInEveryLanguage() {
    Lesson lesson = KnownLessons.softmax(org.gradloom.rule.Reduction.SUM);
    String numPy = listing(lesson.withConvention(Convention.WX), CodeListing.Language.NUMPY);
    assertThat(numPy)
        .contains("N = X.shape[1]", ".max(axis=0, keepdims=True)", "np.eye(P.shape[0])[:, y]");
    String torch = listing(lesson.withConvention(Convention.WX), CodeListing.Language.PYTORCH);
    assertThat(torch).contains("F.cross_entropy(Z.T, y", "dim=0", "P - F.one_hot(y).T");
  }

  private static String listing(Lesson lesson, CodeListing.Language language) {
    return CodeListing.of(Derivation.of(lesson), language, TEXTS).text();
  }

  /** The walk is the same, step by step, whatever it is written like. */
  @Test
  void numbersPlacesAndOrderDoNotDependOnTheWriting() {
    for (Lesson lesson : RandomLessons.any(16, 7)) {
      Derivation rows = Derivation.of(lesson.withConvention(Convention.XW));
      for (Convention convention : Convention.values()) {
        Derivation other = Derivation.of(lesson.withConvention(convention));
        assertThat(other.size(Granularity.TERM)).isEqualTo(rows.size(Granularity.TERM));
        for (long t = 0; t < rows.size(Granularity.TERM); t++) {
          Step expected = rows.at(Granularity.TERM, t);
          Step found = other.at(Granularity.TERM, t);
          assertThat(found.place()).isEqualTo(expected.place());
          assertThat(found.runningSum()).isEqualTo(expected.runningSum());
        }
      }
    }
  }

  /** An entry's displayed indices lead to its number in the matrix as it is written. */
  @Test
  void everyNameLeadsToItsNumber() {
    for (Convention convention : Convention.values()) {
      Lesson lesson = KnownLessons.lessonH().withConvention(convention);
      Derivation derivation = Derivation.of(lesson);
      for (long t = 0; t < derivation.size(Granularity.TERM); t++) {
        Step step = derivation.at(Granularity.TERM, t);
        for (Step.Read read : step.reads()) {
          String name = new Notation(lesson).entry(read.operand(), read.cell());
          String digits =
              name.chars()
                  .filter(c -> c >= '₀' && c <= '₉')
                  .mapToObj(c -> Integer.toString(c - '₀'))
                  .collect(Collectors.joining());
          Matrix written =
              convention.turned(read.operand(), derivation.trace().matrix(read.operand()));
          assertThat(written.get(digits.charAt(0) - '1', digits.charAt(1) - '1'))
              .as(name)
              .isEqualTo(step.value(read));
        }
      }
    }
  }

  /** The rule with letters has the same indices as the terms below it. */
  @Test
  void lettersStandWhereTheirNumbersDo() {
    Formula formula = Formula.of(step(Convention.WX));
    assertThat(formula.plain(Objects.requireNonNull(formula.general())))
        .isEqualTo("Σ(k) dL/dz₂ₖ·x₃ₖ");
    assertThat(
            new Notation(KnownLessons.lessonH().withConvention(Convention.WX))
                .name(
                    new Expr.Entry(
                        new Operand(0, MatrixSymbol.X),
                        new Index.Letter("k", 4),
                        new Index.At(2),
                        false),
                    org.gradloom.formula.FormulaStyle.TEX))
        .isEqualTo("x_{3k}");
    assertThat(Markup.plain(TEXTS.say(Narration.spoken(step(Convention.WX)))))
        .startsWith("dL/dW row 2, column 3: minus 2. Row 2 of dL/dZ with column 3 of X transposed");
  }
}
