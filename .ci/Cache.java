import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.cli.Restart;

/**
 * Makes an AOT cache: the classes that the JVM had loaded and linked at the end of a walk through a
 * lesson. It serves the very same runtime with the very same jars only, down to their time of
 * change.
 *
 * <p>The walk runs without the second compiler. What that compiles in a walk, a start with the
 * cache would compile at once, and a start has other things to do: it took 3.1 s of processor time
 * with that, and takes 1.7 s without, on two cores. Training is as fast either way.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Cache {
  private Cache() {}

  /** Argument: the program's jar, beside which the cache goes. */
  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]).toAbsolutePath();
    Path cache = Restart.cacheOf(jar);
    try {
      make(cache, Tools.ofJdk("java"), List.of("-jar", jar.toString()));
      System.out.printf("The cache: %s, %d MB.%n", cache, Tools.megabytes(cache));
    } catch (Tools.Refusal refusal) {
      System.out.println("The cache: " + refusal.getMessage());
      System.exit(1);
    }
  }

  /**
   * Walks a lesson on a display of its own.
   *
   * @param java the program {@code java} of the runtime that the cache is for
   * @param program what it is to run
   * @throws Tools.Refusal if no cache comes of it
   */
  static void make(Path cache, String java, List<String> program) throws Exception {
    Files.deleteIfExists(cache);
    List<String> command =
        new ArrayList<>(
            List.of(
                java, "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=" + cache));
    command.addAll(program);
    Path png = cache.resolveSibling("training.png");
    String complaint = Window.walk(command, png);
    if (!complaint.isEmpty() || !Files.exists(cache)) {
      throw new Tools.Refusal("none came of the walk through a lesson. " + complaint);
    }
    Files.delete(png);
  }
}
