package org.gradloom.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** What may be read without waiting for somebody who never writes. */
public final class FileKind {
  private FileKind() {}

  /**
   * Refuses a pipe or a device that lies among files; a folder is for its reader to refuse. What a
   * shell hands over ({@code /dev/stdin}, {@code <(command)}) has somebody who writes.
   *
   * @param wanted the key of what the file should be
   * @throws InvalidInput if it is one
   */
  public static void requireAnswering(Path file, String wanted) {
    Path path = file.toAbsolutePath();
    if (!path.startsWith("/dev") && !path.startsWith("/proc")) {
      requireOrdinary(file, wanted);
    }
  }

  /**
   * The same where nobody hands anything over, as in the window.
   *
   * @throws InvalidInput if it is there and no ordinary file
   */
  public static void requireOrdinary(Path file, String wanted) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw refusal(file, wanted);
    }
  }

  private static InvalidInput refusal(Path file, String wanted) {
    return new InvalidInput("file.notOrdinary", file.toString(), Message.of(wanted));
  }
}
