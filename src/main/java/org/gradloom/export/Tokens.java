package org.gradloom.export;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.assets.Assets;
import org.gradloom.text.InvalidInput;

/**
 * The colours of a theme, by what they are for: {@code left-fill}, {@code result-border}.
 *
 * @param theme its name in settings and on the command line
 * @param colours as {@code #rrggbb}
 */
public record Tokens(String theme, Map<String, String> colours) {
  /** The theme of paper, and of who has chosen none. */
  public static final String USUAL = "light";

  private static final String FOLDER = "assets/themes/";
  private static final String ENDING = ".css";
  private static final Pattern TOKEN =
      Pattern.compile("^\\s*-gl-([\\w-]+):\\s*(#[0-9a-fA-F]{6});", Pattern.MULTILINE);

  public Tokens {
    colours = Map.copyOf(colours);
  }

  /** The names of all themes, in the order of the alphabet. */
  public static List<String> themes() {
    return Assets.ofProgram().beside(FOLDER + USUAL + ENDING, ENDING);
  }

  /**
   * Those of a theme of the app, such as {@code dark}.
   *
   * @throws InvalidInput if there is no such theme, naming all there are
   */
  public static Tokens of(String theme) {
    if (!themes().contains(theme)) {
      throw new InvalidInput("export.wrongTheme", theme, String.join(", ", themes()));
    }
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher found = TOKEN.matcher(Assets.ofProgram().text(FOLDER + theme + ENDING));
    while (found.find()) {
      tokens.put(found.group(1), found.group(2));
    }
    return new Tokens(theme, tokens);
  }

  /** The colour of a token, which every theme has. */
  public Color colour(String token) {
    String colour = colours.get(token);
    if (colour == null) {
      throw new IllegalStateException("No colour is called " + token);
    }
    return Color.decode(colour);
  }
}
