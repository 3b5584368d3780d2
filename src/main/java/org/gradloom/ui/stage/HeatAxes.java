package org.gradloom.ui.stage;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.gradloom.formula.Dimension;
import org.gradloom.ui.control.HeatMap;

/**
 * What of large matrices is in sight, the same in all of them: zooming into one zooms into all, and
 * lines that count the same thing, such as the samples in X and in Z, show the same part of it.
 */
final class HeatAxes {
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 0);
  private final Map<Dimension, DoubleProperty> centres = new HashMap<>();

  /** Ties a map whose rows and columns count these. */
  void tie(HeatMap map, Dimension rows, Dimension columns) {
    tieZoom(map);
    map.rowCentreProperty().bindBidirectional(centre(rows));
    map.columnCentreProperty().bindBidirectional(centre(columns));
  }

  /** Ties only how near a map is, for one that has little room and shows what it must. */
  void tieZoom(HeatMap map) {
    map.zoomProperty().bindBidirectional(zoom);
  }

  private DoubleProperty centre(Dimension dimension) {
    return centres.computeIfAbsent(
        dimension, counted -> new SimpleDoubleProperty(this, counted.toString(), 0));
  }
}
