package org.gradloom.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.text.Message;

/** Opens the app's window, and comes back when it was closed. */
@FunctionalInterface
public interface WindowOpener {
  Outcome open(Start start);

  /**
   * What the window begins with.
   *
   * @param lesson what it shows; empty for whatever was open last
   * @param file where the lesson was read from; empty for the first built-in lesson
   * @param at the place it goes to, which the lesson has
   */
  record Start(Optional<Lesson> lesson, Optional<Path> file, Optional<Place> at) {}

  /** How it went. */
  sealed interface Outcome {}

  /** The user closed it. */
  record Closed() implements Outcome {}

  /** There is nothing to open a window on, as in a terminal over the network. */
  record NoDisplay(Message why) implements Outcome {}

  /** There is a display, but something is missing on this computer. */
  record Unusable(Message why) implements Outcome {}
}
