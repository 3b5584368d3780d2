package org.gradloom.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Failures;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The folder of unsaved work. Each window that has any holds a lock here for as long as it lives,
 * and a file beside it for each of its documents; when it is closed both go. What lies here without
 * a living window was left by one that never came to be closed.
 */
public final class RecoveryFolder {
  private static final String LOCK = ".lock";

  private final Path folder;

  public RecoveryFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Beside what else is remembered of a user. */
  public static RecoveryFolder beside(PreferencesFile preferences) {
    return new RecoveryFolder(preferences.file().toAbsolutePath().resolveSibling("unsaved"));
  }

  /**
   * Work that a window left.
   *
   * @param file holds it
   * @param saved when the user's own file was saved last, if it has one that is there
   */
  public record Left(Path file, UnsavedWork work, Optional<Instant> saved) {}

  /**
   * All that was left.
   *
   * @param left the latest first
   * @param faults why something could not be read, and where it is kept
   */
  public record Found(List<Left> left, List<Message> faults) {
    public Found {
      left = List.copyOf(left);
      faults = List.copyOf(faults);
    }
  }

  // ---- what was left

  /** Whether there may be something to offer or to remove, at a glance. */
  public boolean mayHoldSome() {
    return files("*{.json,.tmp," + LOCK + "}").stream().anyMatch(file -> !SetAside.isOne(file));
  }

  /** Reads what was left, and removes what it leaves no more of. Takes a while. */
  public Found left() {
    List<Left> left = new ArrayList<>();
    List<Message> faults = new ArrayList<>();
    for (Path file : files("*.json")) {
      if (!SetAside.isOne(file) && !lives(lockOf(file))) {
        try {
          UnsavedWork kept = UnsavedWorkFile.read(file);
          kept.saving().ifPresent(RecoveryFolder::sweepBeside);
          UnsavedWork work = asSaved(kept);
          left.add(new Left(file, work, savedAt(work)));
        } catch (InvalidInput wrong) {
          if (Files.exists(file)) {
            faults.add(SetAside.move(file, Message.of("kept.unsaved"), wrong.said()));
          }
        }
      }
    }
    AtomicFile.sweepFolder(folder);
    files("*" + LOCK).stream().filter(lock -> !lives(lock)).forEach(RecoveryFolder::deleteQuietly);
    left.sort(Comparator.comparing((Left each) -> each.work().kept()).reversed());
    return new Found(wanted(left), faults);
  }

  /**
   * Without what its file holds by now, since its window was ended as soon as it had saved, and
   * without what a later window holds, since that was ended as soon as it had opened it.
   */
  private static List<Left> wanted(List<Left> latestFirst) {
    List<Left> wanted = new ArrayList<>();
    for (Left each : latestFirst) {
      if (isInItsFile(each.work()) || wanted.stream().anyMatch(later -> isSame(each, later))) {
        deleteQuietly(each.file());
      } else {
        wanted.add(each);
      }
    }
    return wanted;
  }

  private static boolean isSame(Left one, Left other) {
    return one.work().screen() == other.work().screen()
        && one.work().source().equals(other.work().source())
        && one.work().lesson().equals(other.work().lesson());
  }

  private static void sweepBeside(UnsavedWork.Saving begun) {
    try {
      AtomicFile.sweep(Path.of(begun.file()));
    } catch (InvalidPathException _) {
      // Nothing is beside what can be no file.
    }
  }

  /** Its window was ended before it knew that something was saved. */
  private static UnsavedWork asSaved(UnsavedWork work) {
    return work.saving()
        .filter(saving -> holds(saving.file(), saving.lesson()))
        .map(work::savedAs)
        .orElse(work);
  }

  private static boolean isInItsFile(UnsavedWork work) {
    return work.source().filter(file -> holds(file, work.lesson())).isPresent();
  }

  private static boolean holds(String file, Lesson lesson) {
    try {
      Path path = Path.of(file);
      return Files.isRegularFile(path) && LessonInFile.holds(LessonInFile.read(path), lesson);
    } catch (InvalidInput | InvalidPathException _) {
      return false;
    }
  }

  private static Optional<Instant> savedAt(UnsavedWork work) {
    try {
      Optional<Path> file = work.source().map(Path::of).filter(Files::isRegularFile);
      return file.isPresent()
          ? Optional.of(Files.getLastModifiedTime(file.get()).toInstant())
          : Optional.empty();
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  private List<Path> files(String pattern) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, pattern)) {
      all.forEach(files::add);
    } catch (IOException | DirectoryIteratorException _) {
      // No window ever had unsaved work, or the folder may not be read: then none is found.
    }
    return files;
  }

  private static Path lockOf(Path file) {
    String name = FileName.of(file);
    return file.resolveSibling(name.substring(0, Math.max(0, name.lastIndexOf('-'))) + LOCK);
  }

  /** Whether a window holds the lock; where the system has none, nobody does. */
  private static boolean lives(Path lock) {
    try (FileChannel door = FileChannel.open(lock, StandardOpenOption.WRITE);
        var held = door.tryLock()) {
      return held == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Nobody wants it any more, or it is kept elsewhere by now. */
  public Optional<Message> forget(Left left) {
    return delete(left.file());
  }

  private static Optional<Message> delete(Path file) {
    try {
      Files.deleteIfExists(file);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(notWritten(file, e));
    }
  }

  private static Message notWritten(Path file, IOException e) {
    return Message.of(
        "kept.notWritten", Message.of("kept.unsaved"), file.toString(), Failures.reason(e));
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // The next start tries again.
    }
  }

  // ---- what a window keeps

  /** A window's own part; nothing is made in the folder until there is something to keep. */
  public OfWindow session() {
    return new OfWindow();
  }

  /** What one window keeps, from any thread. */
  public final class OfWindow {
    private final String name =
        Long.toString(System.currentTimeMillis(), 36)
            + Long.toString(ThreadLocalRandom.current().nextLong(1L << 20), 36);

    private @Nullable FileChannel door;
    private boolean closed;

    private OfWindow() {}

    /**
     * Keeps work in the place of what was kept of that screen.
     *
     * @return what went wrong; the app can go on without
     */
    public synchronized Optional<Message> keep(UnsavedWork work) {
      if (closed) {
        return Optional.empty();
      }
      Path file = file(work.screen());
      try {
        Files.createDirectories(folder);
        lock();
        UnsavedWorkFile.write(work, file);
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(notWritten(file, e));
      } catch (InvalidInput e) {
        return Optional.of(e.said());
      }
    }

    private void lock() throws IOException {
      if (door == null) {
        FileChannel opened =
            FileChannel.open(
                folder.resolve(name + LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        door = opened;
        try {
          opened.lock();
        } catch (IOException _) {
          // Some network drives have no locks: then other windows offer this work, too.
        }
      }
    }

    private Path file(Screen screen) {
      return folder.resolve(name + "-" + Values.lowerCase(screen) + ".json");
    }

    /** There is no such work any more: it was saved, or given up. */
    public synchronized Optional<Message> forget(Screen screen) {
      return closed ? Optional.empty() : delete(file(screen));
    }

    /** The window is closed, and its work in files of the user's or given up. */
    public synchronized void close() {
      if (!closed) {
        delete(file(Screen.EXPLORE));
        delete(file(Screen.TRAIN));
        end();
      }
    }

    /** As if the program had been ended: what was kept is left. */
    synchronized void end() {
      closed = true;
      FileChannel opened = door;
      if (opened != null) {
        try {
          opened.close();
        } catch (IOException _) {
          // The system closes it with the program.
        }
        deleteQuietly(folder.resolve(name + LOCK));
      }
    }
  }
}
