package org.gradloom.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Under a locale such as C, which containers often have, Java takes file names for ASCII: what was
 * given as {@code Übung.json} reaches the program spoilt, and no file of that name can be opened.
 * So a process that was given such a name is begun once more, the same but for its locale, and does
 * the work. Linux alone tells the arguments as they were given; elsewhere names are no bytes of a
 * locale.
 */
public final class LocaleOfNames {
  private static final Path GIVEN = Path.of("/proc/self/cmdline");
  private static final String VARIABLE = "LC_ALL";
  private static final String UTF_8 = "C.UTF-8";

  private LocaleOfNames() {}

  /**
   * Does the work of this process in another one, if its names ask for that.
   *
   * @return how that one ended; empty where this one can name what it was given
   */
  public static OptionalInt elsewhere() {
    if (namesAll(System.getProperty("sun.jnu.encoding", "UTF-8"))
        || UTF_8.equals(System.getenv(VARIABLE))
        || !Files.isReadable(GIVEN)) {
      return OptionalInt.empty();
    }
    try {
      byte[] given = Files.readAllBytes(GIVEN);
      return isAscii(given) ? OptionalInt.empty() : OptionalInt.of(again(given));
    } catch (IOException _) {
      // Then the names stay as spoilt as they are, and are said to be missing.
      return OptionalInt.empty();
    }
  }

  private static boolean namesAll(String encoding) {
    return Charset.isSupported(encoding)
        && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  private static int again(byte[] given) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script(given)).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put(VARIABLE, UTF_8);
    Process process = builder.start();
    // Whoever ends this process means the other one, which may have a result to say before.
    Thread hook = new Thread(() -> end(process), "end-of-names");
    Runtime.getRuntime().addShutdownHook(hook);
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException _) {
        process.destroy();
      }
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      // Nobody waits any more.
    }
  }

  /**
   * A command of ASCII alone that runs what was given, since no other can be passed on from here.
   *
   * @param given the program and its arguments, a zero byte after each
   */
  static String script(byte[] given) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (byte each : given) {
      if (each == 0) {
        words.add("\"$(printf '%b' '" + word + "')\"");
        word.setLength(0);
      } else {
        // In octal, so that no byte means anything to the shell.
        word.append(String.format("\\0%03o", each & 0xff));
      }
    }
    return "exec " + String.join(" ", words);
  }
}
