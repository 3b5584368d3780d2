package org.gradloom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of other people's licences names every text there is, and the versions in use. */
class LicencesTest {
  private static final Path FOLDER = Path.of("assets", "licences");

  record Entry(String name, String version, String licence, String file) {}

  @Test
  void namesEveryText() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files.map(file -> file.getFileName().toString()).filter(n -> !n.equals("index.tsv")))
          .containsExactlyInAnyOrderElementsOf(
              entries().stream().map(Entry::file).distinct().toList());
    }
  }

  @Test
  void namesTheVersionsInUse() throws IOException {
    String classPath = System.getProperty("java.class.path");
    assertThat(entries().stream().filter(entry -> !isFont(entry) && !isData(entry)))
        .allSatisfy(entry -> assertThat(classPath).contains("-" + entry.version() + ".jar"));
  }

  /** Typefaces are files of the app and no libraries. */
  private static boolean isFont(Entry entry) {
    return Files.exists(Path.of("assets", "fonts", entry.name().replace(" ", "") + "-Regular.ttf"))
        || Files.exists(Path.of("assets", "fonts", entry.name().replace(" ", "") + "-Italic.ttf"));
  }

  /** So are the data sets, whose version is the year they were given. */
  private static boolean isData(Entry entry) {
    return entry.file().equals("data-sets.txt");
  }

  private static List<Entry> entries() throws IOException {
    return Files.readAllLines(FOLDER.resolve("index.tsv"), UTF_8).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Entry(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }
}
