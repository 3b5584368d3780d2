package org.gradloom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A theme is nothing but tokens, the same as every other's, and can be read by everyone. */
class ThemeTest {
  private static final Path FOLDER = Path.of("assets", "themes");
  private static final Path STYLES = Path.of("assets", "styles");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("(-(?:gl|color)-[\\w-]+)\\s*:\\s*([^;]+);");
  private static final Pattern COLOUR_OR_SHADOW =
      Pattern.compile(
          "(-color-[\\w-]+|-fx-[\\w-]*(?:color|fill|stroke)|-fx-effect)\\s*:\\s*[^;}]+");
  private static final Pattern USE = Pattern.compile("-gl-[\\w-]+");
  private static final Pattern LITERAL_COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(|\\b(?:white|black|red|blue)\\b");

  /** Lengths of the grid are tokens too, but of the rules and not of a theme. */
  private static final Set<String> LENGTHS =
      Set.of(
          "-gl-cell-width",
          "-gl-cell-height",
          "-gl-cell-gap",
          "-gl-row-gutter",
          "-gl-column-gutter",
          "-gl-edge");

  /** A rule that says both what stands on what. */
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

  private static final Pattern GROUND =
      Pattern.compile("-fx-background-color:\\s*(?:[^;]*,\\s*)?-gl-([\\w-]+)\\s*;");
  private static final Pattern INK =
      Pattern.compile("-fx-(?:text-fill|fill):\\s*-gl-([\\w-]+)\\s*;");

  private static final List<String> GROUNDS = List.of("background", "surface", "hover");
  private static final List<String> ROLES = List.of("left", "right", "result");

  static List<Theme> themes() {
    return Theme.all();
  }

  private static String read(Path file) throws IOException {
    return COMMENT.matcher(Files.readString(file)).replaceAll("");
  }

  private static String rules() throws IOException {
    StringBuilder rules = new StringBuilder();
    try (Stream<Path> files = Files.list(STYLES)) {
      for (Path file : files.sorted().toList()) {
        rules.append(read(file));
      }
    }
    return rules.toString();
  }

  private static Map<String, String> tokens(Theme theme) throws IOException {
    Map<String, String> tokens = new TreeMap<>();
    Matcher matcher = TOKEN.matcher(read(FOLDER.resolve(theme.id() + ".css")));
    while (matcher.find()) {
      tokens.put(matcher.group(1), matcher.group(2).strip());
    }
    return tokens;
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileOfTheFolderIsATheme(String file) {
    assertThat(file).endsWith(".css");
    assertThat(Theme.of(file.replace(".css", "")))
        .as("a theme, as the first line of " + file + " must say")
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aThemesNameIsItsOwnAndItsGroundIsAsDarkAsItSays(Theme theme) throws IOException {
    assertThat(themes().stream().filter(other -> other.name().equals(theme.name()))).hasSize(1);
    assertThat(luminance(colour(tokens(theme), "-gl-background")) < 0.2).isEqualTo(theme.dark());
  }

  @Test
  void theFirstLineOfAFileSaysWhatThemeItIs() {
    assertThat(Theme.parse("sepia", "/* Theme Old paper, on the light base: warm. */\n.root {}"))
        .contains(new Theme("sepia", "Old paper", false));
    assertThat(Theme.parse("night", "/* Theme Night, on the dark base. */"))
        .contains(new Theme("night", "Night", true));
    assertThat(Theme.parse("x", ".root {}")).isEmpty();
    assertThat(Theme.parse("x", "")).isEmpty();
  }

  @Test
  void afterTheLastThemeComesTheFirst() {
    assertThat(themes()).extracting(Theme::name).containsSubsequence("Light", "Dark");
    assertThat(themes().getLast().next()).isEqualTo(themes().getFirst());
    assertThat(Theme.usual()).isEqualTo(new Theme("light", "Light", false));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everyThemeHasTheSameTokens(Theme theme) throws IOException {
    assertThat(tokens(theme).keySet()).isEqualTo(tokens(Theme.usual()).keySet()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aThemeIsNothingButTokens(Theme theme) throws IOException {
    String rest = TOKEN.matcher(read(FOLDER.resolve(theme.id() + ".css"))).replaceAll("");
    assertThat(rest.replaceAll("\\s+", " ").strip()).isEqualTo(".root { }");
  }

  /** So layouts need to be looked at in one theme only. */
  @ParameterizedTest
  @MethodSource("themes")
  void themesDifferInColoursOnly(Theme theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    tokens.keySet().forEach(token -> assertThat(colour(tokens, token)).isNotNull());
    assertThat(withoutColours(theme)).isEqualTo(withoutColours(Theme.usual()));
  }

  /** The base theme's rules, with a dot for each colour and for what a shadow takes no room for. */
  private static String withoutColours(Theme theme) throws IOException {
    try (InputStream in = URI.create(theme.base()).toURL().openStream()) {
      String rules = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return COLOUR_OR_SHADOW.matcher(COMMENT.matcher(rules).replaceAll("")).replaceAll("$1: .");
    }
  }

  @Test
  void theRulesHoldNoColourAndUseNoUnknownToken() throws IOException {
    Set<String> known = new TreeSet<>(tokens(Theme.usual()).keySet());
    known.addAll(LENGTHS);
    String rules = rules();
    assertThat(LITERAL_COLOUR.matcher(rules).results().map(found -> found.group())).isEmpty();
    assertThat(USE.matcher(rules).results().map(found -> found.group())).isSubsetOf(known);
  }

  /**
   * A canvas has no parts to tell apart: of two rules for an ink, the last would win everywhere.
   */
  @Test
  void oneRuleSaysWhatColourAnInkIs() throws IOException {
    List<String> inks =
        RULE.matcher(rules())
            .results()
            .map(rule -> rule.group(1).strip())
            .filter(selector -> selector.matches("\\.ink-[\\w-]+"))
            .toList();
    assertThat(inks).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyTokenOfOursIsUsedByTheRulesOrOnesOfTheBaseTheme() throws IOException {
    Map<String, String> tokens = tokens(Theme.usual());
    String used = rules() + tokens.values();
    // Kept for charts of more than two curves.
    Stream<String> ours =
        tokens.keySet().stream()
            .filter(token -> token.startsWith("-gl-"))
            .filter(token -> !token.startsWith("-gl-series-"));
    assertThat(ours).allSatisfy(token -> assertThat(used).contains(token));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void textStandsOutFourAndAHalfTimes(Theme theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    for (String ground : GROUNDS) {
      contrast(tokens, "text", ground, 4.5);
      contrast(tokens, "muted", ground, 4.5);
    }
    for (String ground : List.of("background", "surface")) {
      for (String text : List.of("accent", "danger", "success", "left", "right", "result")) {
        contrast(tokens, text, ground, 4.5);
      }
    }
    for (int series = 1; series <= 4; series++) {
      contrast(tokens, "series-" + series, "surface", 4.5); // the label at a curve's end
    }
    for (String role : ROLES) {
      contrast(tokens, "text", role + "-fill", 4.5);
      contrast(tokens, role, role + "-fill", 4.5);
      contrast(tokens, "muted", role + "-fill", 4.5);
    }
    for (String text : List.of("text", "muted", "accent")) {
      contrast(tokens, text, "accent-fill", 4.5);
      contrast(tokens, text, "hover", 4.5);
    }
    contrast(tokens, "muted", "danger-fill", 4.5);
    contrast(tokens, "success", "hover", 4.5);
    contrast(tokens, "danger", "hover", 4.5);
    for (String number : List.of("positive", "zero", "negative")) {
      contrast(tokens, "text", "heat-" + number, 4.5);
    }
    contrast(tokens, "on-accent", "accent", 4.5);
    contrast(tokens, "on-accent", "accent-hover", 4.5);
    contrast(tokens, "danger", "danger-fill", 4.5);
    contrast(tokens, "text", "danger-fill", 4.5);
    contrast(tokens, "text", "confused-some", 4.5);
    contrast(tokens, "text", "confused-many", 4.5);
    contrast(tokens, "text", "code-background", 4.5);
    contrast(tokens, "text", "code-active", 4.5);
    contrast(tokens, "muted", "code-background", 4.5);
    contrast(tokens, "muted", "code-active", 4.5);
  }

  /** Those that no list above may have forgotten. */
  @ParameterizedTest
  @MethodSource("themes")
  void whatARuleWritesOnItsOwnGroundStandsOut(Theme theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    int pairs = 0;
    Matcher rule = RULE.matcher(rules());
    while (rule.find()) {
      Matcher ground = GROUND.matcher(rule.group(2));
      Matcher ink = INK.matcher(rule.group(2));
      if (ground.find() && ink.find()) {
        pairs++;
        contrast(tokens, ink.group(1), ground.group(1), 4.5);
      }
    }
    assertThat(pairs).isGreaterThan(10);
  }

  /** On the halo of a result, or on stripes of it, the result's own colour has too little. */
  @Test
  void theMarkOfAPredictionStandsOnPlainGround() throws IOException {
    List<String> grounds =
        RULE.matcher(rules())
            .results()
            .filter(rule -> rule.group(1).strip().matches("(?s).*[:.]asked"))
            .flatMap(rule ->
                Pattern.compile("-fx-background-color:\\s*([^;]*);")
                    .matcher(rule.group(2))
                    .results())
            .map(ground -> ground.group(1).strip())
            .toList();
    assertThat(grounds).isNotEmpty().containsOnly("-gl-result-fill");
  }

  @ParameterizedTest
  @MethodSource("themes")
  void outlinesStandOutThreeTimes(Theme theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    for (String ground : List.of("background", "surface")) {
      contrast(tokens, "outline", ground, 3);
      contrast(tokens, "accent", ground, 3);
      contrast(tokens, "danger", ground, 3);
      for (int series = 1; series <= 4; series++) {
        contrast(tokens, "series-" + series, ground, 3);
      }
      for (int group = 1; group <= 10; group++) {
        contrast(tokens, "class-" + group, ground, 3);
      }
      for (String role : ROLES) {
        contrast(tokens, role + "-border", ground, 3);
      }
    }
    for (String role : ROLES) {
      contrast(tokens, role + "-border", role + "-fill", 3);
    }
    for (String ground : List.of("background", "surface")) {
      contrast(tokens, "heat-positive", ground, 3);
      contrast(tokens, "heat-negative", ground, 3);
    }
    contrast(tokens, "accent", "hover", 3);
    contrast(tokens, "accent", "accent-fill", 3);
    contrast(tokens, "result-border", "code-active", 3);
  }

  /** Lines differ in style and letter, too, and signs are printed: that is not asked here. */
  @Test
  void oneThemeIsTakenApartByEyesThatMissAColour() throws IOException {
    Map<String, String> tokens = tokens(Theme.of("colour-blind").orElseThrow());
    apart(tokens, 20, List.of("left-border", "right-border", "result-border"));
    apart(tokens, 20, List.of("left", "right", "result"));
    apart(tokens, 20, List.of("accent", "result-border"));
    apart(tokens, 20, List.of("heat-positive", "heat-negative"));
    apart(tokens, 20, List.of("heat-positive", "heat-zero"));
    apart(tokens, 20, List.of("heat-negative", "heat-zero"));
    apart(tokens, 20, List.of("success", "danger"));
    apart(tokens, 15, numbered("series-", 4));
    apart(tokens, 12, numbered("class-", 10));
    apart(tokens, 7, List.of("left-fill", "right-fill", "result-fill"));
  }

  private static List<String> numbered(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> name + n).toList();
  }

  /** Any two of them, for every eye. */
  private static void apart(Map<String, String> tokens, double least, List<String> names) {
    for (ColourVision eye : ColourVision.values()) {
      for (String one : names) {
        names.stream()
            .filter(other -> one.compareTo(other) < 0)
            .forEach(other ->
                assertThat(
                        eye.difference(
                            colour(tokens, "-gl-" + one), colour(tokens, "-gl-" + other)))
                    .as(one + " and " + other + " for " + eye)
                    .isGreaterThanOrEqualTo(least));
      }
    }
  }

  /** The measure itself, where others have published what it must give. */
  @Test
  void eyesThatMissAColourSeeLessOfIt() {
    Color red = Color.web("#ff0000");
    Color green = Color.web("#00ff00");
    assertThat(ColourVision.USUAL.difference(Color.BLACK, Color.WHITE)).isCloseTo(100, within(0.1));
    assertThat(ColourVision.USUAL.difference(red, green)).isCloseTo(170.6, within(0.5));
    assertThat(ColourVision.DEUTERANOPIA.difference(red, green)).isLessThan(80);
    assertThat(ColourVision.PROTANOPIA.difference(red, green)).isLessThan(80);
    assertThat(ColourVision.TRITANOPIA.difference(red, green)).isGreaterThan(100);
    for (ColourVision eye : ColourVision.values()) {
      assertThat(eye.difference(Color.WHITE, Color.GRAY))
          .as("greys are greys to all: " + eye)
          .isCloseTo(46.4, within(0.5));
    }
  }

  private static void contrast(
      Map<String, String> tokens, String above, String below, double least) {
    double light = luminance(colour(tokens, "-gl-" + above));
    double dark = luminance(colour(tokens, "-gl-" + below));
    double ratio = (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
    assertThat(ratio).as(above + " on " + below).isGreaterThanOrEqualTo(least);
  }

  private static Color colour(Map<String, String> tokens, String token) {
    String value = tokens.getOrDefault(token, "");
    assertThat(value).as(token).isNotEmpty();
    return value.startsWith("-") ? colour(tokens, value) : Color.web(value);
  }

  /** As the web's accessibility guidelines define it. */
  private static double luminance(Color colour) {
    return 0.2126 * ColourVision.linear(colour.getRed())
        + 0.7152 * ColourVision.linear(colour.getGreen())
        + 0.0722 * ColourVision.linear(colour.getBlue());
  }
}
