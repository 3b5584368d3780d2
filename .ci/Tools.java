import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Programs that are run, and folders that are handled as one. */
@SuppressWarnings("DefaultPackage") // it is run from its source
final class Tools {
  private Tools() {}

  /** Why there is no result, in one sentence for whoever asked for it. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String why) {
      super(why);
    }
  }

  /** A program of the JDK that runs this. */
  static String ofJdk(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /**
   * Runs a program.
   *
   * @param time the latest time that it may give to a file in what it packs
   * @return what it printed
   * @throws Refusal with that, if it fails
   * @throws IOException if there is no such program
   */
  static String run(Instant time, List<?> command) throws IOException, InterruptedException {
    List<String> words = command.stream().map(Object::toString).toList();
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(time.getEpochSecond()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new Refusal(words.getFirst() + " failed.\n" + said);
    }
    return said;
  }

  /** What is in a folder, always in the same order. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static long megabytes(Path root) throws IOException {
    long bytes = 0;
    for (Path file : tree(root)) {
      bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return Math.round(bytes / 1e6);
  }

  /** Gives all files one time. */
  static void setTimes(Path root, Instant time) throws IOException {
    for (Path file : tree(root)) {
      Files.setLastModifiedTime(file, FileTime.from(time));
    }
  }

  /** Copies a folder with its times and rights. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    for (Path file : tree(from)) {
      Files.copy(
          file,
          to.resolve(from.relativize(file)),
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
    }
  }

  static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      for (Path file : tree(root).reversed()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A folder and all that is in it, each folder before what it holds. */
  private static List<Path> tree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
