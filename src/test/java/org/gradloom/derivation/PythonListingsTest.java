package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.text.Texts;
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

  private static final String RUN_QUIETLY =
      """
      import sys
      for program in sys.argv[1:]:
          exec(compile(open(program, encoding="utf-8").read(), program, "exec"), {})
          print("agreed ")
      """;

  @TempDir private Path folder;

  @Test
  void everyListingInNumPyComputesTheMatricesOfTheWalk() throws Exception {
    assertRuns(pythonWith("numpy"), CodeListing.Language.NUMPY);
  }

  @Test
  void everyListingInPyTorchComputesTheMatricesOfTheWalk() throws Exception {
    assertRuns(pythonWith("torch"), CodeListing.Language.PYTORCH);
  }

  @Test
  void everyListingIsPython() throws Exception {
    String python3 = pythonWith("ast");
    List<Lesson> lessons = EjmlJavaTest.lessons();
    for (CodeListing.Language language :
        List.of(CodeListing.Language.NUMPY, CodeListing.Language.PYTORCH)) {
      assertThat(python(python3, PARSE_ALL, programs(lessons, language)))
          .isEqualToIgnoringNewLines((PrintedNumbers.NEXT + "\n").repeat(lessons.size()));
    }
  }

  /** Measured slopes and bordered products, held to what the listing itself computes as usual. */
  @Test
  void whatViewsAddInNumPyComesToTheSame() throws Exception {
    String python3 = pythonWith("numpy");
    List<String> programs = new ArrayList<>();
    List<Lesson> lessons = RandomLessons.awayFromKinks(16, 5);
    for (Lesson lesson : lessons) {
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        for (MatrixSymbol gradient : List.of(MatrixSymbol.DW, MatrixSymbol.DB, MatrixSymbol.DX)) {
          measured(new Operand(l, gradient), lesson).ifPresent(programs::add);
        }
        for (MatrixSymbol made : List.of(MatrixSymbol.Z, MatrixSymbol.DW, MatrixSymbol.DB)) {
          bordered(new Operand(l, made), lesson).ifPresent(programs::add);
        }
      }
    }
    assertThat(programs).hasSizeGreaterThan(100);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < programs.size(); k++) {
      names.add(Files.writeString(folder.resolve("view-" + k + ".py"), programs.get(k)).toString());
    }
    assertThat(python(python3, RUN_QUIETLY, names))
        .isEqualToIgnoringNewLines("agreed ".repeat(names.size()));
  }

  private static Optional<String> measured(Operand gradient, Lesson lesson) {
    String name = new Notation(lesson).code(gradient);
    return lesson.has(gradient)
        ? Optional.of(
            listing(lesson, Perspective.NUDGE, gradient)
                + "assert np.abs(measured_%1$s - %1$s).max() < 1e-6 * max(1, np.abs(%1$s).max())"
                    .formatted(name))
        : Optional.empty();
  }

  private static Optional<String> bordered(Operand made, Lesson lesson) {
    Notation notation = new Notation(lesson);
    boolean forward = made.quantity() == MatrixSymbol.Z;
    String dW = notation.code(new Operand(made.layer(), MatrixSymbol.DW));
    String dB = notation.code(new Operand(made.layer(), MatrixSymbol.DB));
    boolean beside = lesson.convention().neuronsAreRows();
    String line = beside ? "[:, -1]" : "[-1]";
    String held =
        forward
            ? "np.abs(%1$s_bordered - %1$s).max() < 1e-12".formatted(notation.code(made))
            : "np.abs(%s_%s%s - %s.ravel()).max() < 1e-12".formatted(dW, dB, line, dB);
    return lesson.layers().get(made.layer()).hasBias()
        ? Optional.of(listing(lesson, Perspective.BIAS, made) + "assert " + held)
        : Optional.empty();
  }

  private static String listing(Lesson lesson, Perspective perspective, Operand result) {
    return CodeListing.of(
                Derivation.of(lesson),
                CodeListing.Language.NUMPY,
                new CodeListing.Seen(perspective, lesson.canonical(result)),
                Texts.english())
            .text()
            .lines()
            .filter(line -> !line.startsWith("for name in"))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private void assertRuns(String python3, CodeListing.Language language) throws Exception {
    List<Lesson> lessons = EjmlJavaTest.lessons();
    PrintedNumbers.assertAgree(lessons, python(python3, RUN_ALL, programs(lessons, language)));
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

  private String python(String interpreter, String driver, List<String> programs) throws Exception {
    List<String> command = new ArrayList<>(List.of(interpreter, "-c", driver));
    command.addAll(programs);
    return PrintedNumbers.run(folder, command);
  }

  /** The first Python 3 of this machine that has a library; without one the test is skipped. */
  private static String pythonWith(String library) throws InterruptedException {
    for (String interpreter : List.of("python3", "/usr/bin/python3")) {
      if (has(interpreter, library)) {
        return interpreter;
      }
    }
    return abort("python3 with " + library + " is needed to run these listings");
  }

  private static boolean has(String interpreter, String library) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(interpreter, "-c", "import " + library)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }
}
