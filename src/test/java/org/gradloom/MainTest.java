package org.gradloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.GraphicsEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MainTest {
  /** The program, which says at its end whether AWT would have opened the display. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> System.out.println("headless " + GraphicsEnvironment.isHeadless())));
      Main.main(arguments);
    }
  }

  @Test
  void lettersAreDrawnWithoutASecondConnectionToTheDisplay() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            "--version");
    // With a display at hand AWT would not do without it by itself.
    command.environment().put("DISPLAY", ":0");
    Process process = command.redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("Gradloom")
        .contains("headless true");
    assertThat(process.waitFor()).isZero();
  }
}
