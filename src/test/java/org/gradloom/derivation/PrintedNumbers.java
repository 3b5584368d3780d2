package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;

/** What the programs of lessons print when they are run, held against what the engine computes. */
final class PrintedNumbers {
  private static final double NEAR = 1e-9;

  /** What stands between the outputs of two programs. */
  static final String NEXT = "----";

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*(?:[eE][-+]?\\d+)?|inf|nan)");
  private static final Pattern NAMED = Pattern.compile("(?m)^(\\w+) =");

  private PrintedNumbers() {}

  /**
   * Runs a command and gives its standard output; what it says on standard error fails the test.
   */
  static String run(Path folder, List<String> command) throws Exception {
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(command)
            .redirectError(errors.toFile())
            .directory(folder.toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", Files.readString(errors)).isZero();
    return printed;
  }

  /** Asserts that so many programs printed every matrix of their lesson's walk. */
  static void assertAgree(List<Lesson> lessons, String printed) {
    String[] outputs = printed.split(NEXT + "\\R", -1);
    assertThat(outputs).hasSize(lessons.size() + 1);
    for (int k = 0; k < lessons.size(); k++) {
      assertAgrees(lessons.get(k), named(outputs[k]));
    }
  }

  private static void assertAgrees(Lesson lesson, Map<String, double[]> found) {
    Derivation derivation = Derivation.of(lesson);
    Notation notation = new Notation(lesson);
    for (Section section : derivation.sections()) {
      Operand result = section.result();
      Matrix right = lesson.convention().turned(result, derivation.trace().matrix(result));
      double[] numbers = found.getOrDefault(notation.code(result), new double[0]);
      assertThat(numbers).as("%s in %s", result, found.keySet()).hasSize(right.shape().size());
      double[] expected = right.toArray();
      for (int i = 0; i < expected.length; i++) {
        assertThat(numbers[i])
            .as("%s of %s, %s", result, lesson.loss().kind(), lesson.layers())
            .isCloseTo(expected[i], within(NEAR * (1 + Math.abs(expected[i]))));
      }
    }
    assertThat(found.keySet())
        .containsExactlyElementsOf(
            derivation.sections().stream().map(s -> notation.code(s.result())).distinct().toList());
    assertThat(found).containsKey(notation.code(Operand.ofLoss(MatrixSymbol.L)));
  }

  /** The numbers behind each name, row by row. */
  private static Map<String, double[]> named(String output) {
    Map<String, double[]> found = new LinkedHashMap<>();
    Matcher name = NAMED.matcher(output);
    List<Integer> starts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    while (name.find()) {
      names.add(name.group(1));
      starts.add(name.end());
    }
    for (int i = 0; i < names.size(); i++) {
      int end =
          i + 1 < names.size()
              ? starts.get(i + 1) - names.get(i + 1).length() - 2
              : output.length();
      found.put(
          names.get(i),
          NUMBER
              .matcher(output.substring(starts.get(i), end))
              .results()
              .mapToDouble(number ->
                  Double.parseDouble(
                      number.group().replace("inf", "Infinity").replace("nan", "NaN")))
              .toArray());
    }
    return found;
  }
}
