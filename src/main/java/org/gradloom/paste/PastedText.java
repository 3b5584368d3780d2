package org.gradloom.paste;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/** What stands around a matrix in a text that was copied, taken off. */
final class PastedText {
  /** How far into a text an assignment may begin; no name is longer. */
  private static final int ASSIGNMENT = 200;

  private static final String PROMPT_SIGNS =
      "(?:>>>|>>|>|In ?\\[\\d+\\]:|julia>|octave:\\d+>|\\.\\.\\.)";
  private static final Pattern PROMPT = Pattern.compile("\\s*+" + PROMPT_SIGNS + "(?: |$)");
  private static final Pattern ANSWER = Pattern.compile("\\s*+Out ?\\[\\d+\\]: ?");

  /** Minus, en dash, hyphens and what fonts of full width have for them. */
  private static final String MINUS_SIGNS = "\u2212\u2013\u2010\u2011\u2012\uFE63\uFF0D";

  private static final Pattern NAMED_BY = Pattern.compile("Parameter containing:");
  private static final Pattern JULIA =
      Pattern.compile(
          "(?:\\d++(?:(?:[×x]\\d++)++|-element))\\s[^\\n]*?(?::[ \\t]*+(?=\\n)|\\}(?=["
              + " \\t]*+\\n))");
  private static final Pattern EJML =
      Pattern.compile("Type = \\w+ *, *rows = \\d+ *, *cols = \\d+(?=\\s)");
  private static final Pattern NAME_IN_R = Pattern.compile("\\$[\\w.$]+(?=[ \\t]*+\\n)");
  private static final Pattern TENSORFLOW =
      Pattern.compile(
          "<(?:tf\\.)?(?:Tensor|Variable|KerasVariable)[^>\\[]{0,200}?(?:numpy|value)=");

  /** Lines above a matrix that say what it is. */
  private static final List<Pattern> HEADS = List.of(NAMED_BY, JULIA, EJML, NAME_IN_R);

