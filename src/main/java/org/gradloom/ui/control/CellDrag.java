package org.gradloom.ui.control;

/** A number on its way up and down with the mouse. */
final class CellDrag {
  private final double from;
  private final double notch;
  private int steps;

  /**
   * A drag that begins.
   *
   * @param from where, in pixels from the top
   * @param notch how many pixels make one step
   */
  CellDrag(double from, double notch) {
    this.from = from;
    this.notch = notch;
  }

  /** How many steps further the mouse has come, up counted positive. */
  int stepsTo(double y) {
    int now = (int) Math.round((from - y) / notch);
    int further = now - steps;
    steps = now;
    return further;
  }
}
