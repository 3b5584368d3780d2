package org.gradloom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PreferencesFile;
import org.gradloom.files.ProgressFile;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
import org.gradloom.ui.shell.KillsJournal.Entry;
import org.gradloom.ui.shell.KillsJournal.Kind;

/** What a user made of his documents, and whether it is found again when his window was killed. */
final class KillsLedger {
  private final Path folder;
  private final Path home;
  private final Map<Screen, Made> made = new EnumMap<>(Screen.class);
  private boolean begun;

  /** A state of a document, and when it was made. */
  private record State(long millis, String text) {}

  /**
   * A state that was saved.
   *
   * @param at its index when it was; undo may have led back to it since
   */
  private record Saved(Path file, int at, String text) {}

  /** What was made of one document: all states that are to be found again, the last at the end. */
  private static final class Made {
    private final List<State> states = new ArrayList<>();

    /** The document's own. */
    private Path file;

    /** What files may hold: what each was saved last, and what was about to be saved since. */
    private final List<Saved> inFiles = new ArrayList<>();

    /** What the window has not said to be saved yet. */
    private final List<Saved> saving = new ArrayList<>();

    Made(Path file, String text) {
      this.file = file;
      states.add(new State(System.currentTimeMillis(), text));
      inFiles.add(new Saved(file, 0, text));
    }

    int last(String text) {
      for (int i = states.size() - 1; i >= 0; i--) {
        if (states.get(i).text().equals(text)) {
          return i;
        }
      }
      return -1;
    }

    void saving(Path to, String text) {
      Saved next = new Saved(to, states.size() - 1, text);
      inFiles.add(next);
      saving.add(next);
    }

    /** What was saved of this text, the last time; empty if nobody saved it. */
    Optional<Saved> saved(Path in, String text) {
      return inFiles.reversed().stream()
          .filter(saved -> saved.file().equals(in) && saved.text().equals(text))
          .findFirst();
    }

    /** What was saved before is not in the file any more. */
    void holds(Saved saved) {
      file = saved.file();
      inFiles
          .subList(0, inFiles.lastIndexOf(saved))
          .removeIf(before -> before.file().equals(saved.file()));
      saving.subList(0, saving.lastIndexOf(saved) + 1).clear();
    }

    List<Path> files() {
      return inFiles.stream().map(Saved::file).distinct().toList();
    }
  }

  /**
   * What a kill left.
   *
   * @param changes how many were made before
   * @param loss how old the oldest change was that is nowhere, in milliseconds; 0 if none is
   * @param faults whatever is not as it must be
   */
  record Killed(int changes, long loss, List<String> faults) {}

  /**
   * Two documents that are saved now.
   *
   * @param folder takes them
   * @param home where the program keeps what it remembers
   */
  KillsLedger(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
    for (Screen screen : KilledWindow.SCREENS) {
      Lesson lesson =
          screen == Screen.TRAIN ? Preset.XOR.setup().lesson() : BuiltInLessons.read("h");
      Path file = KilledWindow.document(folder, screen);
      LessonWriter.save(lesson, file);
      made.put(screen, new Made(file, LessonWriter.toText(lesson)));
    }
  }

  private Made made(Screen screen) {
    return Objects.requireNonNull(made.get(screen));
  }

  /** Where a document is by now. */
  Path file(Screen screen) {
    return made(screen).file;
  }

  /**
   * Looks at what is left.
   *
   * @param entries what the window did
   * @param now when it was killed
   * @param known what is wrong besides
   */
  Killed look(List<Entry> entries, long now, List<String> known) throws IOException {
    List<String> faults = new ArrayList<>(known);
    int changes = 0;
    begun |= entries.stream().anyMatch(entry -> entry.kind() == Kind.BEGUN);
    boolean working = false;
    for (Entry entry : entries) {
      Made of = made(entry.screen());
      working |= entry.kind() == Kind.BEGUN;
      switch (entry.kind()) {
        case OFFERED, OPENED -> {
          if (!of.states.getLast().text().equals(entry.text())) {
            faults.add(entry.kind() + " is not what was left: " + entry.text());
          }
          entry.file().ifPresent(file -> of.file = file);
        }
        case MADE -> {
          changes++;
          of.states.add(new State(entry.millis(), entry.text()));
        }
        case SAVING -> of.saving(entry.file().orElseThrow(), entry.text());
        case SAVED -> {
          if (working) {
            of.saved(entry.file().orElseThrow(), entry.text()).ifPresent(of::holds);
          }
        }
        case FAULT -> faults.add(entry.text());
        case BEGUN -> {}
      }
    }
    long loss = 0;
    RecoveryFolder.Found found = recovered();
    found.faults().forEach(fault -> faults.add(Texts.english().say(fault)));
    for (Screen screen : KilledWindow.SCREENS) {
      loss = Math.max(loss, look(screen, found.left(), now, faults));
    }
    faults.addAll(others());
    return new Killed(changes, loss, faults);
  }

