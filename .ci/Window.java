import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Starts the program on a display of its own and does there what a newcomer does: begins the first
 * lesson and goes from beat to beat until the app remembers it as done. Saves what the screen shows
 * last.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Window {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** More than any lesson has: a walk that goes in a circle must end. */
  private static final int MOST_BEATS = 40;

  private final Screen screen;
  private final Process app;
  private final Path progress;
  private BufferedImage seen;

  private Window(Screen screen, Process app, Path progress) throws IOException {
    this.screen = screen;
    this.app = app;
    this.progress = progress;
    seen = screen.picture();
  }

  /** Arguments: the picture to write, then a jar or a program with what it is given. */
  public static void main(String[] args) throws Exception {
    Path png = Path.of(args[0]);
    List<String> command = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    command.set(0, Path.of(command.getFirst()).toAbsolutePath().toString());
    if (command.getFirst().endsWith(".jar")) {
      command.addAll(
          0, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
    }
    String complaint = walk(command, "", png);
    if (!complaint.isEmpty()) {
      System.out.println("The window: " + complaint);
      System.exit(1);
    }
  }

  /**
   * Walks the first lesson.
   *
   * @param jvmOptions what the program's JVM is told besides
   * @return what went wrong; empty if nothing did
   */
  static String walk(List<String> command, String jvmOptions, Path png) throws Exception {
    Path folder = Files.createTempDirectory("gradloom-window");
    Path log = folder.resolve("app.log");
    String complaint;
    try (Screen screen = Screen.open(folder)) {
      Instant begin = Instant.now();
      Process app = screen.show(log, jvmOptions, command);
      Window window = new Window(screen, app, folder.resolve(".config/gradloom/progress.json"));
      complaint = window.walkLesson(begin);
      ImageIO.write(screen.picture(), "png", png.toFile());
      Screen.end(app);
    }
    String said = Files.readString(log);
    delete(folder);
    if (complaint.isEmpty() && said.contains("Exception")) {
      complaint = "the app reported an exception.";
    }
    return complaint.isEmpty()
        ? ""
        : "%s The screen is saved as %s.%n%s".formatted(complaint, png, said);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private String walkLesson(Instant begin) throws Exception {
    if (!changes()) {
      return "no picture stood still " + end();
    }
    Duration start = Duration.between(begin, Instant.now());
    screen.press("Return");
    if (!changes()) {
      return "Enter on the Start screen began no lesson " + end();
    }
    int beats = 1;
    while (!done()) {
      screen.press("Alt_L", "Right");
      if (beats == MOST_BEATS || !changes()) {
        return "the lesson did not go on after beat %d %s".formatted(beats, end());
      }
      beats++;
    }
    System.out.printf(
        "The window: a picture stood still after %.1f s, and the first lesson's %d beats"
            + " followed.%n",
        start.toMillis() / 1000.0, beats);
    return "";
  }

  /** Whether the lesson counts as done, as the app keeps it; it writes that a little later. */
  private boolean done() throws IOException {
    return Files.exists(progress) && Files.readString(progress).contains("\"done\": true");
  }

  /** Waits until the screen shows, and stands still at, something that was not seen before. */
  private boolean changes() throws IOException, InterruptedException {
    Optional<BufferedImage> now = screen.stillPicture(app, PATIENCE, seen);
    now.ifPresent(picture -> seen = picture);
    return now.isPresent();
  }

  private String end() {
    return app.isAlive()
        ? "within " + PATIENCE.toSeconds() + " s."
        : "before the app ended with status " + app.exitValue() + ".";
  }
}
