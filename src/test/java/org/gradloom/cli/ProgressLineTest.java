package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final long SECOND = 1_000_000_000;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long now;

  private ProgressLine line(boolean shown) {
    return new ProgressLine(Texts.english(), new Terminal(written, false), shown, () -> now);
  }

  private static void show(ProgressLine line, int step, int all, double loss) {
    line.show(
        step / (double) all,
        () -> Message.of("cli.train.progress", step, all, Numbers.format(loss)));
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theLineSaysHowFarTrainingIs() {
    ProgressLine line = line(true);
    now += SECOND;
    show(line, 25, 100, 0.5);
    assertThat(written()).isEqualTo("\r[######------------------] 25%, step 25 of 100, loss 0.5\r");
  }

  @Test
  void itIsWrittenAtMostFiveTimesASecond() {
    ProgressLine line = line(true);
    for (int step = 1; step <= 1000; step++) {
      now += SECOND / 1000;
      show(line, step, 1000, 1);
    }
    assertThat(written().split("step", -1)).hasSize(1 + 5);
  }

  @Test
  void itIsTakenAwayAtTheEnd() {
    ProgressLine line = line(true);
    now += SECOND;
    show(line, 1, 2, 123.456);
    int length = written().length() - 2;
    written.reset();
    line.clear();
    assertThat(written()).isEqualTo("\r" + " ".repeat(length) + "\r");
    written.reset();
    line.clear();
    assertThat(written()).isEmpty();
  }

  @Test
  void aFileGetsALineEveryTenSeconds() {
    ProgressLine line = line(false);
    for (int step = 1; step <= 25; step++) {
      now += SECOND;
      show(line, step, 100, 0.5);
    }
    line.clear();
    assertThat(written().lines())
        .containsExactly("10%, step 10 of 100, loss 0.5", "20%, step 20 of 100, loss 0.5");
  }

  @Test
  void whereItCannotBeWrittenTrainingGoesOnWithoutIt() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            written.write(b);
            throw new IOException("No space left on device");
          }
        };
    ProgressLine line =
        new ProgressLine(Texts.english(), new Terminal(full, false), true, () -> now);
    now += SECOND;
    show(line, 1, 2, 1);
    now += SECOND;
    show(line, 2, 2, 1);
    line.clear();
    assertThat(written()).hasSize(1);
  }
}
