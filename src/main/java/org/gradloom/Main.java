package org.gradloom;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javafx.application.Application;
import org.gradloom.cli.Commands;
import org.gradloom.cli.Display;
import org.gradloom.cli.Window;
import org.gradloom.text.Texts;
import org.gradloom.ui.shell.GradloomApp;

/** Where the program starts: wires the commands to this process and to the window. */
public final class Main {
  /** Held here because a logger that nobody holds is forgotten together with its filter. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  private Main() {}

  public static void main(String[] args) {
    int status = Commands.ofProcess(Texts.english(), Main::open).run(args);
    // The window's threads have ended by now, and a failed start of JavaFX may leave one behind.
    System.exit(status);
  }

  private static Window.Outcome open(Window.Start start) {
    return switch (Display.here()) {
      case Display.Available(boolean accelerated) -> launch(accelerated, start);
      case Display none -> explainAbsence(none);
    };
  }

  private static Window.Outcome launch(boolean accelerated, Window.Start start) {
    if (!accelerated && System.getProperty("prism.order") == null) {
      System.setProperty("prism.order", "sw");
    }
    // From the jar JavaFX runs on the class path. It says at every start that this is unsupported;
    // it works, and the reader of the terminal can do nothing about it.
    JAVAFX_LOG.setFilter(
        record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX"));
    // JavaFX makes the application itself and hands it nothing but texts.
    List<String> parameters = new ArrayList<>();
    start.file().ifPresent(file -> parameters.add("--file=" + file));
    start.at().ifPresent(place -> parameters.add("--at=" + place));
    try {
      Application.launch(GradloomApp.class, parameters.toArray(String[]::new));
      return new Window.Closed();
    } catch (UnsupportedOperationException refusal) {
      return explainAbsence(Display.refused(refusal));
    }
  }

  private static Window.Outcome explainAbsence(Display display) {
    return switch (display) {
      case Display.Available _ -> new Window.Closed();
      case Display.NoDisplay(var why) -> new Window.NoDisplay(why);
      case Display.MissingLibraries(var why) -> new Window.Unusable(why);
    };
  }
}
