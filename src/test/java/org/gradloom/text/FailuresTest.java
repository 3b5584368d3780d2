package org.gradloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** What a sentence gives as the reason of a failure. */
class FailuresTest {
  @Test
  void aPathAloneIsNoReason() {
    assertThat(Failures.reason(new AccessDeniedException("/home")))
        .isEqualTo("Permission denied: /home");
    assertThat(Failures.reason(new NoSuchFileException("/home")))
        .isEqualTo("No such file or directory: /home");
    assertThat(Failures.reason(new FileAlreadyExistsException("/home")))
        .isEqualTo("File exists: /home");
  }

  @Test
  void whatTheSystemSaysStands() {
    assertThat(Failures.reason(new FileSystemException("/home", null, "Not a directory")))
        .isEqualTo("Not a directory");
    assertThat(Failures.reason(new AccessDeniedException("/home", null, "Shared")))
        .isEqualTo("Shared");
    assertThat(Failures.reason(new IOException("Stream closed"))).isEqualTo("Stream closed");
    assertThat(Failures.reason(new IOException())).isEqualTo("IOException");
  }
}
