package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradloom.KnownLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Remembered;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonTest {
  private static final Matrix X = Matrix.zeros(new Shape(2, 3));

  /** ReLU, identity, sigmoid; only the second has a bias. */
  private static final Lesson THREE_LAYERS =
      new Lesson(
          "",
          X,
          List.of(
              layer(3, 4, Elementwise.RELU),
              new Layer(Matrix.zeros(new Shape(4, 2)), Matrix.row(0, 0), Elementwise.IDENTITY),
              layer(2, 5, Elementwise.SIGMOID)),
          new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0, 4)), Reduction.SUM),
          0.1);

  private static Layer layer(int inputs, int units, Activation activation) {
    return new Layer(Matrix.zeros(new Shape(inputs, units)), null, activation);
  }

  @ParameterizedTest
  @CsvSource({
    "layer1/x, layer1/x, 2×3",
    "layer2/x, layer1/a, 2×4",
    "layer3/x, layer2/z, 2×2",
    "layer1/w, layer1/w, 3×4",
    "layer2/b, layer2/b, 1×2",
    "layer1/z, layer1/z, 2×4",
    "layer1/a, layer1/a, 2×4",
    "layer2/a, layer2/z, 2×2",
    "layer3/a, layer3/a, 2×5",
    "loss/p, loss/p, 2×5",
    "loss/L, loss/L, 1×1",
    "loss/labels, loss/labels, 2×1",
    "layer3/dA, layer3/dA, 2×5",
    "layer2/dA, layer3/dX, 2×2",
    "layer1/dA, layer2/dX, 2×4",
    "layer3/dZ, layer3/dZ, 2×5",
    "layer2/dZ, layer3/dX, 2×2",
    "layer1/dZ, layer1/dZ, 2×4",
    "layer2/dW, layer2/dW, 4×2",
    "layer2/dB, layer2/dB, 1×2",
    "layer1/dX, layer1/dX, 2×3",
    "layer3/wNext, layer3/wNext, 2×5",
    "layer2/bNext, layer2/bNext, 1×2",
  })
  void givesEveryMatrixOneNameAndAShape(String name, String canonical, String shape) {
    Operand operand = Place.parse(name).operand();
    assertThat(THREE_LAYERS.has(operand)).isTrue();
    assertThat(THREE_LAYERS.canonical(operand)).hasToString(canonical);
    assertThat(THREE_LAYERS.shape(operand)).hasToString(shape);
    assertThat(THREE_LAYERS.shape(THREE_LAYERS.canonical(operand))).hasToString(shape);
  }

  @ParameterizedTest
  @CsvSource({
    "layer1/b",
    "layer1/dB",
    "layer3/bNext",
    "layer4/z",
    "layer9/x",
    "loss/upstream",
    "loss/targets"
  })
  void hasNoMatrixOfAnotherLayerOrLoss(String name) {
    assertThat(THREE_LAYERS.has(Place.parse(name).operand())).isFalse();
  }

  @Test
  void callsTheGradientOfASingleLinearLayerItsDLByDA() {
    Lesson lesson = KnownLessons.lessonH();
    assertThat(lesson.canonical(new Operand(0, MatrixSymbol.DZ))).hasToString("layer1/dA");
    assertThat(lesson.canonical(new Operand(0, MatrixSymbol.A))).hasToString("layer1/z");
  }

  @Test
  void listsItsInputsInReadingOrder() {
    assertThat(THREE_LAYERS.inputs().stream().map(Operand::toString))
        .containsExactly("layer1/x", "layer1/w", "layer2/w", "layer2/b", "layer3/w", "loss/labels");
    for (Operand input : THREE_LAYERS.inputs()) {
      assertThat(THREE_LAYERS.input(input).shape()).isEqualTo(THREE_LAYERS.shape(input));
    }
    assertThat(THREE_LAYERS.input(Operand.ofLoss(MatrixSymbol.LABELS))).hasToString("[[1], [5]]");
  }

  @Test
  void countsTheProductsOfItsForwardPass() {
    // 2·3·4 + 2·4·2 + 2·2·5
    assertThat(THREE_LAYERS.products()).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer1/z", "layer2/b/1,2", "layer3/a/2,5", "layer3/dW/2,5/term9"})
  void hasThePlacesOfItsMatrices(String place) {
    assertThatCode(() -> THREE_LAYERS.require(Place.parse(place))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer4/z | There is no place layer4/z: this network has 3 layers.",
        "layer3/b | There is no place layer3/b: this lesson has no such matrix.",
        "layer3/a/3,1 | There is no place layer3/a/3,1: layer3/a is 2×5.",
        "layer3/a/1,6/term1 | There is no place layer3/a/1,6/term1: layer3/a is 2×5.",
      })
  void saysWhichPlaceItDoesNotHave(String place, String sentence) {
    assertRefused(() -> THREE_LAYERS.require(Place.parse(place)), sentence);
  }

  @Test
  void aFrozenStepEndsWithItsOwnOptimizerAndAnyOtherWalkWithPlainDescent() {
    Optimizer adam = new Optimizer.Adam(0.5);
    Optimizer plain = new Optimizer.Sgd(0.1);
    assertThat(THREE_LAYERS.optimizer()).isEqualTo(plain);
    assertThat(THREE_LAYERS.stepsTaken()).isZero();

    TrainingPlan plan =
        new TrainingPlan(
            adam, 2, 1, false, OptionalLong.empty(), Optional.empty(), OptionalInt.empty());
    assertThat(planned(plan, THREE_LAYERS.layers()).optimizer()).isEqualTo(plain);
    assertThat(planned(plan, THREE_LAYERS.layers()).stepsTaken()).isZero();

    Lesson frozen = planned(plan.frozen(2, 7), THREE_LAYERS.layers());
    assertThat(frozen.optimizer()).isEqualTo(adam);
    assertThat(frozen.stepsTaken()).isEqualTo(7);
    Lesson faster = frozen.withLearningRate(2);
    assertThat(faster.optimizer()).isEqualTo(adam.withRate(2));
    assertThat(faster.learningRate()).isEqualTo(2);
    assertThat(planned(plan, THREE_LAYERS.layers()).withLearningRate(2).training()).isEqualTo(plan);

    Matrix w = Matrix.zeros(new Shape(3, 4));
    var memory = new OptimizerState.Memory(w, null);
    List<Layer> layers = new ArrayList<>(THREE_LAYERS.layers());
    layers.set(0, new Layer(w, null, Elementwise.RELU, Frozen.NOTHING, adam.state(memory, memory)));
    assertThat(planned(plan, layers).optimizer()).isEqualTo(adam);
  }

  @Test
  void aLayerWithoutAStateRemembersNothing() {
    Layer fresh = layer(3, 2, Elementwise.IDENTITY);
    assertThat(fresh.remembered(false)).isEqualTo(Remembered.NOTHING);
    Matrix velocity = Matrix.zeros(new Shape(3, 2)).with(0, 0, Entry.of(5));
    OptimizerState state =
        new Optimizer.Momentum(1, 0.5).state(new OptimizerState.Memory(velocity, null));
    assertThat(remembering(state).remembered(false)).isEqualTo(new Remembered(velocity, null));
  }

  @ParameterizedTest
  @CsvSource({
    "layer1/z, FORWARD",
    "layer3/a, FORWARD",
    "loss/p, LOSS",
    "loss/L, LOSS",
    "layer3/dA, LOSS",
    "layer2/dA, BACKWARD",
    "layer3/dZ, BACKWARD",
    "layer1/dW, BACKWARD",
    "layer2/bNext, UPDATE",
  })
  void everyComputedMatrixBelongsToAPhase(String name, Phase phase) {
    assertThat(Phase.of(Place.parse(name).operand(), THREE_LAYERS.lastLayer())).isEqualTo(phase);
  }

  private static Lesson planned(TrainingPlan plan, List<Layer> layers) {
    return new Lesson(
        "", Convention.XW, X, layers, THREE_LAYERS.loss(), 0.1, plan, List.of(), List.of());
  }

  @Test
  void doesNotTakeAComputedMatrixForAnInput() {
    assertThatThrownBy(() -> THREE_LAYERS.input(new Operand(0, MatrixSymbol.Z)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer1/z is no input of this lesson");
    assertThatThrownBy(() -> THREE_LAYERS.input(new Operand(1, MatrixSymbol.X)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void copiesItsListsSoThatNobodyChangesThem() {
    List<Layer> layers = new ArrayList<>(List.of(layer(3, 2, Elementwise.IDENTITY)));
    Lesson lesson = new Lesson("", X, layers, given(2, 2), 0.1);
    layers.clear();
    assertThat(lesson.layers()).hasSize(1);
  }

  // ---- shapes that do not fit ------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XW | 2×3 | 3×4 | 1×2 | false | false",
        "XWt | 2×3 | 4×3 | 1×2 | false | true",
        "WX | 3×2 | 4×3 | 1×2 | true | true",
        "WtX | 3×2 | 3×4 | 1×2 | true | false",
      })
  void listsAndWritesMatricesAsItsConventionDoes(
      String name, String x, String w, String b, boolean columns, boolean rows) {
    Convention convention =
        Stream.of(Convention.values())
            .filter(each -> each.documentName().equals(name))
            .findFirst()
            .orElseThrow();
    Lesson lesson = THREE_LAYERS.withConvention(convention);
    Operand ofX = new Operand(0, MatrixSymbol.X);
    Operand ofW = new Operand(0, MatrixSymbol.W);
    Operand ofB = new Operand(1, MatrixSymbol.B);
    assertThat(convention.samplesAreColumns()).isEqualTo(columns);
    assertThat(convention.neuronsAreRows()).isEqualTo(rows);
    assertThat(lesson.listedShape(ofX)).hasToString(x);
    assertThat(lesson.writtenShape(ofX)).hasToString(x);
    assertThat(lesson.listedShape(ofW)).hasToString(w);
    // A bias is a list in documents, and stands as a column beside columns of samples.
    assertThat(lesson.listedShape(ofB)).hasToString(b);
    assertThat(lesson.writtenShape(ofB)).hasToString(columns ? "2×1" : "1×2");
    assertThat(convention.turned(ofX, X).shape()).hasToString(x);
    assertThat(convention.listed(ofX, X).shape()).hasToString(x);
    assertThat(convention.listed(ofB, Matrix.row(0, 0)).shape()).hasToString("1×2");
  }

  private static Beat beat(@Nullable String scene) {
    Beat at = Beat.at(Place.parse("layer1/z"));
    return scene == null ? at : at.in(scene);
  }

  /** Its own numbers are a scene for the beats that are about them, with a name that is free. */
  @Test
  void givesEveryBeatAScene() {
    Lesson lesson = KnownLessons.lessonH();
    Scene other =
        new Scene("own", lesson.x(), lesson.layers(), lesson.loss(), lesson.learningRate());
    Lesson told =
        new Lesson(
            "",
            Convention.XW,
            lesson.x(),
            lesson.layers(),
            lesson.loss(),
            0.1,
            null,
            List.of(other),
            List.of(beat("own"), beat(null)));
    Lesson placed = told.withEveryBeatInAScene();
    assertThat(placed.beats()).containsExactly(beat("own"), beat("own'"));
    assertThat(placed.scenes()).extracting(Scene::name).containsExactly("own", "own'");
    assertThat(placed.scenes().getLast().x()).isEqualTo(lesson.x());
    assertThat(placed.withEveryBeatInAScene()).isSameAs(placed);
    assertThat(lesson.withTitle("Mine").telling(placed))
        .isEqualTo(placed.withTitle("").withConvention(Convention.XW));
    assertThat(beat("own").movedTo(Place.parse("layer1/dW")))
        .isEqualTo(Beat.at(Place.parse("layer1/dW")));
  }

  @Test
  void forgetsItsTrainingInEveryScene() {
    Layer remembering =
        KnownLessons.lessonH()
            .layers()
            .getFirst()
            .withState(
                new OptimizerState(
                    Map.of(
                        "velocity",
                        new OptimizerState.Memory(Matrix.zeros(new Shape(3, 2)), null))));
    Lesson lesson = KnownLessons.lessonH();
    Scene scene = new Scene("later", lesson.x(), List.of(remembering), lesson.loss(), 0.1);
    Lesson told =
        new Lesson(
            "",
            Convention.XW,
            lesson.x(),
            List.of(remembering),
            lesson.loss(),
            0.1,
            null,
            List.of(scene),
            List.of(beat("later")));
    Lesson forgetful = told.withoutTraining();
    assertThat(forgetful.layers()).isEqualTo(lesson.layers());
    assertThat(forgetful.scenes().getFirst().layers()).isEqualTo(lesson.layers());
  }

  /** A softmax below a loss that makes one of its logits comes twice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SOFTMAX_CROSS_ENTROPY | softmax | softmax is applied twice: the last layer has it, and"
            + " softmax cross-entropy applies it once more to what should be logits.",
        "SOFTMAX_CROSS_ENTROPY | sigmoid | Probabilities are made twice: the last layer has"
            + " sigmoid, and softmax cross-entropy applies softmax to what should be logits.",
        "SIGMOID_CROSS_ENTROPY | sigmoid | sigmoid is applied twice: the last layer has it, and"
            + " sigmoid cross-entropy applies it once more to what should be logits.",
        "SIGMOID_CROSS_ENTROPY | softmax | Probabilities are made twice: the last layer has"
            + " softmax, and sigmoid cross-entropy applies σ to what should be logits.",
        "SOFTMAX_CROSS_ENTROPY | relu | ''",
        "SQUARED_ERROR | softmax | ''",
      })
  void saysWhereProbabilitiesAreMadeTwice(LossKind kind, String last, String sentence) {
    Activation activation =
        Stream.of(Elementwise.SIGMOID, Elementwise.RELU, Rowwise.SOFTMAX)
            .filter(each -> each.documentName().equals(last))
            .findFirst()
            .orElseThrow();
    Lesson lesson =
        new Lesson(
            "",
            X,
            List.of(layer(3, 2, activation)),
            new Loss(
                kind,
                new Target.Targets(Matrix.of(new double[][] {{0, 1}, {1, 0}})),
                Reduction.SUM),
            0.1);
    assertThat(Repetition.in(lesson).map(Texts.english()::say).orElse("")).isEqualTo(sentence);
  }

  @Test
  void everyScreenButTheStartCanBeABeats() {
    assertThat(Screen.ofBeats())
        .containsExactly(Screen.EXPLORE, Screen.TRAIN, Screen.SPEED, Screen.SUMMARY);
  }

  @Test
  void aMeanDividesByItsSamplesOrByAllItsOutputs() {
    Loss loss = THREE_LAYERS.loss();
    Shape outputs = THREE_LAYERS.outputs();
    assertThat(loss.divisor(outputs)).isEqualTo(1);
    assertThat(loss.with(Reduction.MEAN).divisor(outputs)).isEqualTo(2);
    assertThat(loss.with(Reduction.MEAN_ALL).divisor(outputs)).isEqualTo(10);
  }

  @Test
  void saysWhichLayerFreezesABiasThatItDoesNotHave() {
    assertRefused(
        () ->
            KnownLessons.twoLayers()
                .withLayer(
                    1,
                    new Layer(
                        Matrix.zeros(new Shape(4, 1)),
                        null,
                        Elementwise.IDENTITY,
                        Frozen.NOTHING.withB(true),
                        null)),
        "layer 2: frozen names b, but the layer has no bias: leave it out, or give the layer b.");
  }

  @Test
  void needsALayer() {
    assertRefused(
        () -> new Lesson("", X, List.of(), given(2, 3), 0.1),
        "layers is empty: a network needs at least one layer.");
  }

  @Test
  void namesTheWThatDoesNotFitX() {
    assertRefused(
        () -> lesson(given(2, 2), layer(4, 2, Elementwise.RELU)),
        "layer 1: W is 4×2 but X has 3 columns: W needs one row for each column of X.");
    assertRefused(
        () ->
            new Lesson(
                "",
                Matrix.zeros(new Shape(2, 1)),
                List.of(layer(4, 2, Elementwise.RELU)),
                given(2, 2),
                0.1),
        "layer 1: W is 4×2 but X has 1 column: W needs one row for each column of X.");
  }

  @Test
  void namesTheWThatDoesNotFitTheLayerBefore() {
    assertRefused(
        () -> lesson(given(2, 2), layer(3, 5, Elementwise.RELU), layer(4, 2, Elementwise.IDENTITY)),
        "layer 2: W is 4×2 but layer 1 has 5 neurons: W needs one row for each of them.");
    assertRefused(
        () -> lesson(given(2, 2), layer(3, 1, Elementwise.RELU), layer(4, 2, Elementwise.IDENTITY)),
        "layer 2: W is 4×2 but layer 1 has 1 neuron: W needs one row for each of them.");
  }

  @Test
  void namesTheBiasThatDoesNotFit() {
    assertRefused(
        () -> lesson(given(2, 2), withBias(Matrix.row(1, 2, 3))),
        "layer 1: b has 3 entries but W is 3×2: b needs one entry for each column of W.");
    assertRefused(
        () -> lesson(given(2, 2), withBias(Matrix.row(1))),
        "layer 1: b has 1 entry but W is 3×2: b needs one entry for each column of W.");
    assertRefused(
        () -> lesson(given(2, 2), withBias(Matrix.zeros(new Shape(2, 1)))),
        "layer 1: b is 2×1 but must be a single row.");
  }

  private static Layer withBias(Matrix b) {
    return new Layer(Matrix.zeros(new Shape(3, 2)), b, Elementwise.IDENTITY);
  }

  @Test
  void namesTheNumbersOfTheLossThatDoNotFit() {
    assertRefused(
        () -> lesson(given(3, 2), layer(3, 2, Elementwise.RELU)),
        "loss: upstream is 3×2 but the network’s outputs are 2×2.");
    assertRefused(
        () ->
            lesson(
                new Loss(
                    LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(1, 2)), Reduction.SUM),
                layer(3, 2, Elementwise.RELU)),
        "loss: targets is 1×2 but the network’s outputs are 2×2.");
  }

  @Test
  void namesTheLabelsThatDoNotFit() {
    assertRefused(
        () -> lesson(labels(0)),
        "loss: there is 1 label but X has 2 rows: each row needs one label.");
    assertRefused(
        () -> lesson(labels()),
        "loss: there are no labels but X has 2 rows: each row needs one label.");
    assertRefused(
        () -> lesson(labels(0, 1, 1)),
        "loss: there are 3 labels but X has 2 rows: each row needs one label.");
    assertRefused(
        () -> lesson(labels(0, 2)),
        "loss: label 2 of row 2 is out of range: labels go from 0 to 1.");
    assertRefused(
        () -> lesson(labels(-1, 0)),
        "loss: label -1 of row 1 is out of range: labels go from 0 to 1.");
  }

  private static Loss labels(Integer... labels) {
    return new Loss(
        LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(labels)), Reduction.SUM);
  }

  @Test
  void namesTheTargetThatIsNoProbability() {
    assertRefused(
        () ->
            lesson(
                new Loss(
                    LossKind.SIGMOID_CROSS_ENTROPY,
                    new Target.Targets(Matrix.of(new double[][] {{0, 1}, {0.5, 1.5}})),
                    Reduction.SUM)),
        "loss: target 1.5 in row 2, column 2 is out of range: sigmoid cross-entropy needs targets"
            + " from 0 to 1.");
    assertRefused(
        () ->
            lesson(
                new Loss(
                    LossKind.SIGMOID_CROSS_ENTROPY,
                    new Target.Targets(Matrix.of(new double[][] {{-0.25, 1}, {0, 1}})),
                    Reduction.SUM)),
        "loss: target −0.25 in row 1, column 1 is out of range: sigmoid cross-entropy needs"
            + " targets from 0 to 1.");
  }

  @Test
  void namesTheMemoryThatDoesNotFit() {
    Matrix w = Matrix.zeros(new Shape(3, 2));
    var fits = new OptimizerState.Memory(w, null);
    var hasBias = new OptimizerState.Memory(w, Matrix.row(0, 0));
    var turned = new OptimizerState.Memory(Matrix.zeros(new Shape(2, 3)), null);
    assertRefused(
        () -> lesson(given(2, 2), remembering(new Optimizer.Momentum(1, 0.5).state(turned))),
        "layer 1: the optimizer’s velocity must have the shapes of w and b.");
    assertRefused(
        () -> lesson(given(2, 2), remembering(new Optimizer.Momentum(1, 0.5).state(hasBias))),
        "layer 1: the optimizer’s velocity must have the shapes of w and b.");
    assertRefused(
        () -> lesson(given(2, 2), remembering(new Optimizer.Adam(1).state(turned, fits))),
        "layer 1: the optimizer’s m must have the shapes of w and b.");
    assertRefused(
        () -> lesson(given(2, 2), remembering(new Optimizer.Adam(1).state(fits, hasBias))),
        "layer 1: the optimizer’s v must have the shapes of w and b.");

    Layer biased =
        new Layer(
            w,
            Matrix.row(0, 0),
            Elementwise.IDENTITY,
            Frozen.NOTHING,
            new Optimizer.Adam(1).state(hasBias, fits));
    assertRefused(
        () -> lesson(given(2, 2), biased),
        "layer 1: the optimizer’s v must have the shapes of w and b.");
  }

  private static Layer remembering(OptimizerState state) {
    return new Layer(
        Matrix.zeros(new Shape(3, 2)), null, Elementwise.IDENTITY, Frozen.NOTHING, state);
  }

  @Test
  void countsInSentencesWithoutGroupingDigits() {
    assertRefused(
        () ->
            new Lesson(
                "",
                Matrix.zeros(new Shape(1, 1234)),
                List.of(layer(3, 2, Elementwise.RELU)),
                given(1, 2),
                0.1),
        "layer 1: W is 3×2 but X has 1234 columns: W needs one row for each column of X.");
  }

  private static Loss given(int rows, int columns) {
    return new Loss(
        LossKind.GIVEN, new Target.Upstream(Matrix.zeros(new Shape(rows, columns))), Reduction.SUM);
  }

  private static Lesson lesson(Loss loss, Layer... layers) {
    List<Layer> own =
        layers.length > 0 ? List.of(layers) : List.of(layer(3, 2, Elementwise.IDENTITY));
    return new Lesson("", X, own, loss, 0.1);
  }

  private static void assertRefused(ThrowingCallable making, String sentence) {
    assertThatThrownBy(making)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(Texts.english().say(refused.said())).isEqualTo(sentence));
  }
}
