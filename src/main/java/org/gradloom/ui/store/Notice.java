package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * What the user is told about what just happened. A plain one is over with the next step, or after
 * a while; one that offers choices waits until one is taken, it is closed, or something is edited.
 *
 * @param about what it is about, as a title
 * @param said what happened
 * @param quoted the beginning of a text that it speaks of, a few short lines
 * @param isError whether it did not go as it was meant to
 * @param choices what else could have been done, the most likely first
 */
public record Notice(
    Optional<Message> about,
    Message said,
    Optional<String> quoted,
    boolean isError,
    List<Choice> choices) {
  public Notice {
    choices = List.copyOf(choices);
  }

  /** A plain one. */
  public Notice(Message said, boolean isError) {
    this(Optional.empty(), said, Optional.empty(), isError, List.of());
  }

  /** Two things that are said at once. */
  public static Message both(Message first, Message second) {
    return Message.of("notice.both", first, second);
  }

  /**
   * A button.
   *
   * @param because what it would do, and what would be lost by it
   * @param label the words on it
   * @param then what it does
   */
  public record Choice(Optional<Message> because, Message label, Action then) {}

  /** The same with a title. */
  public Notice about(Message title) {
    return new Notice(Optional.of(title), said, quoted, isError, choices);
  }

  /** The same with the beginning of a text that it speaks of. */
  public Notice quoting(String text) {
    return new Notice(about, said, Optional.of(Quote.block(text)), isError, choices);
  }

  /** The same with choices instead of those it had. */
  public Notice offering(Choice... offered) {
    return new Notice(about, said, quoted, isError, List.of(offered));
  }

  /** True if it stays until it is answered. */
  public boolean isWaiting() {
    return !choices.isEmpty();
  }
}
