package org.gradloom.text;

/** Names shortened in the middle, since both their beginning and their end tell them apart. */
public final class Middle {
  private Middle() {}

  /** The name, or its two ends where it is longer than so many characters. */
  public static String shortened(String name, int longest) {
    int length = name.codePointCount(0, name.length());
    if (length <= longest) {
      return name;
    }
    int head = longest / 2;
    int tail = longest - 1 - head;
    return name.substring(0, name.offsetByCodePoints(0, head))
        + "…"
        + name.substring(name.offsetByCodePoints(name.length(), -tail));
  }
}
