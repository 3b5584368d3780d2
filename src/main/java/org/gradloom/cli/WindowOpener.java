package org.gradloom.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.data.TableOutcome;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.practice.Pack;
import org.gradloom.text.Message;

/** Opens the app's window, and comes back when it was closed. */
@FunctionalInterface
public interface WindowOpener {
  /**
   * How it went.
   *
   * @throws org.gradloom.text.InvalidInput if the window cannot begin with this
   */
  Outcome open(Start start);

  /** What the window begins with. */
  sealed interface Start {}

  /** Whatever was open last. */
  record Last() implements Start {}

  /** A document, read from this file. */
  record InFile(Lesson lesson, Path file) implements Start {}

  /** A pack of exercises to practise, read from this file. */
  record OfPack(Pack pack, Path file) implements Start {}

  /**
   * A table to train on.
   *
   * @param outcome of reading it as it is; where it is refused, something else may be chosen
   */
  record OfTable(Path file, TableOutcome outcome) implements Start {}

  /**
   * A place in a walk.
   *
   * @param file where its lesson was read from; empty for the first built-in lesson
   * @param at the place it goes to, which the walk has
   */
  record At(Derivation derivation, Optional<Path> file, Place at) implements Start {}

  /** How it went. */
  sealed interface Outcome {}

  /** The user closed it. */
  record Closed() implements Outcome {}

  /** There is nothing to open a window on, as in a terminal over the network. */
  record NoDisplay(Message why) implements Outcome {}

  /** There is a display, but something is missing on this computer. */
  record Unusable(Message why) implements Outcome {}

  /** There would be a window, but none that shows this document. */
  record NotShown(Message why) implements Outcome {}
}
