package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.CodeListing.Language;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeListingTest {
  private static final Lesson LESSON_H = KnownLessons.lessonHWithBias();

  // ---- whole programs --------------------------------------------------------------------------

  @Test
  void writesLessonHInNumPy() {
    assertThat(listing(LESSON_H, Language.NUMPY).text())
        .isEqualTo(
            """
            import numpy as np

            X = np.array([[-1, 3, 0], [3, -1, 1], [1, 3, 0], [-1, 1, 2]], dtype=float)
            W = np.array([[-1, -2], [2, -1], [-1, 3]], dtype=float)
            b = np.array([[0, 0]], dtype=float)
            U = np.array([[2, -1], [3, -2], [1, -2], [2, -2]], dtype=float)
            N = len(X)
            eta = 0.1

            # forward
            Z = X @ W + b
            # loss
            L = (Z * U).sum()
            dZ = U
            # backward
            dW = X.T @ dZ
            db = dZ.sum(axis=0, keepdims=True)
            dX = dZ @ W.T
            # update
            W = W - eta * dW
            b = b - eta * db

            # what was computed, W and b after their step
            np.set_printoptions(precision=17)
            for name in "Z L dZ dW db dX W b".split(): print(name, globals()[name], sep=" =\\n")
            """);
  }

  @Test
  void writesLessonHInJavaWithEjml() {
    assertThat(listing(LESSON_H, Language.EJML).text())
        .isEqualTo(
            """
            import java.util.Arrays;
            import org.ejml.simple.SimpleMatrix;

            public class Backprop {
              public static void main(String[] args) {
                var X = new SimpleMatrix(new double[][] {{-1, 3, 0}, {3, -1, 1}, {1, 3, 0}, {-1, 1, 2}});
                var W = new SimpleMatrix(new double[][] {{-1, -2}, {2, -1}, {-1, 3}});
                var b = new SimpleMatrix(new double[][] {{0, 0}});
                var U = new SimpleMatrix(new double[][] {{2, -1}, {3, -2}, {1, -2}, {2, -2}});
                int N = X.getNumRows();
                var ones = SimpleMatrix.ones(N, 1);
                double eta = 0.1;

                // forward
                var Z = X.mult(W).plus(ones.mult(b));
                // loss
                double L = Z.elementMult(U).elementSum();
                var dZ = U;
                // backward
                var dW = X.transpose().mult(dZ);
                var db = ones.transpose().mult(dZ);
                var dX = dZ.mult(W.transpose());
                // update
                W = W.minus(dW.scale(eta));
                b = b.minus(db.scale(eta));

                // what was computed, W and b after their step
                System.out.println("Z = " + Arrays.deepToString(Z.toArray2()));
                System.out.println("L = " + L);
                System.out.println("dZ = " + Arrays.deepToString(dZ.toArray2()));
                System.out.println("dW = " + Arrays.deepToString(dW.toArray2()));
                System.out.println("db = " + Arrays.deepToString(db.toArray2()));
                System.out.println("dX = " + Arrays.deepToString(dX.toArray2()));
                System.out.println("W = " + Arrays.deepToString(W.toArray2()));
                System.out.println("b = " + Arrays.deepToString(b.toArray2()));
              }
            }
            """);
  }

  @Test
  void writesTwoLayersInPyTorch() {
    assertThat(listing(KnownLessons.twoLayers(), Language.PYTORCH).text())
        .isEqualTo(
            """
            import torch
            import torch.nn.functional as F
            torch.set_default_dtype(torch.float64)

            X = torch.tensor([[1, 2], [2, -1], [-1, 3]], dtype=torch.float64)
            W1 = torch.tensor([[1, -1, 2, -2], [1, 1, 1, -1]], dtype=torch.float64)
            W2 = torch.tensor([[1], [-2], [-1], [3]], dtype=torch.float64)
            T = torch.tensor([[-4], [0], [-6]], dtype=torch.float64)
            N = len(X)
            for v in [X, W1, W2]: v.requires_grad_()
            optimizer = torch.optim.SGD([W1, W2], lr=0.1)

            # forward
            Z1 = X @ W1
            Z1.retain_grad()
            A1 = torch.relu(Z1)
            A1.retain_grad()
            Z2 = A1 @ W2
            Z2.retain_grad()
            # loss
            L = 0.5 * ((Z2 - T)**2).sum()
            L.backward()
            dZ2 = Z2.grad  # Z2 - T
            # backward: autograd has done it, read it off
            dW2 = W2.grad  # A1.T @ dZ2
            dA1 = A1.grad  # dZ2 @ W2.T
            dZ1 = Z1.grad  # dA1 * g'(Z1)
            dW1 = W1.grad  # X.T @ dZ1
            dX = X.grad  # dZ1 @ W1.T
            # update
            optimizer.step()
            print(W1)
            print(W2)

            # what was computed, W and b after their step
            torch.set_printoptions(precision=17)
            for name in "Z1 A1 Z2 L dZ2 dW2 dA1 dZ1 dW1 dX W1 W2".split(): print(name, globals()[name].detach(), sep=" =\\n")
            """);
  }

  @Test
  void writesTwoLayersAsEquations() {
    assertThat(listing(KnownLessons.twoLayers(), Language.MATHS).text())
        .isEqualTo(
            """
            Z₁ = X · W₁
            A₁ = max(0, Z₁)
            Z₂ = A₁ · W₂
            L = ½ Σ (Z₂ − T)²
            dL/dZ₂ = Z₂ − T
            dL/dW₂ = A₁ᵀ · dL/dZ₂
            dL/dA₁ = dL/dZ₂ · W₂ᵀ
            dL/dZ₁ = dL/dA₁ ⊙ [Z₁ > 0]
            dL/dW₁ = Xᵀ · dL/dZ₁
            dL/dX = dL/dZ₁ · W₁ᵀ
            W₁′ = W₁ − η dL/dW₁
            W₂′ = W₂ − η dL/dW₂
            """);
  }

  // ---- single lines ----------------------------------------------------------------------------

  @Test
  void dividesAMeanOnceAndInOnePlace() {
    Lesson mean = KnownLessons.softmax(Reduction.MEAN);
    assertThat(listing(mean, Language.NUMPY).text())
        .contains(
            """
            M = Z - Z.max(axis=1, keepdims=True)
            logP = M - np.log(np.exp(M).sum(axis=1, keepdims=True))
            P = np.exp(logP)
            L = -logP[np.arange(N), y].sum() / N
            dZ = (P - np.eye(P.shape[1])[y]) / N
            # backward
            dW = X.T @ dZ
            """);
    assertThat(listing(mean, Language.EJML).text())
        .contains(
            "var dZ = P.minus(y).divide(N);\n",
            "double L = -y.elementMult(logP).elementSum() / N;\n");
    assertThat(listing(mean, Language.PYTORCH).text())
        .contains(
            """
            L = F.cross_entropy(Z, y, reduction="sum") / N
            L.backward()
            dZ = Z.grad  # (P - F.one_hot(y)) / N
            """);
    assertThat(listing(mean, Language.MATHS).text())
        .contains("L = (−Σ ln P[y]) / N\n", "dL/dZ = (P − onehot(y)) / N\n");
    Lesson given = LESSON_H.withLoss(LESSON_H.loss().with(Reduction.MEAN));
    assertThat(listing(given, Language.NUMPY).text())
        .contains("L = (Z * U).sum() / N\ndZ = U / N\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leaky-relu | A = max(Z, 0.01·Z) | dL/dZ = dL/dA ⊙ ([Z > 0] + 0.01·[Z ≤ 0])",
        "sigmoid    | A = σ(Z)           | dL/dZ = dL/dA ⊙ σ(Z) ⊙ (1 − σ(Z))",
        "tanh       | A = tanh(Z)        | dL/dZ = dL/dA ⊙ (1 − tanh²(Z))",
      })
  void theMathsSayWhatTheActivationIs(String name, String value, String gradient) {
    Layer layer = LESSON_H.layers().getFirst();
    Activation activation = Activation.named(name).orElseThrow();
    Lesson lesson = LESSON_H.withLayer(0, new Layer(layer.w(), layer.b(), activation));
    assertThat(listing(lesson, Language.MATHS).text().lines())
        .contains(value, gradient, "L = Σ A ⊙ U");
  }

  @Test
  void theMathsSayWhatTheLossIs() {
    Lesson lesson =
        LESSON_H.withLoss(
            new Loss(
                LossKind.SIGMOID_CROSS_ENTROPY,
                new Target.Targets(Matrix.zeros(LESSON_H.outputs())),
                Reduction.SUM));
    assertThat(listing(lesson, Language.MATHS).text().lines())
        .contains("P = σ(Z)", "L = Σ (−T ⊙ ln P − (1 − T) ⊙ ln(1 − P))");
  }

  @Test
  void countsLabelsFromZeroInCode() {
    Lesson lesson = KnownLessons.softmax(Reduction.SUM);
    assertThat(listing(lesson, Language.NUMPY).setUp())
        .contains("y = np.array([1, 0])  # classes count from 0 here");
    assertThat(listing(lesson, Language.PYTORCH).setUp())
        .contains("y = torch.tensor([1, 0])  # classes count from 0 here");
    assertThat(listing(lesson, Language.EJML).setUp())
        .contains(
            "    var y = new SimpleMatrix(new double[][] {{0, 1, 0}, {1, 0, 0}});"
                + "  // a 1 at each sample’s class");
  }

  /** A library's loss wants a row for each sample, whatever the lesson's convention. */
  @Test
  void aLossOfTheLibraryGetsRowsOfSamples() {
    Lesson labels = KnownLessons.softmax(Reduction.SUM);
    Lesson targets =
        labels.withLoss(
            new Loss(
                LossKind.SOFTMAX_CROSS_ENTROPY,
                new Target.Targets(Matrix.of(new double[][] {{0, 1, 0}, {1, 0, 0}})),
                Reduction.SUM));
    assertThat(listing(labels, Language.PYTORCH).text()).contains("F.cross_entropy(Z, y, ");
    assertThat(listing(targets, Language.PYTORCH).text()).contains("F.cross_entropy(Z, T, ");
    assertThat(listing(labels.withConvention(Convention.WX), Language.PYTORCH).text())
        .contains("F.cross_entropy(Z.T, y, ");
    assertThat(listing(targets.withConvention(Convention.WX), Language.PYTORCH).text())
        .contains("F.cross_entropy(Z.T, T.T, ");
  }

  @Test
  void writesNumbersThatEachLanguageReadsAsTheSameNumber() {
    Lesson lesson = LESSON_H;
    for (String[] typed :
        new String[][] {
          {"1,1", "1/3"},
          {"1,2", "-010/3"},
          {"1,3", "2147483648"},
          {"2,1", "1e-9"},
          {"2,2", "2147483647"}
        }) {
      Cell cell = ((Place.OfCell) Place.parse("layer1/x/" + typed[0])).cell();
      lesson =
          Edits.apply(
              lesson,
              new Edit.SetEntry(new Operand(0, MatrixSymbol.X), cell, Numbers.parse(typed[1])));
    }
    // 1/3 is 0 between two ints of Java, which have no room for 2³¹ either; and a whole
    // number must not begin with 0 in Python.
    assertThat(listing(lesson, Language.EJML).setUp())
        .contains(
            "    var X = new SimpleMatrix(new double[][] {{1.0 / 3.0, -010.0 / 3.0, 2.147483648E9},"
                + " {1e-9, 2147483647, 1}, {1, 3, 0}, {-1, 1, 2}});");
    assertThat(listing(lesson, Language.NUMPY).setUp())
        .contains(
            "X = np.array([[1/3, -10/3, 2147483648], [1e-9, 2147483647, 1], [1, 3, 0], [-1, 1, 2]],"
                + " dtype=float)");
  }

  /** A method of Java holds only so many literals: 201 numbers are read from a text. */
  @Test
  void manyNumbersAreReadFromATextInJava() {
    for (int count : new int[] {200, 201}) {
      Matrix x = Matrix.numbers(new Shape(1, count), (_, j) -> j - 0.5);
      Lesson lesson =
          new Lesson(
              "",
              x,
              List.of(
                  new Layer(
                      Matrix.numbers(new Shape(count, 1), (_, _) -> 1),
                      null,
                      Elementwise.IDENTITY)),
              new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
              0.1);
      String text = listing(lesson, Language.EJML).text();
      assertThat(text.contains("var X = new SimpleMatrix(new double[][] {{-0.5, 0.5, 1.5, "))
          .isEqualTo(count == 200);
      assertThat(
              text.contains(
                  "var X = new SimpleMatrix(1, 201, true,"
                      + " java.util.stream.Stream.of(\"-0.5 0.5 1.5 "))
          .isEqualTo(count == 201);
    }
  }

  /** A text of Java holds only so many bytes, so that long ones are several. */
  @Test
  void veryManyNumbersAreReadFromSeveralTexts() {
    Matrix x = Matrix.numbers(new Shape(1, 2000), (_, j) -> j + 1.0 / 3);
    Lesson lesson =
        new Lesson(
            "",
            x,
            List.of(new Layer(x.transposed(), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    String line =
        listing(lesson, Language.EJML).setUp().stream()
            .filter(each -> each.contains("var X = "))
            .findFirst()
            .orElseThrow();
    List<String> pieces =
        Pattern.compile("\"([-0-9. e]{3,})\"")
            .matcher(line)
            .results()
            .map(each -> each.group(1))
            .toList();
    assertThat(pieces).hasSizeGreaterThan(2).allMatch(piece -> piece.length() < 8100);
    assertThat(pieces.stream().flatMap(piece -> Stream.of(piece.split(" "))).map(Double::valueOf))
        .containsExactlyElementsOf(Arrays.stream(x.toArray()).boxed().toList());
  }

  /** Of the cards' lines the one in the loop runs at a term, the one without it at the matrix. */
  @Test
  void aLineRunsAtTheStepsThatItStandsFor() {
    Derivation derivation = Derivation.of(LESSON_H);
    Step term = derivation.at(Place.parse("layer1/dW/3,2/term1"));
    Step matrix = derivation.at(Place.parse("layer1/dW"));
    List<CodeListing.Statement> lines =
        CodeListing.of(
                derivation,
                Language.NUMPY,
                CodeListing.Seen.of(Perspective.CARDS, term),
                Texts.english())
            .lines();
    assertThat(lines.stream().filter(line -> line.runsAt(term)).map(CodeListing.Statement::text))
        .containsExactly("    dW += np.outer(x, dz)");
    assertThat(lines.stream().filter(line -> line.runsAt(matrix)).map(CodeListing.Statement::text))
        .containsExactly("dW = X.T @ dZ");
  }

  @Test
  void whatIsCoveredIsNotTakenApart() {
    Lesson lesson = LESSON_H;
    Operand dW = new Operand(0, MatrixSymbol.DW);
    CodeListing.Seen cards = new CodeListing.Seen(Perspective.CARDS, dW);
    Derivation covered = Derivation.of(lesson).covering(List.of(Place.parse("layer1/dW/3,2")));
    assertThat(CodeListing.of(Derivation.of(lesson), Language.NUMPY, cards, Texts.english()).text())
        .contains("np.outer(x, dz)");
    String text = CodeListing.of(covered, Language.NUMPY, cards, Texts.english()).text();
    assertThat(text).doesNotContain("np.outer", "dW = X.T @ dZ");
    // Nor is it printed at the end, as all other matrices are.
    assertThat(text).contains("for name in \"Z L dZ db dX W b\".split()");
  }

  // ---- any network in any language -------------------------------------------------------------

  private static final Pattern ODDITY =
      Pattern.compile("null|Optional|NaN|∞|Infinity| $|\\( | \\)");

  @ParameterizedTest
  @EnumSource
  void computesEveryMatrixOfTheWalkInItsOrder(Language language) {
    for (Lesson lesson : RandomLessons.awayFromKinks(256, 1)) {
      Derivation derivation = Derivation.of(Trace.of(lesson));
      CodeListing listing = CodeListing.of(derivation, language, Texts.english());
      assertThat(listing.lines().stream().flatMap(line -> line.computes().stream()).distinct())
          .containsExactlyElementsOf(derivation.sections().stream().map(Section::result).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void someLineRunsAtEveryStep(Language language) {
    for (Lesson lesson : RandomLessons.awayFromKinks(64, 1)) {
      Derivation derivation = Derivation.of(Trace.of(lesson));
      CodeListing listing = CodeListing.of(derivation, language, Texts.english());
      for (Granularity granularity : Granularity.values()) {
        assertThat(
                LongStream.range(0, derivation.size(granularity))
                    .mapToObj(i -> derivation.at(granularity, i))
                    .filter(step -> listing.lines().stream().noneMatch(line -> line.runsAt(step))))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLineReadsWell(Language language) {
    assertThat(
            RandomLessons.awayFromKinks(256, 1).stream()
                .map(lesson -> listing(lesson, language).text())
                .filter(text -> text.lines().anyMatch(ODDITY.asPredicate()) || !isBalanced(text)))
        .isEmpty();
  }

  private static boolean isBalanced(String text) {
    return text.chars().filter(c -> "([{".indexOf(c) >= 0).count()
        == text.chars().filter(c -> ")]}".indexOf(c) >= 0).count();
  }

  private static CodeListing listing(Lesson lesson, Language language) {
    return CodeListing.of(Derivation.of(lesson), language, Texts.english());
  }
}
