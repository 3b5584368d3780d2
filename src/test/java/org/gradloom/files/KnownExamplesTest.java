package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;

/** The examples come to the numbers that their sources print, to the last digit printed. */
class KnownExamplesTest {
  private static Matrix matrix(String example, String place) {
    Lesson lesson = BuiltInLessons.read(example);
    Operand operand = Place.parse(place).operand();
    return lesson.convention().turned(operand, Trace.of(lesson).matrix(operand));
  }

  private static void assertPrinted(String example, String place, double unit, double... printed) {
    assertThat(matrix(example, place).toArray())
        .as("%s of %s", place, example)
        .containsExactly(printed, within(unit));
  }

  /** As many digits as were printed, and half a unit of the last for their rounding. */
  private static final double EIGHT = 0.6e-8;

  private static final double NINE = 0.6e-9;

  @Test
  void everyFileIsOneAndNamesItsSource() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "examples"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".gradloom.json", "")))
          .containsExactlyInAnyOrderElementsOf(BuiltInLessons.examples().keySet())
          .hasSize(8)
          .doesNotContainAnyElementsOf(BuiltInLessons.lessons().keySet());
    }
    for (String id : BuiltInLessons.examples().keySet()) {
      Beat source = BuiltInLessons.read(id).beats().getFirst();
      assertThat(Objects.requireNonNull(source.say()).in("en")).as(id).isNotBlank();
      assertThat(source.at()).as(id).isNotNull();
    }
  }

  @Test
  void mazursStep() {
    assertPrinted("mazur", "layer1/a", NINE, 0.593269992, 0.596884378);
    assertPrinted("mazur", "layer2/a", NINE, 0.751365070, 0.772928465);
    assertPrinted("mazur", "loss/L", NINE, 0.298371109);
    assertPrinted(
        "mazur", "layer2/dW", 0.6e-8, 0.082167041, -0.022602540, 0.082667628, -0.022740242);
    assertPrinted("mazur", "layer2/wNext", NINE, 0.35891648, 0.511301270, 0.408666186, 0.561370121);
    assertPrinted("mazur", "layer1/wNext", EIGHT, 0.149780716, 0.24975114, 0.19956143, 0.29950229);
    // He leaves the biases as they are.
    assertPrinted("mazur", "layer2/bNext", 0, 0.6, 0.6);
  }

  @Test
  void courserasLinearBackward() {
    String id = "coursera-linear-backward";
    assertPrinted(id, "layer1/dW", EIGHT, -0.10076895, 1.40685096, 1.64992505);
    assertPrinted(id, "layer1/dB", EIGHT, 0.50629448);
    // The course divides dA_prev by nothing, and here all is divided by m = 2.
    double[] printed = {0.51822968, -0.19517421, -0.40506361, 0.15255393, 2.37496825, -0.89445391};
    assertPrinted(
        id, "layer1/dX", EIGHT, IntStream.range(0, 6).mapToDouble(i -> printed[i] / 2).toArray());
  }

  @Test
  void cs231nsToyNet() {
    String id = "cs231n-two-layers";
    assertPrinted(
        id,
        "layer2/z",
        EIGHT,
        -0.81233741,
        -1.27654624,
        -0.70335995,
        -0.17129677,
        -1.18803311,
        -0.47310444,
        -0.51590475,
        -1.01354314,
        -0.8504215,
        -0.15419291,
        -0.48629638,
        -0.52901952,
        -0.00618733,
        -0.12435261,
        -0.15226949);
    assertPrinted(id, "loss/L", 0.6e-11, 1.30378789133);
  }

  @Test
  void trasksFirstError() {
    double[] outputs = matrix("trask-three-layers", "layer2/a").toArray();
    List<Integer> targets = List.of(0, 1, 1, 0);
    double mean =
        IntStream.range(0, 4)
            .mapToDouble(k -> Math.abs(targets.get(k) - outputs[k]))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(0.496410031903, within(0.6e-12));
  }

  @Test
  void pytorchsMeanOverAllEntries() {
    assertPrinted("pytorch-bce-with-logits", "loss/L", 0.6e-4, 0.2014);
  }

  @Test
  void cs231nsSoftmaxRow() {
    String id = "cs231n-softmax-row";
    assertPrinted(id, "layer1/z", 0.6e-2, -2.85, 0.86, 0.28);
    assertPrinted(id, "loss/p", 0.6e-3, 0.016, 0.631, 0.353);
    assertPrinted(id, "loss/L", 0.6e-2, 1.04);
  }

  @Test
  void microgradsNeuron() {
    String id = "micrograd-neuron";
    assertPrinted(id, "layer1/a", 0.6e-4, 0.7071);
    assertPrinted(id, "layer1/dW", 1e-12, 1, 0);
    assertPrinted(id, "layer1/dX", 1e-12, -1.5, 0.5);
  }

  @Test
  void udacitysSingleUnit() {
    String id = "udacity-single-unit";
    assertPrinted(id, "layer1/a", 1e-15, 0.6899744811276125);
    Offset<Double> near = within(EIGHT);
    double[] next = matrix(id, "layer1/wNext").toArray();
    double[] start = matrix(id, "layer1/w").toArray();
    double[] printed = {-0.02031869, -0.04063738, -0.06095608, -0.08127477};
    for (int i = 0; i < 4; i++) {
      assertThat(next[i] - start[i]).isCloseTo(printed[i], near);
    }
  }
}
