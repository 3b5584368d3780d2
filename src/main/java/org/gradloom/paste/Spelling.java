package org.gradloom.paste;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What single languages and programs write in a way of their own, written in the usual way: {@code
 * np.float64(1.5)}, {@code vec![1.0]}, {@code 2*^-3}, a frame of lines.
 */
final class Spelling {
  private static final String NUMBER = "[-+]?[\\d.]++(?:[eE][-+]?\\d++)?";

  /** A way of writing, and what stands for it; in the order in which they are looked for. */
  private record Way(Pattern written, String usual) {
    Way(String written, String usual) {
      this(Pattern.compile(written), usual);
    }
  }

  private static final List<Way> WAYS =
      List.of(
          // Python's numbers that say of which kind they are.
          new Way(
              "\\b(?:(?:np|numpy|torch)\\.)?(?:float|int)\\d{0,2}+\\(\\s*+(" + NUMBER + ")\\s*+\\)",
              "$1"),
          new Way(
              "\\btensor\\(\\s*+("
                  + NUMBER
                  + ")\\s*+(?:,\\s*+(?:dtype|device|grad_fn|requires_grad)=[^,()\\[\\]]*+)*+\\)",
              "$1"),
          new Way("\\bFraction\\(\\s*+([-+]?\\d++)\\s*+,\\s*+(\\d++)\\s*+\\)", "$1/$2"),
          new Way("\\bDecimal\\(\\s*+['\"](" + NUMBER + ")['\"]\\s*+\\)", "$1"),
          // Mathematica's precision and powers of ten.
          new Way("(?<=[\\d.])`[\\d.]*+", ""),
          new Way("(?<=[\\d.])\\*\\^(?=[-+]?\\d)", "e"),
          // Types before braces and brackets, in Go and in Rust.
          new Way("(?<![\\w\\]])(?:\\[\\d*+\\])++(?:float|int)\\d{0,2}+(?=\\{)", ""),
          new Way("\\bd?matrix!\\s*+(?=\\[)", ""),
          // A spreadsheet's constant.
          new Way("^\\s*+=\\s*+(?=\\{)", ""),
          // Lines that frame.
          new Way("(?m)^[ \\t]*+\\+[-=+]++[ \\t]*+$", ""),
          new Way("[\u2500-\u257F\u239B-\u23AD]", " "));

  /** A list in Rust; with a semicolon in it, it is one number many times, or has rows. */
  private static final Pattern LIST_OF_RUST =
      Pattern.compile("\\b(?:vec|array|arr\\d|d?matrix)!\\s*+(?=\\[)");

  private static final Pattern BULLET = Pattern.compile("\\s*+[-*•]\\s++(?=[\\[(])");

  private Spelling() {}

  private static boolean hasSemicolonWithin(String text) {
    int first = text.indexOf(';');
    return first >= 0 && !text.substring(first + 1).isBlank();
  }

  /** The text, written as most write it. */
  static String usual(String text) {
    String usual = hasSemicolonWithin(text) ? text : LIST_OF_RUST.matcher(text).replaceAll("");
    for (Way way : WAYS) {
      usual = way.written.matcher(usual).replaceAll(way.usual);
    }
    List<String> lines = usual.lines().filter(line -> !line.isBlank()).toList();
    boolean listed =
        !lines.isEmpty() && lines.stream().allMatch(line -> BULLET.matcher(line).lookingAt());
    return listed
        ? lines.stream()
            .map(line -> BULLET.matcher(line).replaceFirst(""))
            .collect(Collectors.joining("\n"))
        : usual;
  }
}
