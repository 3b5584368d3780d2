package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.WeightInit;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.api.Test;

/** What changes with one setting, and what stays. */
class SetupEditsTest {
  private final TrainingSetup spirals = Preset.SPIRALS.setup();

  @Test
  void otherHiddenLayersAreDrawnFromTheSameSeedAndTheSameSizesAreTheSameWeights() {
    TrainingSetup narrow = SetupEdits.withHidden(spirals, List.of(3));
    assertThat(narrow.hidden()).containsExactly(3);
    assertThat(narrow.lesson().x()).isEqualTo(spirals.lesson().x());
    assertThat(narrow.startSeed()).isEqualTo(spirals.startSeed());
    assertThat(SetupEdits.withHidden(narrow, List.of(8, 8))).isEqualTo(spirals);
  }

  @Test
  void aFirstHiddenLayerIsTanh() {
    TrainingSetup linear = Preset.XOR.setup();
    assertThat(linear.activations()).isEmpty();
    TrainingSetup bent = SetupEdits.withHidden(linear, List.of(4));
    assertThat(bent.activations()).containsExactly(Elementwise.TANH);
    assertThat(bent.lesson().layers().getLast().activation()).isEqualTo(Elementwise.IDENTITY);
  }

  @Test
  void aLayerKeepsItsOwnActivationWhileOthersComeAndGo() {
    TrainingSetup mixed = SetupEdits.withActivation(spirals, 1, Elementwise.RELU);
    assertThat(mixed.activations()).containsExactly(Elementwise.TANH, Elementwise.RELU);
    assertThat(mixed.lesson().layers().get(1).w()).isEqualTo(spirals.lesson().layers().get(1).w());
    assertThat(SetupEdits.withHidden(mixed, List.of(3, 4, 5)).activations())
        .containsExactly(Elementwise.TANH, Elementwise.RELU, Elementwise.RELU);
    TrainingSetup longer = SetupEdits.withLayer(mixed, 0, 4);
    assertThat(longer.activations())
        .containsExactly(Elementwise.TANH, Elementwise.TANH, Elementwise.RELU);
    assertThat(SetupEdits.withoutLayer(mixed, 0).activations()).containsExactly(Elementwise.RELU);
    assertThat(SetupEdits.withStart(mixed, WeightInit.HE, 7).activations())
        .isEqualTo(mixed.activations());
    assertThat(RowEdits.on(mixed, Preset.IRIS.setup().data().orElseThrow()).activations())
        .isEqualTo(mixed.activations());
  }

  @Test
  void aLossBringsTheOutputsThatItTakes() {
    TrainingSetup probabilities =
        SetupEdits.withLoss(spirals, LossKind.CROSS_ENTROPY, Reduction.MEAN);
    assertThat(last(probabilities)).isEqualTo(Rowwise.SOFTMAX);
    TrainingSetup each =
        SetupEdits.withLoss(probabilities, LossKind.BINARY_CROSS_ENTROPY, Reduction.MEAN);
    assertThat(last(each)).isEqualTo(Elementwise.SIGMOID);
    assertThat(last(SetupEdits.withLoss(each, LossKind.SIGMOID_CROSS_ENTROPY, Reduction.MEAN)))
        .isEqualTo(Elementwise.IDENTITY);
  }

  private static Activation last(TrainingSetup setup) {
    return setup.lesson().layers().getLast().activation();
  }

  @Test
  void layersAndUnitsBeyondAPictureAreRefused() {
    assertThat(SetupEdits.withHidden(spirals, List.of(1, 128, 1, 1, 1, 1, 1, 1)).hidden())
        .hasSize(8);
    assertRefused("train.tooManyLayers", List.of(1, 1, 1, 1, 1, 1, 1, 1, 1));
    assertRefused("train.wrongUnits", List.of(129));
    assertRefused("train.wrongUnits", List.of(0));
  }

  private void assertRefused(String why, List<Integer> hidden) {
    assertThatThrownBy(() -> SetupEdits.withHidden(spirals, hidden))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.said().key()).isEqualTo(why));
  }

  @Test
  void anotherStartIsNotedInTheDocument() {
    TrainingSetup other = SetupEdits.withStart(spirals, WeightInit.HE, 7);
    assertThat(other.start()).isEqualTo(WeightInit.HE);
    assertThat(other.startSeed()).isEqualTo(7);
    assertThat(other.lesson().layers()).isNotEqualTo(spirals.lesson().layers());
    assertThat(other.data()).isEqualTo(spirals.data());
  }

  @Test
  void anotherActivationOrLossKeepsTheWeights() {
    TrainingSetup relu = SetupEdits.withActivation(spirals, Elementwise.RELU);
    TrainingSetup squared = SetupEdits.withLoss(relu, LossKind.SQUARED_ERROR, Reduction.SUM);
    assertThat(squared.lesson().layers())
        .extracting(layer -> layer.activation())
        .containsExactly(Elementwise.RELU, Elementwise.RELU, Elementwise.IDENTITY);
    assertThat(squared.lesson().layers())
        .extracting(layer -> layer.w())
        .isEqualTo(spirals.lesson().layers().stream().map(layer -> layer.w()).toList());
    assertThat(squared.labels()).isEqualTo(spirals.labels());
    assertThat(SetupEdits.withLoss(squared, LossKind.SOFTMAX_CROSS_ENTROPY, Reduction.MEAN))
        .isEqualTo(relu);
  }

  @Test
  void theRateOfTheDocumentIsTheOptimizers() {
    TrainingSetup slow = SetupEdits.with(spirals, new Optimizer.Sgd(0.25));
    assertThat(slow.lesson().learningRate()).isEqualTo(0.25);
    assertThat(slow.plan().optimizer()).isEqualTo(new Optimizer.Sgd(0.25));
  }

  @Test
  void aPenaltyKeepsTheFormThatTheDocumentGivesIt() {
    Lesson lesson = spirals.lesson();
    L2 whole = new L2(0.5, false, true);
    TrainingSetup written =
        new TrainingSetup(lesson.withLoss(lesson.loss().with(whole)), spirals.data());
    assertThat(SetupEdits.withL2(written, 0.1).lesson().loss().l2())
        .isEqualTo(new L2(0.1, false, true));
    assertThat(SetupEdits.withL2(spirals, 0.1).plan()).isEqualTo(spirals.plan());
    assertThatThrownBy(() -> SetupEdits.withL2(spirals, -0.1)).isInstanceOf(InvalidInput.class);
    assertThat(SetupEdits.withL1(written, 0.2).lesson().loss())
        .isEqualTo(written.lesson().loss().with(new L1(0.2)));
    assertThatThrownBy(() -> SetupEdits.withL1(spirals, -0.1)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void dropoutIsAtLeastNothingAndLessThanAll() {
    assertThat(SetupEdits.withDropout(spirals, 0.5).plan())
        .isEqualTo(spirals.plan().withDropout(0.5));
    for (double none : List.of(-0.1, 1.0, Double.NaN)) {
      assertThatThrownBy(() -> SetupEdits.withDropout(spirals, none))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void aMiniBatchHasFromOneRowToAll() {
    assertThat(SetupEdits.withBatchSize(spirals, 400).plan().batchSize()).isEqualTo(400);
    assertThat(SetupEdits.withBatchSize(spirals, 1).plan().batchSize()).isEqualTo(1);
    assertThatThrownBy(() -> SetupEdits.withBatchSize(spirals, 401))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> SetupEdits.withBatchSize(spirals, 0)).isInstanceOf(InvalidInput.class);
  }
}
