package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gradloom.blas.Blas;
import org.gradloom.blas.MachineBlas;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands in, snapshots out, on a thread of the trainer's own. */
@Timeout(60)
class TrainerTest {
  private final Trainer trainer = new Trainer();
  private final TrainingSetup spirals = SetupEdits.withEpochs(Preset.SPIRALS.setup(), 3);

  @AfterEach
  void end() {
    trainer.close();
  }

  private Snapshot await(Predicate<Snapshot> wanted) throws InterruptedException {
    Snapshot snapshot = trainer.take();
    while (!wanted.test(snapshot)) {
      snapshot = trainer.take();
    }
    return snapshot;
  }

  private static boolean isFinished(Snapshot snapshot) {
    return snapshot.status() instanceof Status.Finished;
  }

  /** The same run without a thread. */
  private static TrainingRun alone(TrainingSetup setup) {
    TrainingRun trained = new TrainingRun(setup, 1, Optional.empty());
    trained.play(true);
    while (trained.isRunning()) {
      trained.step();
    }
    return trained;
  }

  @Test
  void aRunIsTheSameBitForBitWhoeverLooksOn() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.Play(true));
    Snapshot watched = await(TrainerTest::isFinished);
    Snapshot alone = alone(spirals).snapshot(0);
    assertThat(watched.layers()).isEqualTo(alone.layers());
    assertThat(watched.losses()).isEqualTo(alone.losses());
    assertThat(watched.figures()).isEqualTo(alone.figures());
    assertThat(watched.steps()).isEqualTo(3 * 40);
    assertThat(watched.losses().steps()).isEqualTo(watched.steps());
    assertThat(watched.epochs()).isEqualTo(3);
  }

  @Test
  void theCommandLineTrainsTheSameDocumentToTheSameWeights() {
    TrainingSetup setup = SetupEdits.withEpochs(Preset.DIGITS.setup(), 2);
    PlannedRun.Outcome outcome = new PlannedRun(setup.lesson()).run((step, loss) -> {});
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PlannedRun.Trained.class,
            trained -> assertThat(trained.layers()).isEqualTo(alone(setup).snapshot(0).layers()));
  }

  @Test
  void layersThatWereSetAreTakenBackToWhatTheRunHadByThen() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    List<Layer> start = spirals.lesson().layers();
    trainer.send(new Command.OneEpoch());
    List<Layer> learned = await(s -> s.epochs() == 1).layers();
    trainer.send(new Command.SetLayers(start));
    Snapshot set = await(s -> s.obeyed() == 3);
    assertThat(weights(set.layers())).isEqualTo(weights(start));
    trainer.send(new Command.OneEpoch());
    await(s -> s.epochs() == 2);
    trainer.send(new Command.ResetLayers());
    assertThat(weights(await(s -> s.obeyed() == 5).layers())).isEqualTo(weights(learned));
  }

  private static List<Matrix> weights(List<Layer> layers) {
    return layers.stream().map(Layer::w).toList();
  }

  @Test
  void noLossIsLeftOutWhereNobodyLooks() throws InterruptedException {
    trainer.send(new Command.Begin(SetupEdits.withEpochs(spirals, 100), 1));
    trainer.send(new Command.Play(true));
    Snapshot snapshot = await(TrainerTest::isFinished);
    assertThat(snapshot.losses())
        .isEqualTo(alone(SetupEdits.withEpochs(spirals, 100)).snapshot(0).losses());
  }

  @Test
  void oneMiniBatchIsOneStepAndOneEpochGoesToItsEnd() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.OneBatch());
    assertThat(await(s -> s.steps() == 1).status()).isEqualTo(new Status.Paused());
    trainer.send(new Command.OneEpoch());
    Snapshot snapshot = await(s -> s.epochs() == 1);
    assertThat(snapshot.status()).isEqualTo(new Status.Paused());
    assertThat(snapshot.steps()).isEqualTo(40);
  }

  @Test
  void underDropoutARunIsTheSameAgainAndItsFrozenStepHoldsTheMask() throws InterruptedException {
    TrainingSetup dropping = SetupEdits.withDropout(spirals, 0.5);
    trainer.send(new Command.Begin(dropping, 1));
    trainer.send(new Command.OneEpoch());
    Snapshot before = await(s -> s.epochs() == 1);
    Lesson frozen = before.frozen();
    assertThat(frozen.layers().getLast().mask()).isNull();
    Matrix mask = frozen.input(new Operand(0, MatrixSymbol.MASK));
    assertThat(mask.toArray()).containsOnly(0, 2);
    Trace trace = Trace.of(frozen);
    trainer.send(new Command.OneBatch());
    Snapshot after = await(s -> s.steps() == 41);
    for (int l = 0; l < after.layers().size(); l++) {
      assertThat(after.layers().get(l).mask()).isNull();
      assertClose(trace.matrix(new Operand(l, MatrixSymbol.W_NEXT)), after.layers().get(l).w());
    }
    trainer.send(new Command.Play(true));
    Snapshot watched = await(TrainerTest::isFinished);
    assertThat(watched.layers()).isEqualTo(alone(dropping).snapshot(0).layers());
    assertThat(watched.layers()).isNotEqualTo(alone(spirals).snapshot(0).layers());
    assertThat(new TrainingSetup(frozen, Optional.empty()).lesson().layers())
        .allSatisfy(layer -> assertThat(layer.mask()).isNull());
  }

  @Test
  void whatIsFrozenComputesTheStepThatIsTakenNext() throws InterruptedException {
    for (Optimizer optimizer :
        List.of(
            new Optimizer.Sgd(0.1), new Optimizer.Momentum(0.05, 0.9), new Optimizer.Adam(0.01))) {
      trainer.send(new Command.Begin(SetupEdits.with(spirals, optimizer), 1));
      trainer.send(new Command.OneEpoch());
      Snapshot before = await(s -> s.epochs() == 1);
      Trace frozen = Trace.of(before.frozen());
      trainer.send(new Command.OneBatch());
      Snapshot after = await(s -> s.steps() == 41);
      for (int l = 0; l < after.layers().size(); l++) {
        assertClose(frozen.matrix(new Operand(l, MatrixSymbol.W_NEXT)), after.layers().get(l).w());
      }
      double[] means = {after.losses().mean(40)};
      assertThat(means[0]).isCloseTo(frozen.loss(), within(1e-12));
    }
  }

  @Test
  void goesOnWithTheProductsOfTheMachinesBlasAndBackToOurs() throws InterruptedException {
    Optional<Blas> blas = MachineBlas.ofSystem().blas();
    assumeTrue(blas.isPresent(), "No BLAS here");
    TrainingSetup digits = SetupEdits.withEpochs(Preset.DIGITS.setup(), 3);
    trainer.send(new Command.Begin(digits, 1));
    trainer.send(new Command.OneEpoch());
    await(s -> s.epochs() == 1);
    trainer.send(new Command.Multiply(blas));
    trainer.send(new Command.OneEpoch());
    await(s -> s.epochs() == 2);
    trainer.send(new Command.Multiply(Optional.empty()));
    trainer.send(new Command.OneEpoch());
    Snapshot switched = await(TrainerTest::isFinished);
    trainer.send(new Command.Multiply(blas));
    trainer.send(new Command.Begin(digits, 2));
    trainer.send(new Command.Play(true));
    Snapshot whole = await(s -> s.run() == 2 && isFinished(s));
    Snapshot ours = alone(digits).snapshot(0);
    for (int l = 0; l < ours.layers().size(); l++) {
      double[] right = ours.layers().get(l).w().toArray();
      assertThat(switched.layers().get(l).w().toArray()).containsExactly(right, within(1e-9));
      assertThat(whole.layers().get(l).w().toArray()).containsExactly(right, within(1e-9));
    }
    // What shows that there were two ways at all.
    assertThat(whole.layers()).isNotEqualTo(ours.layers());
  }

  private static void assertClose(Matrix expected, Matrix actual) {
    assertThat(actual.toArray()).containsExactly(expected.toArray(), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void theFrozenStepOfEveryReadySetupIsADocument(Preset preset) throws InterruptedException {
    TrainingSetup setup = preset.setup();
    trainer.send(new Command.Begin(setup, 1));
    trainer.send(new Command.OneBatch());
    Lesson frozen = await(s -> s.steps() == 1).frozen();
    assertThat(frozen.samples()).isEqualTo(setup.plan().batchSize());
    assertThat(frozen.training())
        .isNotNull()
        .satisfies(plan -> assertThat(plan.step()).hasValue(1));
    assertThat(Trace.of(frozen).firstNonFinite()).isEmpty();
  }

  @Test
  void theRateChangesWithoutANewStart() throws InterruptedException {
    TrainingSetup slow = SetupEdits.with(spirals, new Optimizer.Sgd(0.1));
    TrainingSetup fast = SetupEdits.with(spirals, new Optimizer.Sgd(0.5));
    trainer.send(new Command.Begin(slow, 1));
    trainer.send(new Command.OneBatch());
    Snapshot one = await(s -> s.steps() == 1);
    trainer.send(new Command.Change(fast));
    Snapshot changed = await(s -> s.setup().equals(fast));
    assertThat(changed.layers()).isEqualTo(one.layers());
    assertThat(changed.steps()).isEqualTo(1);
    assertThat(changed.frozen().learningRate()).isEqualTo(0.5);
  }

  @Test
  void thePenaltyChangesWithoutANewStartOrOtherMiniBatches() throws InterruptedException {
    TrainingSetup penalized = SetupEdits.withL2(spirals, 0.25);
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.OneBatch());
    Snapshot one = await(s -> s.steps() == 1);
    trainer.send(new Command.Change(penalized));
    Snapshot changed = await(s -> s.setup().equals(penalized));
    assertThat(changed.layers()).isEqualTo(one.layers());
    assertThat(changed.nextBatch()).isEqualTo(one.nextBatch());
    Trace before = Trace.of(one.frozen());
    Trace after = Trace.of(changed.frozen());
    Operand gradient = new Operand(0, MatrixSymbol.DW);
    double w = one.layers().getFirst().w().get(1, 2);
    assertThat(after.matrix(gradient).get(1, 2))
        .isCloseTo(before.matrix(gradient).get(1, 2) + 0.25 * w, within(1e-12));
    trainer.send(new Command.OneBatch());
    assertThat(await(s -> s.steps() == 2).losses().mean(1)).isCloseTo(after.loss(), within(1e-12));
  }

  @Test
  void rowsAndMiniBatchChangeOnTheWay() throws InterruptedException {
    TrainingSetup more =
        SetupEdits.withBatchSize(RowEdits.withSample(spirals, List.of(0.5, 0.5), 1), 401);
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.OneBatch());
    trainer.send(new Command.Change(more));
    Snapshot changed = await(s -> s.steps() == 1 && s.setup().equals(more));
    assertThat(changed.nextBatch()).hasSize(401).doesNotHaveDuplicates();
    assertThat(changed.frozen().x().get(changed.nextBatch().indexOf(400), 0)).isEqualTo(0.5);
  }

  @Test
  void rowsThatComeBackGoOnWithTheMiniBatchTheyLeft() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.OneEpoch());
    await(s -> s.epochs() == 1);
    trainer.send(new Command.OneBatch());
    Snapshot before = await(s -> s.steps() == 41);
    trainer.send(new Command.Change(RowEdits.withSample(spirals, List.of(0.5, 0.5), 1)));
    trainer.send(new Command.Change(spirals));
    Snapshot after = await(s -> s.obeyed() == 5);
    assertThat(after.nextBatch()).isEqualTo(before.nextBatch());
    assertThat(after.epochs()).isEqualTo(before.epochs());
    assertThat(after.frozen()).isEqualTo(before.frozen());
  }

  @Test
  void aWeightSetByHandIsTheOneThatIsTrainedOn() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.SetWeight(0, 1, 2, -7));
    trainer.send(new Command.SetBias(1, 3, 4));
    Snapshot snapshot = await(s -> s.obeyed() == 3);
    assertThat(snapshot.layers().get(0).w().get(1, 2)).isEqualTo(-7);
    assertThat(snapshot.layers().get(1).b())
        .isNotNull()
        .satisfies(b -> assertThat(b.get(0, 3)).isEqualTo(4));
    assertThat(snapshot.frozen().layers()).isEqualTo(snapshot.layers());
  }

  @Test
  void aStepThatOverflowsIsNotTaken() throws InterruptedException {
    TrainingSetup wild =
        SetupEdits.with(
            SetupEdits.withLoss(Preset.XOR.setup(), LossKind.SQUARED_ERROR, Reduction.MEAN),
            new Optimizer.Sgd(100));
    trainer.send(new Command.Begin(wild, 1));
    trainer.send(new Command.Play(true));
    Snapshot snapshot = await(s -> s.status() instanceof Status.Diverged);
    Status.Diverged said = (Status.Diverged) snapshot.status();
    assertThat(said.learningRate()).isEqualTo(100);
    assertThat(said.step()).isEqualTo(snapshot.steps() + 1);
    assertThat(snapshot.layers()).allMatch(layer -> layer.w().isFinite());
    TrainingSetup tame = SetupEdits.with(wild, new Optimizer.Sgd(1e-3));
    trainer.send(new Command.Change(tame));
    assertThat(await(s -> s.setup().equals(tame)).status()).isEqualTo(new Status.Paused());
  }

  @Test
  void anotherSetupInTheMiddleEndsTheOldRun() throws InterruptedException {
    trainer.send(new Command.Begin(SetupEdits.withEpochs(spirals, 100_000), 1));
    trainer.send(new Command.Play(true));
    await(s -> s.steps() > 100);
    trainer.send(new Command.Begin(Preset.IRIS.setup(), 2));
    Snapshot snapshot = await(s -> s.obeyed() == 3);
    assertThat(snapshot.run()).isEqualTo(2);
    assertThat(snapshot.steps()).isZero();
    assertThat(snapshot.frozen().features()).isEqualTo(4);
  }

  @Test
  void whoGoesOnAfterTheEndTrainsForAsManyEpochsAgain() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.Play(true));
    await(TrainerTest::isFinished);
    trainer.send(new Command.Play(true));
    assertThat(await(s -> isFinished(s) && s.epochs() > 3).epochs()).isEqualTo(6);
  }

  @Test
  void aSlowPaceIsKept() throws InterruptedException {
    trainer.send(new Command.Begin(spirals, 1));
    trainer.send(new Command.Pace(50));
    long from = System.nanoTime();
    trainer.send(new Command.Play(true));
    long steps = await(s -> s.steps() >= 5).steps();
    // A fiftieth of a second between two steps, less the moment that may be made up for.
    assertThat((System.nanoTime() - from) / 1e9).isGreaterThan((steps - 1) / 50.0 - 0.025);
  }

  @Test
  void zerosStayEqualWithinALayer() throws InterruptedException {
    trainer.send(new Command.Begin(SetupEdits.withStart(spirals, WeightInit.ZEROS, 1), 1));
    trainer.send(new Command.OneEpoch());
    List<Layer> layers = await(s -> s.epochs() == 1).layers();
    assertThat(layers.get(0).w().toArray()).containsOnly(0);
  }
}
