package org.gradloom.ui.control;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** Says which shape and colour is which class, and what pale and hollow mean. */
record RegionLegend(Texts texts, CssPalette ink) {
  private static final double SIDE = 14;
  private static final double RADIUS = 4.5;

  /** Replaces what the legend says. */
  void write(FlowPane legend, List<String> classes) {
    legend.getChildren().clear();
    for (int group = 0; group < classes.size(); group++) {
      Color colour = ink.of("class-" + (group % RegionPlot.CLASSES + 1));
      legend
          .getChildren()
          .add(entry(classes.get(group), symbol(PointShape.of(group), colour, colour)));
    }
    if (!classes.isEmpty()) {
      Color muted = ink.of("cross");
      legend
          .getChildren()
          .addAll(
              entry(
                  texts.get("control.regions.test"),
                  symbol(PointShape.CIRCLE, ink.of("paper"), muted)),
              entry(texts.get("control.regions.paler"), null));
    }
    legend.applyCss();
  }

  private static Label entry(String words, @Nullable Canvas symbol) {
    Label label = new Label(words, symbol);
    label.getStyleClass().add("region-legend-entry");
    return label;
  }

  private static Canvas symbol(PointShape shape, Color fill, Color edge) {
    Canvas symbol = new Canvas(SIDE, SIDE);
    shape.draw(symbol.getGraphicsContext2D(), SIDE / 2, SIDE / 2, RADIUS, fill, edge, 1.5);
    return symbol;
  }
}
