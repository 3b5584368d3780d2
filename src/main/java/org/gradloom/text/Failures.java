package org.gradloom.text;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** What the operating system says of a failure, fit to stand at the end of a sentence. */
public final class Failures {
  private Failures() {}

  /** Short and on one line, without a full stop. */
  public static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : Quote.of(reason);
  }
}
