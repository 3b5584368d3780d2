package org.gradloom.ui.store;

import java.util.HashSet;
import java.util.Set;
import org.gradloom.derivation.CodeListing;

/**
 * How the user likes to see it; no part of any document.
 *
 * @param folded ids of the panels that are folded
 * @param sides what is wanted of the sides
 */
public record View(Layout layout, CodeListing.Language language, Set<String> folded, Sides sides) {
  public View {
    folded = Set.copyOf(folded);
  }

  public static View usual() {
    return new View(Layout.FALK, CodeListing.Language.NUMPY, Set.of(), Sides.USUAL);
  }

  View with(Layout layout) {
    return new View(layout, language, folded, sides);
  }

  View with(CodeListing.Language language) {
    return new View(layout, language, folded, sides);
  }

  View with(Sides sides) {
    return new View(layout, language, folded, sides);
  }

  View withFolded(String panel, boolean fold) {
    Set<String> changed = new HashSet<>(folded);
    if (fold) {
      changed.add(panel);
    } else {
      changed.remove(panel);
    }
    return new View(layout, language, changed, sides);
  }
}
