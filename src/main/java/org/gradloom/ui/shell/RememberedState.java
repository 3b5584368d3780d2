package org.gradloom.ui.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gradloom.files.PracticeFile;
import org.gradloom.files.ProgressFile;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.SpeedState;
import org.gradloom.ui.store.StartContents;
import org.gradloom.ui.store.Store;

/**
 * The state as earlier windows left it, and what of it is kept for later ones: settings, progress
 * in the lessons, practice.
 */
final class RememberedState {
  private final Clock clock;
  private final RememberedSettings settings;
  private final RememberedProgress progress;
  private final RememberedPractice practised;

  /**
   * Reads what was left.
   *
   * @param away writes what changes
   * @param notKept told, by {@code away}, why something could not be written
   */
  RememberedState(Surroundings surroundings, Executor away, Consumer<Message> notKept) {
    this.clock = surroundings.clock();
    this.settings = new RememberedSettings(surroundings.preferences(), away, notKept);
    this.progress =
        new RememberedProgress(ProgressFile.beside(surroundings.preferences()), away, notKept);
    this.practised =
        new RememberedPractice(PracticeFile.beside(surroundings.preferences()), away, notKept);
  }

  RememberedSettings settings() {
    return settings;
  }

  /** What a window begins with that opens this document. */
  AppState opened(StartupDocument first) {
    return AppState.opened(first.derivation(), first.origin(), settings.view())
        .with(StartContents.EMPTY.with(progress.progress()))
        .with(PracticeState.begun(practised.practised(), seedOfToday()))
        .with(SpeedState.begun().with(settings.backend()))
        .with(settings.look());
  }

  /** Exercises of a kind that is met today begin here, so that two learners may compare notes. */
  private long seedOfToday() {
    LocalDate today = LocalDate.now(clock);
    return (today.getYear() * 100L + today.getMonthValue()) * 100 + today.getDayOfMonth();
  }

  /** Why something that was left could not be read. */
  Stream<Message> faults() {
    return Stream.of(practised.fault(), progress.fault()).flatMap(Optional::stream);
  }

  /** Where the lesson that is opened was left, if it was. */
  Optional<Action> beatLeft(Origin origin) {
    return origin
        .remembered()
        .flatMap(progress.progress()::of)
        .map(reached -> new Action.ToBeat(reached.beat() - 1));
  }

  /** Keeps what the store comes to from now on. */
  void keep(Store store) {
    store.select(state -> state.explore().view(), settings::keep);
    store.select(AppState::look, settings::keep);
    store.select(state -> state.speed().backend(), settings::keep);
    store.select(AppState::screen, settings::keep);
    store.select(
        state -> state.training().map(training -> training.document().origin()),
        trained -> trained.ifPresent(settings::keepTraining));
    store.select(state -> state.start().progress(), progress::keep);
    store.select(state -> state.practice().mastery(), practised::keep);
  }

  /** Looks for what was worked for in other windows since. */
  void follow(Store store, Background background) {
    progress.follow(background, found -> store.dispatch(new Action.TakeProgress(found)));
    practised.follow(background, found -> store.dispatch(new Action.TakeMastery(found)));
  }
}
