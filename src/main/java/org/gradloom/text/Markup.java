package org.gradloom.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The four marks a sentence may carry: {@code <l>left operand</l>}, {@code <r>right operand</r>},
 * {@code <o>result</o>} and {@code <b>stressed</b>}. They do not nest.
 */
public final class Markup {
  private static final Pattern MARK = Pattern.compile("<([lrob])>(.*?)</\\1>");

  private Markup() {}

  /** What a run of text speaks of. */
  public enum Style {
    PLAIN,
    LEFT,
    RIGHT,
    RESULT,
    STRONG
  }

  /** A run of text in one style. */
  public record Run(String text, Style style) {}

  /** The runs of a sentence, in order. */
  public static List<Run> runs(String sentence) {
    List<Run> runs = new ArrayList<>();
    Matcher marks = MARK.matcher(sentence);
    int end = 0;
    while (marks.find()) {
      if (marks.start() > end) {
        runs.add(new Run(sentence.substring(end, marks.start()), Style.PLAIN));
      }
      runs.add(new Run(marks.group(2), style(marks.group(1).charAt(0))));
      end = marks.end();
    }
    if (end < sentence.length()) {
      runs.add(new Run(sentence.substring(end), Style.PLAIN));
    }
    return runs;
  }

  /** The sentence without its marks, for a terminal or a screen reader. */
  public static String plain(String sentence) {
    return runs(sentence).stream().map(Run::text).collect(Collectors.joining());
  }

  private static Style style(char mark) {
    return switch (mark) {
      case 'l' -> Style.LEFT;
      case 'r' -> Style.RIGHT;
      case 'o' -> Style.RESULT;
      case 'b' -> Style.STRONG;
      default -> throw new IllegalArgumentException("No mark " + mark);
    };
  }
}
