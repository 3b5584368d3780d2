package org.gradloom.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.gradloom.text.Message;

/**
 * What is measured on.
 *
 * @param processor its name, or its architecture where the system does not tell
 * @param cores how many there are
 * @param java the version of the JDK
 * @param lanes how many doubles a vector unit multiplies at once, where the system tells
 * @param cache bytes of the largest cache, where the system tells
 */
public record Machine(
    String processor, int cores, String java, OptionalInt lanes, OptionalLong cache) {

  /** This one. */
  public static Machine here() {
    return of(
        Path.of("/"),
        Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
            .orElseGet(() -> System.getProperty("os.name") + " " + System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString());
  }

  /**
   * What Linux tells in files below {@code root}; elsewhere there are none.
   *
   * @param otherwise the processor where they do not tell
   */
  static Machine of(Path root, String otherwise, int cores, String java) {
    List<String> processor = lines(root.resolve("proc/cpuinfo"));
    Set<String> can =
        Set.of(
            Arrays.stream(
                    value(processor, "flags")
                        .or(() -> value(processor, "Features"))
                        .orElse("")
                        .split("\\s+"))
                .distinct()
                .toArray(String[]::new));
    return new Machine(
        value(processor, "model name").orElse(otherwise), cores, java, lanes(can), cache(root));
  }

  private static OptionalInt lanes(Set<String> can) {
    return can.contains("avx512f")
        ? OptionalInt.of(8)
        : can.contains("avx")
            ? OptionalInt.of(4)
            : can.contains("sse2") || can.contains("asimd")
                ? OptionalInt.of(2)
                : OptionalInt.empty();
  }

  private static OptionalLong cache(Path root) {
    Path caches = root.resolve("sys/devices/system/cpu/cpu0/cache");
    OptionalLong largest = OptionalLong.empty();
    for (int k = 0; k < 5; k++) {
      for (String size : lines(caches.resolve("index" + k).resolve("size"))) {
        if (size.matches("\\d{1,9}[KM]")) {
          long count = Long.parseLong(size.substring(0, size.length() - 1));
          long bytes = count * (size.endsWith("K") ? 1024 : 1024 * 1024);
          largest = OptionalLong.of(Math.max(bytes, largest.orElse(0)));
        }
      }
    }
    return largest;
  }

  private static Optional<String> value(List<String> lines, String name) {
    return lines.stream()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
        .map(pair -> pair[1].strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      // Another system, or one that keeps it to itself.
      return List.of();
    }
  }

  /** Its name as it stands beside what was measured on it. */
  public Message named() {
    return Message.of("speed.machine", processor, cores, java);
  }
}
