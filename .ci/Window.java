import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Starts the jar on a display of its own, waits until the screen shows a picture that stands still,
 * saves it, and ends what it started.
 *
 * <p>Xvfb keeps its screen in a file, in the format of {@code xwd}; reading that needs no further
 * tool.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Window {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** An empty window has one colour, or two with its border; letters alone have more. */
  private static final int COLOURS_OF_A_PICTURE = 8;

  private final List<Process> started = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]).toAbsolutePath();
    Path png = Path.of(args[1]);
    Window window = new Window();
    Runtime.getRuntime().addShutdownHook(new Thread(window::end));
    String complaint = window.look(jar, png);
    if (!complaint.isEmpty()) {
      System.out.println("The window: " + complaint);
      System.exit(1);
    }
  }

  private String look(Path jar, Path png) throws Exception {
    Path folder = Files.createTempDirectory("gradloom-window");
    Process server =
        start(
            new ProcessBuilder(
                    "Xvfb",
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1400x900x24",
                    "-nolisten",
                    "tcp",
                    "-fbdir",
                    folder.toString())
                .redirectError(folder.resolve("xvfb.log").toFile()));
    String display = server.inputReader().readLine();
    if (display == null) {
      return "Xvfb did not start.\n" + Files.readString(folder.resolve("xvfb.log"));
    }

    Path log = folder.resolve("app.log");
    // A home of its own: what a person keeps there must neither matter here nor change.
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-jar",
                jar.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    command.environment().put("DISPLAY", ":" + display);
    command.environment().put("HOME", folder.toString());
    Instant begin = Instant.now();
    Process app = start(command);

    Path screen = folder.resolve("Xvfb_screen0");
    BufferedImage before = picture(screen);
    while (app.isAlive() && begin.plus(PATIENCE).isAfter(Instant.now())) {
      Thread.sleep(500);
      BufferedImage now = picture(screen);
      long colours = colours(now);
      if (colours >= COLOURS_OF_A_PICTURE && Arrays.equals(pixels(before), pixels(now))) {
        ImageIO.write(now, "png", png.toFile());
        String said = Files.readString(log);
        System.out.printf(
            "The window: %d colours after %.1f s, saved as %s.%n%s",
            colours, Duration.between(begin, Instant.now()).toMillis() / 1000.0, png, said);
        return said.contains("Exception") ? "the app reported an exception." : "";
      }
      before = now;
    }
    ImageIO.write(before, "png", png.toFile());
    String end =
        app.isAlive()
            ? "no picture stood still within " + PATIENCE.toSeconds() + " s"
            : "the app ended with status " + app.exitValue();
    return "%s; the screen is saved as %s.%n%s".formatted(end, png, Files.readString(log));
  }

  private Process start(ProcessBuilder command) throws IOException {
    Process process = command.start();
    started.add(process);
    return process;
  }

  /** Ends the app first: it complains when its display goes away under it. */
  private void end() {
    for (Process process : started.reversed()) {
      process.destroy();
      try {
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
    }
  }

  private static BufferedImage picture(Path xwd) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(xwd));
    int headerSize = file.getInt(0);
    int width = file.getInt(16);
    int height = file.getInt(20);
    int bytesPerLine = file.getInt(48);
    int colourMap = 12 * file.getInt(76);
    file.order(file.getInt(28) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, file.getInt(headerSize + colourMap + y * bytesPerLine + 4 * x));
      }
    }
    return image;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static long colours(BufferedImage image) {
    return Arrays.stream(pixels(image)).distinct().count();
  }
}
