package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no command may wait for or trip over. */
class OddInputTest {
  @TempDir private Path folder;

  @Test
  @Timeout(10)
  void aPipeThatNobodyWritesToIsRefused() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.json");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
    for (List<String> command :
        List.of(
            List.of("compute"),
            List.of("explain"),
            List.of("matrix"),
            List.of("mark"),
            List.of("data"),
            List.<String>of())) {
      InProcess process = new InProcess();
      String[] arguments =
          java.util.stream.Stream.concat(
                  command.stream(), java.util.stream.Stream.of(pipe.toString()))
              .toArray(String[]::new);
      assertThat(process.run(arguments)).as(command.toString()).isEqualTo(Commands.BAD_INPUT);
      assertThat(process.err()).contains(pipe + " is no ordinary file: give the path of ");
    }
  }

  @Test
  void badInputIsBadInputWhereNobodyReadsTheErrors() {
    InProcess process = new InProcess().withClosedErrors();
    assertThat(process.run("compute", folder.resolve("none.json").toString()))
        .isEqualTo(Commands.BAD_INPUT);
    assertThat(process.run("compute", "--no-such-option")).isEqualTo(Commands.BAD_INPUT);
  }
}