  private static final String SUBSCRIPTS = "(?:\\s*+\\[[\\d,]*+\\])*+";
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?:[A-Za-z_][\\w.:]*+(?:<[\\w\\s:,<]++[>\\s]++)?+"
              + SUBSCRIPTS
              + "[\\s*&]*+(?<=[\\s*&>])(?=[A-Za-z_]))*+"
              + "[A-Za-z_][\\w.]*+"
              + SUBSCRIPTS
              + "\\s*+:?+");
  private static final Pattern ASSIGNS = Pattern.compile("=|<-");
  private static final Pattern LABEL =
      Pattern.compile(
          "\\s*+(?:[A-Za-z_][\\w.]*+|\"[\\w. ]++\"|'[\\w. ]++')\\s*+:(?=\\s*+\\[|[ \\t]*+\\n)");

  private static final Pattern ERROR_VALUE = Pattern.compile("#(?:N/A|[A-Z]++[0-9/]*+[!?])");

  /** In Mathematica what follows two strokes is applied to the matrix. */
  private static final Pattern APPLIED = Pattern.compile("(?<=\\}\\s?)//\\s*+[A-Z]\\w*+\\s*+");

  /**
   * Thousands as some countries print them, or several numbers; a plain blank between them groups
   * only what nobody writes as a number, such as 000.
   */
  private static final Pattern GROUPED =
      Pattern.compile(
          "(?<![\\d.,])(?:\\d{1,3}+(?:[\\u00A0\\u2009\\u202F]\\d{3})+(?![\\d\\u00A0\\u2009\\u202F])"
              + "|[1-9]\\d{0,2}+ 0\\d{2}(?!\\d))");

  /** A comma that hardly stands between numbers: nobody writes one as 000 or 01. */
  private static final Pattern COMMA_WITHIN = Pattern.compile("(?<=\\d),0\\d++(?![\\w.])");

  private PastedText() {}

  /**
   * Passes where commas stand between numbers.
   *
   * @throws InvalidInput naming the first that may stand within one
   */
  static void requireSeparatingCommas(String text) {
    Matcher within = COMMA_WITHIN.matcher(text);
    if (within.find()) {
      int from = within.start();
      while (from > 0 && isInNumbers(text.charAt(from - 1))) {
        from--;
      }
      int to = within.end();
      while (to < text.length() && isInNumbers(text.charAt(to))) {
        to++;
      }
      throw new InvalidInput("paste.commas", BracketReader.shortened(text.substring(from, to)));
    }
  }

  private static boolean isInNumbers(char c) {
    return Character.isDigit(c) || c == ',' || c == '.';
  }

  /**
   * Passes where no number may be two.
   *
   * @throws InvalidInput naming the first that may
   */
  static void requireUngrouped(String text) {
    Matcher grouped = GROUPED.matcher(text);
    if (grouped.find()) {
      throw new InvalidInput("paste.grouped", Quote.of(grouped.group()));
    }
  }

  /** Invisible characters as blanks, every minus sign as {@code -}, every line's end as one. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          plain.append('\n');
        }
      } else if (MINUS_SIGNS.indexOf(c) >= 0) {
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
    String bare = Spelling.usual(withoutComments(withoutPrompts(text)));
    for (Pattern head : HEADS) {
      bare = without(bare, head);
    }
    Matcher tensor = TENSORFLOW.matcher(bare.strip());
    if (tensor.lookingAt() && bare.strip().endsWith(">")) {
      bare = bare.strip().substring(tensor.end(), bare.strip().length() - 1);
    }
    return withoutAssignment(without(bare, LABEL));
  }

  private static String without(String text, Pattern head) {
    Matcher matcher = head.matcher(text.stripLeading());
    return matcher.lookingAt() ? text.stripLeading().substring(matcher.end()) : text;
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
    List<String> answered =
        lines.stream()
            .filter(line -> !isTyped(line))
            .map(line -> withoutStart(line, ANSWER))
            .toList();
    if (answered.stream().anyMatch(line -> line.chars().anyMatch(Character::isDigit))) {
      return withoutFences(String.join("\n", answered));
    }
    return lines.stream().map(line -> withoutStart(line, PROMPT)).collect(Collectors.joining("\n"));
  }

  /** A line without what it begins with; nothing is looked for further in. */
  static String withoutStart(String line, Pattern start) {
    Matcher matcher = start.matcher(line);
    return matcher.lookingAt() ? line.substring(matcher.end()) : line;
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

  /**
   * A comment begins after a blank; per cent does so only beside brackets, as in MATLAB. What a
   * spreadsheet writes for a number that it cannot compute is none.
   */
  private static String withoutComments(String withBlocks) {
    String text = withoutBlocks(withBlocks);
    boolean brackets = text.indexOf('[') >= 0;
    StringBuilder kept = new StringBuilder(text.length());
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        within = false;
      } else if (!within && (i == 0 || endsSomething(text.charAt(i - 1)))) {
        within =
            (c == '#' && !ERROR_VALUE.matcher(text).region(i, text.length()).lookingAt())
                || (c == '%' && brackets)
                || (text.startsWith("//", i) && !isApplied(text, i));
      }
      if (!within) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** A blank for each comment between {@code /*} and its end; one without an end is none. */
  private static String withoutBlocks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (int open = text.indexOf("/*"); open >= 0; open = text.indexOf("/*", from)) {
      int close = text.indexOf("*/", open + 2);
      if (close < 0) {
        break;
      }
      kept.append(text, from, open).append(' ');
      from = close + 2;
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static boolean isApplied(String text, int strokes) {
    return APPLIED
        .matcher(text)
        .region(strokes, text.length())
        .useTransparentBounds(true)
        .matches();
  }

  private static boolean endsSomething(char c) {
    return Character.isWhitespace(c) || c == ';' || c == ',' || c == ']' || c == ')' || c == '}';
  }

  private static String withoutAssignment(String text) {
    Matcher sign = ASSIGNS.matcher(text);
    return sign.find()
            && sign.start() <= ASSIGNMENT
            && !text.startsWith("=", sign.end())
            && ASSIGNED.matcher(text.substring(0, sign.start()).strip()).matches()
        ? text.substring(sign.end())
        : text;
  }
}
