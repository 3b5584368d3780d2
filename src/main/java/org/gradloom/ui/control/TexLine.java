package org.gradloom.ui.control;

/**
 * One line of a formula.
 *
 * @param lead words before it, in the font of the app; may be empty
 * @param tex the formula
 * @param tail words after it; may be empty
 * @param spoken the whole line for a screen reader
 */
public record TexLine(String lead, String tex, String tail, String spoken) {
  public TexLine(String tex, String spoken) {
    this("", tex, "", spoken);
  }
}
