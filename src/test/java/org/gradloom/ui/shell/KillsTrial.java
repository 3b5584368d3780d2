package org.gradloom.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills the app at random moments while it is started and while documents are changed and saved in
 * its window, to their files or as others, and looks at what is left each time: every file whole,
 * the documents as they were saved, of the changes none older than two seconds lost, all of it
 * offered and opened by the next start, and at the end nothing left beside the files. It runs as
 * benchmarks do ({@code mvn test-compile exec:exec@bench
 * -Dbench.main=org.gradloom.ui.shell.KillsTrial -Dbench="200 1"}). Arguments: how many kills, 200
 * unless told; the seed, 1 unless told; {@code xvfb} for windows on an Xvfb instead of in memory.
 * Ends with 1 where anything is not as it must be.
 */
public final class KillsTrial {
  private static final int USERS = 2;
  private static final long MOST_LOST_IN_MILLIS = 2000;

  private final AtomicInteger toDo;
  private final List<KillsLedger.Killed> done = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private KillsTrial(int kills) {
    toDo = new AtomicInteger(kills);
  }

  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    KillsTrial trial = new KillsTrial(kills);
    if (arguments.length > 2 && arguments[2].equals("xvfb")) {
      try (FrameBuffer screen = FrameBuffer.open(1400, 900)) {
        trial.run(seed, List.of(), Map.of("DISPLAY", screen.display()));
      }
    } else {
      trial.run(seed, List.of("-Dglass.platform=Headless"), Map.of());
    }
    System.exit(trial.print() ? 0 : 1);
  }

  private void run(long seed, List<String> options, Map<String, String> environment)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dprism.order=sw",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWindow.class.getName()));
    Path folder = Files.createTempDirectory("gradloom-kills");
    System.out.println("Journals and homes are in " + folder);
    try (ExecutorService lanes = Executors.newFixedThreadPool(USERS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        KillsLane lane =
            new KillsLane(folder.resolve("user-" + i), command, environment, USERS * seed + i);
        all.add(
            lanes.submit(() -> {
              while (toDo.getAndDecrement() > 0) {
                add(lane.kill());
              }
              addAll(lane.end());
              return true;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private synchronized void add(KillsLedger.Killed killed) {
    done.add(killed);
    addAll(killed.faults());
    if (killed.loss() > MOST_LOST_IN_MILLIS) {
      addAll(List.of("Lost: changes of " + killed.loss() + " ms"));
    }
    if (done.size() % 10 == 0) {
      System.out.println(done.size() + " kills, " + faults.size() + " faults");
    }
  }

  private synchronized void addAll(List<String> found) {
    faults.addAll(found);
    found.forEach(fault -> System.out.println("  after kill " + done.size() + ": " + fault));
  }

  /** Prints what was found; true if nothing is wrong. */
  private boolean print() {
    long[] losses = done.stream().mapToLong(KillsLedger.Killed::loss).sorted().toArray();
    System.out.printf(
        "%d kills, %d changes before them, %d faults, of them %d broken files, %d offers of what"
            + " was saved%n",
        done.size(),
        done.stream().mapToInt(KillsLedger.Killed::changes).sum(),
        faults.size(),
        faults.stream().filter(fault -> fault.startsWith("Broken")).count(),
        faults.stream().filter(fault -> fault.startsWith("Stale")).count());
    System.out.printf(
        "lost: nothing by %d kills, at the median %d ms, at most %d ms%n",
        Arrays.stream(losses).filter(loss -> loss == 0).count(),
        losses.length == 0 ? 0 : losses[losses.length / 2],
        losses.length == 0 ? 0 : losses[losses.length - 1]);
    return faults.isEmpty();
  }
}
