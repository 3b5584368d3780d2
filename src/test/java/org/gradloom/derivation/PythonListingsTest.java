package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradloom.lesson.Lesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The listings in Python are Python, run where their library is, and print the engine's numbers.
 */
class PythonListingsTest {
  /** Runs every program named behind it in a name space of its own. */
  private static final String RUN_ALL =
      """
      import runpy, sys, warnings
      # σ of a far negative logit overflows on its way to the right 0.
      warnings.filterwarnings("ignore", "overflow encountered in exp")
      for program in sys.argv[1:]:
          runpy.run_path(program)
          print("----")
      """;

  private static final String PARSE_ALL =
      """
      import ast, sys
      for program in sys.argv[1:]:
          ast.parse(open(program, encoding="utf-8").read(), program)
          print("----")
      """;

  @TempDir private Path folder;

  @Test
  void everyListingInNumPyComputesTheMatricesOfTheWalk() throws Exception {
    assumeTrue(has("numpy"), "python3 with NumPy is needed to run the listings in NumPy");
    assertRuns(CodeListing.Language.NUMPY);
  }

  @Test
  void everyListingInPyTorchComputesTheMatricesOfTheWalk() throws Exception {
    assumeTrue(has("torch"), "python3 with PyTorch is needed to run the listings in PyTorch");
    assertRuns(CodeListing.Language.PYTORCH);
  }

  @Test
  void everyListingIsPython() throws Exception {
    assumeTrue(has("ast"), "python3 is needed to parse the listings");
    List<Lesson> lessons = EjmlJavaTest.lessons();
    for (CodeListing.Language language :
        List.of(CodeListing.Language.NUMPY, CodeListing.Language.PYTORCH)) {
      assertThat(python(PARSE_ALL, programs(lessons, language)))
          .isEqualToIgnoringNewLines((PrintedNumbers.NEXT + "\n").repeat(lessons.size()));
    }
  }

  private void assertRuns(CodeListing.Language language) throws Exception {
    List<Lesson> lessons = EjmlJavaTest.lessons();
    PrintedNumbers.assertAgree(lessons, python(RUN_ALL, programs(lessons, language)));
  }

  private List<String> programs(List<Lesson> lessons, CodeListing.Language language)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < lessons.size(); k++) {
      String program = EjmlJavaTest.listing(lessons.get(k), k, language).text();
      names.add(Files.writeString(folder.resolve(language + "-" + k + ".py"), program).toString());
    }
    return names;
  }

  private String python(String driver, List<String> programs) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-c", driver));
    command.addAll(programs);
    return PrintedNumbers.run(folder, command);
  }

  /** True if this machine has Python 3 with a library. */
  private static boolean has(String library) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", "import " + library)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }
}
