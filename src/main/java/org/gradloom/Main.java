package org.gradloom;

import java.util.Optional;
import java.util.logging.Logger;
import org.gradloom.cli.Commands;
import org.gradloom.cli.Display;
import org.gradloom.cli.Restart;
import org.gradloom.cli.WindowOpener;
import org.gradloom.text.Texts;
import org.gradloom.ui.shell.Desktop;
import org.gradloom.ui.shell.StartupDocument;

/** Where the program starts: wires the commands to this process and to the window. */
public final class Main {
  /**
   * Held because a logger that nobody holds is forgotten together with its filter. Not by the
   * program's own class: to get ready for logging takes 0.02 s, which a start that goes on with the
   * cache would lose.
   */
  private static final class JavaFxLog {
    private static final Logger LOG = Logger.getLogger("javafx");
  }

  private Main() {}

  public static void main(String[] args) {
    Restart.ifItHelps(args);
    // AWT draws the letters of formulas, on a thread of its own and while GTK begins. Were it to
    // open the display too, the two would wait for each other for ever in one start of a hundred.
    System.setProperty("java.awt.headless", "true");
    Texts texts = Texts.english();
    int status = Commands.ofProcess(texts, start -> open(start, texts)).run(args);
    // The window's threads have ended by now, and a failed start of JavaFX may leave one behind.
    System.exit(status);
  }

  private static WindowOpener.Outcome open(WindowOpener.Start start, Texts texts) {
    return switch (Display.here()) {
      case Display.Available(boolean accelerated) -> launch(accelerated, start, texts);
      case Display none -> explainAbsence(none);
    };
  }

  private static WindowOpener.Outcome launch(
      boolean accelerated, WindowOpener.Start start, Texts texts) {
    if (!accelerated && System.getProperty("prism.order") == null) {
      System.setProperty("prism.order", "sw");
    }
    // From the jar JavaFX runs on the class path. It says at every start that this is unsupported;
    // it works, and the reader of the terminal can do nothing about it.
    JavaFxLog.LOG.setFilter(
        record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX"));
    try {
      return Desktop.run(texts, opening(start))
          .<WindowOpener.Outcome>map(WindowOpener.NotShown::new)
          .orElseGet(WindowOpener.Closed::new);
    } catch (UnsupportedOperationException refusal) {
      return explainAbsence(Display.refused(refusal));
    }
  }

  /** The document that was named, if one was. */
  private static Optional<StartupDocument> opening(WindowOpener.Start start) {
    return switch (start) {
      case WindowOpener.Last _ -> Optional.empty();
      case WindowOpener.InFile(var lesson, var file) ->
          Optional.of(StartupDocument.of(lesson, Optional.of(file)));
      case WindowOpener.OfPack(var pack, _) -> Optional.of(StartupDocument.of(pack));
      case WindowOpener.OfTable(var file, _) -> Optional.of(StartupDocument.ofTable(file));
      case WindowOpener.At(var derivation, var file, var at) ->
          Optional.of(StartupDocument.at(derivation, file, at));
    };
  }

  private static WindowOpener.Outcome explainAbsence(Display display) {
    return switch (display) {
      case Display.Available _ -> new WindowOpener.Closed();
      case Display.NoDisplay(var why) -> new WindowOpener.NoDisplay(why);
      case Display.MissingLibraries(var why) -> new WindowOpener.Unusable(why);
    };
  }
}