  /** Read from a copy: only the next start is to sweep. */
  private RecoveryFolder.Found recovered() throws IOException {
    Path copy = Files.createTempDirectory(folder.getParent(), "unsaved");
    Path unsaved = home.resolve("unsaved");
    if (Files.exists(unsaved)) {
      try (Stream<Path> all = Files.list(unsaved)) {
        for (Path file : all.toList()) {
          Files.copy(
              file, copy.resolve(unsaved.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return new RecoveryFolder(copy).left();
  }

  /** The loss of one document; from now on it is what the next start shows. */
  private long look(Screen screen, List<RecoveryFolder.Left> all, long now, List<String> faults)
      throws IOException {
    Made of = made(screen);
    List<Saved> held = new ArrayList<>();
    for (Path file : of.files()) {
      held(of, file, faults).ifPresent(held::add);
    }
    of.saving.stream().filter(held::contains).forEach(saved -> of.file = saved.file());
    of.saving.clear();
    Optional<Saved> own = held.stream().filter(each -> each.file().equals(of.file)).findFirst();
    List<RecoveryFolder.Left> left =
        all.stream().filter(each -> each.work().screen() == screen).toList();
    if (left.size() > 1) {
      faults.add("Offered twice: " + left.size() + " of " + screen);
    }
    Optional<String> recovered =
        left.stream().findFirst().map(each -> LessonWriter.toText(each.work().lesson()));
    int inFile = own.map(Saved::text).map(of::last).orElse(-1);
    int offered = recovered.map(of::last).orElse(inFile);
    if (offered < 0) {
      faults.add("Nobody made what is offered: " + recovered.orElse(""));
    } else if (recovered.isPresent() && own.filter(file -> offered <= file.at()).isPresent()) {
      faults.add("Stale: what is offered is older than the file, or the same");
    }
    int best = Math.max(inFile, offered);
    long loss = best + 1 < of.states.size() ? now - of.states.get(best + 1).millis() : 0;
    int shown = Math.max(0, offered);
    of.states.subList(shown + 1, of.states.size()).clear();
    of.inFiles.clear();
    held.forEach(
        each -> of.inFiles.add(new Saved(each.file(), Math.min(shown, each.at()), each.text())));
    return loss;
  }

  /** What a file holds of what was saved to it; it may be about to be written the first time. */
  private static Optional<Saved> held(Made of, Path file, List<String> faults) throws IOException {
    if (!Files.exists(file)) {
      boolean isNew =
          of.saving.stream().filter(saved -> saved.file().equals(file)).count()
              == of.inFiles.stream().filter(saved -> saved.file().equals(file)).count();
      if (!isNew) {
        faults.add("Broken: " + file + " is gone");
      }
      return Optional.empty();
    }
    String text = Files.readString(file);
    Optional<Saved> held = of.saved(file, text);
    try {
      if (!LessonWriter.toText(LessonReader.read(file)).equals(text)) {
        faults.add("Broken: " + file + " is not what was written:\n" + text);
      } else if (held.isEmpty()) {
        faults.add("Broken: nobody saved this in " + file + ":\n" + text);
      }
    } catch (InvalidInput broken) {
      faults.add("Broken: " + Texts.english().say(broken.said()));
    }
    return held;
  }

  private List<String> others() {
    List<String> faults = new ArrayList<>();
    PreferencesFile preferences = new PreferencesFile(home.resolve("preferences.json"));
    if (begun && preferences.load().lastDocument().isEmpty()) {
      faults.add("Broken: " + preferences.file());
    }
    ProgressFile.beside(preferences)
        .load()
        .fault()
        .ifPresent(fault -> faults.add("Broken: " + Texts.english().say(fault)));
    if (Files.exists(home.resolve("gradloom.log"))) {
      faults.add("It failed: " + home.resolve("gradloom.log"));
    }
    return faults;
  }
}
