package org.gradloom.export;

/** What an {@link ExportOrder} says and some kinds make no use of. */
public enum ExportSetting {
  PLACE("--at"),
  STEP("--step"),
  THEME("--theme");

  private final String option;

  ExportSetting(String option) {
    this.option = option;
  }

  /** How a command line says it. */
  public String option() {
    return option;
  }
}
