package org.gradloom.cli;

import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * How far a command is, in one line that is written over itself a few times a second and taken away
 * at the end. It goes to stderr, and only where a person reads it as it comes. That it cannot be
 * written is no reason to stop: then there is none.
 */
final class ProgressLine {
  private static final long EVERY_NANOS = 200_000_000;
  private static final int CELLS = 24;

  private final Texts texts;
  private final Terminal err;
  private boolean shown;
  private final LongSupplier nanos;
  private long last;
  private int length;

  /**
   * @param shown whether there is anybody to read it
   * @param nanos a clock such as {@link System#nanoTime}
   */
  ProgressLine(Texts texts, Terminal err, boolean shown, LongSupplier nanos) {
    this.texts = texts;
    this.err = err;
    this.shown = shown;
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
    long now = shown ? nanos.getAsLong() : last;
    if (now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    int percent = (int) (100 * part);
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

  private void replace(String line) {
    try {
      err.backToLineStart();
      err.write(line + " ".repeat(Math.max(0, length - line.length())));
      err.backToLineStart();
      err.flush();
      length = line.length();
    } catch (IOException _) {
      shown = false;
      length = 0;
    }
  }
}
