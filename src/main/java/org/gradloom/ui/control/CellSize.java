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

  PseudoClass pseudoClass() {
    return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
  }
}
