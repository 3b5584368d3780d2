package org.gradloom.ui.store;

/**
 * The walk stepping on by itself.
 *
 * @param playing whether the walk steps on by itself
 * @param speed steps a second, from {@link #SLOWEST} to {@link #FASTEST}
 */
public record Playback(boolean playing, double speed) {
  public static final double SLOWEST = 0.5;
  public static final double FASTEST = 4;

  /** Slow enough to follow each term with the eyes. */
  static final double USUAL = 1;

  public Playback {
    speed = Math.clamp(speed, SLOWEST, FASTEST);
  }
}
