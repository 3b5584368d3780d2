package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import org.gradloom.ui.control.RegionPlot.OfClasses;
import org.gradloom.ui.control.RegionPlot.OfLine;
import org.gradloom.ui.control.RegionPlot.OfSurface;
import org.gradloom.ui.control.RegionPlot.Picture;
import org.gradloom.ui.control.RegionPlot.Point;
import org.gradloom.ui.control.RegionPlot.Spot;
import org.gradloom.ui.keys.Shortcut;

/** The regions as an image, and on it a canvas that is drawn anew only when the points change. */
final class RegionPlotSkin extends CanvasSkin<RegionPlot> {
  private static final double GAP = PlotFrame.GAP;
  private static final double RADIUS = 4;
  private static final double REACH = 8;

  private final ImageView regions = new ImageView();
  private final RegionImage image = new RegionImage();
  private final PlotFrame frame;
  private final FlowPane legend = new FlowPane();
  private final LinePainter lines;
  private RegionPlane plane =
      new RegionPlane(new Axis(0, 1, false, 0, 1), new Axis(0, 1, false, 1, 0));
  private Picture drawn;

  /** Where the pointer is, while it is in the plane. */
  private Optional<Spot> pointed = Optional.empty();

  RegionPlotSkin(RegionPlot plot) {
    // The height follows from the width.
    super(plot, colours(), new Size(28, 0), new Size(12, 14));
    drawn = plot.getPicture();
    regions.setManaged(false);
    legend.getStyleClass().add("region-legend");
    legend.setManaged(false);
    regions.setMouseTransparent(true);
    legend.setMouseTransparent(true);
    getChildren().addAll(ink, regions, canvas);
    frame = new PlotFrame(getChildren(), false);
    lines = new LinePainter(getChildren(), ink, plot.texts());
    getChildren().addAll(legend, readOut);
    registerChangeListener(plot.pictureProperty(), change -> refresh());
    registerChangeListener(plot.crossProperty(), change -> drawPoints());
    plot.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    plot.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
    plot.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> plot.requestFocus());
    plot.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    plot.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static List<String> colours() {
    List<String> names =
        new ArrayList<>(List.of("grid", "cross", "paper", "negative", "zero", "positive"));
    names.addAll(LinePainter.inks());
    for (int group = 1; group <= RegionPlot.CLASSES; group++) {
      names.add("class-" + group);
    }
    return names;
  }

  private List<Color> classColours() {
    List<Color> colours = new ArrayList<>();
    for (int group = 1; group <= RegionPlot.CLASSES; group++) {
      colours.add(ink.of("class-" + group));
    }
    return colours;
  }

  // ---- the mouse

  private Optional<Spot> spot(MouseEvent event) {
    return plane.spotAt(event.getX(), event.getY());
  }

  private void moved(MouseEvent event) {
    pointed = spot(event);
    say();
  }

  private void left() {
    pointed = Optional.empty();
    say();
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    spot(event)
        .ifPresent(spot -> {
          int index = plane.nearest(drawn.points(), spot, REACH);
          if (index >= 0) {
            getSkinnable().remove(index);
          } else {
            getSkinnable().add(spot);
          }
          event.consume();
        });
  }

  // ---- the keyboard

  private void onKey(KeyEvent event) {
    Shortcut.of(Shortcut.OfPoints.values(), event)
        .ifPresent(key -> {
          Optional<Spot> cross = getSkinnable().crossProperty().get();
          does(key, cross, event.isShiftDown() ? 0.1 : 0.02);
          // Without a cross, Enter and Escape are for the window.
          if (cross.isPresent() || getSkinnable().crossProperty().get().isPresent()) {
            event.consume();
          }
        });
  }

  private void does(Shortcut.OfPoints key, Optional<Spot> cross, double step) {
    switch (key) {
      case LEFT -> moveCross(-step, 0);
      case RIGHT -> moveCross(step, 0);
      case UP -> moveCross(0, step);
      case DOWN -> moveCross(0, -step);
      case ADD -> cross.ifPresent(getSkinnable()::add);
      case REMOVE ->
          cross
              .map(spot -> plane.nearest(drawn.points(), spot, Double.POSITIVE_INFINITY))
              .filter(index -> index >= 0)
              .ifPresent(getSkinnable()::remove);
      case LEAVE -> getSkinnable().crossProperty().set(Optional.empty());
    }
  }

  /** By parts of the plane's sides; the first key puts the cross into the middle. */
  private void moveCross(double right, double upwards) {
    var cross = getSkinnable().crossProperty();
    Spot moved =
        cross.get().map(from -> plane.moved(from, right, upwards)).orElseGet(plane::middle);
    cross.set(Optional.of(moved));
  }

  // ---- drawing

