package org.gradloom.paste;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands around a matrix in a text that was copied, taken off. */
final class PastedText {
  /** How far into a text an assignment may begin; no name is longer. */
  private static final int ASSIGNMENT = 200;

  private static final String PROMPT_SIGNS =
      "(?:>>>|>>|>|In ?\\[\\d+\\]:|julia>|octave:\\d+>|\\.\\.\\.)";
  private static final Pattern PROMPT = Pattern.compile("\\s*+" + PROMPT_SIGNS + "(?: |$)");
  private static final Pattern ANSWER = Pattern.compile("\\s*+Out ?\\[\\d+\\]: ?");

  private static final Pattern NAMED_BY = Pattern.compile("Parameter containing:");
  private static final Pattern JULIA =
      Pattern.compile("(?:\\d+(?:[×x]\\d+)+|\\d+-element)\\s+\\w+\\{[^}\\n]*\\}:?");
  private static final Pattern TENSORFLOW =
      Pattern.compile("<tf\\.(?:Tensor|Variable)[^>\\[]{0,200}?numpy=");

  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?:[A-Za-z_][\\w.]*+(?:\\[\\d*\\])*+[\\s*&]++(?=[A-Za-z_]))*+"
              + "[A-Za-z_][\\w.]*+(?:\\s*+\\[\\d*\\])*+\\s*+[:<]?+");

  private PastedText() {}

  /** Invisible characters as blanks, every minus sign as {@code -}, every line's end as one. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          plain.append('\n');
        }
      } else if (c == '\u2212' || c == '\u2013') {
        plain.append('-');
      } else if (c == '\u2028' || c == '\u2029') {
        plain.append('\n');
      } else {
        plain.append(isInvisible(c) ? ' ' : c);
      }
    }
    return plain.toString();
  }

  private static boolean isInvisible(char c) {
    return c == '\uFEFF'
        || (c >= '\u200B' && c <= '\u200F')
        || c == '\u2060'
        || (c != '\n' && c != '\t' && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
  }

  /** The matrix alone, as far as that can be told before it is read. */
  static String matrixOf(String text) {
    String lines = withoutComments(withoutPrompts(text));
    String bare = without(lines, NAMED_BY);
    bare = without(bare, JULIA);
    Matcher tensor = TENSORFLOW.matcher(bare.strip());
    if (tensor.lookingAt() && bare.strip().endsWith(">")) {
      bare = bare.strip().substring(tensor.end(), bare.strip().length() - 1);
    }
    return withoutAssignment(bare);
  }

  private static String without(String text, Pattern head) {
    Matcher matcher = head.matcher(text.stripLeading());
    return matcher.lookingAt()
        ? afterBlankLines(text.stripLeading().substring(matcher.end()))
        : text;
  }

  /** What follows, from the first line that holds anything, with its indentation. */
  private static String afterBlankLines(String text) {
    int end = 0;
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    int line = text.lastIndexOf('\n', end) + 1;
    return text.substring(end == text.length() ? end : line);
  }

  /**
   * Without the prompts of a transcript: what was answered is the matrix, and where nothing was
   * answered, what was typed.
   */
  private static String withoutPrompts(String text) {
    if (text.indexOf('>') < 0 && text.indexOf("In [") < 0 && text.indexOf("Out") < 0) {
      return withoutFences(text);
    }
    List<String> lines = text.lines().toList();
    boolean typed = lines.stream().anyMatch(line -> isTyped(line) && !line.contains("..."));
    List<String> answered =
        lines.stream()
            .filter(line -> !isTyped(line))
            .map(line -> ANSWER.matcher(line).replaceFirst(""))
            .toList();
    if (!typed || answered.stream().anyMatch(line -> line.chars().anyMatch(Character::isDigit))) {
      return withoutFences(String.join("\n", answered));
    }
    return lines.stream()
        .map(line -> PROMPT.matcher(line).replaceFirst(""))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isTyped(String line) {
    return PROMPT.matcher(line).lookingAt();
  }

  private static String withoutFences(String text) {
    return text.contains("```")
        ? text.lines()
            .filter(line -> !line.strip().startsWith("```"))
            .collect(Collectors.joining("\n"))
        : text;
  }

  /** A comment begins after a blank; per cent does so only beside brackets, as in MATLAB. */
  private static String withoutComments(String text) {
    boolean brackets = text.indexOf('[') >= 0;
    StringBuilder kept = new StringBuilder(text.length());
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        within = false;
      } else if (!within && (i == 0 || endsSomething(text.charAt(i - 1)))) {
        within = c == '#' || (c == '%' && brackets) || text.startsWith("//", i);
      }
      if (!within) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static boolean endsSomething(char c) {
    return Character.isWhitespace(c) || c == ';' || c == ',' || c == ']' || c == ')' || c == '}';
  }

  private static String withoutAssignment(String text) {
    int equals = text.indexOf('=');
    int arrow = text.indexOf("<-");
    int end = arrow >= 0 && (equals < 0 || arrow < equals) ? arrow + 1 : equals;
    if (end < 0 || end > ASSIGNMENT) {
      return text;
    }
    String before = text.substring(0, end).strip();
    if (text.startsWith("==", end) || !ASSIGNED.matcher(before).matches()) {
      return text;
    }
    return afterBlankLines(text.substring(end + 1));
  }
}
