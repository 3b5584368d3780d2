package org.gradloom.ui.store;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Runs what takes a while away from the window's thread.
 *
 * @param away runs the work
 * @param window runs what comes of it, on the window's thread
 * @param unforeseen what to say of work that failed otherwise than by refusing what it was given,
 *     such as for want of memory
 */
public record Background(Executor away, Executor window, Function<Throwable, Message> unforeseen) {
  /** Runs the work, then one of the two: what to do with its result, or with why there is none. */
  public <T> void run(Supplier<T> work, Consumer<T> then, Consumer<Message> refused) {
    away.execute(() -> {
      T result;
      try {
        result = work.get();
      } catch (InvalidInput wrong) {
        window.execute(() -> refused.accept(wrong.said()));
        return;
      } catch (RuntimeException | Error failure) {
        Message said = unforeseen.apply(failure);
        window.execute(() -> refused.accept(said));
        return;
      }
      window.execute(() -> then.accept(result));
    });
  }
}
