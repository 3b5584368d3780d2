package org.gradloom.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.engine.Trace;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.Message;
import org.gradloom.training.Command;
import org.gradloom.training.Evaluation;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.Snapshot;
import org.gradloom.training.Status;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Backend;
import org.gradloom.ui.store.ByHand;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state and the trainer together: tells the trainer what changed, decides which of its
 * evaluations are of the present run, and takes note of a run that stopped by itself. What follows
 * from a command waits for an evaluation that has obeyed it.
 *
 * <p>It knows no toolkit. It is called on one thread, and never waits.
 */
final class RunController {

  private final Store store;
  private final Consumer<Command> trainer;
  private final Consumer<Evaluation> view;
  private final StepOpener opener;
  private final Executor later;

  private @Nullable Training followed;
  private @Nullable Evaluation last;
  private Optional<Status> settled = Optional.empty();
  private Optional<WantedStep> wanted = Optional.empty();

  /** How many commands the trainer was sent. */
  private long sent;

  /** Opens a training step in Explore. */
  interface StepOpener {
    /**
     * Opens a step, once what is open there is safe.
     *
     * @param trains whether training goes on when the user comes back
     * @param then done in Explore at once
     */
    void open(Trace step, Origin.FrozenStep origin, boolean trains, Optional<Action> then);
  }

  /**
   * A step that is to be opened as soon as it is certain which one comes next.
   *
   * @param trained whether training went on before
   * @param then done in Explore at once
   */
  private record WantedStep(boolean trained, Optional<Action> then) {}

  /**
   * A controller without a run.
   *
   * @param trainer takes commands, and returns at once
   * @param view shows each evaluation of the present run
   * @param later runs what may ask the user something, after the present work is done
   */
  RunController(
      Store store,
      Consumer<Command> trainer,
      Consumer<Evaluation> view,
      StepOpener opener,
      Executor later) {
    this.store = store;
    this.trainer = trainer;
    this.view = view;
    this.opener = opener;
    this.later = later;
  }

  // ---- from the state to the trainer

  /**
   * Tells the trainer what changed; only what is in these commands reaches it.
   *
   * @return true if another run began, of which nothing is known yet
   */
  boolean follow(Training training) {
    Training before = followed;
    followed = training;
    if (before == null || before.run() != training.run()) {
      begin(training);
      return true;
    }
    change(before, training);
    return false;
  }

  private void begin(Training training) {
    last = null;
    settled = Optional.empty();
    wanted = Optional.empty();
    send(new Command.Begin(training.setup(), training.run()));
    send(new Command.Pace(training.pace()));
    if (training.playing()) {
      send(new Command.Play(true));
    }
  }

  private void change(Training before, Training after) {
    if (!before.setup().equals(after.setup())) {
      send(new Command.Change(after.setup()));
    }
    byHand(before.byHand().done(), after.byHand().done());
    if (before.pace() != after.pace()) {
      send(new Command.Pace(after.pace()));
    }
    if (before.playing() != after.playing()) {
      send(new Command.Play(after.playing()));
    }
  }

  /** Sets the weights that were set by hand since, or takes back those that are no longer. */
  private void byHand(List<ByHand.Change> before, List<ByHand.Change> after) {
    for (int last = before.size() - 1; last >= after.size(); last--) {
      send(before.get(last).back());
    }
    for (ByHand.Change change :
        after.subList(Math.min(before.size(), after.size()), after.size())) {
      send(change.set());
    }
  }

  /** Tells the trainer what multiplies. */
  void follow(Backend backend) {
    send(new Command.Multiply(backend.blas()));
  }

  /** Sends a command that is no part of the state. */
  void send(Command command) {
    sent++;
    trainer.accept(command);
  }

  // ---- what the user asks for

  /** Trains, or pauses whatever runs. */
  void toggle() {
    boolean playing = store.state().training().map(Training::playing).orElse(false);
    if (!playing && isRunning()) {
      send(new Command.Play(false));
    } else {
      wanted = Optional.empty();
      store.dispatch(new Action.Train(!playing));
    }
  }

