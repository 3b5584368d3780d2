package org.gradloom.ui.theme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.assets.Assets;

/**
 * A set of colours for the whole window: every file of {@code assets/themes} is one. Its first line
 * says what it is called, and which of the two looks that JavaFX's controls have below it fits.
 *
 * @param id its name in settings, and that of its file
 * @param name what a user calls it
 * @param dark whether its ground is dark
 */
public record Theme(String id, String name, boolean dark) {
  private static final String USUAL = "light";
  private static final String ENDING = ".css";
  private static final Pattern FIRST_LINE =
      Pattern.compile("/\\* Theme (\\S.{0,40}?), on the (light|dark) base\\b.*");

  private static final List<Theme> ALL = read();

  /** All there are, those of a light ground first. */
  public static List<Theme> all() {
    return ALL;
  }

  private static List<Theme> read() {
    return Assets.ofProgram().beside(path(USUAL), ENDING).stream()
        .flatMap(id -> parse(id, Assets.ofProgram().text(path(id))).stream())
        .sorted(Comparator.comparing(Theme::dark).thenComparing(Theme::name))
        .toList();
  }

  /** The theme that a file of this name holds, if its first line says that it is one. */
  static Optional<Theme> parse(String id, String css) {
    Matcher line = FIRST_LINE.matcher(css.lines().findFirst().orElse(""));
    return line.matches()
        ? Optional.of(new Theme(id, line.group(1), line.group(2).equals("dark")))
        : Optional.empty();
  }

  private static String path(String id) {
    return "assets/themes/" + id + ENDING;
  }

  /** The theme of this id, if there is one. */
  public static Optional<Theme> of(String id) {
    return ALL.stream().filter(theme -> theme.id().equals(id)).findFirst();
  }

  /** The theme of who has chosen none. */
  public static Theme usual() {
    return of(USUAL).orElseThrow();
  }

  /** The one after this; after the last, the first. */
  public Theme next() {
    return ALL.get((ALL.indexOf(this) + 1) % ALL.size());
  }

  /** The stylesheet below our own, that dresses JavaFX's controls. */
  String base() {
    String ground = dark ? "dark" : "light";
    return Assets.ofProgram().url("assets/styles/base-" + ground + ENDING).toExternalForm();
  }

  /** Where its tokens are. */
  String tokens() {
    return Assets.ofProgram().url(path(id)).toExternalForm();
  }
}
