package org.gradloom.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of a file as a sentence can quote them: short, and on one line. */
public final class Quote {
  private static final int LONGEST = 40;
  private static final int LONGEST_SENTENCES = 400;
  private static final int LINES = 4;
  private static final int LONGEST_LINE = 28;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  /**
   * What no sentence may hold, whoever wrote it: what commands a terminal, what turns the text
   * after it around, and halves of characters. A line's end is the sentence's own to have.
   */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|[\\p{Zl}\\p{Zp}\\p{Cs}]");

  private Quote() {}

  /** Without what would break the line or hide, and cut where it is long. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /**
   * The same, where a sentence has less room.
   *
   * @param longest in characters, at least 2
   */
  public static String of(String text, int longest) {
    return CONTROL.matcher(cut(text, longest)).replaceAll("\uFFFD");
  }

  /** Cut where it is long, between two characters. */
  public static String shortened(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** All of a text, with a mark for what would hide or command. */
  public static String visible(String text) {
    // Every word and number of every sentence comes by here, and hardly one holds any of these.
    return text.chars().allMatch(Quote::isHarmless)
        ? text
        : HIDDEN.matcher(text).replaceAll("\uFFFD");
  }

  /** True for letters, digits and signs of this program's own sentences, and most others. */
  private static boolean isHarmless(int c) {
    return (c >= ' ' && c <= '~')
        || (c >= '\u00A0' && c < '\u061C')
        || (c > '\u206F' && c < Character.MIN_SURROGATE);
  }

  /** The end of a path, which says more than its beginning. */
  public static String end(String path) {
    String some =
        path.length() <= LONGEST ? path : "…" + path.substring(path.length() - LONGEST + 1);
    return CONTROL.matcher(some).replaceAll("\uFFFD");
  }

  /** What somebody says in a few sentences, cut where it is a book. */
  public static String sentences(String text) {
    return CONTROL.matcher(cut(text, LONGEST_SENTENCES)).replaceAll(" ");
  }

  /** The first lines of a text as they stand, each cut where it is long; … tells of more. */
  public static String block(String text) {
    List<String> lines = text.replace("\t", "  ").lines().filter(line -> !line.isBlank()).toList();
    Stream<String> first =
        lines.stream().limit(LINES).map(line -> CONTROL.matcher(cut(line)).replaceAll("\uFFFD"));
    return Stream.concat(first, Stream.of("…").limit(lines.size() > LINES ? 1 : 0))
        .collect(Collectors.joining("\n"));
  }

  private static String cut(String line) {
    String text = line.stripTrailing();
    return cut(text, LONGEST_LINE);
  }

  /** A name as a part of a path, in quotes where it is no plain word. */
  public static String name(String name) {
    return PLAIN_NAME.matcher(name).matches() ? name : "\"" + of(name) + "\"";
  }

  /** True if the text can stand in a sentence as it is. */
  public static boolean isPlain(String text) {
    return text.length() <= LONGEST && !CONTROL.matcher(text).find();
  }
}
