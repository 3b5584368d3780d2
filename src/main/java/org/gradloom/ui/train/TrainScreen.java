package org.gradloom.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.blas.BlasSearch;
import org.gradloom.blas.MachineBlas;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Evaluator;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.training.Trainer;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.keys.KeyOwner;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Backend;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;

/**
 * The Train screen: the setup at the left, network and losses in the middle, what the network says
 * at the right. It fetches one evaluation a frame and hands it to all panes, so that all numbers
 * shown at a time are of one moment of the present run; a {@link RunController} says which those
 * are.
 */
public final class TrainScreen extends BorderPane implements AutoCloseable {
  /** The width in em that each side needs beside the network. */
  private static final double LEFT_FROM = 70;

  private static final double RIGHT_FROM = 56;

  private final Texts texts;
  private final Trainer trainer = new Trainer();
  private final Evaluator evaluator = new Evaluator(trainer);
  private final RunController run;
  private final Label watch = new Label();
  private final NoticeCard notice;
  private final SetupPanel setup;
  private final NetworkPane network;
  private final CurvePane curves;
  private final GradientSizes gradients;
  private final AnswerPane answers;
  private final TrainBar bar;
  private final ScreenSides sides;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          evaluator.poll().ifPresent(run::take);
        }
      };

  /** What the window around the screen does for it. */
  public interface Host {
    /** Asks the user for a file of his. */
    Optional<Path> csvToOpen();

    /**
     * Asks how a table is read.
     *
     * @param table whose rows are a table
     * @param use takes the samples if the table is used
     */
    void askAbout(DataSource table, Consumer<PreparedData> use);

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
   * @param blas looked for when training is to take its products
   * @param noticeStays how long a notice is shown that asks for nothing
   * @param host what only the window can do
   */
  public TrainScreen(
      Store store,
      Texts texts,
      Background background,
      MachineBlas blas,
      Duration noticeStays,
      Host host) {
    this.texts = texts;
    this.notice = new NoticeCard(store, texts, noticeStays);
    this.run =
        new RunController(store, trainer::send, this::show, host::openStep, background.window());
    this.setup = new SetupPanel(store, texts, background, host);
    setup.getStyleClass().addAll("side-panel", "left-side");
    setup.setMinHeight(USE_PREF_SIZE);
    this.network = new NetworkPane(store, texts, run, this::look);
    this.curves = new CurvePane(store, texts);
    this.gradients = new GradientSizes(texts);
    this.answers = new AnswerPane(store, texts);
    this.bar = new TrainBar(store, texts, run);
    setId("train");
    VBox right = new VBox(answers);
    right.getStyleClass().addAll("side-panel", "right-side");
    answers.setMaxHeight(USE_PREF_SIZE);
    VBox.setVgrow(answers, Priority.ALWAYS);
    NoticePlace withNotice = new NoticePlace(middle(), right, notice);
    this.sides =
        new ScreenSides(
            store,
            this,
            new ScreenSides.Side("train-left", setup, LEFT_FROM),
            withNotice,
            new ScreenSides.Side("train-right", right, RIGHT_FROM));
    setBottom(bar);
    ScreenRoom.watch(this, room -> sides.setWidth(room.getWidth()));
    store.select(
        state -> state.speed().backend(), backend -> show(backend, store, background, blas));
    store.select(AppState::training, training -> training.ifPresent(this::show));
    store.select(AppState::screen, this::watch);
    store.select(state -> state.notice(Screen.TRAIN), notice::show);
    addEventHandler(KeyEvent.KEY_PRESSED, notice::closeByKey);
  }

  private Node middle() {
    watch.setId("train-watch");
    watch.getStyleClass().add("stage-subtitle");
    watch.setMaxWidth(Double.MAX_VALUE);
    watch.setWrapText(true);
    watch.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(network, Priority.ALWAYS);
    HBox.setHgrow(curves, Priority.ALWAYS);
    HBox below = new HBox(curves, gradients);
    below.getStyleClass().add("loss-pane");
    VBox middle = new VBox(watch, network, below);
    middle.getStyleClass().addAll("stage", "train-middle");
    ScrollPane scroll = new LiveScroll(middle);
    scroll.setId("train-middle");
    scroll.getStyleClass().add("stage-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /** What stands beside the network. */
  public ScreenSides sides() {
    return sides;
  }

  // ---- the state

  /** Numbers are fetched only while they are seen. */
  private void watch(Screen shown) {
    switch (shown) {
      case TRAIN -> frames.start();
      case START, EXPLORE, PRACTICE, SPEED, SUMMARY -> frames.stop();
    }
  }

  private void show(Training training) {
    if (run.follow(training)) {
      network.clear();
      curves.clear();
      gradients.clear();
      answers.clear();
    }
    setup.show(training);
    network.show(training);
    curves.show(training);
    answers.show(training);
    bar.show(training);
    watch.setText(
        training.document().origin() instanceof Origin.BuiltIn(var id)
                && !training.document().isChanged()
            ? texts.get("preset." + id + ".watch")
            : texts.get("train.watch"));
  }

  private void show(Backend backend, Store store, Background background, MachineBlas blas) {
    if (backend instanceof Backend.Sought) {
      background.run(
          blas::search,
          found -> store.dispatch(new Action.TakeBlas(found)),
          refused -> store.dispatch(new Action.TakeBlas(new BlasSearch.None(List.of(refused)))));
    }
    run.follow(backend);
    setup.show(backend);
  }

  /** All that is seen at a time is from one evaluation. */
  private void show(Evaluation evaluation) {
    network.show(evaluation);
    curves.show(evaluation);
    gradients.show(evaluation);
    answers.show(evaluation);
    bar.show(evaluation.snapshot());
  }

  /** What a unit answers is shown large while it is pointed at; inputs answer themselves. */
  private void look(Optional<NetworkMap.Unit> unit) {
    unit.filter(of -> of.column() > 0)
        .ifPresentOrElse(of -> answers.look(of.column() - 1, of.index()), answers::lookAway);
  }

  // ---- keys

  /** Brings the focus to the notice, or back from there. */
  public void toggleNoticeFocus() {
    notice.toggleFocus();
  }

  /** Takes a key that trains, wherever in the window the focus is. */
  public void train(KeyEvent key, KeyOwner owner) {
    owner
        .meant(Shortcut.OfTraining.values(), key)
        .ifPresent(meant -> {
          switch (meant) {
            case TRAIN -> run.toggle();
            case ONE_BATCH -> run.once(new Command.OneBatch());
            case ONE_EPOCH -> run.once(new Command.OneEpoch());
          }
          key.consume();
        });
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
    evaluator.close();
  }
}
