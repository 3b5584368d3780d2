package org.gradloom.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** A set of colours for the whole window. */
public enum Theme {
  LIGHT("light", new PrimerLight().getUserAgentStylesheet()),
  DARK("dark", new PrimerDark().getUserAgentStylesheet());

  private final String id;
  private final String base;

  Theme(String id, String base) {
    this.id = id;
    this.base = base;
  }

  /** Its name in settings and in the bundle of texts, and that of its token file. */
  public String id() {
    return id;
  }

  /** The stylesheet below our own, that dresses JavaFX's controls. */
  String base() {
    return base;
  }

  /** Where its tokens are. */
  String tokens() {
    return Stylesheets.url("/assets/themes/" + id + ".css");
  }
}
