package org.gradloom.text;

/**
 * Something a user gave cannot be used. The message is one sentence that names what, where and what
 * would be right; nothing has been changed when this is thrown.
 */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message said;

  public InvalidInput(Message said) {
    super(said.toString());
    this.said = said;
  }

  public InvalidInput(String key, Object... arguments) {
    this(Message.of(key, arguments));
  }

  /** The sentence for the user. */
  public Message said() {
    return said;
  }
}
