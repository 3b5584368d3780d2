package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.KnownLessons;
import org.gradloom.derivation.CodeListing.Language;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the listings say of the optimizer: its memory, its count of steps, what it leaves alone. */
class OptimizerListingTest {
  private static CodeListing listing(Lesson lesson, Language language) {
    return CodeListing.of(Derivation.of(lesson), language, Texts.english());
  }

  private static CodeListing training(Lesson lesson, Language language) {
    return CodeListing.of(
        Derivation.of(lesson), language, CodeListing.Purpose.TRAINING, Texts.english());
  }

  @Test
  void aFrozenStepBringsTheOptimizersMemory() {
    var velocity =
        new Optimizer.Momentum(1, 0.5).state(new OptimizerState.Memory(Matrix.row(4), null));
    Lesson momentum = KnownLessons.trainingStep(3, new Optimizer.Momentum(0.25, 0.5), velocity);
    assertThat(listing(momentum, Language.NUMPY).text())
        .contains(
            "vW = np.array([[4]], dtype=float)\nmu = 0.5\n",
            "vW = mu * vW + dW\nW = W - eta * vW\n");
    assertThat(listing(momentum, Language.EJML).text())
        .contains("    vW = vW.scale(mu).plus(dW);\n    W = W.minus(vW.scale(eta));\n");
    assertThat(listing(momentum, Language.PYTORCH).text())
        .contains(
            """
            optimizer = torch.optim.SGD([W], lr=0.25, momentum=0.5)
            optimizer.state[W] = dict(momentum_buffer=torch.tensor([[4]], dtype=torch.float64))
            """);

    var memory = new OptimizerState.Memory(Matrix.row(1), null);
    Lesson adam =
        KnownLessons.trainingStep(
            3, new Optimizer.Adam(0.25), new Optimizer.Adam(1).state(memory, memory));
    assertThat(listing(adam, Language.NUMPY).text())
        .contains("t = 4\n", "mW = 0.9 * mW + 0.1 * dW\nvW = 0.999 * vW + 0.001 * dW**2\n");
    assertThat(listing(adam, Language.PYTORCH).text())
        .contains("optimizer.state[W] = dict(step=torch.tensor(3.0), exp_avg=torch.tensor([[1]],");
  }

  /** The first step has nothing to remember; without a memory a later one remembers zeros. */
  @Test
  void pyTorchIsToldOfAMemoryWhereThereIsOne() {
    for (Optimizer optimizer :
        new Optimizer[] {new Optimizer.Momentum(1, 0.5), new Optimizer.Adam(1)}) {
      assertThat(listing(KnownLessons.trainingStep(0, optimizer, null), Language.PYTORCH).text())
          .doesNotContain("optimizer.state");
      assertThat(listing(KnownLessons.trainingStep(1, optimizer, null), Language.PYTORCH).text())
          .contains("optimizer.state[W] = dict(")
          .contains("torch.zeros_like(W)");
    }
  }

  @ParameterizedTest
  @CsvSource({"false, false, true", "true, false, true", "false, true, true", "true, true, false"})
  void anOptimizerStepsWhereSomethingLearns(boolean w, boolean b, boolean steps) {
    Lesson lesson = KnownLessons.lessonHWithBias();
    Layer layer = lesson.layers().getFirst().with(new Frozen(w, b));
    assertThat(
            listing(lesson.withLayer(0, layer), Language.PYTORCH)
                .lines(Phase.UPDATE)
                .contains("optimizer.step()"))
        .isEqualTo(steps);
  }

  @Test
  void aFrozenWeightWithoutABiasNeedsNoOptimizer() {
    Layer frozen = KnownLessons.lessonH().layers().getFirst().with(new Frozen(true, false));
    assertThat(listing(KnownLessons.lessonH().withLayer(0, frozen), Language.PYTORCH).text())
        .doesNotContain("optimizer");
  }

  /** A program that trains has all rows, counts the steps itself, and asks for no gradient. */
  @Test
  void theListingOfATrainingIsMadeForSomeRowsAtATime() {
    var memory = new OptimizerState.Memory(Matrix.row(1), null);
    Lesson adam =
        KnownLessons.trainingStep(
            3, new Optimizer.Adam(0.25), new Optimizer.Adam(1).state(memory, memory));
    CodeListing numPy = training(adam, Language.NUMPY);
    assertThat(numPy.preparation().inputs().stream().map(CodeListing.Statement::text))
        .containsExactly(
            "all_X = np.array([[2]], dtype=float)",
            "W = np.array([[10]], dtype=float)",
            "all_U = np.array([[3]], dtype=float)");
    assertThat(numPy.lines(Phase.BACKWARD))
        .containsExactly("# backward", "dW = X.T @ dZ", "dX = dZ @ W.T");
    assertThat(numPy.lines(Phase.UPDATE)).endsWith("t += 1");
    assertThat(training(adam, Language.EJML).lines(Phase.UPDATE)).endsWith("t++;");
    assertThat(training(adam, Language.PYTORCH).lines(Phase.BACKWARD))
        .containsExactly("# backward: autograd has done it, read it off");
    Lesson plain = KnownLessons.penalized();
    assertThat(training(plain, Language.NUMPY).lines(Phase.UPDATE)).endsWith("b2 = b2 - eta * db2");
    assertThat(training(plain, Language.PYTORCH).lines(Phase.LOSS).toString())
        .contains(" / (N * Z2.shape[1])");
    assertThat(
            training(plain.withConvention(Convention.WX), Language.PYTORCH)
                .lines(Phase.LOSS)
                .toString())
        .contains(" / (N * Z2.shape[0])");
    assertThat(listing(plain, Language.NUMPY).lines(Phase.UPDATE)).doesNotContain("t += 1");
  }

  /** Only Adam's correction needs to know how many steps were taken. */
  @ParameterizedTest
  @CsvSource({"NUMPY", "EJML"})
  void onlyAdamCountsItsSteps(Language language) {
    for (Optimizer optimizer : Optimizer.kinds(0.5)) {
      Lesson lesson = KnownLessons.trainingStep(0, optimizer, null);
      assertThat(training(lesson, language).lines(Phase.UPDATE).getLast().startsWith("t"))
          .isEqualTo(optimizer instanceof Optimizer.Adam);
    }
  }
}
