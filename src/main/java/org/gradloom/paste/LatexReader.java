package org.gradloom.paste;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/** Reads what LaTeX sets as a matrix: entries between {@code &}, rows between {@code \\}. */
final class LatexReader {
  private static final String ENVIRONMENT =
      "(?:[pbBvV]?matrix\\*?|smallmatrix|array|aligned|tabular)\\}";
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?:\\\\left\\s*+(?:[\\[({|.]|\\\\\\{))?+\\s*+\\\\begin\\{"
              + ENVIRONMENT
              + "\\s*+(?:[\\[{][clr|@\\s]*+[\\]}])?+");
  private static final Pattern END =
      Pattern.compile(
          "\\\\end\\{" + ENVIRONMENT + "\\s*+(?:\\\\right\\s*+(?:[\\])}|.]|\\\\\\}))?+");
  private static final Pattern TURNED =
      Pattern.compile("\\^(?:T|\\\\top|\\\\intercal|\\{\\s*(?:T|\\\\top|\\\\intercal)\\s*\\})");
  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*+\\{\\s*+([^{}]*+)\\}\\s*+\\{\\s*+([^{}]*+)\\}");
  private static final Pattern DIGIT_FRACTION = Pattern.compile("\\\\[dt]?frac\\s*(\\d)\\s*(\\d)");
  private static final Pattern POWER_OF_TEN =
      Pattern.compile(
          "(?<=\\d)\\s*(?:\\\\cdot|\\\\times)\\s*10\\s*\\^\\s*(?:\\{\\s*([-+]?\\d+)\\s*\\}|(\\d))");
  private static final Pattern NUM = Pattern.compile("\\\\num\\s*+\\{([^{}]*+)\\}");

  /** A name with what LaTeX puts around and above it, and an equals sign. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?:\\\\(?:math|bold)\\w*+\\s*+)?+\\{?[A-Za-z]\\w*+\\}?(?:[_^](?:\\w|\\{[^{}]*+\\}))*+\\s*+=");

  private static final Pattern SPACE =
      Pattern.compile("\\\\(?:[,;:! ]|quad|qquad|hline|phantom\\{[^{}]*+\\})|~");
  private static final Pattern MATHS = Pattern.compile("\\$\\$?|\\\\\\[|\\\\\\]|\\\\\\(|\\\\\\)");

  /** With the room that may be asked for behind it, such as {@code [2pt]}. */
  private static final Pattern ROW_END = Pattern.compile("\\\\\\\\(?:\\[[^\\]]{0,40}\\])?");

  private LatexReader() {}

  static boolean begins(String text) {
    return text.contains("\\begin{") || text.contains("\\\\") || text.contains("&");
  }

  static List<Reading> read(String text) {
    int begin = text.indexOf("\\begin{");
    String rows = MATHS.matcher(begin < 0 ? text : text.substring(0, begin)).replaceAll(" ");
    String rest = "";
    if (begin >= 0) {
      int left = text.lastIndexOf("\\left", begin);
      int start = left >= 0 ? left : begin;
      String before = MATHS.matcher(text.substring(0, start)).replaceAll(" ").strip();
      before = ASSIGNED.matcher(before).matches() ? "" : before;
      Matcher opened = BEGIN.matcher(text).region(start, text.length());
      if (!before.isEmpty() || !opened.lookingAt()) {
        String name = before.isEmpty() ? text.substring(start) : before;
        throw new InvalidInput("paste.unknown", BracketReader.shortened(name.strip()));
      }
      Matcher closed = END.matcher(text);
      if (!closed.find(opened.end())) {
        throw new InvalidInput("paste.brackets");
      }
      rows = text.substring(opened.end(), closed.start());
      rest = text.substring(closed.end());
    }
    Reading reading = matrix(rows);
    rest = MATHS.matcher(rest).replaceAll(" ").strip();
    Matcher turned = TURNED.matcher(rest);
    if (turned.lookingAt()) {
      reading = reading.turned(Message.of("paste.said.turned", Quote.of(turned.group())));
      rest = rest.substring(turned.end()).strip();
    }
    if (!rest.isEmpty() && !rest.equals(".") && !rest.equals(",") && !rest.equals(";")) {
      throw new InvalidInput("paste.rest", BracketReader.shortened(rest));
    }
    return List.of(reading);
  }

  private static Reading matrix(String text) {
    String plain = NUM.matcher(text).replaceAll("$1");
    plain = POWER_OF_TEN.matcher(plain).replaceAll(LatexReader::exponent);
    plain = FRACTION.matcher(plain).replaceAll("$1/$2");
    plain = DIGIT_FRACTION.matcher(plain).replaceAll("$1/$2");
    NumberRows rows = new NumberRows();
    for (String line : ROW_END.split(plain, -1)) {
      String row = SPACE.matcher(line).replaceAll(" ").strip();
      if (!row.isEmpty()) {
        for (String entry : row.split("&", -1)) {
          rows.add(entry.replace("{,}", ".").replaceAll("[{}]", "").strip());
        }
        rows.end();
      }
    }
    return rows.reading();
  }

  private static String exponent(MatchResult power) {
    return "e" + (power.group(1) == null ? power.group(2) : power.group(1));
  }
}
