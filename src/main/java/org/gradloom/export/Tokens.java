package org.gradloom.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.assets.Assets;

/** The colours of a theme, by what they are for: {@code left-fill}, {@code result-border}. */
public final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("^\\s*-gl-([\\w-]+):\\s*(#[0-9a-fA-F]{6});", Pattern.MULTILINE);

  private Tokens() {}

  /** Those of a theme of the app, such as {@code light}, as {@code #rrggbb}. */
  public static Map<String, String> of(String theme) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher found = TOKEN.matcher(Assets.ofProgram().text("assets/themes/" + theme + ".css"));
    while (found.find()) {
      tokens.put(found.group(1), found.group(2));
    }
    return tokens;
  }
}
