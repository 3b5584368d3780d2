package org.gradloom.data;

import java.util.Locale;
import java.util.Set;

/**
 * One column of a table, as it is read.
 *
 * @param name as the header has it, which may be empty
 * @param missing how many lines have no value there
 */
public record TableColumn(String name, Kind kind, Role role, int missing) {
  private static final Set<String> INDEX_NAMES = Set.of("", "id", "index", "no", "#", "unnamed: 0");

  /** What a column holds. */
  public enum Kind {
    NUMBER,
    CATEGORY,
    TEXT,
    DATE,
    INDEX,
    CONSTANT,
    EMPTY;

    /** As people write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a network can take it in. */
    boolean isUsable() {
      return this == NUMBER || this == CATEGORY;
    }
  }

  /** What a column does. */
  public enum Role {
    FEATURE,
    TARGET,
    LEFT_OUT;

    /** As people write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether the first column numbers the lines, by its name. */
  static boolean namesAnIndex(String name) {
    return INDEX_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  TableColumn as(Role other) {
    return new TableColumn(name, kind, other, missing);
  }

  /** Whether a line needs a value there. */
  public boolean isUsed() {
    return role != Role.LEFT_OUT;
  }
}
