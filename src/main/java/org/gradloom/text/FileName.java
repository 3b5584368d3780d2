package org.gradloom.text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What a file is called where its whole path would be too much. Any text has an answer. */
public final class FileName {
  private FileName() {}

  /** The last part of a path; the root, which has none, whole. */
  public static String of(Path file) {
    Path last = file.getFileName();
    return (last == null ? file : last).toString();
  }

  /** The same for a path that a document names; what no file could be called stands as it is. */
  public static String of(String file) {
    try {
      return of(Path.of(file));
    } catch (InvalidPathException _) {
      return file;
    }
  }
}
