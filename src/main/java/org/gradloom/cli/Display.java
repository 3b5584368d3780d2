package org.gradloom.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Whether a window can be opened here, found out before JavaFX starts: JavaFX itself answers a
 * missing display or library with a stack trace.
 */
public sealed interface Display {

  /**
   * A window can be opened.
   *
   * @param accelerated whether there is a graphics card and what draws on it; where there is not,
   *     JavaFX has to be told, or it looks for it by itself, which takes 0.08 s of a start, and
   *     prints a stack trace where it lacks a library for that
   */
  record Available(boolean accelerated) implements Display {}

  /** Nothing to open a window on, as in a terminal over the network or in a container. */
  record NoDisplay(Message message) implements Display {}

  /** There is a display, but not what JavaFX needs to draw on it. */
  record MissingLibraries(Message message) implements Display {}

  /**
   * Where Linux shows a graphics card: its drivers' common folder, NVidia's own device, and that of
   * a Windows below.
   */
  List<String> CARDS = List.of("/dev/dri", "/dev/nvidiactl", "/dev/dxg");

  /** Looks at the machine this runs on. */
  static Display here() {
    return find(
        System.getProperty("os.name", ""),
        System.getenv(),
        System::getProperty,
        Display::loads,
        device -> Files.exists(Path.of(device)));
  }

  /**
   * The same for any machine.
   *
   * @param osName the system property {@code os.name}
   * @param loads whether the native library of this name can be loaded
   * @param exists whether there is a device of this path
   */
  static Display find(
      String osName,
      Map<String, String> environment,
      Function<String, @Nullable String> systemProperty,
      Predicate<String> loads,
      Predicate<String> exists) {
    boolean headless = "headless".equalsIgnoreCase(systemProperty.apply("glass.platform"));
    if (headless || !osName.toLowerCase(Locale.ROOT).contains("linux")) {
      return new Available(true);
    }
    // JavaFX draws through X11 only. A Wayland desktop has DISPLAY as well, for its X server
    // inside.
    if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
      return environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
          ? new NoDisplay(Message.of("display.none"))
          : new NoDisplay(Message.of("display.wayland"));
    }
    List<Library> missing =
        Library.NEEDED.stream().filter(library -> !loads.test(library.file())).toList();
    if (!missing.isEmpty()) {
      return missing(missing);
    }
    return new Available(
        CARDS.stream().anyMatch(exists) && Library.FOR_ACCELERATION.stream().allMatch(loads));
  }

  /** What JavaFX means when it will not start its toolkit although {@link #find} saw no reason. */
  static Display refused(UnsupportedOperationException refusal) {
    // DISPLAY may name a server that is gone or lets nobody in; only the attempt shows it.
    return String.valueOf(refusal.getMessage()).contains("DISPLAY")
        ? new NoDisplay(Message.of("display.unreachable"))
        : missing(Library.NEEDED);
  }

  private static Display missing(List<Library> missing) {
    return new MissingLibraries(
        Message.of(
            "display.missing",
            join(missing, Library::file),
            join(missing, Library::debian),
            join(missing, Library::fedora),
            join(missing, Library::arch)));
  }

  private static String join(List<Library> libraries, Function<Library, String> part) {
    return libraries.stream().map(part).collect(Collectors.joining(" and "));
  }

  /** A library stays loaded once this has found it: JavaFX asks for it next. */
  @SuppressWarnings("restricted")
  private static boolean loads(String file) {
    try {
      SymbolLookup.libraryLookup(file, Arena.global());
      return true;
    } catch (IllegalArgumentException notFound) {
      return false;
    }
  }

  /** A native library and the packages that bring it. */
  record Library(String file, String debian, String fedora, String arch) {
    /** GTK's own package does not bring the second one. */
    static final List<Library> NEEDED =
        List.of(
            new Library("libgtk-3.so.0", "libgtk-3-0", "gtk3", "gtk3"),
            new Library("libXtst.so.6", "libxtst6", "libXtst", "libxtst"));

    static final List<String> FOR_ACCELERATION = List.of("libGL.so.1", "libXxf86vm.so.1");
  }
}
