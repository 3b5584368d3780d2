package org.gradloom.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.TableOutcome;
import org.gradloom.data.TableReader;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.PackReader;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.InvalidInput;
import picocli.CommandLine.ParseResult;

/** What a command line without a command asks the window to open. */
final class StartArguments {
  private StartArguments() {}

  /**
   * Reads the file that is named, and looks for the place.
   *
   * @throws InvalidInput if either cannot be had
   */
  static WindowOpener.Start of(ParseResult command) {
    Optional<Path> file =
        command.hasMatchedPositional(0) ? Optional.of(Arguments.file(command)) : Optional.empty();
    String at = command.matchedOptionValue(CommandLineModel.AT, null);
    if (file.filter(PackReader::isOne).isPresent()) {
      if (at != null) {
        throw new InvalidInput("cli.placeInPack", at);
      }
      return new WindowOpener.OfPack(PackReader.read(file.get()), file.get());
    }
    if (file.filter(TableReader::isTable).isPresent()) {
      if (at != null) {
        throw new InvalidInput("cli.placeInTable", at);
      }
      return new WindowOpener.OfTable(file.get(), outcome(file.get()));
    }
    Optional<Lesson> lesson = file.map(LessonReader::read);
    if (at != null) {
      Derivation derivation = Derivation.of(lesson.orElseGet(StartArguments::first));
      Place place = derivation.lesson().convention().turned(Place.parse(at));
      // Finds out whether the walk has this place.
      derivation.at(place);
      return new WindowOpener.At(derivation, file, place);
    }
    return lesson.isPresent()
        ? new WindowOpener.InFile(lesson.get(), file.orElseThrow())
        : new WindowOpener.Last();
  }

  /**
   * What comes of a table that is read as it is.
   *
   * @throws InvalidInput if whatever is chosen in the window cannot help
   */
  private static TableOutcome outcome(Path file) {
    TableOutcome outcome = TableReader.look(file, TableChoices.NONE, ReadingProgress.UNSEEN);
    return switch (outcome) {
      case TableOutcome.Read _ -> outcome;
      case TableOutcome.Refused(_, var seen)
          when seen.isPresent() && seen.get().refused().isEmpty() ->
          outcome;
      case TableOutcome.Refused _ ->
          new TableOutcome.Read(TableReader.read(file, TableChoices.NONE, ReadingProgress.UNSEEN));
    };
  }

  /** What is shown to one who names nothing. */
  static Lesson first() {
    return BuiltInLessons.read(BuiltInLessons.FIRST);
  }
}
