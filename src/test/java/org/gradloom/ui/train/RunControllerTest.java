package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.blas.Blas;
import org.gradloom.blas.MachineBlas;
import org.gradloom.derivation.Derivation;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Evaluations;
import org.gradloom.training.Preset;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.Status;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Backend;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent to a trainer, and what becomes of its answers, without trainer and toolkit. */
class RunControllerTest {
  private static final Status PAUSED = new Status.Paused();
  private static final Status RUNNING = new Status.Running();
  private static final Status FINISHED = new Status.Finished();

  private final TrainingSetup iris = Preset.IRIS.setup();
  private final Store store =
      new Store(
          AppState.opened(
              Derivation.of(KnownLessons.lessonH()), new Origin.BuiltIn("h"), View.usual()));
  private final List<Command> sent = new ArrayList<>();
  private final List<Evaluation> seen = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private final RunController run =
      new RunController(
          store,
          sent::add,
          seen::add,
          (step, origin, trains, then) -> opened.add(new Opened(step, origin, trains, then)),
          later::add);

  private record Opened(
      Trace step, Origin.FrozenStep origin, boolean trains, Optional<Action> then) {}

  @BeforeEach
  void open() {
    store.select(AppState::training, training -> training.ifPresent(run::follow));
    store.dispatch(new Action.OpenSetup(iris, new Origin.BuiltIn("iris")));
  }

  private Training training() {
    return store.state().training().orElseThrow();
  }

  /** What the trainer says once it has obeyed everything. */
  private Evaluation after(int steps, Status status) {
    return evaluation(training().run(), sent.size(), steps, status);
  }

  private Evaluation evaluation(long number, int obeyed, int steps, Status status) {
    return Evaluations.of(training().setup(), number, obeyed, steps, status);
  }

  /** The step of the present run that comes after so many. */
  private Origin.FrozenStep step(long taken) {
    return new Origin.FrozenStep(training().run(), taken);
  }

  private List<Command> sentBy(Runnable action) {
    sent.clear();
    action.run();
    return List.copyOf(sent);
  }

  private String said() {
    return store.state().notice().map(Notice::said).map(Texts.english()::say).orElse("");
  }

  // ---- from the state to the trainer

  @Test
  void aRunBeginsWithItsPaceAndWaits() {
    assertThat(sent)
        .containsExactly(
            new Command.Begin(iris, training().run()), new Command.Pace(training().pace()));
  }

  private static Action byHand(double before, double after) {
    return new Action.SetByHand(
        new Command.SetWeight(0, 1, 2, after),
        new Command.SetWeight(0, 1, 2, before),
        Message.of("train.done.weight", 2, 3, 1));
  }

  @Test
  void aWeightSetByHandIsUndoneInTurnWithChangesOfTheSetup() {
    TrainingSetup slower = SetupEdits.with(iris, new Optimizer.Adam(0.002));
    assertThat(
            sentBy(() -> {
              store.dispatch(byHand(0.5, 6));
              store.dispatch(new Action.ChangeSetup(slower, Message.of("train.done.rate")));
              store.dispatch(byHand(6.25, 7));
            }))
        .containsExactly(
            new Command.SetWeight(0, 1, 2, 6),
            new Command.Change(slower),
            new Command.SetWeight(0, 1, 2, 7));
    assertThat(sentBy(() -> store.dispatch(new Action.Undo())))
        .containsExactly(new Command.SetWeight(0, 1, 2, 6.25));
    assertThat(said()).isEqualTo("Undone: Weight from 2 to 3 of layer 1");
    assertThat(sentBy(() -> store.dispatch(new Action.Undo())))
        .containsExactly(new Command.Change(iris));
    assertThat(sentBy(() -> store.dispatch(new Action.Undo())))
        .containsExactly(new Command.SetWeight(0, 1, 2, 0.5));
    assertThat(store.state().undoable()).isEmpty();
    assertThat(
            sentBy(() -> {
              for (int all = 0; all < 3; all++) {
                store.dispatch(new Action.Redo());
              }
            }))
        .containsExactly(
            new Command.SetWeight(0, 1, 2, 6),
            new Command.Change(slower),
            new Command.SetWeight(0, 1, 2, 7));
    assertThat(store.state().redoable()).isEmpty();
  }

