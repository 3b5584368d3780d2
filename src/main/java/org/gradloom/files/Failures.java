package org.gradloom.files;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** What the operating system says of a failure, fit to stand at the end of a sentence. */
final class Failures {
  private Failures() {}

  static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : Quote.of(reason);
  }
}
