package org.gradloom.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.text.Failures;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** A table in a file of the user's, which is read more than once, and what can be wrong with it. */
final class TableFile {
  /** In millions of bytes. */
  static final int LARGEST_MEGABYTES = 50;

  private static final long MEGABYTE = 1_000_000;

  /** How often the whole file is gone through. */
  private static final int PASSES = 3;

  private final Path file;

  TableFile(Path file) {
    this.file = file;
  }

  /** What is done with the bytes. */
  @FunctionalInterface
  interface Work<T> {
    T read(TableReader.Source source) throws IOException;
  }

  /**
   * Does the work.
   *
   * @throws InvalidInput if the file cannot be read, or what the work says of it, naming the file
   */
  <T> T read(Work<T> work, ReadingProgress progress) {
    requireFile();
    Counter counter = new Counter((double) PASSES * Math.max(1, file.toFile().length()), progress);
    try {
      return work.read(() -> new CountedStream(Files.newInputStream(file), counter));
    } catch (InvalidInput e) {
      throw inFile(e.said());
    } catch (AccessDeniedException e) {
      throw new InvalidInput("file.denied", file.toString());
    } catch (IOException e) {
      throw inFile(Message.of("file.unreadable", Failures.reason(e)));
    }
  }

  /** Says what is wrong with a file before a byte of it is read. */
  private void requireFile() {
    if (Files.notExists(file)) {
      throw new InvalidInput("data.missingFile", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInput("data.isDirectory", file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidInput("data.noFile", file.toString());
    }
    long size = file.toFile().length();
    if (size > LARGEST_MEGABYTES * MEGABYTE) {
      // Rounded up, so that a file just above the limit is not said to be at it.
      long megabytes = Math.ceilDiv(size, MEGABYTE);
      throw inFile(Message.of("data.tooBig", Long.toString(megabytes), LARGEST_MEGABYTES));
    }
  }

  private InvalidInput inFile(Message fault) {
    return new InvalidInput("file.inFile", file.toString(), fault);
  }

  /** What its data set is called: as the file, without its ending. */
  String name() {
    String name = FileName.of(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** How many bytes went by, in all passes. */
  private static final class Counter {
    private final double all;
    private final ReadingProgress progress;
    private long read;

    Counter(double all, ReadingProgress progress) {
      this.all = all;
      this.progress = progress;
    }

    void add(int bytes) {
      read += Math.max(0, bytes);
      progress.at(Math.min(1, read / all));
    }
  }

  /** Counts its bytes, which are asked for in large pieces. */
  private static final class CountedStream extends FilterInputStream {
    private final Counter counter;

    CountedStream(InputStream bytes, Counter counter) {
      super(bytes);
      this.counter = counter;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      counter.add(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      counter.add(count);
      return count;
    }
  }
}
