package org.gradloom.ui.control;

import java.util.Locale;
import javafx.css.PseudoClass;

/** What a cell of a matrix is at this moment; each is a pseudo-class of the cell. */
public enum CellState {
  /** On the left operand's lit line, whichever way it runs in this matrix: solid orange. */
  LEFT,
  /** On the right operand's lit line: dashed blue. */
  RIGHT,
  /** The cell that is computed: ringed purple. */
  RESULT,
  /** On the line of the result that is made of the same sample: purple without a ring. */
  RESULT_LINE,
  /** One of the two cells of the present term: a thicker outline and a halo. */
  ACTIVE,
  /** Not computed yet: a dotted outline and no number. */
  UNREACHED,
  /** Its number is the sum so far, not yet the last one. */
  FORMING,
  /** The same number as an active cell, in the matrix it came from. */
  MATCH,
  /** A number of the user's own that is right: a tick, and green. */
  AGREES,
  /** A number of the user's own that is not: a cross, and red. */
  DIFFERS,
  /** Its number is not to be seen yet: hatched, with a blank for the number. */
  COVERED,
  /** Covered, and to be predicted now: a question mark in the result's colours. */
  ASKED,
  /** Its number can be dragged up and down: a handle in its corner. */
  MOVABLE,
  /** Marked by the user as an answer: a dot, and the accent's colours. */
  MARKED,
  /** No computed number but 0 by structure, or a name: muted, without an outline. */
  BARE;

  /** The pseudo-class of whatever is one. */
  public PseudoClass pseudoClass() {
    return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
  }
}
