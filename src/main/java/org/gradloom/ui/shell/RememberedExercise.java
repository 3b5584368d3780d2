package org.gradloom.ui.shell;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.ExerciseFile;
import org.gradloom.files.LearnerFile;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.LeftExercise;
import org.gradloom.practice.Request;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.PracticeState.Work;
import org.gradloom.ui.store.Store;

/** The exercise outside packs that a learner is at, from one start to the next. */
final class RememberedExercise {
  private final ExerciseFile file;
  private final Latest<Optional<LeftExercise>> latest;

  private Optional<LeftExercise> kept = Optional.empty();

  /**
   * @param away writes it
   * @param soon runs what it is given after a moment
   * @param notKept told, by {@code away}, why it could not be written
   */
  RememberedExercise(ExerciseFile file, Executor away, Executor soon, Consumer<Message> notKept) {
    this.file = file;
    this.latest = new Latest<>(away, soon, now -> file.add(now).ifPresent(notKept));
  }

  /** Goes on with the one that an earlier window left, unless another is begun by then. */
  void resume(Store store, Background background, Exercises exercises, Clock clock) {
    background.run(
        () -> {
          LearnerFile.Kept<Optional<LeftExercise>> found = file.load();
          Optional<Work> work =
              found
                  .held()
                  .map(left ->
                      Work.of(
                          left.at(exercises.draw(Request.of(left.draw()))),
                          left.answered().draft(),
                          clock.instant()));
          return new LearnerFile.Kept<>(work, found.fault());
        },
        found -> {
          found.held().map(Action.ResumeExercise::new).ifPresent(store::dispatch);
          found.fault().ifPresent(wrong -> tell(store, wrong));
        },
        wrong -> tell(store, wrong));
  }

  private static void tell(Store store, Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }

  /** Takes the exercise that the learner is at now. */
  void keep(Optional<LeftExercise> now) {
    if (!now.equals(kept)) {
      kept = now;
      latest.keepSoon(now);
    }
  }

  /** Forgets it. */
  void erase() {
    latest.keep(Optional.empty());
  }

  /** The window is closed. */
  void close() {
    latest.flush();
  }
}
