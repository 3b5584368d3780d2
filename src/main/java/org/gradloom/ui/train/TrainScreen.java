package org.gradloom.ui.train;

import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.engine.Trace;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Evaluator;
import org.gradloom.training.Preset;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.Snapshot;
import org.gradloom.training.Status;
import org.gradloom.training.Trainer;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.NoticeLine;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Screen;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/**
 * The Train screen: the setup at the left, network and losses in the middle, what the network says
 * at the right. It sends commands to a trainer and fetches one observation a frame; all numbers
 * shown at a time are from one observation of the present run.
 */
public final class TrainScreen extends BorderPane implements AutoCloseable {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /** In widths of the font: below, the sides give way to the middle. */
  private static final double NARROW_BELOW = 86;

  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

  /** Above, pictures grow. */
  private static final double WIDE_ABOVE = 118;

  private final Store store;
  private final Texts texts;
  private final Window window;
  private final Trainer trainer = new Trainer();
  private final Evaluator observer = new Evaluator(trainer);
  private final Label watch = new Label();
  private final NoticeLine notice = new NoticeLine();
  private final Button slower = new Button();
  private final SetupPanel setup;
  private final NetworkPane network;
  private final LossPane losses;
  private final AnswerPane answers;
  private final TrainBar bar;
  private final MetricCurves scores = new MetricCurves();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          observer.poll().ifPresent(observation -> TrainScreen.this.show(observation));
        }
      };

  private @Nullable Training told;
  private @Nullable Evaluation seen;
  private Optional<Status> settled = Optional.empty();
  private long sent;

  /** A step that is being opened. */
  private Optional<Opening> opening = Optional.empty();

  /**
   * What is wanted of a step.
   *
   * @param trained whether training went on before
   * @param goal where to go in it
   */
  private record Opening(boolean trained, Optional<NetworkPane.Goal> goal) {}

  /** What the window around the screen does for it. */
  public interface Window {
    /** Asks the user for a file of his. */
    Optional<Path> csvToOpen();

    /** Opens a ready setup, once the present one is safe. */
    void openPreset(Preset preset);

    /**
     * Opens a training step in Explore, once what is open there is safe.
     *
     * @param trains whether training goes on when the user comes back
     * @param then done in Explore at once
     */
    void openStep(Trace step, Origin.FrozenStep origin, boolean trains, Optional<Action> then);
  }

  /**
   * The screen of a store.
   *
   * @param window what only the window can do
   */
  public TrainScreen(Store store, Texts texts, Background background, Window window) {
    this.store = store;
    this.texts = texts;
    this.window = window;
    this.setup = new SetupPanel(store, texts, background, window::csvToOpen, window::openPreset);
    this.network = new NetworkPane(store, texts, this::send, this::openStep, this::look);
    this.losses = new LossPane(store, texts);
    this.answers = new AnswerPane(store, texts);
    this.bar = new TrainBar(store, texts, new Orders());
    setId("train");
    setLeft(leftSide());
    setCenter(middle());
    setRight(answers);
    setBottom(bar);
    widthProperty().subscribe(this::fit);
    watch.fontProperty().subscribe(this::fit);
    store.select(AppState::training, training -> training.ifPresent(this::show));
    store.select(AppState::screen, this::watch);
    store.select(state -> state.notice(Screen.TRAIN), this::tell);
  }

  private void fit() {
    double em = watch.getFont().getSize();
    pseudoClassStateChanged(NARROW, getWidth() < NARROW_BELOW * em);
    pseudoClassStateChanged(WIDE, getWidth() > WIDE_ABOVE * em);
  }

  private Node leftSide() {
    setup.getStyleClass().addAll("side-panel", "left-side");
    setup.setMinHeight(USE_PREF_SIZE);
    ScrollPane side = new ScrollPane(setup);
    side.setId("train-left");
    side.getStyleClass().add("side-scroll");
    side.setFitToWidth(true);
    side.setFitToHeight(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.setFocusTraversable(false);
    return side;
  }

  private Node middle() {
    watch.setId("train-watch");
    watch.getStyleClass().add("stage-subtitle");
    watch.setMaxWidth(Double.MAX_VALUE);
    watch.setWrapText(true);
    watch.setMinHeight(USE_PREF_SIZE);
    slower.setId("train-slower");
    slower.setMinWidth(USE_PREF_SIZE);
    slower.setOnAction(event -> trainSlower());
    NodeVisibility.set(slower, false);
    HBox said = new HBox(notice, slower);
    HBox.setHgrow(notice, Priority.ALWAYS);
    said.getStyleClass().add("said");
    StackPane line = new StackPane(watch, said);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(USE_PREF_SIZE);
    watch.visibleProperty().bind(notice.visibleProperty().not());
    VBox.setVgrow(network, Priority.ALWAYS);
    VBox middle = new VBox(line, network, losses);
    middle.getStyleClass().addAll("stage", "train-middle");
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setId("train-middle");
    scroll.getStyleClass().add("stage-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  // ---- the state

  /** Numbers are fetched only while they are seen. */
  private void watch(Screen shown) {
    switch (shown) {
      case TRAIN -> frames.start();
      case EXPLORE -> frames.stop();
    }
  }

  private void show(Training training) {
    command(told, training);
    boolean another = told == null || told.run() != training.run();
    told = training;
    if (another) {
      seen = null;
      settled = Optional.empty();
      opening = Optional.empty();
      scores.clear();
      network.clear();
      losses.clear();
      answers.clear();
    }
    setup.show(training);
    network.show(training);
    losses.show(training);
    answers.show(training);
    bar.show(training);
    watch.setText(
        training.document().origin() instanceof Origin.BuiltIn(var id)
                && !training.document().isChanged()
            ? texts.get("preset." + id + ".watch")
            : texts.get("train.watch"));
  }

  private void tell(Optional<Notice> present) {
    notice.say(
        present.map(Notice::said).map(texts::say), present.map(Notice::isError).orElse(false));
    boolean diverged =
        present.map(said -> said.said().key().equals("train.diverged")).orElse(false);
    if (!diverged) {
      offerSlower(false);
    }
  }

  /** Tells the trainer what changed; only what is in these commands reaches it. */
  private void command(@Nullable Training before, Training after) {
    if (before == null || before.run() != after.run()) {
      send(new Command.Begin(after.setup(), after.run()));
      send(new Command.Pace(after.pace()));
      if (after.playing()) {
        send(new Command.Play(true));
      }
      return;
    }
    if (!before.setup().equals(after.setup())) {
      send(new Command.Change(after.setup()));
    }
    if (before.pace() != after.pace()) {
      send(new Command.Pace(after.pace()));
    }
    if (before.playing() != after.playing()) {
      send(new Command.Play(after.playing()));
    }
  }

  private void send(Command command) {
    sent++;
    trainer.send(command);
  }

  /** True while steps are taken, be it only for an epoch. */
  private boolean isRunning() {
    Evaluation last = seen;
    return last != null && last.snapshot().status() instanceof Status.Running;
  }

  /** Trains, or pauses whatever runs. */
  private void toggle() {
    boolean playing = store.state().training().map(Training::playing).orElse(false);
    if (!playing && isRunning()) {
      send(new Command.Play(false));
    } else {
      opening = Optional.empty();
      store.dispatch(new Action.Train(!playing));
    }
  }

  /** A single step or epoch; what ran before ends with it. */
  private void once(Command command) {
    store.dispatch(new Action.Train(false));
    send(command);
  }

  // ---- what is seen

  private void show(Evaluation observation) {
    Training training = told;
    if (training == null || observation.snapshot().run() != training.run()) {
      // Of a run that is over.
      return;
    }
    seen = observation;
    scores.add(observation);
    network.show(observation);
    losses.show(observation, scores);
    answers.show(observation);
    bar.show(observation.snapshot());
    if (observation.snapshot().obeyed() == sent) {
      settle(observation, training);
      open(observation);
    }
  }

  /**
   * Takes note of a run that stopped. Only observations as new as the last command count; a stop
   * that looks like the one before it is another one where training was to go on in between.
   */
  private void settle(Evaluation observation, Training training) {
    Status status = observation.snapshot().status();
    boolean stopped = !(status instanceof Status.Running);
    if (stopped && (training.playing() || !Optional.of(status).equals(settled))) {
      end(observation, training);
    }
    settled = Optional.of(status);
  }

  /** A run that stopped by itself, as an observation says that is as new as the last command. */
  private void end(Evaluation observation, Training training) {
    switch (observation.snapshot().status()) {
      case Status.Diverged(long step, double rate) -> {
        stop(training);
        say(Message.of("train.diverged", Numbers.grouped(step), Numbers.format(rate)), true);
        offerSlower(true);
      }
      case Status.Finished _ -> {
        stop(training);
        say(
            Message.of(
                "train.finished",
                Numbers.grouped(observation.snapshot().epochs()),
                observation.snapshot().epochs()),
            false);
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

  private void say(Message sentence, boolean error) {
    store.dispatch(new Action.Tell(new Notice(sentence, error)));
  }

  /** What the bar at the bottom asks for. */
  private final class Orders implements TrainBar.Orders {
    @Override
    public void toggle() {
      TrainScreen.this.toggle();
    }

    @Override
    public void once(Command command) {
      TrainScreen.this.once(command);
    }
  }

  // ---- after a divergence

  /** Weights that have grown so large are of no use at any rate, so the way out is the start. */
  private void offerSlower(boolean offered) {
    NodeVisibility.set(slower, offered);
    if (offered) {
      slower.setText(texts.get("train.slower", Numbers.format(slowerRate())));
    }
  }

  private double slowerRate() {
    return setup().plan().optimizer().learningRate() / 10;
  }

  private TrainingSetup setup() {
    return store.state().training().orElseThrow().setup();
  }

  private void trainSlower() {
    Optimizer optimizer = setup().plan().optimizer();
    store.dispatch(
        new Action.ChangeSetup(
            SetupEdits.with(setup(), optimizer.withRate(slowerRate())),
            Message.of("train.done.rate")));
    store.dispatch(new Action.SameStart());
    store.dispatch(new Action.Train(true));
  }

  /** What a unit answers is shown large while it is pointed at; inputs answer themselves. */
  private void look(Optional<NetworkMap.Unit> unit) {
    unit.filter(of -> of.column() > 0)
        .ifPresentOrElse(of -> answers.look(of.column() - 1, of.index()), answers::lookAway);
  }

  // ---- into Explore

  /** Pauses, and opens the step that would come next as soon as it is certain which that is. */
  private void openStep(Optional<NetworkPane.Goal> goal) {
    Training training = told;
    if (training == null || opening.isPresent()) {
      return;
    }
    opening = Optional.of(new Opening(training.playing(), goal));
    Evaluation last = seen;
    if (training.playing()) {
      store.dispatch(new Action.Train(false));
    } else if (isRunning()) {
      send(new Command.Play(false));
    } else if (last != null && last.snapshot().obeyed() == sent) {
      open(last);
    }
  }

  private void open(Evaluation observation) {
    if (opening.isPresent() && !(observation.snapshot().status() instanceof Status.Running)) {
      Opening wanted = opening.get();
      opening = Optional.empty();
      Optional<Action> then =
          wanted.goal().map(goal -> new Action.Choose(goal.operand(), goal.cell()));
      Snapshot frozen = observation.snapshot();
      Origin.FrozenStep origin = new Origin.FrozenStep(frozen.run(), frozen.steps());
      // A question may have to be answered first, and no frame waits for an answer.
      Platform.runLater(() -> window.openStep(observation.trace(), origin, wanted.trained(), then));
    }
  }

  // ---- keys

  /** Takes a key that trains, wherever in the window the focus is. */
  public void train(KeyEvent key) {
    Node focused = key.getTarget() instanceof Node node ? node : this;
    if (focused instanceof TextInputControl
        || focused instanceof ComboBoxBase<?>
        || key.isAltDown()
        || key.isMetaDown()
        || key.isControlDown()) {
      return;
    }
    switch (key.getCode()) {
      case SPACE -> {
        if (!(focused instanceof ButtonBase)) {
          toggle();
          key.consume();
        }
      }
      case N -> {
        once(key.isShiftDown() ? new Command.OneEpoch() : new Command.OneBatch());
        key.consume();
      }
      default -> {}
    }
  }

  /** Puts the focus where Space trains. */
  @Override
  public void requestFocus() {
    bar.requestFocus();
  }

  /** Ends the threads. */
  @Override
  public void close() {
    frames.stop();
    trainer.close();
    observer.close();
  }
}
