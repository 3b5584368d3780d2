import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A display of its own, with the programs that are shown on it: looks at it and types. What was
 * started ends with it.
 *
 * <p>Xvfb keeps its screen in a file, in the format of {@code xwd}; reading that needs no further
 * tool. Keys are pressed through X11's own library for tests, which a window cannot tell from a
 * keyboard.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Screen implements AutoCloseable {
  /** An empty window has one colour, or two with its border; letters alone have more. */
  private static final int COLOURS_OF_A_PICTURE = 8;

  /** A JVM that writes an AOT cache as it ends takes half a minute, and more on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final String display;
  private final List<Process> started;

  private Screen(Path folder, String display, List<Process> started) {
    this.folder = folder;
    this.display = display;
    this.started = started;
  }

  /**
   * Starts an empty screen.
   *
   * @param folder where it may keep files; also the home of what is shown, since what a person
   *     keeps at home must neither matter here nor change
   * @throws Tools.Refusal if there is no Xvfb
   */
  static Screen open(Path folder) throws IOException {
    Path log = folder.resolve("xvfb.log");
    List<Process> started = new ArrayList<>();
    ProcessBuilder builder =
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
            .redirectError(log.toFile());
    Process server;
    try {
      server = builder.start();
    } catch (IOException missing) {
      throw new Tools.Refusal(
          "the window opens on a screen that nobody sees, and there is no Xvfb: install xvfb,"
              + " libgtk-3-0 and libxtst6 (as Debian and Ubuntu call them).");
    }
    started.add(server);
    String number = server.inputReader().readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start.\n" + Files.readString(log));
    }
    Screen screen = new Screen(folder, ":" + number, started);
    Runtime.getRuntime().addShutdownHook(new Thread(screen::close));
    return screen;
  }

  /** Shows a program; all that it says goes to the log. */
  Process show(Path log, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("DISPLAY", display);
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("XDG_CONFIG_HOME");
    // This reaches the JVM of a launcher as well. Java does not ask HOME where a home is.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.home=" + folder);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /**
   * Waits until the screen shows a picture that stands still.
   *
   * @param other a picture that it must not be
   * @return nothing if the app ended before, or the patience did
   */
  Optional<BufferedImage> stillPicture(Process app, Duration patience, BufferedImage other)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(patience);
    BufferedImage before = picture();
    while (app.isAlive() && Instant.now().isBefore(end)) {
      Thread.sleep(250);
      BufferedImage now = picture();
      if (colours(now) >= COLOURS_OF_A_PICTURE && same(before, now) && !same(other, now)) {
        return Optional.of(now);
      }
      before = now;
    }
    return Optional.empty();
  }

  /** What the screen shows now. */
  BufferedImage picture() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("Xvfb_screen0")));
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

  static boolean same(BufferedImage one, BufferedImage other) {
    return Arrays.equals(pixels(one), pixels(other));
  }

  static long colours(BufferedImage image) {
    return Arrays.stream(pixels(image)).distinct().count();
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /**
   * Presses keys together, such as {@code "Alt_L", "Right"}, and lets go of them.
   *
   * @param keys X11's names of keys
   */
  void press(String... keys) {
    try (Arena arena = Arena.ofConfined()) {
      X11 x = new X11(arena);
      MemorySegment server = x.open(display);
      int[] codes = Arrays.stream(keys).mapToInt(key -> x.code(server, key)).toArray();
      for (int code : codes) {
        x.key(server, code, true);
      }
      for (int code = codes.length - 1; code >= 0; code--) {
        x.key(server, codes[code], false);
      }
      x.close(server);
    }
  }

  /** Ends what is shown before the display: a window complains when that goes away under it. */
  @Override
  public void close() {
    for (Process process : started.reversed()) {
      end(process);
    }
  }

  /** Ends a program as the system does at a logout, or by force where it does not listen. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /** The few functions of X11 that press a key. */
  private static final class X11 {
    private static final ValueLayout.OfLong UNSIGNED_LONG = ValueLayout.JAVA_LONG;

    private final Arena arena;
    private final SymbolLookup xlib;
    private final SymbolLookup xtest;

    @SuppressWarnings("restricted")
    X11(Arena arena) {
      this.arena = arena;
      xlib = SymbolLookup.libraryLookup("libX11.so.6", arena);
      xtest = SymbolLookup.libraryLookup("libXtst.so.6", arena);
    }

    MemorySegment open(String display) {
      MemorySegment name = arena.allocateFrom(display);
      MemorySegment server =
          (MemorySegment)
              call(xlib, "XOpenDisplay", ValueLayout.ADDRESS, List.of(ValueLayout.ADDRESS), name);
      if (server.equals(MemorySegment.NULL)) {
        throw new IllegalStateException("No X server answers at " + display + ".");
      }
      return server;
    }

    /** The code that this display has for a key. */
    int code(MemorySegment server, String key) {
      MemorySegment name = arena.allocateFrom(key);
      Object symbol =
          call(xlib, "XStringToKeysym", UNSIGNED_LONG, List.of(ValueLayout.ADDRESS), name);
      byte code =
          (byte)
              call(
                  xlib,
                  "XKeysymToKeycode",
                  ValueLayout.JAVA_BYTE,
                  List.of(ValueLayout.ADDRESS, UNSIGNED_LONG),
                  server,
                  symbol);
      if (code == 0) {
        throw new IllegalArgumentException("This keyboard has no key " + key + ".");
      }
      return Byte.toUnsignedInt(code);
    }

    void key(MemorySegment server, int code, boolean down) {
      call(
          xtest,
          "XTestFakeKeyEvent",
          ValueLayout.JAVA_INT,
          List.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, UNSIGNED_LONG),
          server,
          code,
          down ? 1 : 0,
          0L);
    }

    /** Sends what was pressed, and leaves. */
    void close(MemorySegment server) {
      call(xlib, "XCloseDisplay", ValueLayout.JAVA_INT, List.of(ValueLayout.ADDRESS), server);
    }

    @SuppressWarnings("restricted")
    private static Object call(
        SymbolLookup library,
        String name,
        MemoryLayout result,
        List<MemoryLayout> parameters,
        Object... arguments) {
      FunctionDescriptor shape =
          FunctionDescriptor.of(result, parameters.toArray(MemoryLayout[]::new));
      try {
        return Linker.nativeLinker()
            .downcallHandle(library.findOrThrow(name), shape)
            .invokeWithArguments(arguments);
      } catch (Throwable failure) {
        throw new IllegalStateException(name + " could not be called", failure);
      }
    }
  }
}
