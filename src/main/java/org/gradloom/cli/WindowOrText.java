package org.gradloom.cli;

import java.io.IOException;
import org.gradloom.data.TableOutcome;
import org.gradloom.data.TableReading;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.text.InvalidInput;

/**
 * Opens the window or, where there is no display for one, says in the terminal what it would show.
 */
final class WindowOrText {
  private final WindowOpener window;
  private final CommandStreams streams;

  WindowOrText(WindowOpener window, CommandStreams streams) {
    this.window = window;
    this.streams = streams;
  }

  /**
   * Returns when the window is closed.
   *
   * @return the exit code
   */
  int open(WindowOpener.Start start) throws IOException {
    return switch (window.open(start)) {
      case WindowOpener.Closed() -> Commands.DONE;
      case WindowOpener.Unusable(var why) -> streams.refuse(Commands.FAILED, why);
      case WindowOpener.NotShown(var why) ->
          streams.refuse(
              start instanceof WindowOpener.Last ? Commands.FAILED : Commands.BAD_INPUT, why);
      case WindowOpener.NoDisplay(var why) -> {
        if (start instanceof WindowOpener.OfTable table) {
          // What is wrong with it is then all there is to say.
          reading(table);
        }
        streams.err().line(streams.texts().get(instead(start), why));
        streams.err().flush();
        tell(start);
        streams.out().line("");
        streams.out().line(streams.texts().get("cli.withoutWindow"));
        yield Commands.DONE;
      }
    };
  }

  /** What is said to stand in the place of a window. */
  private static String instead(WindowOpener.Start start) {
    return switch (start) {
      case WindowOpener.OfPack _ -> "cli.sheetInstead";
      case WindowOpener.OfTable _ -> "cli.tableInstead";
      case WindowOpener.At _, WindowOpener.InFile _, WindowOpener.Last _ -> "cli.instead";
    };
  }

  /** How a table is read without a window, in which something else could be chosen. */
  private static TableReading reading(WindowOpener.OfTable table) {
    return switch (table.outcome()) {
      case TableOutcome.Read(var reading) -> reading;
      case TableOutcome.Refused(var why, _) ->
          throw new InvalidInput("file.inFile", table.file().toString(), why);
    };
  }

  /** What a terminal shows of it. */
  private void tell(WindowOpener.Start start) throws IOException {
    switch (start) {
      case WindowOpener.At at -> explain(at.derivation());
      case WindowOpener.InFile inFile -> explain(Derivation.of(inFile.lesson()));
      case WindowOpener.OfTable table ->
          new TableAnswer(reading(table)).writeText(streams.texts(), streams.out());
      case WindowOpener.OfPack(var pack, _) ->
          new Practice(streams.texts()).writeText(pack, streams.out());
      case WindowOpener.Last _ -> explain(Derivation.of(StartArguments.first()));
    }
  }

  private void explain(Derivation derivation) throws IOException {
    new Explain(streams.texts(), streams.out()).write(derivation, Granularity.CELL);
  }
}
