package org.gradloom.ui.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Lesson;

/**
 * Computes, away from the window's thread, the matrices that the state awaits. Where numbers change
 * faster than they are computed, only the newest are; what comes too late is left out by the state
 * itself.
 */
public final class AwaitedNumbers {
  private final Store store;
  private final Background background;
  private final Function<Lesson, Derivation> derive;
  private final AtomicReference<Optional<Lesson>> newest = new AtomicReference<>(Optional.empty());

  /** Whatever is awaited from now on is computed in the background. */
  public static void computed(Store store, Background background) {
    computed(store, background, Derivation::of);
  }

  static void computed(Store store, Background background, Function<Lesson, Derivation> derive) {
    store.select(
        state -> state.explore().awaited(), new AwaitedNumbers(store, background, derive)::await);
  }

  private AwaitedNumbers(Store store, Background background, Function<Lesson, Derivation> derive) {
    this.store = store;
    this.background = background;
    this.derive = derive;
  }

  private void await(Optional<Lesson> awaited) {
    newest.set(awaited);
    awaited.ifPresent(lesson ->
        background.run(
            () -> deriveIfNewest(lesson),
            known -> known.ifPresent(derivation -> store.dispatch(new Action.Computed(derivation))),
            why -> store.dispatch(new Action.NotComputed(lesson, why))));
  }

  private Optional<Derivation> deriveIfNewest(Lesson lesson) {
    return Optional.of(lesson).equals(newest.get())
        ? Optional.of(derive.apply(lesson))
        : Optional.empty();
  }
}
