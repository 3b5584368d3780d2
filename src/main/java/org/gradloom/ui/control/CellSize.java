package org.gradloom.ui.control;

import java.util.Locale;
import javafx.css.PseudoClass;

/** How large a grid's cells are; each is a pseudo-class of the grid. */
public enum CellSize {
  /** A product of a few rows in a large window. */
  LARGE,
  /** A product of matrices of a few rows. */
  NORMAL,
  /** Up to about eight rows. */
  MEDIUM,
  /** A matrix shown beside the product that it takes part in. */
  COMPACT,
  /** Sixteen rows. */
  TINY;

  /** The next larger size; the largest has none. */
  public CellSize larger() {
    return switch (this) {
      case LARGE, NORMAL -> LARGE;
      case MEDIUM -> NORMAL;
      case COMPACT -> MEDIUM;
      case TINY -> COMPACT;
    };
  }

  /** The pseudo-class of whatever is one. */
  public PseudoClass pseudoClass() {
    return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
  }
}
