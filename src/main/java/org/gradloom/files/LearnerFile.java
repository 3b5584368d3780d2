package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * A file of what one learner has worked for. Several windows may write to it: each adds what is
 * new, to what the file holds by then. A file that cannot be read is kept beside the new one.
 *
 * @param <T> what it holds
 */
public abstract sealed class LearnerFile<T>
    permits ProgressFile, PracticeFile, PacksFile, ExerciseFile {
  private final Path file;
  private final T none;
  private final Message named;

  /**
   * @param none what is held before anything was added
   * @param named what sentences call it
   */
  LearnerFile(Path file, T none, Message named) {
    this.file = file;
    this.none = none;
    this.named = named;
  }

  /**
   * What the file holds.
   *
   * @param fault why it could not be read, and where it is kept; then nothing is held
   */
  public record Kept<T>(T held, Optional<Message> fault) {}

  // ---- what differs from file to file

  /**
   * Reads it, from its first token on.
   *
   * @throws InvalidInput if it holds anything else
   */
  abstract T read(JsonInput in);

  abstract void write(T all, JsonWriter json);

  /** What was held, and what is new. */
  abstract T together(T held, T made);

  /**
   * The same for every such file.
   *
   * @throws InvalidInput if the file has a later version than this program knows
   */
  static void requireKnown(int version, int known) {
    if (version > known) {
      throw new InvalidInput("kept.newer");
    }
  }

  // ---- what all of them do

  /** What was kept. What cannot be read is moved aside, never lost. */
  public Kept<T> load() {
    try {
      return new Kept<>(held(), Optional.empty());
    } catch (InvalidInput _) {
      try {
        return alone(this::heldOrSetAside);
      } catch (IOException _) {
        return heldOrSetAside();
      }
    }
  }

  private T held() {
    if (!Files.exists(file)) {
      return none;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return JsonFile.read(stream, this::whole);
    } catch (IOException e) {
      throw new InvalidInput("file.unreadable", Failures.reason(e));
    }
  }

  private T whole(JsonInput in) {
    if (in.next() == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("kept.empty");
    }
    return read(in);
  }

  /** Another window may have set it aside by now, and begun a new one. */
  private Kept<T> heldOrSetAside() {
    try {
      return new Kept<>(held(), Optional.empty());
    } catch (InvalidInput wrong) {
      return new Kept<>(none, Optional.of(SetAside.move(file, named, wrong.said())));
    }
  }

  /**
   * Adds what is new.
   *
   * @return what went wrong; the app can go on without
   */
  public Optional<Message> add(T made) {
    return change(held -> together(held, made));
  }

  /** Forgets all of it; the same as {@link #add} otherwise. */
  public Optional<Message> erase() {
    return change(_ -> none);
  }

  private Optional<Message> change(UnaryOperator<T> change) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return alone(() -> {
        Kept<T> before = heldOrSetAside();
        if (before.fault().isEmpty() || !Files.exists(file)) {
          T next = change.apply(before.held());
          AtomicFile.write(file, target -> JsonWriter.write(target, json -> write(next, json)));
        }
        // Else it could neither be read nor moved, and must not be written over.
        return before.fault();
      });
    } catch (AccessDeniedException _) {
      return Optional.of(Message.of("kept.denied", named, file.toString()));
    } catch (IOException e) {
      return Optional.of(Message.of("kept.notWritten", named, file.toString(), Failures.reason(e)));
    } catch (InvalidInput e) {
      return Optional.of(e.said());
    }
  }

  /**
   * Keeps other windows out meanwhile: those of this program by the monitor, since the system
   * refuses a second lock to a program that has one, and all others by a lock.
   *
   * @throws IOException if nothing can be written there
   */
  private <R> R alone(Supplier<R> work) throws IOException {
    synchronized (LearnerFile.class) {
      try (FileChannel door =
              FileChannel.open(
                  file.resolveSibling("." + SetAside.name(file) + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = locked(door)) {
        return work.get();
      }
    }
  }

  /** Null where the system has no locks, as on some network drives. */
  private static @Nullable FileLock locked(FileChannel door) {
    try {
      return door.lock();
    } catch (IOException _) {
      return null;
    }
  }
}
