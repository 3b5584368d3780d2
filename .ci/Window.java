import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Starts the program on a display of its own and does there what a newcomer does: begins the first
 * lesson and goes from beat to beat until the app remembers it as done. Saves what the screen shows
 * last.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Window {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** After this long, what was reached is in a file. */
  private static final Duration REMEMBERED = Duration.ofSeconds(2);

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
      command.addAll(0, List.of(Tools.ofJdk("java"), "-jar"));
    }
    String complaint;
    try {
      complaint = walk(command, png);
    } catch (Tools.Refusal refusal) {
      complaint = refusal.getMessage();
    }
    if (!complaint.isEmpty()) {
      System.out.println("The window: " + complaint);
      System.exit(1);
    }
  }

  /**
   * Walks the first lesson.
   *
   * @param command the program, which is in Java
   * @param png where to save what the screen shows last
   * @return what went wrong; empty if nothing did
   */
  static String walk(List<String> command, Path png) throws Exception {
    Path folder = Files.createTempDirectory("gradloom-window");
    Path log = folder.resolve("app.log");
    String complaint;
    try (Screen screen = Screen.open(folder)) {
      Instant begin = Instant.now();
      Process app = screen.show(log, command);
      Window window = new Window(screen, app, folder.resolve(".config/gradloom/progress.json"));
      complaint = window.walkLesson(begin);
      ImageIO.write(screen.picture(), "png", png.toFile());
      Screen.end(app);
    }
    String said = Files.readString(log);
    Tools.delete(folder);
    if (complaint.isEmpty() && said.contains("Exception")) {
      complaint = "the app reported an exception.";
    }
    return complaint.isEmpty()
        ? ""
        : "%s The screen is saved as %s.%n%s".formatted(complaint, png, said);
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
    int beats = Integer.parseInt(remembered("\"beats\": (\\d+)"));
    for (int beat = 2; beat <= beats; beat++) {
      screen.press("Alt_L", "Right");
      if (!changes()) {
        return "the lesson did not go on to beat %d %s".formatted(beat, end());
      }
    }
    if (!remembered("\"done\": (\\w+)").equals("true")) {
      return "the lesson does not count as done after its last beat.";
    }
    System.out.printf(
        "The window: a picture stood still after %.1f s, and the first lesson's %d beats"
            + " followed.%n",
        start.toMillis() / 1000.0, beats);
    return "";
  }

  /**
   * What the app has written of the lesson, which it does a moment after a beat is shown.
   *
   * @param field a pattern with the wanted value in parentheses
   */
  private String remembered(String field) throws IOException, InterruptedException {
    Thread.sleep(REMEMBERED.toMillis());
    String text = Files.exists(progress) ? Files.readString(progress) : "";
    Matcher found = Pattern.compile(field).matcher(text);
    if (!found.find()) {
      throw new Tools.Refusal("%s holds no %s:%n%s".formatted(progress, field, text));
    }
    return found.group(1);
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
