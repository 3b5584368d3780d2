package org.gradloom.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The file of one user's preferences. Nothing in it can keep the app from starting: what is
 * missing, broken or strange is read as the default, field by field.
 */
public final class PreferencesFile {
  /** Many times what preferences take; whatever is larger is something else. */
  private static final int LARGEST = 1 << 20;

  private final Path file;

  public PreferencesFile(Path file) {
    this.file = file;
  }

  /** Where this system keeps what programs remember of a user. */
  public static PreferencesFile ofUser() {
    return new PreferencesFile(
        folder(
                System.getProperty("os.name", ""),
                System.getenv(),
                absolute(System.getProperty("user.home")).orElse(Path.of("")))
            .resolve("preferences.json"));
  }

  /**
   * The app's folder for such files on any system.
   *
   * @param osName the system property {@code os.name}
   */
  static Path folder(String osName, Map<String, String> environment, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Gradloom");
    }
    if (os.contains("win")) {
      return absolute(environment.get("APPDATA"))
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Gradloom");
    }
    return absolute(environment.get("XDG_CONFIG_HOME"))
        .orElse(home.resolve(".config"))
        .resolve("gradloom");
  }

  /** The XDG rules want a relative path ignored. */
  private static Optional<Path> absolute(@Nullable String path) {
    try {
      return path == null || path.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(path)).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  public Path file() {
    return file;
  }

  /** What was remembered, defaults for all that is not there. */
  public Preferences load() {
    byte[] bytes;
    if (!Files.isRegularFile(file)) {
      // Some of what is no file would keep its reader waiting.
      return Preferences.defaults();
    }
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(LARGEST);
    } catch (IOException _) {
      return Preferences.defaults();
    }
    try {
      return preferences(LooseJson.read(bytes));
    } catch (JacksonException _) {
      return Preferences.defaults();
    }
  }

  private static Preferences preferences(LooseJson json) {
    Preferences defaults = Preferences.defaults();
    return new Preferences(
        json.at("theme").text().orElse(defaults.theme()),
        window(json.at("window")),
        json.at("scale").number().orElse(defaults.scale()),
        json.at("lastDocument").text(),
        json.at("training").text(),
        json.at("screen").text(),
        json.at("layout").text().orElse(defaults.layout()),
        json.at("codeLanguage").text(),
        json.at("foldedPanels").texts(),
        json.at("recentFiles").texts(),
        moments(json.at("opened")),
        json.at("lessMotion").truth(defaults.lessMotion()),
        json.at("trainsOnBlas").truth(defaults.trainsOnBlas()));
  }

  private static Optional<Preferences.Window> window(LooseJson json) {
    OptionalDouble x = json.at("x").number();
    OptionalDouble y = json.at("y").number();
    OptionalDouble width = json.at("width").number();
    OptionalDouble height = json.at("height").number();
    if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    return width.getAsDouble() > 0 && height.getAsDouble() > 0
        ? Optional.of(
            new Preferences.Window(
                x.getAsDouble(),
                y.getAsDouble(),
                width.getAsDouble(),
                height.getAsDouble(),
                json.at("maximized").truth(false)))
        : Optional.empty();
  }

  private static Map<String, Instant> moments(LooseJson json) {
    Map<String, Instant> moments = new HashMap<>();
    json.textFields()
        .forEach((file, then) -> moment(then).ifPresent(moment -> moments.put(file, moment)));
    return moments;
  }

  private static Optional<Instant> moment(String written) {
    try {
      return Optional.of(Instant.parse(written));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /**
   * Remembers these preferences.
   *
   * @return why they could not be written; the app can go on without
   */
  public Optional<Message> save(Preferences preferences) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.write(file, target -> JsonWriter.write(target, json -> write(preferences, json)));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Message.of("file.saveFailed", file.toString(), Failures.reason(e)));
    } catch (InvalidInput e) {
      return Optional.of(e.said());
    }
  }

  private static void write(Preferences preferences, JsonWriter json) {
    json.startObject();
    json.text("theme", preferences.theme());
    preferences
        .window()
        .ifPresent(window -> {
          json.startObject("window");
          json.number("x", window.x());
          json.number("y", window.y());
          json.number("width", window.width());
          json.number("height", window.height());
          json.truth("maximized", window.maximized());
          json.endObject();
        });
    json.number("scale", preferences.scale());
    preferences.lastDocument().ifPresent(last -> json.text("lastDocument", last));
    preferences.training().ifPresent(preset -> json.text("training", preset));
    preferences.screen().ifPresent(screen -> json.text("screen", screen));
    json.text("layout", preferences.layout());
    preferences.codeLanguage().ifPresent(language -> json.text("codeLanguage", language));
    texts(json, "foldedPanels", preferences.foldedPanels());
    texts(json, "recentFiles", preferences.recentFiles());
    json.startObject("opened");
    preferences.opened().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> json.text(file.getKey(), file.getValue().toString()));
    json.endObject();
    json.truth("lessMotion", preferences.lessMotion());
    json.truth("trainsOnBlas", preferences.trainsOnBlas());
    json.endObject();
  }

  private static void texts(JsonWriter json, String name, List<String> texts) {
    json.startList(name);
    texts.forEach(json::text);
    json.endList();
  }
}
