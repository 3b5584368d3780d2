package org.gradloom.lesson;

import java.util.Locale;

/** What a column of a table holds. */
public enum ColumnKind {
  NUMBER,
  CATEGORY,
  TEXT,
  DATE,
  INDEX,
  CONSTANT,
  EMPTY;

  /** As documents and people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a network takes it in unless somebody says otherwise. */
  public boolean isUsable() {
    return this == NUMBER || this == CATEGORY;
  }

  /** Whether its values are read as numbers. */
  public boolean isNumeric() {
    return this == NUMBER || this == INDEX;
  }
}
