package org.gradloom.formula;

/** What a formula is written for. */
public enum FormulaStyle {
  /** To be set. */
  TEX,
  /** A terminal, the clipboard, a screen reader. */
  PLAIN;

  /** The one of two writings that this style takes. */
  public String of(String tex, String plain) {
    return switch (this) {
      case TEX -> tex;
      case PLAIN -> plain;
    };
  }
}
