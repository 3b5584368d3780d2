package org.gradloom.export.page;

import java.util.stream.Collectors;
import org.gradloom.text.Markup;

/** Texts as a page writes them. */
final class Html {
  private Html() {}

  /** A text with nothing in it that a browser would take for a tag. */
  static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A sentence whose marks are classes. */
  static String marked(String sentence) {
    return Markup.runs(sentence).stream().map(Html::run).collect(Collectors.joining());
  }

  private static String run(Markup.Run run) {
    String text = plain(run.text());
    return switch (run.style()) {
      case PLAIN -> text;
      case LEFT -> "<span class=\"left\">" + text + "</span>";
      case RIGHT -> "<span class=\"right\">" + text + "</span>";
      case RESULT -> "<span class=\"result\">" + text + "</span>";
      case STRONG -> "<strong>" + text + "</strong>";
    };
  }

  /** The same with a paragraph for each line. */
  static String paragraphs(String text) {
    return text.lines().map(line -> "<p>" + marked(line) + "</p>").collect(Collectors.joining());
  }
}
