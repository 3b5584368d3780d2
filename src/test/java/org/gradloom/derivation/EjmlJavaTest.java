package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.ejml.simple.SimpleMatrix;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listings in Java compile and run, and what they compute is what the engine computes. */
class EjmlJavaTest {
  private static final double NEAR = 1e-9;

  @TempDir private Path folder;

  @Test
  void everyListingComputesTheMatricesOfTheWalk() throws Exception {
    List<Lesson> lessons =
        Stream.concat(
                RandomLessons.any(24, 3).stream(),
                RandomLessons.any(5, 4).stream()
                    .filter(lesson -> lesson.loss().kind().isLearnt())
                    .flatMap(
                        lesson -> Optimizer.kinds(0.01).stream().map(kind -> frozen(lesson, kind))))
            .collect(Collectors.toCollection(ArrayList::new));
    lessons.add(rowsFarApart());
    assertThat(lessons.stream().map(lesson -> lesson.loss().kind()).distinct())
        .containsExactlyInAnyOrder(LossKind.values());
    assertThat(
            lessons.stream()
                .flatMap(lesson -> lesson.layers().stream())
                .map(layer -> layer.activation())
                .distinct())
        .containsExactlyInAnyOrder(Activation.values());
    List<Path> sources = new ArrayList<>();
    for (int k = 0; k < lessons.size(); k++) {
      Path source = folder.resolve("Listing" + k + ".java");
      sources.add(Files.writeString(source, program("Listing" + k, lessons.get(k))));
    }
    compile(sources);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (int k = 0; k < lessons.size(); k++) {
        Method run = loader.loadClass("Listing" + k).getDeclaredMethod("run");
        Map<?, ?> found = (Map<?, ?>) run.invoke(null);
        Lesson lesson = lessons.get(k);
        for (Section section : Derivation.of(lesson).sections()) {
          Object matrix = found.get(section.result().toString());
          assertAgrees(lesson, section.result(), (SimpleMatrix) Objects.requireNonNull(matrix));
        }
      }
    }
  }

  /** Rows of logits that no common number could be taken off, and a probability that is 0. */
  private static Lesson rowsFarApart() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1000, 1001}, {0, 1}, {800, 0}}),
        List.of(new Layer(Matrix.of(new double[][] {{1, 0}, {0, 1}}), null, Activation.IDENTITY)),
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0, 1, 0)), Reduction.MEAN),
        0.1);
  }

  /** A class whose method runs the listing and gives its matrices under their places. */
  private static String program(String name, Lesson lesson) {
    Derivation derivation = Derivation.of(lesson);
    EjmlJava java = new EjmlJava(derivation, Texts.english());
    String listing = CodeListing.of(derivation, CodeListing.Language.EJML, Texts.english()).text();
    String imports = listing.substring(0, listing.indexOf('\n') + 1);
    String results =
        derivation.sections().stream()
            .map(Section::result)
            .map(result ->
                "found.put(\"%s\", %s);"
                    .formatted(
                        result,
                        result.quantity() == MatrixSymbol.L
                            ? "new SimpleMatrix(new double[][] {{L}})"
                            : java.name(result)))
            .collect(Collectors.joining("\n"));
    return imports
        + "import java.util.*;\npublic class "
        + name
        + " { public static Map<String, SimpleMatrix> run() {\n"
        + listing.substring(imports.length())
        + "Map<String, SimpleMatrix> found = new HashMap<>();\n"
        + results
        + "\nreturn found; } }\n";
  }

  private void compile(List<Path> sources) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "-classpath",
                      System.getProperty("java.class.path"),
                      "-d",
                      folder.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private static void assertAgrees(Lesson lesson, Operand result, SimpleMatrix found) {
    Matrix right = Derivation.of(lesson).trace().matrix(result);
    assertThat(found.getNumRows()).isEqualTo(right.rows());
    assertThat(found.getNumCols()).isEqualTo(right.columns());
    for (int i = 0; i < right.rows(); i++) {
      for (int j = 0; j < right.columns(); j++) {
        assertThat(found.get(i, j))
            .as("%s of %s, %s", result, lesson.loss().kind(), lesson.layers())
            .isCloseTo(right.get(i, j), within(NEAR * (1 + Math.abs(right.get(i, j)))));
      }
    }
  }

  private static Lesson frozen(Lesson lesson, Optimizer optimizer) {
    TrainingPlan plan =
        new TrainingPlan(
            optimizer,
            lesson.samples(),
            1,
            false,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.of(6));
    return new Lesson(
        "",
        Convention.XW,
        lesson.x(),
        lesson.layers(),
        lesson.loss(),
        0.1,
        plan,
        List.of(),
        List.of());
  }
}
