package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listings in Java compile and run, and what they compute is what the engine computes. */
class EjmlJavaTest {
  @TempDir private Path folder;

  @Test
  void everyListingComputesTheMatricesOfTheWalk() throws Exception {
    List<Lesson> lessons = lessons();
    List<Path> sources = new ArrayList<>();
    for (int k = 0; k < lessons.size(); k++) {
      Path source = folder.resolve("Listing" + k + ".java");
      sources.add(Files.writeString(source, program("Listing" + k, k, lessons.get(k))));
    }
    sources.add(Files.writeString(folder.resolve("All.java"), all(lessons.size())));
    compile(sources);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = folder + File.pathSeparator + System.getProperty("java.class.path");
    PrintedNumbers.assertAgree(
        lessons,
        PrintedNumbers.run(
            folder, List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classes, "All")));
  }

  /** A program that runs all of them in one machine. */
  private static String all(int count) {
    return IntStream.range(0, count)
        .mapToObj(k ->
            "Listing%d.main(args); System.out.println(\"%s\");".formatted(k, PrintedNumbers.NEXT))
        .collect(
            Collectors.joining(
                "\n", "class All { public static void main(String[] args) {\n", "\n} }\n"));
  }

  /** Lessons with every rule, and optimizers in the middle of training. */
  static List<Lesson> lessons() {
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
        .containsExactlyInAnyOrderElementsOf(Activation.all());
    return lessons;
  }

  /** Rows of logits that no common number could be taken off, and a probability that is 0. */
  private static Lesson rowsFarApart() {
    return new Lesson(
        "",
        Matrix.of(new double[][] {{1000, 1001}, {0, 1}, {800, 0}}),
        List.of(new Layer(Matrix.of(new double[][] {{1, 0}, {0, 1}}), null, Elementwise.IDENTITY)),
        new Loss(
            LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0, 1, 0)), Reduction.MEAN),
        0.1);
  }

  /** The copied program, under a name of its own. */
  private static String program(String name, int number, Lesson lesson) {
    return listing(lesson, number, CodeListing.Language.EJML)
        .text()
        .replace("class Backprop", "class " + name);
  }

  /** A lesson's listing, each in another view, so that all lessons together have all views. */
  static CodeListing listing(Lesson lesson, int number, CodeListing.Language language) {
    Operand dW = new Operand(0, MatrixSymbol.DW);
    Operand dX = new Operand(lesson.lastLayer(), MatrixSymbol.DX);
    List<CodeListing.Seen> views =
        List.of(
            new CodeListing.Seen(Perspective.PRODUCT, dW),
            new CodeListing.Seen(Perspective.CARDS, dW),
            new CodeListing.Seen(Perspective.STACK, dX),
            new CodeListing.Seen(Perspective.JACOBIAN, dW),
            new CodeListing.Seen(Perspective.JACOBIAN, dX),
            new CodeListing.Seen(Perspective.NUDGE, dW),
            new CodeListing.Seen(Perspective.BIAS, new Operand(0, MatrixSymbol.Z)),
            new CodeListing.Seen(Perspective.BIAS, dW));
    return CodeListing.of(
        Derivation.of(lesson), language, views.get(number % views.size()), Texts.english());
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
