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
  private record Saved(int at, String text) {}

  /** What was made of one document: all states that are to be found again, the last at the end. */
  private static final class Made {
    private final List<State> states = new ArrayList<>();

    /** What the file may hold: what was saved last, and what was about to be saved since. */
    private final List<Saved> inFile = new ArrayList<>();

    int last(String text) {
      for (int i = states.size() - 1; i >= 0; i--) {
        if (states.get(i).text().equals(text)) {
          return i;
        }
      }
      return -1;
    }

    /** What was saved of this text, the last time; empty if nobody saved it. */
    Optional<Saved> saved(String text) {
      return inFile.reversed().stream().filter(saved -> saved.text().equals(text)).findFirst();
    }

    /** What was saved before is not in the file any more. */
    void holds(Saved saved) {
      inFile.subList(0, inFile.lastIndexOf(saved)).clear();
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
      LessonWriter.save(lesson, document(screen));
      Made first = new Made();
      first.states.add(new State(System.currentTimeMillis(), LessonWriter.toText(lesson)));
      first.inFile.add(new Saved(0, LessonWriter.toText(lesson)));
      made.put(screen, first);
    }
  }

  private Made made(Screen screen) {
    return Objects.requireNonNull(made.get(screen));
  }

  private Path document(Screen screen) {
    return KilledWindow.document(folder, screen);
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
        }
        case MADE -> {
          changes++;
          of.states.add(new State(entry.millis(), entry.text()));
        }
        case SAVING -> of.inFile.add(new Saved(of.states.size() - 1, entry.text()));
        case SAVED -> {
          if (working) {
            of.saved(entry.text()).ifPresent(of::holds);
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
    String saved = Files.readString(document(screen));
    int known = faults.size();
    try {
      if (!LessonWriter.toText(LessonReader.read(document(screen))).equals(saved)) {
        faults.add("Broken: " + document(screen) + " is not what was written:\n" + saved);
      }
    } catch (InvalidInput broken) {
      faults.add("Broken: " + Texts.english().say(broken.said()));
    }
    Optional<Saved> held = of.saved(saved);
    if (faults.size() == known && held.isEmpty()) {
      faults.add("Broken: nobody saved this in " + document(screen) + ":\n" + saved);
    }
    List<RecoveryFolder.Left> left =
        all.stream().filter(each -> each.work().screen() == screen).toList();
    if (left.size() > 1) {
      faults.add("Offered twice: " + left.size() + " of " + screen);
    }
    Optional<String> recovered =
        left.stream().findFirst().map(each -> LessonWriter.toText(each.work().lesson()));
    int inFile = of.last(saved);
    int offered = recovered.map(of::last).orElse(inFile);
    if (offered < 0) {
      faults.add("Nobody made what is offered: " + recovered.orElse(""));
    } else if (recovered.isPresent() && held.filter(file -> offered <= file.at()).isPresent()) {
      faults.add("Stale: what is offered is older than the file, or the same");
    }
    int best = Math.max(inFile, offered);
    long loss = best + 1 < of.states.size() ? now - of.states.get(best + 1).millis() : 0;
    int shown = Math.max(0, offered);
    of.states.subList(shown + 1, of.states.size()).clear();
    of.inFile.clear();
    of.inFile.add(new Saved(Math.min(shown, held.map(Saved::at).orElse(shown)), saved));
    return loss;
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
