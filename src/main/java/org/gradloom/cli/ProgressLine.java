package org.gradloom.cli;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * How far a long command is, on stderr. A person at a terminal has one line, written over itself a
 * few times a second and taken away at the end; a file or a pipe gets a line of its own every ten
 * seconds, so that a log says how far it is and stays short. That it cannot be written is no reason
 * to stop: then there is none.
 */
final class ProgressLine {
  private static final long EVERY_NANOS = 200_000_000;
  private static final long EVERY_LINE_NANOS = 10_000_000_000L;
  private static final int CELLS = 24;

  private final Texts texts;
  private final Terminal err;
  private final boolean live;
  private boolean writable = true;
  private final LongSupplier nanos;
  private long last;
  private int length;

  /**
   * @param live whether a person reads it as it comes
   * @param nanos a clock such as {@link System#nanoTime}
   */
  ProgressLine(Texts texts, Terminal err, boolean live, LongSupplier nanos) {
    this.texts = texts;
    this.err = err;
    this.live = live;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /**
   * Says how much is done, if the line is old enough.
   *
   * @param part from 0 to 1
   * @param step what is being done
   */
  void show(double part, Supplier<Message> step) {
    long now = writable ? nanos.getAsLong() : last;
    if (now - last < (live ? EVERY_NANOS : EVERY_LINE_NANOS)) {
      return;
    }
    last = now;
    int percent = (int) (100 * part);
    if (!live) {
      line(texts.get("cli.progressLine", percent, step.get()));
      return;
    }
    int full = CELLS * percent / 100;
    replace(
        texts.get("cli.progress", "#".repeat(full), "-".repeat(CELLS - full), percent, step.get()));
  }

  /** Takes the line away, if there is one. */
  void clear() {
    if (length > 0) {
      replace("");
    }
  }

  private void line(String line) {
    try {
      err.line(line);
      err.flush();
    } catch (IOException _) {
      writable = false;
    }
  }

  private void replace(String line) {
    try {
      err.backToLineStart();
      err.write(line + " ".repeat(Math.max(0, length - line.length())));
      err.backToLineStart();
      err.flush();
      length = line.length();
    } catch (IOException _) {
      writable = false;
      length = 0;
    }
  }
}
