package org.gradloom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.text.FileName;

/** What a new text is called before it takes the place of the old: the name says whose it is. */
final class FreshName {
  /** In characters; even of four bytes each they leave room for the rest in 255. */
  private static final int LONGEST = 48;

  /** Writing takes less. On a shared drive the writer may be a process of another computer. */
  private static final Duration IN_USE = Duration.ofMinutes(1);

  private static final Pattern REST = Pattern.compile("(\\d{1,18})-[0-9a-z]{1,13}\\.tmp");
  private static final Pattern WHOLE = Pattern.compile("\\..+\\." + REST.pattern());

  private FreshName() {}

  static String beside(Path target) {
    String mark = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    return prefix(target) + ProcessHandle.current().pid() + "-" + mark + ".tmp";
  }

  private static String prefix(Path target) {
    String name = FileName.of(target);
    return "."
        + (name.codePointCount(0, name.length()) <= LONGEST
            ? name
            : name.substring(0, name.offsetByCodePoints(0, LONGEST)))
        + ".";
  }

  /** Whether a file was to become the target, and its writer lives no more. */
  static boolean isLeftBeside(Path target, Path file, Instant now) throws IOException {
    String name = FileName.of(file);
    String prefix = prefix(target);
    return name.startsWith(prefix)
        && isLeft(REST.matcher(name.substring(prefix.length())), file, now);
  }

  /** The same where any file of its folder may have been the target. */
  static boolean isLeft(Path file, Instant now) throws IOException {
    return isLeft(WHOLE.matcher(FileName.of(file)), file, now);
  }

  private static boolean isLeft(Matcher named, Path file, Instant now) throws IOException {
    return named.matches()
        && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()
        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(IN_USE));
  }
}
