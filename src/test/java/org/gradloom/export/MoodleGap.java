package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embedded answer as Moodle's import reads it, and as it marks what is given: the first
 * alternative that fits counts.
 *
 * @param type such as {@code NUMERICAL}
 */
record MoodleGap(String type, List<Alternative> alternatives) {
  private static final Pattern START =
      Pattern.compile("\\{(\\d*):(NUMERICAL|MULTICHOICE|SHORTANSWER_C):");
  private static final Pattern SHARE = Pattern.compile("=|%(-?\\d+(?:[.,]\\d*)?)%");
  private static final String NUMBER = "-?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][-+]?\\d+)?";
  private static final Pattern TOLERANT = Pattern.compile("(" + NUMBER + ")(?::(" + NUMBER + "))?");
  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d+)|(amp|lt|gt|quot));");

  /**
   * One way to fill it.
   *
   * @param percent of the mark
   * @param answer a number with its tolerance, HTML of a choice, or a pattern
   * @param feedback HTML; empty for none
   */
  record Alternative(double percent, String answer, String feedback) {}

  // ---- reading

  /** All of a question's text, from the first on. */
  static List<MoodleGap> of(String html) {
    List<MoodleGap> gaps = new ArrayList<>();
    Matcher start = START.matcher(html);
    for (int at = 0; start.find(at); ) {
      Reading reading = new Reading(html, start.end());
      gaps.add(new MoodleGap(start.group(2), reading.alternatives()));
      at = reading.at;
    }
    return gaps;
  }

  private static final class Reading {
    private final String html;
    private int at;

    Reading(String html, int at) {
      this.html = html;
      this.at = at;
    }

    List<Alternative> alternatives() {
      List<Alternative> all = new ArrayList<>();
      do {
        all.add(alternative());
      } while (html.charAt(at++) == '~');
      return all;
    }

    private Alternative alternative() {
      double percent = 0;
      Matcher share = SHARE.matcher(html).region(at, html.length());
      if (share.lookingAt()) {
        percent =
            share.group(1) == null ? 100 : Double.parseDouble(share.group(1).replace(',', '.'));
        at = share.end();
      }
      int from = at++;
      while (!ends("~#}") || html.startsWith("&", at - 1) || html.startsWith("&amp;", at - 5)) {
        at++;
      }
      String answer = html.substring(from, at);
      String feedback = "";
      if (html.charAt(at) == '#') {
        from = ++at;
        while (!ends("~}")) {
          at++;
        }
        feedback = html.substring(from, at);
      }
      return new Alternative(percent, decoded(answer), decoded(feedback));
    }

    private boolean ends(String signs) {
      return signs.indexOf(html.charAt(at)) >= 0 && html.charAt(at - 1) != '\\';
    }
  }

  /** Once, as an import does with what its editor has quoted. */
  static String decoded(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(entity ->
            Matcher.quoteReplacement(
                entity.group(1) != null
                    ? Character.toString(Integer.parseInt(entity.group(1)))
                    : switch (entity.group(2)) {
                      case "amp" -> "&";
                      case "lt" -> "<";
                      case "gt" -> ">";
                      default -> "\"";
                    }));
  }

  // ---- what an import checks

  /** Holds it to what Moodle asks of an embedded answer, or refuses the whole question for. */
  void isValid() {
    assertThat(alternatives).as(type).isNotEmpty();
    assertThat(alternatives).anySatisfy(each -> assertThat(each.percent()).isEqualTo(100));
    for (Alternative each : alternatives) {
      assertThat(each.answer()).isNotBlank();
      assertThat(each.percent()).isBetween(0.0, 100.0);
      if (type.equals("NUMERICAL")) {
        assertThat(each.answer()).matches(TOLERANT);
      }
      if (type.equals("MULTICHOICE")) {
        assertThat(each.answer()).doesNotContain("<");
      }
      assertThat(each.feedback()).as("HTML").doesNotContain("<");
      assertThat(decoded(each.feedback())).as("as it is seen").doesNotContain("<b>", "</");
    }
    if (type.equals("MULTICHOICE")) {
      assertThat(alternatives).hasSizeGreaterThan(1);
      assertThat(alternatives).extracting(Alternative::answer).doesNotHaveDuplicates();
    }
  }

  // ---- answering

  /** What is made of an answer: nothing is said to one that nobody foresaw, and it has no mark. */
  Alternative given(String answer) {
    return alternatives.stream()
        .filter(each -> fits(each, answer))
        .findFirst()
        .orElse(new Alternative(0, answer, ""));
  }

  private boolean fits(Alternative each, String given) {
    return switch (type) {
      case "NUMERICAL" -> {
        Matcher number = TOLERANT.matcher(each.answer());
        assertThat(number.matches()).isTrue();
        double tolerance = number.group(2) == null ? 0 : Double.parseDouble(number.group(2));
        yield Math.abs(Double.parseDouble(given) - Double.parseDouble(number.group(1)))
            <= tolerance;
      }
      case "MULTICHOICE" -> decoded(each.answer()).equals(given);
      default -> given.matches(pattern(each.answer()));
    };
  }

  /** An asterisk stands for anything, but behind a backslash for itself. */
  private static String pattern(String answer) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < answer.length(); i++) {
      if (answer.startsWith("\\*", i)) {
        pattern.append("\\*");
        i++;
      } else if (answer.charAt(i) == '*') {
        pattern.append(".*");
      } else {
        pattern.append(Pattern.quote(answer.substring(i, i + 1)));
      }
    }
    return pattern.toString();
  }
}
