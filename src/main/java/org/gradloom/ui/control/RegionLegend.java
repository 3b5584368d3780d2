package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.RegionPlot.Content;
import org.gradloom.ui.control.RegionPlot.OfClasses;
import org.gradloom.ui.control.RegionPlot.OfLine;
import org.gradloom.ui.control.RegionPlot.OfSurface;
import org.jspecify.annotations.Nullable;

/** Says which shape, line and colour is what, and what pale and hollow mean. */
record RegionLegend(Texts texts, CssPalette ink) {
  private static final double SIDE = 14;
  private static final double RADIUS = 4.5;

  /** Replaces what the legend says. */
  void write(FlowPane legend, Content content) {
    legend
        .getChildren()
        .setAll(
            switch (content) {
              case OfClasses(var names, _) -> ofClasses(names);
              case OfLine(var name, _, _) -> ofLine(name);
              case OfSurface(var name, var surface, var truths) -> ofSurface(name, surface, truths);
            });
    legend.applyCss();
  }

  private List<Label> ofClasses(List<String> names) {
    List<Label> entries = new ArrayList<>();
    for (int group = 0; group < names.size(); group++) {
      Color colour = ink.of("class-" + (group % RegionPlot.CLASSES + 1));
      entries.add(entry(names.get(group), symbol(PointShape.of(group), colour, colour)));
    }
    if (!names.isEmpty()) {
      Color muted = ink.of("cross");
      entries.add(
          entry(
              texts.get("control.regions.test"),
              symbol(PointShape.CIRCLE, ink.of("paper"), muted)));
      entries.add(entry(texts.get("control.regions.paler"), null));
    }
    return entries;
  }

  private List<Label> ofLine(String name) {
    Color point = ink.of("point");
    return List.of(
        entry(texts.get("control.plot.train"), symbol(PointShape.CIRCLE, point, point)),
        entry(texts.get("control.plot.test"), symbol(PointShape.CIRCLE, ink.of("paper"), point)),
        entry(name, stroke(ink.of("line"), false)),
        entry(texts.get("control.plot.residual"), stroke(ink.of("residual"), true)));
  }

  private List<Label> ofSurface(String name, Optional<PlotSurface> surface, List<Double> truths) {
    List<Label> entries = new ArrayList<>();
    surface.ifPresent(heights ->
        entries.add(
            entry(
                texts.get(
                    "control.plot.scale",
                    name,
                    Numbers.rounded(heights.low(), 3),
                    Numbers.rounded(heights.high(), 3)),
                scale())));
    if (!truths.isEmpty()) {
      entries.add(
          entry(
              texts.get("control.regions.test"),
              symbol(PointShape.CIRCLE, ink.of("paper"), ink.of("cross"))));
    }
    return entries;
  }

  private static Canvas stroke(Color colour, boolean upright) {
    Canvas symbol = new Canvas(upright ? 6 : 1.6 * SIDE, SIDE);
    GraphicsContext g = symbol.getGraphicsContext2D();
    g.setStroke(colour);
    g.setLineWidth(upright ? 1.5 : 2.5);
    double middle = symbol.getWidth() / 2;
    if (upright) {
      g.strokeLine(middle, 0, middle, SIDE);
    } else {
      g.strokeLine(0, SIDE / 2, symbol.getWidth(), SIDE / 2);
    }
    return symbol;
  }

  private Canvas scale() {
    Canvas symbol = new Canvas(5 * SIDE, SIDE);
    GraphicsContext g = symbol.getGraphicsContext2D();
    for (int x = 0; x < symbol.getWidth(); x++) {
      double part = 2 * x / (symbol.getWidth() - 1) - 1;
      Color end = ink.of(part < 0 ? "negative" : "positive");
      g.setFill(ink.of("zero").interpolate(end, Math.abs(part)));
      g.fillRect(x, 2, 1, SIDE - 4);
    }
    return symbol;
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
