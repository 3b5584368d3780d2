package org.gradloom.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the operating system says of a failure, fit to stand at the end of a sentence. */
public final class Failures {
  private Failures() {}

  /** Short and on one line, without a full stop. */
  public static String reason(IOException failure) {
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return Quote.of(system.getReason());
    }
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    // The message of the first three is no reason, only a path.
    String what =
        switch (failure) {
          case AccessDeniedException _ -> "Permission denied: ";
          case NoSuchFileException _ -> "No such file or directory: ";
          case FileAlreadyExistsException _ -> "File exists: ";
          default -> "";
        };
    return what + Quote.of(message);
  }
}
