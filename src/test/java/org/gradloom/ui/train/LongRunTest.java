package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradloom.training.PlannedRun;
import org.gradloom.training.Preset;
import org.gradloom.training.SetupEdits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as fast as it can with the Train screen open, from its first step to its last. */
@Tag("window")
class LongRunTest {
  /** Four fifths of the 500 rows of the spirals are trained, in mini-batches of 10. */
  private static final int STEPS_AN_EPOCH = 40;

  private static final int EPOCHS = 4_000;

  /**
   * What memory may grow by. To keep the losses of the steps that are watched, be it as bare
   * doubles, would take twice as much.
   */
  private static final double MEGABYTES = 0.5;

  @TempDir private Path folder;

  private Process start(Path said, Path errors) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    // Frames as if somebody watched: with fewer, pictures of the run are made after the first
    // pause.
    command.add("-Djavafx.animation.pulse=5");
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(LongRunProgram.class.getName());
    command.addAll(List.of(folder.toString(), "" + EPOCHS, "" + STEPS_AN_EPOCH));
    return new ProcessBuilder(command)
        .redirectOutput(said.toFile())
        .redirectError(errors.toFile())
        .start();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** As the run without any thread says them: one for each step, in order. */
  private static List<Double> lossesAlone() {
    List<Double> losses = new ArrayList<>();
    new PlannedRun(SetupEdits.withEpochs(Preset.SPIRALS.setup(), EPOCHS).lesson())
        .run((step, loss) -> losses.add(loss));
    return losses;
  }

  @Test
  void everyLossIsDeliveredOnceAndInOrderAndMemoryStaysAsItWas() throws Exception {
    Path said = folder.resolve("said");
    Path errors = folder.resolve("errors");
    Process process = start(said, errors);
    List<Double> alone = lossesAlone();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).as("%s", Files.readString(errors)).isZero();

    List<double[]> lines = Files.readAllLines(said).stream().map(LongRunTest::numbers).toList();
    assertThat(alone).hasSize(EPOCHS * STEPS_AN_EPOCH);
    assertThat(lines.get(2)[0]).isEqualTo(alone.size());
    int width = (int) lines.get(2)[1];
    List<double[]> buckets = lines.subList(3, lines.size());
    assertThat(buckets).hasSize(Math.ceilDiv(alone.size(), width));
    for (int i = 0; i < buckets.size(); i++) {
      var part = alone.subList(i * width, Math.min(alone.size(), (i + 1) * width));
      var summary = part.stream().mapToDouble(loss -> loss).summaryStatistics();
      assertThat(buckets.get(i)[0]).isEqualTo(summary.getMin());
      assertThat(buckets.get(i)[1]).isCloseTo(summary.getAverage(), within(1e-9));
      assertThat(buckets.get(i)[2]).isEqualTo(summary.getMax());
    }
    double[] early = lines.get(0);
    double[] late = lines.get(1);
    assertThat((late[0] - early[0]) * Double.BYTES / 1e6).isGreaterThan(2 * MEGABYTES);
    assertThat(late[1]).isLessThan(early[1] + MEGABYTES);
  }
}
