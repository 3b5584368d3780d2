package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Markup;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said, written and coded where dL/dX is seen as sheets, and a layer as its slopes. */
class SheetsAndSlopesTest {
  private static final Texts TEXTS = Texts.english();

  private static Step at(Lesson lesson, String place) {
    return Derivation.of(lesson).at(Place.parse(place));
  }

  private static String why(Step step, Perspective seen) {
    return Markup.plain(TEXTS.say(Narration.of(step, seen).why()));
  }

  private static List<String> code(
      Lesson lesson, Perspective seen, String place, CodeListing.Language language) {
    Derivation derivation = Derivation.of(lesson);
    Step step = derivation.at(Place.parse(place));
    return CodeListing.of(derivation, language, CodeListing.Seen.of(seen, step), TEXTS)
        .lines()
        .stream()
        .map(CodeListing.Statement::text)
        .toList();
  }

  @Test
  void aColumnNamesWhatIsLeftOfIt() {
    Lesson h = KnownLessons.lessonH();
    assertThat(why(at(h, "layer1/dW/3,2"), Perspective.JACOBIAN))
        .isEqualTo(
            "w₃₂ feeds only neuron 2, so the z of other neurons do not move with it: 4 of the 8"
                + " entries of its column are 0 by structure. What is left is x₁₃, x₂₃, x₃₃, x₄₃."
                + " That is why a layer is handed dL/dZ and never builds dZ/dW.");
    assertThat(why(at(h, "layer1/dX/4,3"), Perspective.JACOBIAN))
        .startsWith(
            "x₄₃ belongs to sample 4 alone, so the z of other samples do not move with it: 6 of"
                + " the 8 entries of its column are 0 by structure. What is left is w₃₁, w₃₂.");
    assertThat(why(at(h, "layer1/dW"), Perspective.JACOBIAN))
        .startsWith(
            "dZ/dW has 48 entries, one slope for each z and each w. Of these 24 have a path, and"
                + " they repeat X, once for each of the 2 neurons.");
  }