  /** A single step or epoch; what ran before ends with it. */
  void once(Command command) {
    store.dispatch(new Action.Train(false));
    send(command);
  }

  /** To begin again from the same weights at a tenth of the rate, after a divergence. */
  private Notice.Choice trainSlower() {
    TrainingSetup setup = setup();
    Optimizer present = setup.plan().optimizer();
    Optimizer slower = present.withRate(present.learningRate() / 10);
    return new Notice.Choice(
        Optional.empty(),
        Message.of("train.slower", Numbers.format(slower.learningRate())),
        new Action.TryAgain(SetupEdits.with(setup, slower), Message.of("train.done.rate")));
  }

  private TrainingSetup setup() {
    return store.state().training().orElseThrow().setup();
  }

  /** Pauses, and opens the step that would come next as soon as it is certain which that is. */
  void openStep(Optional<Action> then) {
    Training training = followed;
    if (training == null || wanted.isPresent()) {
      return;
    }
    wanted = Optional.of(new WantedStep(training.playing(), then));
    Evaluation seen = last;
    if (training.playing()) {
      store.dispatch(new Action.Train(false));
    } else if (isRunning()) {
      send(new Command.Play(false));
    } else if (seen != null && hasObeyed(seen)) {
      open(seen);
    }
  }

  // ---- from the trainer to the screen and the state

  /** Shows an evaluation and draws the consequences, unless it is of a run that is over. */
  void take(Evaluation evaluation) {
    Training training = followed;
    if (training == null || evaluation.snapshot().run() != training.run()) {
      return;
    }
    last = evaluation;
    view.accept(evaluation);
    if (hasObeyed(evaluation)) {
      settle(evaluation, training);
      open(evaluation);
    }
  }

  /** True if it is as new as the last command. */
  private boolean hasObeyed(Evaluation evaluation) {
    return evaluation.snapshot().obeyed() == sent;
  }

  /** True while steps are taken, be it only for an epoch. */
  private boolean isRunning() {
    Evaluation seen = last;
    return seen != null && isRunning(seen);
  }

  private static boolean isRunning(Evaluation evaluation) {
    return evaluation.snapshot().status() instanceof Status.Running;
  }

  /**
   * Takes note of a run that stopped. A stop that looks like the one before it is another one where
   * training was to go on in between.
   */
  private void settle(Evaluation evaluation, Training training) {
    Optional<Status> status = Optional.of(evaluation.snapshot().status());
    if (!isRunning(evaluation) && (training.playing() || !status.equals(settled))) {
      end(evaluation, training);
    }
    settled = status;
  }

  /** A run that stopped by itself. */
  private void end(Evaluation evaluation, Training training) {
    switch (evaluation.snapshot().status()) {
      case Status.Diverged(long step, double rate) -> {
        stop(training);
        Message wrong = Message.of("train.diverged", Numbers.grouped(step), Numbers.format(rate));
        say(new Notice(wrong, true).offering(trainSlower()));
      }
      case Status.Finished _ -> {
        stop(training);
        long epochs = evaluation.snapshot().epochs();
        say(new Notice(Message.of("train.finished", Numbers.grouped(epochs), epochs), false));
      }
      case Status.Paused _ -> stop(training);
      case Status.Running _ -> {}
    }
  }

  private void stop(Training training) {
    if (training.playing()) {
      store.dispatch(new Action.Stopped(training.run()));
    }
  }

  private void say(Notice notice) {
    store.dispatch(new Action.Tell(notice));
  }

  private void open(Evaluation evaluation) {
    if (wanted.isPresent() && !isRunning(evaluation)) {
      WantedStep step = wanted.get();
      wanted = Optional.empty();
      Snapshot snapshot = evaluation.snapshot();
      Origin.FrozenStep origin = new Origin.FrozenStep(snapshot.run(), snapshot.steps());
      // A question may have to be answered first, and no frame waits for an answer.
      later.execute(() -> opener.open(evaluation.trace(), origin, step.trained(), step.then()));
    }
  }
}
