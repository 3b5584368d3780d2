package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFileTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private static final Pattern VALUE =
      Pattern.compile("(?::|\\[|,)\\s*(\"[^\"]*\"|[-0-9.]+|true|false)");

  private static final List<String> STRANGE =
      List.of(
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"\"",
          "null",
          "1e5",
          "-1e308",
          "1e999",
          "9".repeat(2000),
          "0.1e-400",
          "[]",
          "{}",
          "[".repeat(5000),
          "{\"x\": 1}",
          "true",
          "\u0000",
          "\uFEFF");

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
            .withLessMotion(true)
            .withScreen("train")
            .withTraining(Optional.of("moons"))
            .withFile("/tmp/b.json", NOON)
            .withFile("/tmp/a “1”.json", NOON.plusSeconds(60));
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
  void whatCannotBeIsTheNearestThatCanOrTheDefault() throws IOException {
    String text =
        """
        {"theme": "dark\\u0000", "scale": -3, "lastDocument": "/tmp/a\\u0000b", "screen": "a b", "layout": "round",
         "codeLanguage": "no such language", "foldedPanels": ["code", "", "code", "\\ud800"],
         "opened": {"/tmp/b": "noon", "/tmp/c": "2026-11-28T12:00:00Z", "/tmp/d": 3},
         "recentFiles": ["/tmp/b", "\\u0000", "", " ", "/tmp/b", "\\ud800.json", "/tmp/c"],
         "window": {"x": -1e300, "y": 1e6, "width": 1e5, "height": 1e-9, "maximized": "yes"}}
        """;
    Path file = Files.writeString(folder.resolve("p.json"), text);
    assertThat(new PreferencesFile(file).load())
        .isEqualTo(
            new Preferences(
                "light",
                Optional.of(new Preferences.Window(-32_767, 32_767, 32_767, 1, false)),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "falk",
                Optional.empty(),
                List.of("code"),
                List.of("/tmp/b", "/tmp/c"),
                Map.of("/tmp/c", NOON),
                false,
                false));
  }

  @Test
  void aWindowThatWasNeverShownHasNoPlaceToRemember() {
    PreferencesFile file = new PreferencesFile(folder.resolve("p.json"));
    Preferences never =
        Preferences.defaults()
            .withWindow(new Preferences.Window(Double.NaN, Double.NaN, 1280, 800, false));
    assertThat(never).isEqualTo(Preferences.defaults());
    assertThat(file.save(never)).isEmpty();
  }

  /** Damage of every kind: bytes, pieces, and values in the place of others. */
  @Test
  void noFileWhateverItHoldsKeepsTheAppFromStarting() throws IOException {
    PreferencesFile file = new PreferencesFile(folder.resolve("p.json"));
    Preferences whole =
        Preferences.defaults()
            .withWindow(new Preferences.Window(10, 20, 1280, 800, false))
            .withFoldedPanels(List.of("code"))
            .withFile("/tmp/a.json", NOON);
    assertThat(file.save(whole)).isEmpty();
    byte[] sound = Files.readAllBytes(file.file());
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      Files.write(file.file(), damaged(sound, random));
      Preferences found = file.load();
      assertThat(found.recentFiles()).allSatisfy(recent -> assertThat(Path.of(recent)).isNotNull());
      assertThat(found.lastDocument().map(Path::of)).isNotNull();
      assertThat(found.scale()).isBetween(0.25, 8.0);
      assertThat(found.layout()).isIn("falk", "inline");
      found
          .window()
          .ifPresent(place -> {
            assertThat(place.width()).isBetween(1.0, 32_767.0);
            assertThat(place.x()).isBetween(-32_767.0, 32_767.0);
          });
      if (i % 100 == 0) {
        assertThat(file.save(found)).isEmpty();
        assertThat(file.load()).isEqualTo(found);
      }
    }
  }

  private static byte[] damaged(byte[] sound, Random random) {
    String text = new String(sound, StandardCharsets.UTF_8);
    String value = STRANGE.get(random.nextInt(STRANGE.size()));
    return switch (random.nextInt(4)) {
      case 0 -> {
        byte[] bytes = sound.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        yield bytes;
      }
      case 1 -> Arrays.copyOf(sound, random.nextInt(sound.length));
      case 2 -> {
        int at = random.nextInt(text.length());
        yield (text.substring(0, at) + value + text.substring(at)).getBytes(StandardCharsets.UTF_8);
      }
      default -> {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        MatchResult old = values.get(random.nextInt(values.size()));
        yield (text.substring(0, old.start(1)) + value + text.substring(old.end(1)))
            .getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  @Test
  void recentFilesAreFewAndDistinct() {
    Preferences preferences = Preferences.defaults();
    for (int i : IntStream.range(0, 30).toArray()) {
      preferences = preferences.withFile("/" + i % 15, NOON);
    }
    assertThat(preferences.opened()).hasSize(Preferences.MOST_RECENT_FILES);
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
