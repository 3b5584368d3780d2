package org.gradloom.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.Locale;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;

/**
 * Puts a text into a file so that whoever looks, even after a crash, finds the old text or the new
 * one and never a part. The new text is written beside the old, forced to the disk, and moved over
 * it in one step. What a program left there that was killed meanwhile goes with the next writing.
 */
public final class AtomicFile {
  /** As many as the kernel follows before it calls a chain of links a loop. */
  private static final int LONGEST_CHAIN = 40;

  private AtomicFile() {}

  /** Writes the text. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer target) throws IOException;
  }

  /**
   * Replaces or creates a file, in UTF-8. A symbolic link stays and what it points to is replaced;
   * permissions stay as they were.
   *
   * @throws InvalidInput if the file cannot be written, saying why; what was there remains
   */
  public static void write(Path file, Content content) {
    writeTo(
        file,
        channel -> {
          Writer writer =
              new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
          content.writeTo(writer);
          writer.flush();
        });
  }

  /**
   * The same with bytes.
   *
   * @throws InvalidInput if the file cannot be written, saying why; what was there remains
   */
  public static void write(Path file, byte[] bytes) {
    writeTo(
        file,
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(bytes);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });
  }

  /** Fills a new file. */
  private interface Filling {
    void fill(FileChannel channel) throws IOException;
  }

  private static void writeTo(Path file, Filling content) {
    try {
      replace(target(file), file, content);
    } catch (AccessDeniedException e) {
      throw new InvalidInput("file.saveDenied", file.toString(), folder(file).toString());
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /**
   * Passes where a file can be written, so that nobody waits for what has no place to go.
   *
   * @throws InvalidInput if it cannot, saying why
   */
  public static void requireWritable(Path file) {
    try {
      Path target = target(file);
      check(target, file);
      if (!Files.isWritable(folder(target))) {
        throw new InvalidInput("file.saveDenied", file.toString(), folder(file).toString());
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void replace(Path target, Path named, Filling content) throws IOException {
    check(target, named);
    sweepBeside(target);
    Path fresh = create(target);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        content.fill(channel);
        channel.force(true);
      }
      keepPermissions(target, fresh);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      // Gone already where all went well.
      Files.deleteIfExists(fresh);
    }
    forceFolder(folder(target));
  }

  private static void check(Path target, Path named) {
    if (Files.isDirectory(target)) {
      throw new InvalidInput("file.saveDirectory", named.toString());
    }
    Path folder = folder(target);
    if (!Files.isDirectory(folder)) {
      throw new InvalidInput("file.saveNoFolder", named.toString(), folder.toString());
    }
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isRegularFile(target)) {
      throw new InvalidInput("file.saveNoFile", named.toString());
    }
    // A move would replace it all the same: only the directory's permissions count for that.
    if (!Files.isWritable(target)) {
      throw new InvalidInput("file.saveReadOnly", named.toString());
    }
  }

  /** The file itself behind symbolic links, whether it exists or not. */
  private static Path target(Path file) throws IOException {
    Path path = file.toAbsolutePath();
    for (int i = 0; i < LONGEST_CHAIN && Files.isSymbolicLink(path); i++) {
      path = path.resolveSibling(Files.readSymbolicLink(path));
    }
    return path;
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  /** A new file of a name nobody uses, with the permissions that new files get here. */
  private static Path create(Path target) throws IOException {
    while (true) {
      Path fresh = target.resolveSibling(FreshName.beside(target));
      try {
        return Files.createFile(fresh);
      } catch (FileAlreadyExistsException _) {
        // Taken: draw another.
      }
    }
  }

  /**
   * Removes what programs left beside a file that ended while they wrote it, a minute ago or more.
   * Where it cannot be removed it stays, and does no harm.
   */
  static void sweep(Path file) {
    try {
      sweepBeside(target(file));
    } catch (IOException _) {
      // As above.
    }
  }

  private static void sweepBeside(Path target) {
    sweep(folder(target), each -> FreshName.isLeftBeside(target, each, Instant.now()));
  }

  /** Removes such from a folder that is the program's own, whichever file they were to become. */
  static void sweepFolder(Path folder) {
    sweep(folder, each -> FreshName.isLeft(each, Instant.now()));
  }

  private static void sweep(Path folder, DirectoryStream.Filter<Path> isLeft) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, isLeft)) {
      for (Path left : all) {
        Files.deleteIfExists(left);
      }
    } catch (IOException | DirectoryIteratorException | InvalidPathException _) {
      // There is nothing to remove, or it may not be.
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null && Files.exists(from)) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  /**
   * Without it the move itself may be lost in a power failure; Windows neither needs nor has it.
   */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException _) {
      // The file is in its place; only how soon the disk knows is left to the system.
    }
  }

  private static InvalidInput failure(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return new InvalidInput("file.saveNoFolder", file.toString(), folder(file).toString());
    }
    String reason = Failures.reason(failure);
    String lower = reason.toLowerCase(Locale.ROOT);
    // The one way Java tells a full disk from other failures; Windows words it the second way.
    boolean full = lower.contains("no space left") || lower.contains("not enough space");
    return full
        ? new InvalidInput("file.saveFull", file.toString())
        : new InvalidInput("file.saveFailed", file.toString(), reason);
  }
}
