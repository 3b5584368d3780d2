package org.gradloom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;

/** Moves a file that cannot be read out of the way, so that what it holds is never lost. */
final class SetAside {
  private static final String ENDING = ".json";
  private static final String MARK = ".unread-";

  private SetAside() {}

  /**
   * Moves it, and says so.
   *
   * @param named what sentences call it
   * @param wrong why it cannot be read
   */
  static Message move(Path file, Message named, Message wrong) {
    Path kept = unused(file);
    try {
      Files.move(file, kept);
      return Message.of("kept.aside", named, kept.toString(), wrong);
    } catch (IOException e) {
      return Message.of("kept.notMoved", named, file.toString(), wrong);
    }
  }

  private static Path unused(Path file) {
    int number = 1;
    while (Files.exists(aside(file, number))) {
      number++;
    }
    return aside(file, number);
  }

  private static Path aside(Path file, int number) {
    return file.resolveSibling(name(file) + MARK + number + ENDING);
  }

  /** True for what was moved out of the way. */
  static boolean isOne(Path file) {
    return FileName.of(file).contains(MARK);
  }

  /** A file's name without its ending. */
  static String name(Path file) {
    String whole = FileName.of(file);
    return whole.endsWith(ENDING) ? whole.substring(0, whole.length() - ENDING.length()) : whole;
  }
}
