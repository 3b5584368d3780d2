package org.gradloom.data;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants of a table beyond what it says itself.
 *
 * @param target the name of the column to predict; nothing to find it
 * @param leftOut the names of columns not to use
 */
public record TableChoices(Optional<String> target, List<String> leftOut) {
  /** Takes the table as it is. */
  public static final TableChoices NONE = new TableChoices(Optional.empty(), List.of());

  public TableChoices {
    leftOut = List.copyOf(leftOut);
  }
}
