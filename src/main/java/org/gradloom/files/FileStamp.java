package org.gradloom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/** By what a file is told from what it was, without reading it. */
public record FileStamp(Instant modified, long size, String key) {
  /** Of an ordinary file, behind links; empty where there is none. */
  public static Optional<FileStamp> of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.isRegularFile()
          ? Optional.of(
              new FileStamp(
                  now.lastModifiedTime().toInstant(), now.size(), String.valueOf(now.fileKey())))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
