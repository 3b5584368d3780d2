package org.gradloom.ui.store;

/** What a user wants of the sides around the stage. */
public enum Sides {
  /** Beside the stage where there is room; what has none is folded away. */
  USUAL,
  /** What is folded away for want of room lies over the stage. */
  OVER_STAGE,
  /** The stage alone. */
  HIDDEN;

  /**
   * What the one key and the one button for the sides lead to.
   *
   * @param folded whether one of them has no room beside the stage
   */
  public Sides next(boolean folded) {
    return switch (this) {
      case USUAL -> folded ? OVER_STAGE : HIDDEN;
      case OVER_STAGE -> HIDDEN;
      case HIDDEN -> USUAL;
    };
  }
}
