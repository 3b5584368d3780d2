package org.gradloom.ui.keys;

import java.util.Locale;
import org.gradloom.text.Texts;

/** What keys are called differs between systems, and a few keys differ too. */
public enum KeySystem {
  /** Windows and Linux. */
  USUAL,
  MAC;

  /** The one that this program runs on. */
  public static final KeySystem HERE = of(System.getProperty("os.name", ""));

  /**
   * The system of a name.
   *
   * @param osName the system property {@code os.name}
   */
  public static KeySystem of(String osName) {
    return osName.toLowerCase(Locale.ROOT).contains("mac") ? MAC : USUAL;
  }

  String shift(Texts texts) {
    return this == MAC ? "⇧" : texts.get("key.shift");
  }

  String control(Texts texts) {
    return this == MAC ? "⌃" : texts.get("key.control");
  }

  String alt(Texts texts) {
    return this == MAC ? "⌥" : texts.get("key.alt");
  }

  String command(Texts texts) {
    return this == MAC ? "⌘" : texts.get("key.control");
  }

  String between() {
    return this == MAC ? "" : " ";
  }
}
