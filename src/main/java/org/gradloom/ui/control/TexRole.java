package org.gradloom.ui.control;

import java.util.Locale;

/**
 * What a part of a formula stands for. In TeX a role is a colour's name, {@code
 * \textcolor{left}{x_{23}}}; on screen it is a style class, so that a theme colours formulas by CSS
 * and switches without setting them anew.
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

  /** The class of the nodes that show it. */
  public String styleClass() {
    return "tex-" + colour();
  }

  /** Some TeX in this role. */
  public String of(String tex) {
    return "\\textcolor{" + colour() + "}{" + tex + "}";
  }
}
