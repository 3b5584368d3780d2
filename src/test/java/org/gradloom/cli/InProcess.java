package org.gradloom.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.speed.Bench;
import org.gradloom.speed.FakeBench;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/** Runs commands in this process, with streams and a window that remember. */
public final class InProcess {
  private byte[] in = {};
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<WindowOpener.Start> opened = new ArrayList<>();
  private boolean ascii;
  private Bench bench = FakeBench.on(Runnable::run);
  private boolean interactive;
  private WindowOpener.Outcome outcome = new WindowOpener.Closed();
  private OutputStream target = out;
  private OutputStream errors = err;

  InProcess withAscii() {
    ascii = true;
    return this;
  }

  InProcess withReader() {
    interactive = true;
    return this;
  }

  InProcess withoutDisplay() {
    outcome = new WindowOpener.NoDisplay(Message.of("display.none"));
    return this;
  }

  InProcess withoutLibraries() {
    outcome = new WindowOpener.Unusable(Message.of("display.missing", "a", "b", "c", "d"));
    return this;
  }

  InProcess withoutWindow(String why) {
    outcome = new WindowOpener.NotShown(Message.of(why));
    return this;
  }

  /** Output that fails with this message from the first byte on. */
  InProcess withFailingOutput(String message) {
    target =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    return this;
  }

  /** A stream for errors that nobody reads any more. */
  InProcess withClosedErrors() {
    errors =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Bad file descriptor");
          }
        };
    return this;
  }

  InProcess withBench(Bench where) {
    bench = where;
    return this;
  }

  /** What comes over standard input. */
  InProcess given(byte[] bytes) {
    in = bytes.clone();
    return this;
  }

  public int run(String... arguments) {
    WindowOpener window =
        start -> {
          opened.add(start);
          return outcome;
        };
    return new Commands(
            Texts.english(),
            new ByteArrayInputStream(in),
            new Terminal(target, ascii),
            new Terminal(errors, ascii),
            interactive,
            window,
            () -> bench,
            "9.9")
        .run(arguments);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  List<WindowOpener.Start> opened() {
    return opened;
  }
}
