package org.gradloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.GraphicsEnvironment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir private Path folder;

  @Test
  void withoutAFolderForTemporaryFilesOneSentenceSaysWhyNoWindowOpens() throws Exception {
    String none = folder.resolve("none").toString();
    ProcessBuilder command =
        java(
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.io.tmpdir=" + none,
            "-Duser.home=" + folder,
            Main.class.getName());
    command.environment().remove("XDG_CONFIG_HOME");
    Process process = command.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("No window opens: its typefaces go through the folder for temporary files")
        .contains(none + ", where nothing can be written.")
        .doesNotContain("Something went wrong");
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(folder.resolve(".config")).as("where a crash would be logged").doesNotExist();
  }

  @Test
  void lettersAreDrawnWithoutASecondConnectionToTheDisplay() throws Exception {
    ProcessBuilder command = java(Program.class.getName(), "--version");
    // With a display at hand AWT would not do without it by itself.
    command.environment().put("DISPLAY", ":0");
    Process process = command.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("Gradloom")
        .contains("headless true");
    assertThat(process.waitFor()).isZero();
  }

  /** A JVM with the classes of this one, whose outputs come as one. */
  private static ProcessBuilder java(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