  private void refresh() {
    Picture picture = getSkinnable().getPicture();
    boolean sameFrame = picture.frame().equals(drawn.frame());
    boolean samePoints = picture.points().equals(drawn.points());
    drawn = picture;
    if (!sameFrame) {
      getSkinnable().requestLayout();
    } else {
      drawRegions();
      if (!samePoints || !(picture.content() instanceof OfClasses)) {
        drawPoints();
      }
    }
    say();
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    drawn = getSkinnable().getPicture();
    new RegionLegend(getSkinnable().texts(), ink).write(legend, drawn.content());
    double em = ink.em();
    double legendHeight = Math.ceil(legend.prefHeight(width));
    legend.resizeRelocate(x, y + height - legendHeight, width, legendHeight);
    canvas.setWidth(getSkinnable().getWidth());
    canvas.setHeight(y + height - legendHeight);
    double bottom = Math.rint(y + height - legendHeight - PlotFrame.below(em));
    double top = Math.rint(y + PlotFrame.above(em));
    Axis up = Axis.around(drawn.y().low(), drawn.y().high(), false, Math.max(top + 1, bottom), top);
    frame.restart();
    double leftRoom = frame.writeHeights(up, em);
    double start = Math.rint(x + leftRoom);
    Axis across =
        Axis.around(
            drawn.x().low(),
            drawn.x().high(),
            false,
            start,
            Math.max(start + 1, Math.rint(x + width - GAP)));
    plane = new RegionPlane(across, up);
    regions.setX(across.start());
    regions.setY(up.end());
    drawRegions();
    drawPoints();
    say();
  }

  private void drawRegions() {
    int width = (int) (plane.across().end() - plane.across().start());
    int height = (int) (plane.up().start() - plane.up().end());
    Optional<Image> shown =
        switch (drawn.content()) {
          case OfClasses(_, var cells) ->
              cells.map(of -> image.draw(of, classColours(), ink.of("paper"), width, height));
          case OfSurface(_, var surface, _) ->
              surface.map(of ->
                  image.draw(
                      of, ink.of("negative"), ink.of("zero"), ink.of("positive"), width, height));
          case OfLine _ -> Optional.empty();
        };
    regions.setVisible(shown.isPresent());
    shown.ifPresent(regions::setImage);
  }

  private void drawPoints() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    frame.restart();
    frame.writeHeights(plane.up(), ink.em());
    frame.draw(
        g,
        ink.of("grid"),
        plane.across(),
        plane.up(),
        drawn.x().name(),
        drawn.y().name(),
        snappedLeftInset(),
        plane.across().end() + GAP,
        ink.em(),
        drawn.content() instanceof OfLine);
    frame.finish();
    switch (drawn.content()) {
      case OfClasses _ -> {
        List<Color> colours = classColours();
        drawPoints(g, i -> colours.get(drawn.points().get(i).group() % colours.size()));
        lines.read(g, plane, Optional.empty());
      }
      case OfLine line -> {
        lines.draw(g, plane, line, drawn.points());
        drawPoints(g, i -> ink.of("point"));
        lines.read(g, plane, line.slope());
      }
      case OfSurface(_, var surface, var truths) -> {
        boolean coloured = surface.isPresent() && truths.size() == drawn.points().size();
        drawPoints(g, i -> coloured ? heat(surface.orElseThrow(), truths.get(i)) : ink.of("cross"));
        lines.read(g, plane, Optional.empty());
      }
    }
    getSkinnable().crossProperty().get().ifPresent(spot -> drawCross(g, spot));
    say();
  }

  private Color heat(PlotSurface surface, double height) {
    double part = surface.part(height);
    return ink.of("zero").interpolate(ink.of(part < 0 ? "negative" : "positive"), Math.abs(part));
  }

  private void drawPoints(GraphicsContext g, IntFunction<Color> colours) {
    Color paper = ink.of("paper");
    // On a surface the edge must not be what it stands on.
    boolean onSurface = drawn.content() instanceof OfSurface;
    Color edge = onSurface ? ink.of("cross") : paper;
    for (int i = 0; i < drawn.points().size(); i++) {
      Point point = drawn.points().get(i);
      Color colour = colours.apply(i);
      PointShape.of(point.group())
          .draw(
              g,
              plane.across().at(point.x()),
              plane.up().at(point.y()),
              RADIUS,
              point.test() ? paper : colour,
              point.test() && !onSurface ? colour : edge,
              point.test() ? 1.75 : 1);
    }
  }

  private void drawCross(GraphicsContext g, Spot spot) {
    double x = Math.floor(plane.x(spot)) + 0.5;
    double y = Math.floor(plane.y(spot)) + 0.5;
    g.setStroke(ink.of("cross"));
    g.setLineWidth(1);
    g.strokeLine(plane.across().start(), y, plane.across().end(), y);
    g.strokeLine(x, plane.up().start(), x, plane.up().end());
  }

  /** Says beside the pointer, or else beside the cross, what there is. */
  private void say() {
    Optional<Spot> at = pointed.or(() -> getSkinnable().crossProperty().get());
    at.ifPresentOrElse(
        spot ->
            readOut.show(
                getSkinnable().describe(spot),
                plane.x(spot),
                plane.y(spot),
                plane.across().end(),
                plane.up().end()),
        readOut::hideWords);
  }

  /** As high as wide, with the legend below. */
  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    double wide = width < 0 ? computePrefWidth(-1, t, r, b, l) : width;
    return t + wide + legend.prefHeight(wide) + b;
  }
}
