package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.training.Command;
import org.gradloom.training.TrainingSetup;

/** What each action on the Train screen does, as a pure function. */
final class TrainingReducer {
  /** Steps a second at first: a small network is then learnt in seconds, not at once. */
  private static final double USUAL_PACE = 1000;

  private TrainingReducer() {}

  static AppState reduce(AppState state, Action.OfTraining action) {
    return switch (action) {
      case Action.Show(Screen screen)
          when screen == Screen.TRAIN
              && state.screen() == Screen.EXPLORE
              && state.hasWeightsForRun() ->
          show(state, screen).saying(leftBehind());
      case Action.Show(var screen) -> show(state, screen);
      case Action.OpenSetup(var setup, var origin) -> {
        AppState opened =
            still(state)
                .with(
                    Training.opened(
                        setup,
                        origin,
                        state.training().map(Training::run).orElse(0L) + 1,
                        state.training().map(Training::pace).orElse(USUAL_PACE)))
                .with(Screen.TRAIN)
                .quiet();
        yield missing(setup).map(opened::saying).orElse(opened);
      }
      case Action.ChangeSetup(var setup, var done) ->
          state
              .quiet()
              .onTraining(training -> {
                Document document = training.document();
                return training
                    .with(training.byHand().withoutUndone())
                    .at(document.with(document.history().commit(setup.lesson(), done)), setup);
              });
      case Action.TryAgain(var setup, var done) ->
          reduce(state, new Action.ChangeSetup(setup, done))
              .onTraining(changed -> changed.rewound().playing(true));
      case Action.SameStart _ -> state.quiet().onTraining(Training::rewound);
      case Action.Train(boolean wanted) ->
          state.quiet().onTraining(training -> training.playing(wanted));
      case Action.Stopped(long run) ->
          state.onTraining(training -> training.run() == run ? training.playing(false) : training);
      case Action.TrainAt(double pace) -> state.onTraining(training -> training.at(pace));
      case Action.ShowLayer(int layer) -> state.onTraining(training -> training.showing(layer));
      case Action.SetByHand(var set, var back, var done) ->
          state
              .quiet()
              .onTraining(training -> {
                int gestures = training.document().history().gestures();
                return training.with(
                    training.byHand().with(new ByHand.Change(set, back, done, gestures)));
              });
      case Action.TakeBack _ -> takeBack(state);
      case Action.Keep(var run) ->
          state.onTraining(training -> training.with(training.chart().keeping(run)));
      case Action.NameKept(int run, String name) ->
          state.onTraining(training -> training.with(training.chart().naming(run, name)));
      case Action.Forget(int run) ->
          state.onTraining(training -> training.with(training.chart().forgetting(run)));
      case Action.ScaleLosses(boolean logarithmic) ->
          state.onTraining(
              training -> training.with(training.chart().withLogarithmic(logarithmic)));
      case Action.OpenStep(var derivation, var origin, boolean trains) ->
          Reducer.opened(
              state.onTraining(training -> training.playing(trains).waiting()), derivation, origin);
    };
  }

  /** What was changed of a step that its run knows nothing of. */
  private static Notice leftBehind() {
    return new Notice(Message.of("train.leftBehind"), false)
        .offering(
            new Notice.Choice(
                Optional.empty(), Message.of("train.takeBack"), new Action.TakeBack()));
  }

  private static AppState takeBack(AppState state) {
    History step = state.explore().document().history();
    List<Layer> before = step.first().withoutMasks().layers();
    List<Layer> edited = step.present().withoutMasks().layers();
    if (!state.hasWeightsForRun()) {
      return state;
    }
    if (!network(before).equals(network(edited))) {
      return state.saying(new Notice(Message.of("train.otherNetwork"), true));
    }
    Message done = Message.of("train.done.takenBack");
    return reduce(
            show(state, Screen.TRAIN),
            new Action.SetByHand(new Command.SetLayers(edited), new Command.ResetLayers(), done))
        .saying(new Notice(Message.of("train.takenBack"), false));
  }

  /** All of the layers but the numbers in them. */
  private static List<Object> network(List<Layer> layers) {
    return layers.stream()
        .<Object>map(layer -> List.of(layer.w().shape(), layer.hasBias(), layer.activation()))
        .toList();
  }

  /** Explore does not play behind another screen. */
  private static AppState still(AppState state) {
    return state.with(state.explore().playing(false));
  }

  /** Who leaves the Train screen finds it as it was; until then it waits. */
  static AppState show(AppState state, Screen screen) {
    switch (screen) {
      case START, EXPLORE, TRAIN, PRACTICE, SPEED -> {}
      case SUMMARY ->
          throw new InvalidInput("screen.notYet", Message.of("screen." + screen.name()));
    }
    if (screen == state.screen() || (screen == Screen.TRAIN && state.training().isEmpty())) {
      return state;
    }
    AppState left = screen == Screen.EXPLORE ? state : still(state);
    return left.onTraining(screen == Screen.TRAIN ? Training::back : Training::waiting)
        .with(screen)
        .movedOn();
  }

  /** What is said of a setup whose table is not there. */
  private static Optional<Notice> missing(TrainingSetup setup) {
    return setup
        .missingTable()
        .map(table -> Message.of("train.tableMissing", Quote.of(FileName.of(table.file()))))
        .map(said -> new Notice(said, true));
  }

  /** After undo or redo of a change of the setup. */
  static AppState moved(AppState state, History history) {
    return state.onTraining(training ->
        training.at(training.document().with(history), training.setup(history.present())));
  }
}