  private static Lesson linear(int samples, int inputs, int neurons) {
    return new Lesson(
        "",
        Matrix.numbers(new Shape(samples, inputs), (_, _) -> 1),
        List.of(
            new Layer(
                Matrix.numbers(new Shape(inputs, neurons), (_, _) -> 1),
                null,
                Elementwise.IDENTITY)),
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(Matrix.numbers(new Shape(samples, neurons), (_, _) -> 1)),
            Reduction.SUM),
        0.1);
  }

  @Test
  void ofMoreThanFiveNamesTheFirstThreeAndTheLastAreSaid() {
    assertThat(why(at(linear(5, 2, 1), "layer1/dW/1,1"), Perspective.JACOBIAN))
        .contains("What is left is x₁₁, x₂₁, x₃₁, x₄₁, x₅₁.");
    assertThat(why(at(linear(6, 2, 1), "layer1/dW/1,1"), Perspective.JACOBIAN))
        .contains("What is left is x₁₁, x₂₁, x₃₁, …, x₆₁.");
  }

  /** A slope has the colour of its side: X stands left in Xᵀ·dL/dZ, W right in dL/dZ·Wᵀ. */
  @Test
  void aSlopeHasTheColourOfItsSide() {
    Lesson h = KnownLessons.lessonH();
    assertThat(TEXTS.say(Narration.of(at(h, "layer1/dW/3,2/term2"), Perspective.JACOBIAN).why()))
        .contains("moves by <l>x₂₃ = 1</l>", "moves by <r>dz₂₂ = −2</r>");
    assertThat(TEXTS.say(Narration.of(at(h, "layer1/dX/2,3/term1"), Perspective.JACOBIAN).why()))
        .contains("moves by <r>w₃₁ = −1</r>", "moves by <l>dz₂₁ = 3</l>");
  }

  /**
   * Z has 10·10 entries and W 1000·10, which makes a million slopes; one input more are too many.
   */
  @Test
  void moreThanAMillionSlopesAreNotBuilt() {
    for (CodeListing.Language language :
        List.of(CodeListing.Language.NUMPY, CodeListing.Language.EJML)) {
      assertThat(code(linear(10, 1000, 10), Perspective.JACOBIAN, "layer1/dW", language))
          .anyMatch(line -> line.contains("kron"));
      assertThat(code(linear(10, 1001, 10), Perspective.JACOBIAN, "layer1/dW", language))
          .noneMatch(line -> line.contains("kron"))
          .anyMatch(
              line -> line.endsWith("here 1\u2009001\u2009000 of them, so they are left out"));
    }
  }

  @Test
  void anyEntryHasTheLettersThatCountIt() {
    Lesson h = KnownLessons.lessonH();
    assertThat(ViewNames.any(h, new Operand(0, MatrixSymbol.Z))).isEqualTo("zₖⱼ");
    assertThat(ViewNames.any(h, new Operand(0, MatrixSymbol.W))).isEqualTo("wᵢⱼ");
    assertThat(ViewNames.any(h, new Operand(0, MatrixSymbol.X))).isEqualTo("xₖᵢ");
  }

  @Test
  void aStepIsMadeByTheGradient() {
    Lesson two = KnownLessons.twoLayers();
    assertThat(ViewNames.direction(two, new Operand(1, MatrixSymbol.W), FormulaStyle.PLAIN))
        .isEqualTo("dL/dW₂");
  }

  @Test
  void aLayerOfOneWeightHasOneSlope() {
    Lesson one =
        new Lesson(
            "",
            Matrix.of(new double[][] {{2}}),
            List.of(new Layer(Matrix.of(new double[][] {{3}}), null, Elementwise.IDENTITY)),
            new Loss(
                LossKind.GIVEN,
                new Target.Upstream(Matrix.of(new double[][] {{5}})),
                Reduction.SUM),
            0.1);
    assertThat(why(at(one, "layer1/dW"), Perspective.JACOBIAN))
        .isEqualTo(
            "dZ/dW has one entry, the slope of its one z for its one w. It has a path, and repeats"
                + " X, once. Contracted with dL/dZ, only Xᵀ · dL/dZ is left.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW  | ∂L/∂w₃₂ = Σₖ,ⱼ ∂zₖⱼ/∂w₃₂ · ∂L/∂zₖⱼ, ∂zₖⱼ/∂w₃₂ = xₖ₃ for j = 2, else 0",
        "XWT | ∂L/∂w₂₃ = Σₖ,ⱼ ∂L/∂zₖⱼ · ∂zₖⱼ/∂w₂₃, ∂zₖⱼ/∂w₂₃ = xₖ₃ for j = 2, else 0",
        "WX  | ∂L/∂w₂₃ = Σₖ,ⱼ ∂L/∂zⱼₖ · ∂zⱼₖ/∂w₂₃, ∂zⱼₖ/∂w₂₃ = x₃ₖ for j = 2, else 0",
        "WTX | ∂L/∂w₃₂ = Σₖ,ⱼ ∂zⱼₖ/∂w₃₂ · ∂L/∂zⱼₖ, ∂zⱼₖ/∂w₃₂ = x₃ₖ for j = 2, else 0",
      })
  void theContractionIsWrittenInAnyConvention(Convention convention, String formula) {
    Step step = at(KnownLessons.lessonH().withConvention(convention), "layer1/dW/3,2");
    assertThat(ViewFormula.of(step, Perspective.JACOBIAN).orElseThrow().plain()).isEqualTo(formula);
  }

  @Test
  void aSheetsFormulaEndsWithItsTerms() {
    Step step = at(KnownLessons.lessonH(), "layer1/dX/4,3");
    ViewFormula rule = ViewFormula.of(step, Perspective.STACK).orElseThrow();
    assertThat(rule.plain()).isEqualTo("dL/dX = Σₖ dLₖ/dX, dL/dx₄₃ = dL₄/dx₄₃ = ");
    assertThat(rule.then()).isEqualTo(ViewFormula.Then.TERMS);
  }

  @Test
  void coveredSheetsAndSlopesAreNotToldInWordsOrCode() {
    Derivation covered =
        Derivation.of(KnownLessons.lessonH()).covering(List.of(ViewPart.GRID, ViewPart.SHEETS));
    Step dW = covered.at(Place.parse("layer1/dW"));
    Narration slopes = Narration.of(dW, Perspective.JACOBIAN);
    assertThat(TEXTS.say(slopes.question()) + TEXTS.say(slopes.why())).doesNotContainPattern("\\d");
    assertThat(ViewFormula.of(dW, Perspective.JACOBIAN)).isEmpty();
    Narration sheets = Narration.of(covered.at(Place.parse("layer1/dX/2,3")), Perspective.STACK);
    assertThat(TEXTS.say(sheets.question())).isEqualTo("What does each sample add to dL/dX?");
    assertThat(TEXTS.say(sheets.why())).doesNotContain("row");
    CodeListing listing =
        CodeListing.of(
            covered,
            CodeListing.Language.NUMPY,
            CodeListing.Seen.of(Perspective.JACOBIAN, dW),
            TEXTS);
    assertThat(listing.text()).doesNotContain("kron");
  }

  @Test
  void codeTakesTheSameStepsInEachLanguage() {
    Lesson h = KnownLessons.lessonH();
    assertThat(code(h, Perspective.STACK, "layer1/dX/4,3", CodeListing.Language.NUMPY))
        .containsSequence(
            "dX = np.zeros_like(X)",
            "for k in range(N):",
            "    dX[k] += dZ[k] @ W.T",
            "# the same, at one stroke",
            "dX = dZ @ W.T");
    assertThat(code(h, Perspective.STACK, "layer1/dX/4,3", CodeListing.Language.EJML))
        .contains("  stackOfX.insertIntoThis(k, 0, dZ.getRow(k).mult(W.transpose()));");
    assertThat(code(h, Perspective.STACK, "layer1/dX/4,3", CodeListing.Language.MATHS))
        .contains("dLₖ/dX: row k is dzₖ · Wᵀ, all else is 0", "dL/dX = Σₖ dLₖ/dX");
    assertThat(code(h, Perspective.JACOBIAN, "layer1/dW/3,2", CodeListing.Language.NUMPY))
        .containsSequence(
            "# never do this: N·M × D·M numbers",
            "J = np.kron(X, np.eye(Z.shape[1]))",
            "dW = dZ.ravel() @ J",
            "dW = dW.reshape(W.shape)",
            "# the same, without it",
            "dW = X.T @ dZ");
    assertThat(code(h, Perspective.JACOBIAN, "layer1/dW/3,2", CodeListing.Language.PYTORCH))
        .contains("J = torch.autograd.functional.jacobian(lambda w: X @ w, W)");
    assertThat(code(h, Perspective.JACOBIAN, "layer1/dW/3,2", CodeListing.Language.MATHS))
        .contains("∂zₖⱼ/∂wᵢₘ = xₖᵢ where m = j, else 0");
  }

  /** On random networks, in every convention: each step has words, a formula and code. */
  @Test
  void everyPlaceOfAnyNetworkHasItsWords() {
    for (Lesson lesson : RandomLessons.any(24, 61)) {
      Derivation derivation = Derivation.of(lesson);
      for (long i = 0; i < derivation.size(Granularity.TERM); i++) {
        Step step = derivation.at(Granularity.TERM, i);
        for (Perspective seen : List.of(Perspective.STACK, Perspective.JACOBIAN)) {
          if (Perspectives.shows(seen, step)) {
            Narration said = Narration.of(step, seen);
            assertThat(TEXTS.say(said.where()) + TEXTS.say(said.why()))
                .doesNotContain("{")
                .doesNotContain("null");
            assertThat(ViewFormula.of(step, seen)).isPresent();
          }
        }
      }
    }
  }
}
