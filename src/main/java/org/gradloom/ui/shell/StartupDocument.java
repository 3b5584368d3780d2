package org.gradloom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.FileKind;
import org.gradloom.files.LessonReader;
import org.gradloom.files.Preferences;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Pack;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;

/**
 * What a window opens with.
 *
 * @param derivation what Explore shows
 * @param training what Train shows, if that is the screen to begin with
 * @param pack what Practice begins with, if that is the screen to begin with
 * @param at the place to go to at once
 * @param screen what the window shows at first
 * @param notice what to say about it, such as why the last document could not be opened again
 * @param later a file to be read once the window is there, since that may take a while
 * @param named whether the user asked for it, so that nothing else comes first
 */
public record StartupDocument(
    Derivation derivation,
    Origin origin,
    Optional<Action.OpenSetup> training,
    Optional<Pack> pack,
    Optional<Place> at,
    Screen screen,
    Optional<Notice> notice,
    Optional<Path> later,
    boolean named) {
  /** In bytes: what holds more may take longer to read and to compute than a window to open. */
  private static final long LARGEST_AT_ONCE = 1 << 18;

  /**
   * A document that was asked for: a lesson in Explore, a setup to train in Train. A large one is
   * read from its file again once the window is there, and only then computed.
   *
   * @throws InvalidInput if it is a small setup whose data cannot be had
   */
  public static StartupDocument of(Lesson lesson, Optional<Path> file) {
    Optional<Path> large = file.filter(StartupDocument::isLarge);
    if (large.isPresent()) {
      return afterTheWindow(large.get(), Screen.START);
    }
    Origin origin = origin(file);
    if (TrainingSetup.isOne(lesson, false)) {
      StartupDocument first = builtIn(BuiltInLessons.FIRST);
      return new StartupDocument(
          first.derivation(),
          first.origin(),
          Optional.of(new Action.OpenSetup(TrainingSetup.opened(lesson), origin)),
          Optional.empty(),
          Optional.empty(),
          Screen.TRAIN,
          Optional.empty(),
          Optional.empty(),
          false);
    }
    return inExplore(Derivation.of(lesson), origin, Optional.empty());
  }

  /** A table that was asked for, to train on as soon as it is said how it is read. */
  public static StartupDocument ofTable(Path file) {
    return afterTheWindow(file, Screen.TRAIN).asked();
  }

  /** The first built-in lesson until the file is read. */
  private static StartupDocument afterTheWindow(Path file, Screen meanwhile) {
    StartupDocument first = builtIn(BuiltInLessons.FIRST);
    return new StartupDocument(
        first.derivation(),
        first.origin(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        meanwhile,
        Optional.empty(),
        Optional.of(file),
        false);
  }

  /** Exercises that were asked for; the screens behind them are as at the first start. */
  public static StartupDocument of(Pack pack) {
    StartupDocument first = builtIn(BuiltInLessons.FIRST);
    return new StartupDocument(
        first.derivation(),
        first.origin(),
        Optional.empty(),
        Optional.of(pack),
        Optional.empty(),
        Screen.EXPLORE,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** A walk that was asked for, at one of its places. */
  public static StartupDocument at(Derivation derivation, Optional<Path> file, Place at) {
    return inExplore(derivation, origin(file), Optional.of(at));
  }

  private static StartupDocument inExplore(
      Derivation derivation, Origin origin, Optional<Place> at) {
    return new StartupDocument(
        derivation,
        origin,
        Optional.empty(),
        Optional.empty(),
        at,
        Screen.EXPLORE,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Origin origin(Optional<Path> file) {
    return file.<Origin>map(Origin.InFile::new).orElseGet(Origin.Unsaved::new);
  }

  /** A built-in lesson. */
  public static StartupDocument builtIn(String id) {
    return inExplore(
        Derivation.of(BuiltInLessons.read(id)), new Origin.BuiltIn(id), Optional.empty());
  }

  /** The first built-in lesson, with something to say. */
  static StartupDocument first(Notice notice) {
    StartupDocument first = builtIn(BuiltInLessons.FIRST);
    return new StartupDocument(
        first.derivation(),
        first.origin(),
        Optional.empty(),
        Optional.empty(),
        first.at(),
        first.screen(),
        Optional.of(notice),
        Optional.empty(),
        false);
  }

  /** The same with a setup to train. */
  private StartupDocument training(Preset preset) {
    Action.OpenSetup setup = new Action.OpenSetup(preset.setup(), new Origin.BuiltIn(preset.id()));
    return new StartupDocument(
        derivation, origin, Optional.of(setup), pack, at, screen, notice, later, named);
  }

  /** The same with another screen in front. */
  StartupDocument on(Screen shown) {
    return new StartupDocument(derivation, origin, training, pack, at, shown, notice, later, named);
  }

  /** The same where the user asked for it. */
  StartupDocument asked() {
    return new StartupDocument(derivation, origin, training, pack, at, screen, notice, later, true);
  }

  /**
   * What was left: the document that was open last, what was trained last if that is shown, and the
   * screen that was shown. The Start screen where nothing was open yet, and the first built-in
   * document where the last cannot be had.
   *
   * @param unforeseen what to say of a failure that is nobody's fault, such as want of memory
   */
  public static StartupDocument last(
      Preferences preferences, Function<Throwable, Message> unforeseen) {
    try {
      Optional<StartupDocument> last = preferences.lastDocument().map(StartupDocument::opened);
      Optional<Preset> trained =
          preferences
              .training()
              .flatMap(Preset::of)
              .filter(_ -> isShown(Screen.TRAIN, preferences));
      if (trained.isPresent()) {
        return last.orElseGet(() -> builtIn(BuiltInLessons.FIRST))
            .training(trained.get())
            .on(Screen.TRAIN);
      }
      return last.map(document -> left(document, preferences))
          .orElseGet(() -> builtIn(BuiltInLessons.FIRST).on(Screen.START));
    } catch (InvalidInput gone) {
      return first(new Notice(gone.said(), true));
    } catch (RuntimeException | Error failure) {
      return first(new Notice(unforeseen.apply(failure), true));
    }
  }

  private static StartupDocument opened(String last) {
    if (BuiltInLessons.has(last)) {
      return builtIn(last);
    }
    Path file = Path.of(last);
    FileKind.requireOrdinary(file, "file.aDocumentFile");
    if (isLarge(file)) {
      return afterTheWindow(file, Screen.START);
    }
    return of(LessonReader.read(file), Optional.of(file));
  }

  /** Nobody waits for it without a window; until it is shown, the next start does not try again. */
  private static boolean isLarge(Path file) {
    try {
      return Files.size(file) > LARGEST_AT_ONCE;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isShown(Screen screen, Preferences preferences) {
    return preferences.screen().equals(Optional.of(screen.name().toLowerCase(Locale.ROOT)));
  }

  /** On the screen that was left; where that is not known, on the document's own. */
  private static StartupDocument left(StartupDocument last, Preferences preferences) {
    if (last.later().isPresent()) {
      return last;
    }
    return Stream.of(Screen.START, Screen.EXPLORE, Screen.TRAIN, Screen.PRACTICE, Screen.SPEED)
        .filter(screen -> isShown(screen, preferences))
        .findAny()
        .map(last::on)
        .orElse(last);
  }
}
