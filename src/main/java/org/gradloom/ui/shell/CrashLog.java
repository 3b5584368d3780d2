package org.gradloom.ui.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.gradloom.text.Message;

/** Keeps the details of a mistake in the program in a file, so that the user sees one sentence. */
final class CrashLog {
  private final Path file;

  /** A log beside another file, such as the preferences. */
  CrashLog(Path neighbour) {
    this.file = neighbour.toAbsolutePath().resolveSibling("gradloom.log");
  }

  Path file() {
    return file;
  }

  /** Appends the error; the answer is what to tell the user. */
  Message record(Throwable error) {
    StringWriter details = new StringWriter();
    error.printStackTrace(new PrintWriter(details));
    String entry = Instant.now() + " " + details + System.lineSeparator();
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(
          file,
          entry,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Message.of("error.logged", file.toString());
    } catch (IOException notWritable) {
      return Message.of("error.notLogged", String.valueOf(error.getMessage()));
    }
  }
}
