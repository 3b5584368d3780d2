package org.gradloom;

import java.util.logging.Logger;
import org.gradloom.cli.Commands;
import org.gradloom.cli.Display;
import org.gradloom.cli.Window;
import org.gradloom.files.Preferences;
import org.gradloom.text.Texts;
import org.gradloom.ui.shell.Desktop;
import org.gradloom.ui.shell.Opening;

/** Where the program starts: wires the commands to this process and to the window. */
public final class Main {
  /** Held here because a logger that nobody holds is forgotten together with its filter. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  private Main() {}

  public static void main(String[] args) {
    Texts texts = Texts.english();
    int status = Commands.ofProcess(texts, start -> open(start, texts)).run(args);
    // The window's threads have ended by now, and a failed start of JavaFX may leave one behind.
    System.exit(status);
  }

  private static Window.Outcome open(Window.Start start, Texts texts) {
    return switch (Display.here()) {
      case Display.Available(boolean accelerated) -> launch(accelerated, start, texts);
      case Display none -> explainAbsence(none);
    };
  }

  private static Window.Outcome launch(boolean accelerated, Window.Start start, Texts texts) {
    if (!accelerated && System.getProperty("prism.order") == null) {
      System.setProperty("prism.order", "sw");
    }
    // From the jar JavaFX runs on the class path. It says at every start that this is unsupported;
    // it works, and the reader of the terminal can do nothing about it.
    JAVAFX_LOG.setFilter(
        record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX"));
    try {
      Desktop.run(texts, preferences -> opening(start, preferences));
      return new Window.Closed();
    } catch (UnsupportedOperationException refusal) {
      return explainAbsence(Display.refused(refusal));
    }
  }

  private static Opening opening(Window.Start start, Preferences preferences) {
    return start
        .lesson()
        .map(lesson -> Opening.of(lesson, start.file(), start.at()))
        .orElseGet(() -> Opening.last(preferences).at(start.at()));
  }

  private static Window.Outcome explainAbsence(Display display) {
    return switch (display) {
      case Display.Available _ -> new Window.Closed();
      case Display.NoDisplay(var why) -> new Window.NoDisplay(why);
      case Display.MissingLibraries(var why) -> new Window.Unusable(why);
    };
  }
}
