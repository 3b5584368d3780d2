package org.gradloom.typeset;

import java.util.Locale;

/**
 * What a part of a formula stands for. In TeX a role is a colour's name, {@code
 * \textcolor{left}{x_{23}}}; what colour that is, whoever shows the picture says, so that a theme
 * switches without setting a formula anew.
 */
public enum TexRole {
  TEXT,
  LEFT,
  RIGHT,
  RESULT,
  MUTED;

  /** The name of the colour in TeX. */
  public String colour() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Some TeX in this role. */
  public String of(String tex) {
    return "\\textcolor{" + colour() + "}{" + tex + "}";
  }
}
