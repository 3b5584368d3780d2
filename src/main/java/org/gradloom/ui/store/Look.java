package org.gradloom.ui.store;

import org.gradloom.ui.theme.Appearance;

/**
 * How the window looks, whatever it shows.
 *
 * @param appearance the theme and the size
 * @param lessMotion whether the user chose less motion
 * @param systemAsksForLess whether the system asks for less motion, for all its programs
 */
public record Look(Appearance appearance, boolean lessMotion, boolean systemAsksForLess) {

  /** The look of who has chosen nothing. */
  public static Look usual() {
    return new Look(Appearance.usual(), false, false);
  }

  /** True if everything is to be at once where it ends up. */
  public boolean isMotionReduced() {
    return lessMotion || systemAsksForLess;
  }
}
