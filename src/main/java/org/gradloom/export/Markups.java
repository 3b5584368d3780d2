package org.gradloom.export;

/** Texts as XML, HTML and embedded answers take them. */
final class Markups {
  private Markups() {}

  /** Without the characters that no XML may hold. */
  static String xml(String text) {
    return html(text);
  }

  static String html(String text) {
    return safe(text, "{}");
  }

  /** Braces would begin an embedded answer anywhere. */
  private static String safe(String text, String meant) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(Markups::isCharacter)
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> {
              if (meant.indexOf(c) >= 0) {
                safe.append("&#").append(c).append(';');
              } else {
                safe.appendCodePoint(c);
              }
            }
          }
        });
    return safe.toString();
  }

  /** Within an embedded answer, where ~ } # and \ mean something, too. */
  static String cloze(String text) {
    return safe(text.strip().replaceAll("\\s+", " "), "{}~#\\");
  }

  /** The same where what is read is HTML again: a choice, or what is said to it. */
  static String clozeHtml(String text) {
    return cloze(html(text));
  }

  /** As XML 1.0 has them. */
  private static boolean isCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
