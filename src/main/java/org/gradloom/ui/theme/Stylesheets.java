package org.gradloom.ui.theme;

import java.net.URL;

/** Finds the stylesheets among the program's own files. */
final class Stylesheets {
  private Stylesheets() {}

  static String url(String path) {
    URL found = Stylesheets.class.getResource(path);
    if (found == null) {
      throw new IllegalStateException("No stylesheet at " + path);
    }
    return found.toExternalForm();
  }
}
