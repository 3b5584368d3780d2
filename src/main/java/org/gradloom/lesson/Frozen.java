package org.gradloom.lesson;

/** Which parameters of a layer no step changes; their gradients are shown all the same. */
public record Frozen(boolean w, boolean b) {
  /** All of them learn. */
  public static final Frozen NOTHING = new Frozen(false, false);

  /** True if W is meant and frozen, or b is. */
  public boolean holds(boolean bias) {
    return bias ? b : w;
  }

  public Frozen withW(boolean frozen) {
    return new Frozen(frozen, b);
  }

  public Frozen withB(boolean frozen) {
    return new Frozen(w, frozen);
  }
}
