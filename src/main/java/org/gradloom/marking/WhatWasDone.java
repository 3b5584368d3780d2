package org.gradloom.marking;

import java.util.Optional;
import org.gradloom.lesson.Wording;
import org.gradloom.text.Localized;
import org.gradloom.text.Message;

/**
 * What was done, of a reply that says it first and then asks: its first sentence, or as much of
 * that as is a clause and short.
 */
record WhatWasDone(Wording reply) implements Localized {
  /** What stands on one line under an option. */
  static final int LONGEST = 48;

  /** As an idea; none where the reply does not begin with a short statement. */
  static Optional<Message> of(Wording reply) {
    WhatWasDone done = new WhatWasDone(reply);
    String said = done.in(Wording.FALLBACK);
    return said.isEmpty() || said.length() > LONGEST
        ? Optional.empty()
        : Optional.of(Message.of("mark.own", done));
  }

  @Override
  public String in(String language) {
    String text = reply.in(language);
    String first = text.split("(?<=[.?!])\\s", 2)[0];
    if (!first.endsWith(".")) {
      return "";
    }
    String said = first.substring(0, first.length() - 1);
    int comma = said.lastIndexOf(", ", LONGEST);
    return said.length() > LONGEST && comma > 0 ? said.substring(0, comma) : said;
  }
}