  @Test
  void whatWasSetByHandIsForgottenWithItsRunAndNotRedoneAfterAnotherChange() {
    store.dispatch(byHand(0.5, 6));
    store.dispatch(new Action.Undo());
    TrainingSetup slower = SetupEdits.with(iris, new Optimizer.Adam(0.002));
    store.dispatch(new Action.ChangeSetup(slower, Message.of("train.done.rate")));
    assertThat(store.state().redoable()).isEmpty();
    store.dispatch(byHand(0.5, 6));
    store.dispatch(new Action.SameStart());
    assertThat(store.state().undoable()).contains(Message.of("train.done.rate"));
  }

  @Test
  void onlyWhatChangedIsSent() {
    TrainingSetup slower = SetupEdits.with(iris, new Optimizer.Adam(0.002));
    assertThat(
            sentBy(() -> {
              store.dispatch(new Action.ShowLayer(0));
              store.dispatch(new Action.ScaleLosses(true));
              store.dispatch(new Action.TrainAt(10));
              store.dispatch(new Action.Train(true));
              store.dispatch(new Action.ChangeSetup(slower, Message.of("train.done.rate")));
            }))
        .containsExactly(new Command.Pace(10), new Command.Play(true), new Command.Change(slower));
  }

  @Test
  void anotherNetworkBeginsAnewAndTrainsOnWhereItTrained() {
    store.dispatch(new Action.Train(true));
    TrainingSetup wider = SetupEdits.withHidden(iris, List.of(3));
    assertThat(
            sentBy(() ->
                store.dispatch(new Action.ChangeSetup(wider, Message.of("train.done.hidden")))))
        .containsExactly(
            new Command.Begin(wider, training().run()),
            new Command.Pace(training().pace()),
            new Command.Play(true));
  }

  @Test
  void aSingleStepEndsWhatRan() {
    store.dispatch(new Action.Train(true));
    assertThat(sentBy(() -> run.once(new Command.OneBatch())))
        .containsExactly(new Command.Play(false), new Command.OneBatch());
    assertThat(training().playing()).isFalse();
  }

  @Test
  void anEpochThatRunsIsPausedAndNothingElseIs() {
    run.once(new Command.OneEpoch());
    run.take(after(2, RUNNING));
    assertThat(sentBy(run::toggle)).containsExactly(new Command.Play(false));
    assertThat(training().playing()).isFalse();
    run.take(after(2, PAUSED));
    assertThat(sentBy(run::toggle)).containsExactly(new Command.Play(true));
    assertThat(training().playing()).isTrue();
  }

  // ---- from the trainer to the screen and the state

  @Test
  void anEvaluationOfAnEarlierRunIsNotShown() {
    Evaluation earlier = after(3, FINISHED);
    store.dispatch(new Action.SameStart());
    run.take(earlier);
    assertThat(seen).isEmpty();
    assertThat(said()).isEmpty();
    Evaluation present = after(0, PAUSED);
    run.take(present);
    assertThat(seen).containsExactly(present);
  }

  @Test
  void anEndIsSaidOnceAndOnlyByAnEvaluationThatObeyedEverything() {
    store.dispatch(new Action.Train(true));
    run.take(evaluation(training().run(), sent.size() - 1, 12, FINISHED));
    assertThat(seen).hasSize(1);
    assertThat(said()).isEmpty();
    assertThat(training().playing()).isTrue();
    run.take(after(12, FINISHED));
    assertThat(said()).isEqualTo("The epoch is done: Train goes on for as many again.");
    assertThat(training().playing()).isFalse();
    store.dispatch(new Action.Train(false));
    run.take(after(12, FINISHED));
    assertThat(said()).isEmpty();
  }

  @Test
  void anEndLikeTheOneBeforeIsSaidAgainWhereTrainingWasToGoOn() {
    store.dispatch(new Action.Train(true));
    run.take(after(12, FINISHED));
    store.dispatch(new Action.Train(true));
    assertThat(said()).isEmpty();
    run.take(after(24, FINISHED));
    assertThat(said()).isEqualTo("All 2 epochs are done: Train goes on for as many again.");
  }

