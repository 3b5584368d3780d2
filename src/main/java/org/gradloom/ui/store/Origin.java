package org.gradloom.ui.store;

import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.practice.Draw;

/** Where a document came from, and where Save would put it. */
public sealed interface Origin {
  /** Shipped with the app; saving asks for a file. */
  record BuiltIn(String id) implements Origin {}

  record InFile(Path path) implements Origin {}

  /** Never saved. */
  record Unsaved() implements Origin {}

  /**
   * A step of a training, opened to be walked.
   *
   * @param run the number under which the run was begun
   * @param step how many steps the run had taken before it
   * @param saved where it was saved to since; it stays the run's step
   */
  record FrozenStep(long run, long step, Optional<Path> saved) implements Origin {
    public FrozenStep(long run, long step) {
      this(run, step, Optional.empty());
    }
  }

  /** An exercise, opened to be walked; nothing is lost with it, since it can be drawn again. */
  record OfExercise(Draw draw) implements Origin {}

  /** The file that holds it, which Save writes to unasked. */
  default Optional<Path> file() {
    return switch (this) {
      case InFile(var path) -> Optional.of(path);
      case FrozenStep(_, _, var saved) -> saved;
      case BuiltIn _, Unsaved _, OfExercise _ -> Optional.empty();
    };
  }

  /** Under what it is remembered: the id of a built-in document, or a file's absolute path. */
  default Optional<String> remembered() {
    return switch (this) {
      case BuiltIn(var id) -> Optional.of(id);
      case InFile(var path) -> Optional.of(path.toAbsolutePath().toString());
      case Unsaved _, FrozenStep _, OfExercise _ -> Optional.empty();
    };
  }

  /** The origin of the same document once a file holds it. */
  default Origin savedTo(Path path) {
    return switch (this) {
      case FrozenStep(long run, long step, _) -> new FrozenStep(run, step, Optional.of(path));
      case BuiltIn _, InFile _, Unsaved _, OfExercise _ -> new InFile(path);
    };
  }
}
