import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Looks at the reports of the tests: every compiled test class must have run, and with them no
 * fewer tests than there are known to be. Maven alone says BUILD SUCCESS of a run that found no
 * test at all, for instance where a JDK cannot read the classes.
 */
@SuppressWarnings("DefaultPackage") // it is run from its source
final class TestsRan {
  private TestsRan() {}

  /** Arguments: which classes must have run (all, some, none), the fewest tests, the target. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("none")) {
      return;
    }
    Path target = Path.of(args[2]);
    int least = Integer.parseInt(args[1]);
    List<String> faults = new ArrayList<>();
    int tests = 0;
    for (String name : testClasses(target.resolve("test-classes"))) {
      int ran = ran(target.resolve("surefire-reports").resolve("TEST-" + name + ".xml"));
      tests += ran;
      if (ran == 0 && args[0].equals("all")) {
        faults.add("No test of " + name + " ran.");
      }
    }
    if (tests < least) {
      faults.add("Only " + tests + " tests ran, and there are at least " + least + ".");
    }
    if (!faults.isEmpty()) {
      faults.forEach(System.err::println);
      System.exit(1);
    }
  }

  private static List<String> testClasses(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith("Test.class") && !file.contains("$"))
          // Benchmarks become classes of such names too.
          .filter(file -> !file.contains("jmh_generated"))
          .map(file -> file.replace(".class", "").replaceAll("[/\\\\]", "."))
          .sorted()
          .toList();
    }
  }

  /** How many tests of one class really ran; 0 without a report. */
  private static int ran(Path report) throws Exception {
    if (!Files.exists(report)) {
      return 0;
    }
    var suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    return Integer.parseInt(suite.getAttribute("tests"))
        - Integer.parseInt(suite.getAttribute("skipped"));
  }
}
