package org.gradloom.text;

import java.util.List;

/**
 * Something to tell a user, in no language yet.
 *
 * @param key the sentence's key in the bundle
 * @param arguments what goes into its places: strings, integers, further messages, or words of a
 *     document
 */
public record Message(String key, List<Object> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
