package org.gradloom.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Begins this process once more where it cannot work well as it was started. Two things can be told
 * to a JVM only at its start:
 *
 * <ul>
 *   <li>Under a locale such as C, which containers often have, Java takes file names for ASCII:
 *       what was given as {@code Übung.json} reaches the program spoilt, and no file of that name
 *       can be opened, nor be chosen in a window. So the process goes on under a locale of UTF-8.
 *   <li>Beside the jar may lie an AOT cache ({@code mvn -Pcache}), with which the first picture
 *       comes in half the time. A jar cannot ask for it by itself.
 * </ul>
 *
 * <p>Every start with a cache waits for this, without one: so on the way to the cache there are no
 * lambdas, streams or strings added up, for which the JVM would first write itself code.
 *
 * <p>Linux alone tells the arguments as they were given. Elsewhere names are no bytes of a locale,
 * and the program starts without the cache.
 */
public final class Restart {
  private static final Path PROGRAM = Path.of("/proc/self/exe");
  private static final Path GIVEN = Path.of("/proc/self/cmdline");
  private static final String VARIABLE = "LC_ALL";
  private static final String UTF_8 = "C.UTF-8";

  /** Where the JVM looks for options of its own. */
  private static final Set<String> OPTIONS =
      Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

  private Restart() {}

  /**
   * Does nothing where this process is fine as it is, and does not come back where it is not.
   *
   * @param arguments of the program, as this JVM has read them
   */
  public static void ifItHelps(String... arguments) {
    if (!Files.isReadable(GIVEN)) {
      return;
    }
    try {
      List<byte[]> given = words(Files.readAllBytes(GIVEN));
      boolean spoilt =
          !namesAll(System.getProperty("sun.jnu.encoding", "UTF-8"))
              && !UTF_8.equals(System.getenv(VARIABLE))
              // In this order: a spoilt name is no path that could be asked whether it exists.
              && (given.stream().anyMatch(Restart::isBeyondAscii) || opensWindow(arguments));
      Optional<Path> cache =
          hasOptions(given, System.getenv())
              ? Optional.empty()
              : freshCache(Path.of(System.getProperty("java.class.path", "")));
      if (!spoilt && cache.isEmpty()) {
        return;
      }
      if (spoilt) {
        ProcessImage.setVariable(VARIABLE, UTF_8);
      }
      ProcessImage.replace(
          PROGRAM.toRealPath().toString(),
          cache.isPresent() ? with(cache.orElseThrow(), given) : given);
    } catch (IOException _) {
      // Then the start is slow, or names stay as spoilt as they are and are said to be missing.
    }
  }

  /**
   * Where the cache of a jar lies. It serves one build of the JVM only, and told to use another
   * one's, the JVM would start more slowly than without: so its name says whose it is.
   */
  public static Path cacheOf(Path jar) {
    // Runtime.version() says the same, and takes 0.01 s to.
    String build = System.getProperty("java.runtime.version", "unknown");
    return jar.resolveSibling("gradloom-".concat(build).concat(".aot"));
  }

  /** The cache that lies beside a jar, if it was made after it. */
  static Optional<Path> freshCache(Path jar) throws IOException {
    Path cache = cacheOf(jar);
    // Run from more than a jar, the class path names no file.
    return Files.isRegularFile(jar)
            && Files.isRegularFile(cache)
            && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0
        ? Optional.of(cache)
        : Optional.empty();
  }

  /** Whether people may choose any file later: what a command reads and prints is known now. */
  private static boolean opensWindow(String... arguments) {
    return System.getenv("DISPLAY") != null
        && (arguments.length == 0 || Files.exists(Path.of(arguments[0])));
  }

  /** Whether the JVM was given options of its own: they are meant, and may not go with ours. */
  static boolean hasOptions(List<byte[]> given, Map<String, String> environment) {
    return given.size() < 2
        || !"-jar".equals(new String(given.get(1), StandardCharsets.ISO_8859_1))
        || !Collections.disjoint(OPTIONS, environment.keySet());
  }

  /**
   * The options with which the JVM uses a cache.
   *
   * @param cache its path
   */
  public static List<String> optionsFor(String cache) {
    return List.of(
        "-XX:AOTCache=".concat(cache),
        // Where the cache fits the jar but not the machine, the JVM does without.
        "-Xlog:aot*=off,cds*=off",
        // Little is thrown away here, and this collector starts with the least memory.
        "-XX:+UseSerialGC",
        "-Xms72m",
        // A start throws away 50 MB, and to tidy up once before the first picture is enough.
        "-Xmn40m",
        // Nobody watches a start from outside; the file for that would have to be written first.
        "-XX:-UsePerfData",
        // Moved to where nobody can guess it, the cache takes 0.05 s longer to map.
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:ArchiveRelocationMode=0");
  }

  /** What was given, with a cache to use. */
  private static List<byte[]> with(Path cache, List<byte[]> given) {
    List<byte[]> all = new ArrayList<>(given);
    int at = 1;
    for (String option : optionsFor(cache.toAbsolutePath().toString())) {
      all.add(at++, option.getBytes(StandardCharsets.UTF_8));
    }
    return all;
  }

  /**
   * The words of a command line.
   *
   * @param given a zero byte after each word
   */
  static List<byte[]> words(byte[] given) {
    List<byte[]> words = new ArrayList<>();
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    for (byte each : given) {
      if (each == 0) {
        words.add(word.toByteArray());
        word.reset();
      } else {
        word.write(each);
      }
    }
    return words;
  }

  private static boolean isBeyondAscii(byte[] word) {
    for (byte each : word) {
      if (each < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesAll(String encoding) {
    return Charset.isSupported(encoding)
        && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
  }
}
