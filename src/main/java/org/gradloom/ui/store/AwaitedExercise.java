package org.gradloom.ui.store;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.text.Message;

/** Draws, away from the window's thread, the exercise that the state asks for. */
public final class AwaitedExercise {
  private final Store store;
  private final Background background;
  private final Function<Request, Exercise> draw;
  private final Clock clock;

  /** Whatever is asked for from now on is drawn in the background. */
  public static void drawn(
      Store store, Background background, Function<Request, Exercise> draw, Clock clock) {
    AwaitedExercise awaited = new AwaitedExercise(store, background, draw, clock);
    store.select(state -> state.practice().wanted(), awaited::await);
  }

  private AwaitedExercise(
      Store store, Background background, Function<Request, Exercise> draw, Clock clock) {
    this.store = store;
    this.background = background;
    this.draw = draw;
    this.clock = clock;
  }

  private void await(Optional<Request> wanted) {
    Optional<Exercise> ready = ofPack(store.state().practice());
    wanted.ifPresent(request ->
        background.run(
            () -> ready.orElseGet(() -> draw.apply(request)),
            exercise -> store.dispatch(new Action.TakeExercise(request, exercise, clock.instant())),
            wrong -> tell(request, wrong)));
  }

  /** Those of a pack are drawn already. */
  private static Optional<Exercise> ofPack(PracticeState practice) {
    return practice.plan() instanceof Plan.OfPack pack
            && practice.done().size() < pack.exercises().size()
        ? Optional.of(pack.exercises().get(practice.done().size()))
        : Optional.empty();
  }

  private void tell(Request request, Message wrong) {
    store.dispatch(new Action.GiveUpExercise(request));
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }
}
