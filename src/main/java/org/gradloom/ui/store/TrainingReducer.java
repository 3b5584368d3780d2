package org.gradloom.ui.store;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradloom.lesson.History;

/** What each action on the Train screen does, as a pure function. */
final class TrainingReducer {
  /** Steps a second at first: a small network is then learnt in seconds, not at once. */
  private static final double USUAL_PACE = 1000;

  private TrainingReducer() {}

  static AppState reduce(AppState state, Action.OfTraining action) {
    return switch (action) {
      case Action.Show(var screen) -> show(state, screen);
      case Action.OpenSetup(var setup, var origin) ->
          still(state)
              .with(
                  Training.opened(
                      setup,
                      origin,
                      state.training().map(Training::run).orElse(0L) + 1,
                      state.training().map(Training::pace).orElse(USUAL_PACE)))
              .with(Screen.TRAIN)
              .with(Optional.<Notice>empty());
      case Action.ChangeSetup(var setup, var done) ->
          on(
              quiet(state),
              training -> {
                Document document = training.document();
                return training.at(
                    document.with(document.history().commit(setup.lesson(), done)), setup);
              });
      case Action.SameStart _ -> on(quiet(state), Training::rewound);
      case Action.Train(boolean wanted) -> on(quiet(state), training -> training.playing(wanted));
      case Action.Stopped(long run) ->
          on(state, training -> training.run() == run ? training.playing(false) : training);
      case Action.TrainAt(double pace) -> on(state, training -> training.at(pace));
      case Action.ShowLayer(int layer) -> on(state, training -> training.showing(layer));
      case Action.Keep(var losses) -> on(state, training -> training.keeping(losses));
      case Action.OpenStep(var derivation, boolean trains) ->
          Reducer.opened(
              on(state, training -> training.playing(trains).waiting()),
              derivation,
              new Origin.Unsaved());
    };
  }

  /** Explore does not play behind another screen. */
  private static AppState still(AppState state) {
    return state.with(new Playback(false, state.playback().speed()));
  }

  /** What was said of an earlier action is over. */
  private static AppState quiet(AppState state) {
    return state.with(Optional.<Notice>empty());
  }

  private static AppState on(AppState state, UnaryOperator<Training> change) {
    return state.training().map(training -> state.with(change.apply(training))).orElse(state);
  }

  /** Who leaves the Train screen finds it as it was; until then it waits. */
  private static AppState show(AppState state, Screen screen) {
    if (screen == state.screen() || state.training().isEmpty()) {
      return state;
    }
    AppState left = screen == Screen.TRAIN ? still(state) : state;
    return on(left, screen == Screen.TRAIN ? Training::back : Training::waiting)
        .with(screen)
        .with(Optional.<Notice>empty());
  }

  /** After undo or redo of a change of the setup. */
  static AppState moved(AppState state, History history) {
    return on(
        state,
        training ->
            training.at(training.document().with(history), training.setup(history.present())));
  }
}
