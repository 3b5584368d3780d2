package org.gradloom.ui.shell;

import java.util.function.Function;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Notice;

/** The window that a start opens: with what was wanted or, where that cannot be shown, without. */
final class FirstWindow {
  private FirstWindow() {}

  /**
   * Opens a window.
   *
   * @param wanted what it is to show
   * @param named whether the user named it; then nothing else will do
   * @param make builds and shows a window
   * @param unforeseen what to say of a failure
   * @throws InvalidInput if there is no window, with the one sentence that says why
   */
  static <W> W open(
      StartupDocument wanted,
      boolean named,
      Function<StartupDocument, W> make,
      Function<Throwable, Message> unforeseen) {
    try {
      return make.apply(wanted);
    } catch (RuntimeException | Error failure) {
      Message why = unforeseen.apply(failure);
      if (named) {
        throw new InvalidInput(why);
      }
      return instead(why, make, unforeseen);
    }
  }

  private static <W> W instead(
      Message why, Function<StartupDocument, W> make, Function<Throwable, Message> unforeseen) {
    try {
      return make.apply(StartupDocument.first(new Notice(why, true)));
    } catch (RuntimeException | Error failure) {
      throw new InvalidInput(unforeseen.apply(failure));
    }
  }
}
