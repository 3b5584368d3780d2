package org.gradloom.ui.control;

/**
 * Where the rows or the columns of a heat map lie, in pixels from the edge of what is in sight.
 * Zoomed out all lines have room; zoomed in cells have their full size, and between the two they
 * grow by the same factor for each step of the zoom, so that a map that is drawn narrow still ends
 * with cells of the shape of a number.
 *
 * @param count how many lines there are
 * @param room the length in sight
 * @param fitCell a cell's length when all have room
 * @param fullCell a cell's length zoomed in; the cells never shrink when zooming in
 * @param zoom from 0, zoomed out, to 1
 * @param centre the middle of what is in sight, in lines from the first one's edge
 */
record HeatAxis(
    int count, double room, double fitCell, double fullCell, double zoom, double centre) {

  /** A cell's length, the gap to the next included. */
  double cell() {
    return fitCell * Math.pow(growth(), zoom);
  }

  /** How much longer a cell is zoomed in than zoomed out. */
  double growth() {
    return Math.max(1, fullCell / fitCell);
  }

  /** Where the first line begins: 0, or before what is in sight. */
  double start() {
    double length = count * cell();
    return length <= room ? 0 : Math.clamp(room / 2 - centre * cell(), room - length, 0);
  }

  /** The length of all lines, as far as it is in sight. */
  double visible() {
    return Math.min(room, count * cell());
  }

  boolean hasMore() {
    return count * cell() > room + 0.5;
  }

  /** Where a line begins. */
  double at(double line) {
    return start() + line * cell();
  }

  /** Where a pixel is, in lines from the first one's edge. */
  double position(double pixel) {
    return (pixel - start()) / cell();
  }

  /** The line at a pixel; beyond the last line, the last. */
  int lineAt(double pixel) {
    return Math.clamp((long) Math.floor(position(pixel)), 0, count - 1);
  }

  private HeatAxis centredOn(double line) {
    return new HeatAxis(count, room, fitCell, fullCell, zoom, line);
  }

  /** The same with a centre that lets no room stand empty. */
  HeatAxis settled() {
    return centredOn(position(room / 2));
  }

  /** Zoomed so that what is at a pixel stays there, as far as the ends allow. */
  HeatAxis zoomed(double newZoom, double pixel) {
    double line = position(pixel);
    HeatAxis next = new HeatAxis(count, room, fitCell, fullCell, newZoom, line);
    return next.centredOn((room / 2 - pixel) / next.cell() + line).settled();
  }

  /** Dragged by so many pixels. */
  HeatAxis panned(double pixels) {
    return centredOn(position(room / 2 - pixels)).settled();
  }

  /**
   * Moved as little as brings a line into sight, with half of its neighbour. Where all are in sight
   * it becomes the centre, so that zooming in later finds it.
   */
  HeatAxis showing(int line) {
    if (!hasMore()) {
      return centredOn(line + 0.5);
    }
    double half = room / 2 / cell();
    double margin = Math.min(0.5, Math.max(0, half - 0.5));
    double now = settled().centre();
    double least = line + 1 + margin - half;
    double most = line - margin + half;
    return centredOn(Math.max(least, Math.min(most, now))).settled();
  }
}
