package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsSavedIsLoaded() {
    PreferencesFile file = new PreferencesFile(folder.resolve("new/deep/preferences.json"));
    Preferences preferences =
        Preferences.defaults()
            .withTheme("dark")
            .withWindow(new Preferences.Window(10, -20.5, 1280, 800, true))
            .withScale(1.25)
            .withLayout("inline")
            .withCodeLanguage("NUMPY")
            .withFoldedPanels(List.of("code", "check"))
            .withFile("/tmp/b.json")
            .withFile("/tmp/a “1”.json");
    assertThat(file.save(preferences)).isEmpty();
    assertThat(file.load()).isEqualTo(preferences);
    assertThat(file.save(preferences.withLesson("lecture"))).isEmpty();
    assertThat(file.load().lastDocument()).contains("lecture");
    assertThat(file.load().recentFiles()).containsExactly("/tmp/a “1”.json", "/tmp/b.json");
  }

  @Test
  void nothingSavedIsDefaults() {
    assertThat(new PreferencesFile(folder.resolve("none.json")).load())
        .isEqualTo(Preferences.defaults());
    assertThat(new PreferencesFile(folder).load()).isEqualTo(Preferences.defaults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "null",
        "\u0000",
        "{\"theme\": 5, \"scale\": \"x\"}",
        "{\"scale\": 1e9}",
        "{\"window\": {\"x\": 1}}",
        "{\"window\": 3, \"recentFiles\": {\"a\": 1}}",
        "{\"unknown\": true}"
      })
  void brokenFilesAreDefaults(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), text);
    assertThat(new PreferencesFile(file).load()).isEqualTo(Preferences.defaults());
  }

  @Test
  void oneStrangeFieldSpoilsNoOther() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"theme\": \"dark\", \"scale\": []}");
    assertThat(new PreferencesFile(file).load())
        .isEqualTo(Preferences.defaults().withTheme("dark"));
  }

  @Test
  void recentFilesAreFewAndDistinct() {
    Preferences preferences = Preferences.defaults();
    for (int i : IntStream.range(0, 30).toArray()) {
      preferences = preferences.withFile("/" + i % 15);
    }
    assertThat(preferences.recentFiles())
        .hasSize(Preferences.MOST_RECENT_FILES)
        .startsWith("/14", "/13")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeSavedIsSaid() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "x");
    PreferencesFile file = new PreferencesFile(blocked.resolve("preferences.json"));
    assertThat(file.save(Preferences.defaults()))
        .hasValueSatisfying(
            why -> assertThat(Texts.english().say(why)).contains("cannot be saved"));
  }

  @Test
  void eachSystemHasItsPlace() {
    Path home = Path.of("/home/ada").toAbsolutePath();
    Path config = Path.of("/conf").toAbsolutePath();
    assertThat(PreferencesFile.folder("Linux", Map.of(), home))
        .isEqualTo(home.resolve(".config/gradloom"));
    assertThat(PreferencesFile.folder("Linux", Map.of("XDG_CONFIG_HOME", config.toString()), home))
        .isEqualTo(config.resolve("gradloom"));
    assertThat(PreferencesFile.folder("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home))
        .isEqualTo(home.resolve(".config/gradloom"));
    assertThat(PreferencesFile.folder("Mac OS X", Map.of(), home))
        .isEqualTo(home.resolve("Library/Application Support/Gradloom"));
    assertThat(PreferencesFile.folder("Windows 11", Map.of("APPDATA", config.toString()), home))
        .isEqualTo(config.resolve("Gradloom"));
  }
}
