package org.gradloom.ui.store;

import java.time.Instant;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Message;

/** What became of a document's file since it was opened or saved here. */
public sealed interface Elsewhere {
  /** Another program wrote it, or another window. */
  record Changed(Lesson theirs, Instant when) implements Elsewhere {}

  /** Another program wrote what is no document. */
  record Unreadable(Message why) implements Elsewhere {}

  /** It is there no more. */
  record Deleted() implements Elsewhere {}
}
