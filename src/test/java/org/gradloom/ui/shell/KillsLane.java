package org.gradloom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gradloom.ui.shell.KillsJournal.Kind;

/**
 * One user whose window is killed again and again: his home and his documents, and all that he made
 * of them. Each start finds what the kill before left.
 */
final class KillsLane {
  private static final long PATIENCE_IN_SECONDS = 90;

  /** After the start or, mostly, after all was open. */
  private static final int LATEST_IN_MILLIS = 5000;

  /** Longer than anybody writes, after which what is left beside a file is nobody's. */
  private static final Duration LONG_AGO = Duration.ofMinutes(5);

  private final Path folder;
  private final Path home;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Random random;
  private final KillsLedger ledger;
  private int rounds;

  /**
   * A user who has two documents and never started the program.
   *
   * @param command starts a {@link KilledWindow}
   * @param environment of that process
   */
  KillsLane(Path folder, List<String> command, Map<String, String> environment, long seed)
      throws IOException {
    this.folder = Files.createDirectories(folder.resolve("documents"));
    this.home = Files.createDirectories(folder.resolve("home/gradloom"));
    this.command = command;
    this.environment = environment;
    this.random = new Random(seed);
    this.ledger = new KillsLedger(this.folder, home);
  }

  // ---- a round

  /** Starts the program, kills it after a random time, and looks at what is left. */
  KillsLedger.Killed kill() throws IOException, InterruptedException {
    age();
    KillsJournal journal = nextJournal();
    Process process = start(journal, false);
    List<String> faults = new ArrayList<>();
    if (random.nextInt(8) == 0 || begins(process, journal, faults)) {
      process.waitFor(random.nextInt(LATEST_IN_MILLIS), TimeUnit.MILLISECONDS);
    }
    boolean alive = process.isAlive();
    long now = System.currentTimeMillis();
    process.destroyForcibly().waitFor();
    if (!alive) {
      faults.add("It ended by itself: " + Files.readString(log()));
    }
    return ledger.look(journal.read(), now, faults);
  }

  /** Starts the program once more, saves, closes its window, and says what is left then. */
  List<String> end() throws IOException, InterruptedException {
    age();
    KillsJournal journal = nextJournal();
    Process process = start(journal, true);
    List<String> faults = new ArrayList<>();
    if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      faults.add("It does not close.");
    }
    if (process.exitValue() != 0) {
      faults.add("It ends with " + process.exitValue() + ": " + Files.readString(log()));
    }
    if (!hasBegun(journal)) {
      faults.add("It was closed before it had begun.");
    }
    KillsLedger.Killed closed = ledger.look(journal.read(), System.currentTimeMillis(), List.of());
    if (closed.loss() > 0) {
      faults.add("Lost, though all was saved: changes of " + closed.loss() + " ms");
    }
    faults.addAll(closed.faults());
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      boolean kept = name.endsWith(".json") || name.matches("\\.\\w+\\.lock");
      if (!kept || file.startsWith(home.resolve("unsaved"))) {
        faults.add("Left: " + file);
      }
    }
    return faults;
  }

  private Process start(KillsJournal journal, boolean closes) throws IOException {
    List<String> words = new ArrayList<>(command);
    words.addAll(
        List.of(
            journal.file().toString(), Long.toString(random.nextLong()), Boolean.toString(closes)));
    KilledWindow.SCREENS.forEach(screen -> words.add(ledger.file(screen).toString()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    builder.environment().put("XDG_CONFIG_HOME", String.valueOf(home.getParent()));
    return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
  }

  private Path log() {
    return folder.resolveSibling("output.log");
  }

  private KillsJournal nextJournal() {
    return new KillsJournal(folder.resolveSibling("journal-" + ++rounds));
  }

  /** Waits until everything is open; false if the process ended before, or hangs. */
  private static boolean begins(Process process, KillsJournal journal, List<String> faults)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
    while (process.isAlive()) {
      if (hasBegun(journal)) {
        return true;
      }
      if (System.nanoTime() > end) {
        faults.add("It does not begin.");
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(30);
    }
    return false;
  }

  private static boolean hasBegun(KillsJournal journal) throws IOException {
    return journal.read().stream().anyMatch(entry -> entry.kind() == Kind.BEGUN);
  }

  /** What is left beside files was left long ago. */
  private void age() throws IOException {
    for (Path file : files()) {
      if (file.toString().endsWith(".tmp")) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG_AGO)));
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> documents = Files.walk(folder);
        Stream<Path> kept = Files.walk(home)) {
      return Stream.concat(documents, kept).filter(Files::isRegularFile).toList();
    }
  }
}
