package org.gradloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class that opened a window without {@link InWindow} would break others that run beside it. */
class InWindowTest {
  private static final Path TESTS = Path.of("src", "test", "java");

  private static List<Path> using(String words) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(
              file -> file.toString().endsWith("Test.java") && !file.endsWith("InWindowTest.java"))
          .filter(file -> read(file).contains(words))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyTestThatIsGivenARobotIsMarked() throws IOException {
    assertThat(using("ApplicationExtension")).isEmpty();
    assertThat(using("FxRobot robot"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(read(file)).contains("@InWindow"));
  }
}
