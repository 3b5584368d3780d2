package org.gradloom.ui.store;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Runs what takes a while away from the window's thread.
 *
 * @param away runs the work
 * @param window runs what comes of it, on the window's thread
 */
public record Background(Executor away, Executor window) {
  /** Runs the work, then one of the two: what to do with its result, or with what was refused. */
  public <T> void run(Supplier<T> work, Consumer<T> then, Consumer<Message> refused) {
    away.execute(() -> {
      try {
        T result = work.get();
        window.execute(() -> then.accept(result));
      } catch (InvalidInput wrong) {
        window.execute(() -> refused.accept(wrong.said()));
      }
    });
  }
}
