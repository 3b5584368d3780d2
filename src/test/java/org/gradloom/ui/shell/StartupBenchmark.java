package org.gradloom.ui.shell;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gradloom.cli.Restart;

/**
 * How long the packaged program takes to its first picture and to the whole of it, beside a JavaFX
 * program of one label with the same theme. Each start is a process of its own on an Xvfb of this
 * benchmark's, and is looked at from outside only: at the screen, its processor time and its
 * memory. The programs take turns, so that other work on the machine meets all alike. Needs Linux,
 * Xvfb and what {@code mvn package} makes; what {@code mvn -Pcache} and {@code mvn -Pinstaller}
 * make is measured where it is there. Arguments: how often to start each, 15 unless told.
 */
public final class StartupBenchmark {
  private static final long PATIENCE_IN_SECONDS = 60;

  /** Linux cuts the names of threads. */
  private static final Set<String> DRAWING = Set.of("java", "JavaFX Applicat", "QuantumRenderer");

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final String JAR = TARGET + "/gradloom.jar";

  /** An option that changes nothing: a JVM with options of its own is left as it is. */
  private static final String WITHOUT_CACHE = "-Xshare:auto";

  private static final String A_LESSON =
      """
      {"lastDocument": "h", "screen": "explore"}
      """;

  /** What is started. */
  private enum Program {
    /** One label. */
    HELLO("", "-cp", TARGET + "/test-classes:" + TARGET + "/lib/*", Hello.class.getName()),
    /** As a newcomer meets it: the Start screen. */
    FIRST("", WITHOUT_CACHE, "-jar", JAR),
    /** As one comes back to a lesson: the Explore screen. */
    BACK(A_LESSON, WITHOUT_CACHE, "-jar", JAR),
    /** As a newcomer meets it, after {@code mvn -Pcache}. */
    FIRST_CACHED("", "-jar", JAR),
    /** As one comes back to a lesson, after {@code mvn -Pcache}. */
    BACK_CACHED(A_LESSON, "-jar", JAR),
    /** What {@code mvn -Pinstaller} makes, with a runtime and a cache of its own. */
    IMAGE(TARGET.resolve("installer/image/gradloom/bin/gradloom"), ""),
    /** That for one who comes back. */
    BACK_IMAGE(TARGET.resolve("installer/image/gradloom/bin/gradloom"), A_LESSON);

    private final String preferences;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> command;

    Program(String preferences, String... arguments) {
      this(Path.of(System.getProperty("java.home"), "bin", "java"), preferences, arguments);
    }

    Program(Path program, String preferences, String... arguments) {
      this.preferences = preferences;
      command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    }

    /** Those that were made here. */
    static List<Program> made() {
      return Stream.of(values())
          .filter(program ->
              !program.name().endsWith("_CACHED") || Files.exists(Restart.cacheOf(Path.of(JAR))))
          .filter(program -> Files.exists(Path.of(program.command.getFirst())))
          .toList();
    }
  }

  /** What one start took. */
  private record Start(
      double first, double firstBusy, double whole, double busy, double resident) {}

  /** What is compared. */
  private enum Figure {
    FIRST("first picture, s", Start::first),
    FIRST_BUSY("first picture, s of its threads", Start::firstBusy),
    WHOLE("whole picture, s", Start::whole),
    BUSY("processor time, s", Start::busy),
    RESIDENT("resident, MB", Start::resident);

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Start> of;

    Figure(String name, ToDoubleFunction<Start> of) {
      this.name = name;
      this.of = of;
    }
  }

  private final FrameBuffer screen;

  private StartupBenchmark(FrameBuffer screen) {
    this.screen = screen;
  }

  public static void main(String[] arguments) throws Exception {
    int times = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    try (FrameBuffer screen = FrameBuffer.open(1400, 900)) {
      StartupBenchmark benchmark = new StartupBenchmark(screen);
      Map<Program, List<Start>> all = new EnumMap<>(Program.class);
      // The first ones find nothing in the system's memory yet.
      benchmark.round();
      for (int i = 0; i < times; i++) {
        benchmark
            .round()
            .forEach((of, start) -> all.computeIfAbsent(of, _ -> new ArrayList<>()).add(start));
      }
      print(all);
    }
  }

