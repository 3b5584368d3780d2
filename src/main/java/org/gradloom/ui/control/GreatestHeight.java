package org.gradloom.ui.control;

/**
 * The greatest height that something has needed in one width and at one size of letters. What keeps
 * it does not move its neighbours with every change of its content. Lengths are in pixels.
 */
public final class GreatestHeight {
  private double width;
  private double em;
  private double height;

  /**
   * Counts one more height.
   *
   * @return the greatest since the width or the letters last changed
   */
  public double with(double width, double em, double height) {
    if (width != this.width || em != this.em) {
      this.width = width;
      this.em = em;
      this.height = 0;
    }
    this.height = Math.max(this.height, height);
    return this.height;
  }

  /** The greatest so far. */
  public double height() {
    return height;
  }

  /** What comes now need not be as high as what was there. */
  public void forget() {
    height = 0;
  }
}