  @Test
  void aDivergenceIsSaidAndASlowerRunOffered() {
    store.dispatch(new Action.Train(true));
    run.take(after(2, new Status.Diverged(3, 0.01)));
    assertThat(said()).startsWith("Step 3 would have left the finite numbers").contains("0.01");
    assertThat(training().playing()).isFalse();
    Notice.Choice slower = store.state().notice().orElseThrow().choices().getFirst();
    assertThat(Texts.english().say(slower.label())).isEqualTo("Same start with η = 0.001");
    long number = training().run();
    store.dispatch(new Action.Answer(slower));
    assertThat(training().setup().plan().optimizer()).isEqualTo(new Optimizer.Adam(0.001));
    assertThat(training().setup().lesson().layers()).isEqualTo(iris.lesson().layers());
    assertThat(training().run()).isGreaterThan(number);
    assertThat(training().playing()).isTrue();
    assertThat(store.state().notice()).isEmpty();
  }

  // ---- into Explore

  @Test
  void aStepThatIsCertainIsOpenedAfterThePresentWork() {
    Evaluation last = after(1, PAUSED);
    run.take(last);
    Action choose = new Action.Choose(new Operand(1, MatrixSymbol.DW), new Cell(0, 2));
    assertThat(sentBy(() -> run.openStep(Optional.of(choose)))).isEmpty();
    assertThat(opened).isEmpty();
    later.forEach(Runnable::run);
    assertThat(opened)
        .containsExactly(new Opened(last.trace(), step(1), false, Optional.of(choose)));
  }

  @Test
  void aStepOfARunThatTrainsIsOpenedOnceItStandsStill() {
    store.dispatch(new Action.Train(true));
    run.take(after(5, RUNNING));
    run.openStep(Optional.empty());
    run.openStep(Optional.empty());
    assertThat(sent.getLast()).isEqualTo(new Command.Play(false));
    assertThat(training().playing()).isFalse();
    run.take(evaluation(training().run(), sent.size() - 1, 6, PAUSED));
    assertThat(later).isEmpty();
    Evaluation still = after(7, PAUSED);
    run.take(still);
    run.take(still);
    later.forEach(Runnable::run);
    assertThat(opened).containsExactly(new Opened(still.trace(), step(7), true, Optional.empty()));
  }

  @Test
  void aStepOfAnEpochThatRunsDoesNotTrainOnAfterwards() {
    run.once(new Command.OneEpoch());
    run.take(after(5, RUNNING));
    assertThat(sentBy(() -> run.openStep(Optional.empty())))
        .containsExactly(new Command.Play(false));
  }

  @Test
  void aStepWaitsForTheLastCommand() {
    run.take(after(0, PAUSED));
    run.send(new Command.SetWeight(0, 0, 0, 6));
    run.openStep(Optional.empty());
    assertThat(later).isEmpty();
    run.take(after(0, PAUSED));
    assertThat(later).hasSize(1);
  }

  @Test
  void whoTrainsOnOrBeginsAnewWantsNoStepAnyMore() {
    run.take(after(0, PAUSED));
    run.send(new Command.SetWeight(0, 0, 0, 6));
    run.openStep(Optional.empty());
    run.toggle();
    run.take(after(3, PAUSED));
    assertThat(later).isEmpty();
    run.send(new Command.SetWeight(0, 0, 0, 6));
    run.openStep(Optional.empty());
    store.dispatch(new Action.SameStart());
    run.take(after(0, PAUSED));
    assertThat(later).isEmpty();
  }

  @Test
  void theTrainerIsToldWhatMultiplies() {
    assertThat(sentBy(() -> run.follow(new Backend.Sought())))
        .containsExactly(new Command.Multiply(Optional.empty()));
    Optional<Blas> blas = MachineBlas.ofSystem().blas();
    assumeTrue(blas.isPresent(), "No BLAS here");
    assertThat(sentBy(() -> run.follow(new Backend.OnBlas(blas.get()))))
        .containsExactly(new Command.Multiply(blas));
    assertThat(sentBy(() -> run.follow(new Backend.Own())))
        .containsExactly(new Command.Multiply(Optional.empty()));
  }
}