  private Map<Program, Start> round() throws Exception {
    Map<Program, Start> starts = new EnumMap<>(Program.class);
    for (Program program : Program.made()) {
      starts.put(program, startOnDisplay(program));
    }
    return starts;
  }

  /**
   * Xvfb begins anew whenever its last client leaves, and turns away who comes meanwhile. JavaFX
   * tries the display and leaves before it comes to stay, so that happens to one start of a
   * hundred. A server that does not begin anew would not do: after the first start it knows what
   * GTK asks of it, and the others would be quicker than a user's.
   */
  private Start startOnDisplay(Program program) throws Exception {
    while (true) {
      try {
        return start(program);
      } catch (IOException refused) {
        if (!String.valueOf(refused.getMessage()).contains("cannot open display")) {
          throw refused;
        }
      }
    }
  }

  private Start start(Program program) throws Exception {
    Path home = Files.createTempDirectory("gradloom-startup");
    Path preferences = home.resolve("gradloom/preferences.json");
    Files.createDirectories(preferences.getParent());
    if (!program.preferences.isEmpty()) {
      Files.writeString(preferences, program.preferences);
    }
    Path log = home.resolve("log");
    ProcessBuilder command = new ProcessBuilder(program.command);
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    command.environment().put("DISPLAY", screen.display());
    command.environment().put("XDG_CONFIG_HOME", home.toString());
    screen.awaitEmpty();
    long begin = System.nanoTime();
    Process process = command.start();
    try {
      double[] firstBusy = new double[1];
      FrameBuffer.Seen seen =
          screen.awaitPicture(begin, PATIENCE_IN_SECONDS, () -> firstBusy[0] = drawing(process));
      screen.save(TARGET.resolve("startup"), program.name().toLowerCase(Locale.ROOT));
      return new Start(seen.first(), firstBusy[0], seen.whole(), busy(process), resident(process));
    } catch (IllegalStateException nothingSeen) {
      throw new IOException(program + " shows nothing: " + Files.readString(log), nothingSeen);
    } finally {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static double busy(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /**
   * What the threads have computed that a picture has to wait for, in seconds: on a busy machine it
   * says more than the clock.
   */
  private static double drawing(Process process) throws IOException {
    double sum = 0;
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/task"))) {
      for (Path thread : threads) {
        if (DRAWING.contains(Files.readString(thread.resolve("comm")).strip())) {
          sum += nanoseconds(Files.readString(thread.resolve("schedstat"))) / 1e9;
        }
      }
    }
    return sum;
  }

  private static long nanoseconds(String schedstat) {
    return Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
  }

  private static double resident(Process process) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  private static void print(Map<Program, List<Start>> all) {
    for (Figure figure : Figure.values()) {
      double[] hello = of(all, Program.HELLO, figure);
      for (Program program : Program.made()) {
        double[] values = of(all, program, figure);
        double[] ratios = values.clone();
        Arrays.setAll(ratios, i -> values[i] / hello[i]);
        System.out.printf(
            "%-31s %-12s %s, of hello's %s%n",
            figure.name, program, spread(values), spread(ratios));
      }
    }
  }

  private static double[] of(Map<Program, List<Start>> all, Program program, Figure figure) {
    return all.getOrDefault(program, List.of()).stream().mapToDouble(figure.of).toArray();
  }

  /** The median, and the quartiles around it. */
  private static String spread(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return "%7.2f (%.2f to %.2f)"
        .formatted(
            sorted[sorted.length / 2], sorted[sorted.length / 4], sorted[sorted.length * 3 / 4]);
  }

  /** A window with one label, dressed by the base of the app's usual theme. */
  public static final class Hello {
    private Hello() {}

    public static void main(String[] arguments) {
      // As the app does where there is no graphics card.
      System.setProperty("prism.order", "sw");
      Platform.startup(() -> {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Stage stage = new Stage();
        stage.setScene(
            new Scene(
                new StackPane(new Label("Hello, matrices")),
                WindowPlace.USUAL_WIDTH,
                WindowPlace.USUAL_HEIGHT));
        stage.show();
      });
    }
  }
}
