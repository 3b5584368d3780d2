package org.gradloom.data;

import java.util.Locale;
import java.util.Set;
import org.gradloom.lesson.ColumnKind;

/**
 * One column of a table, as it is read.
 *
 * @param name as the header has it, which may be empty
 * @param missing how many lines have no value there
 */
public record TableColumn(String name, ColumnKind kind, Role role, int missing) {
  private static final Set<String> INDEX_NAMES = Set.of("", "id", "index", "no", "#", "unnamed: 0");

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

  TableColumn with(int otherMissing) {
    return new TableColumn(name, kind, role, otherMissing);
  }

  TableColumn as(ColumnKind other) {
    return new TableColumn(name, other, role, missing);
  }

  /** Whether each of its values is an input of its own. */
  public boolean isCategory() {
    return kind == ColumnKind.CATEGORY;
  }

  /** Whether it is used. */
  public boolean isUsed() {
    return role != Role.LEFT_OUT;
  }
}
