package org.gradloom.export;

/** Texts as XML, HTML and embedded answers take them. */
final class Markups {
  private Markups() {}

  /** Without the characters that no XML may hold. */
  static String xml(String text) {
    return html(text);
  }

  static String html(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(Markups::isCharacter)
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            // A brace would begin an embedded answer.
            case '{' -> safe.append("&#123;");
            case '}' -> safe.append("&#125;");
            default -> safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  /** Within an embedded answer, where ~ } # and \ mean something, too. */
  static String cloze(String text) {
    return html(text.strip().replaceAll("\\s+", " ")).replace("~", "&#126;").replace("\\", "&#92;");
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
