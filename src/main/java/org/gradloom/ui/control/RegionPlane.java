package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import org.gradloom.ui.control.RegionPlot.Point;
import org.gradloom.ui.control.RegionPlot.Spot;

/** Where the places of a plane stand on the screen, and which place a pixel shows. */
record RegionPlane(Axis across, Axis up) {
  /** The place that a pixel shows, if it lies within the plane. */
  Optional<Spot> spotAt(double x, double y) {
    boolean inside = x >= across.start() && x <= across.end() && y >= up.end() && y <= up.start();
    return inside ? Optional.of(new Spot(across.valueAt(x), up.valueAt(y))) : Optional.empty();
  }

  double x(Spot spot) {
    return across.at(spot.x());
  }

  double y(Spot spot) {
    return up.at(spot.y());
  }

  /** The point nearest to a spot and no farther than so many pixels; −1 where there is none. */
  int nearest(List<Point> points, Spot spot, double reach) {
    int best = -1;
    double least = reach;
    for (int i = 0; i < points.size(); i++) {
      double away =
          Math.hypot(across.at(points.get(i).x()) - x(spot), up.at(points.get(i).y()) - y(spot));
      // Of two on each other the upper one, which was drawn later.
      if (away <= least) {
        best = i;
        least = away;
      }
    }
    return best;
  }

  Spot middle() {
    return new Spot(
        across.low() + (across.high() - across.low()) / 2, up.low() + (up.high() - up.low()) / 2);
  }

  /** A spot moved by parts of the sides, as far as these reach. */
  Spot moved(Spot from, double right, double upwards) {
    double x = from.x() + right * (across.high() - across.low());
    double y = from.y() + upwards * (up.high() - up.low());
    return new Spot(Math.clamp(x, across.low(), across.high()), Math.clamp(y, up.low(), up.high()));
  }
}
