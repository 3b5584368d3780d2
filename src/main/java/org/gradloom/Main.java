package org.gradloom;

import java.util.logging.Logger;
import javafx.application.Application;
import org.gradloom.cli.Display;
import org.gradloom.ui.shell.GradloomApp;

/** Where the program starts: with arguments in the terminal, without in a window. */
public final class Main {
  /** Held here because a logger that nobody holds is forgotten together with its filter. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  private Main() {}

  public static void main(String[] args) {
    int status = args.length == 0 ? open() : 0;
    // The window's threads have ended by now, and a failed start of JavaFX may leave one behind.
    System.exit(status);
  }

  private static int open() {
    return switch (Display.here()) {
      case Display.Available(boolean accelerated) -> launch(accelerated);
      case Display none -> explainAbsence(none);
    };
  }

  private static int launch(boolean accelerated) {
    if (!accelerated && System.getProperty("prism.order") == null) {
      System.setProperty("prism.order", "sw");
    }
    // From the jar JavaFX runs on the class path. It says at every start that this is unsupported;
    // it works, and the reader of the terminal can do nothing about it.
    JAVAFX_LOG.setFilter(
        record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX"));
    try {
      Application.launch(GradloomApp.class);
      return 0;
    } catch (UnsupportedOperationException refusal) {
      return explainAbsence(Display.refused(refusal));
    }
  }

  private static int explainAbsence(Display display) {
    return switch (display) {
      case Display.Available _ -> 0;
      case Display.NoDisplay(String message) -> {
        System.err.println(message);
        yield 0;
      }
      case Display.MissingLibraries(String message) -> {
        System.err.println(message);
        yield 1;
      }
    };
  }
}
