package org.gradloom.data;

import java.util.Optional;
import org.gradloom.text.Message;

/** What came of reading a table. */
public sealed interface TableOutcome {
  /** It can be learned from. */
  record Read(TableReading reading) implements TableOutcome {}

  /**
   * It cannot.
   *
   * @param why a sentence that names no file
   * @param seen what can be seen of it all the same, where it came apart into columns
   */
  record Refused(Message why, Optional<TableGlance> seen) implements TableOutcome {}
}
