package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.gradloom.matrix.Numbers;
import org.gradloom.ui.control.CurveChart.Graph;
import org.gradloom.ui.control.CurveChart.Kind;
import org.gradloom.ui.control.CurveChart.Picture;
import org.gradloom.ui.keys.Shortcut;

/** Lines on a canvas; numbers and names are nodes. */
final class CurveChartSkin extends CanvasSkin<CurveChart> {
  private static final double GAP = PlotFrame.GAP;

  private final PlotFrame frame;
  private final Map<Kind, TextPool> ends = new EnumMap<>(Kind.class);
  private final Label empty = new Label();
  private double leftRoom;
  private double rightRoom;
  private Axis across = new Axis(0, 1, false, 0, 1);
  private Axis up = new Axis(0, 1, false, 1, 0);

  /** The step under the cross line; not a number while there is no line. */
  private double pointed = Double.NaN;

  CurveChartSkin(CurveChart chart) {
    super(
        chart,
        List.of("grid", "cross", "main", "second", "third", "kept"),
        new Size(28, 14),
        new Size(14, 7));
    getChildren().add(canvas);
    frame = new PlotFrame(getChildren(), true);
    for (Kind kind : Kind.values()) {
      ends.put(kind, new TextPool(getChildren(), "chart-end-" + inkName(kind)));
    }
    empty.getStyleClass().add("chart-empty");
    empty.setManaged(false);
    empty.setMouseTransparent(true);
    getChildren().addAll(ink, empty, readOut);
    registerChangeListener(chart.pictureProperty(), change -> draw());
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(across.valueAt(event.getX())));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN));
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> chart.requestFocus());
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static String inkName(Kind kind) {
    return switch (kind) {
      case MAIN -> "main";
      case SECOND -> "second";
      case THIRD -> "third";
      case KEPT -> "kept";
    };
  }

  // ---- pointing

  private void point(double step) {
    pointed = step;
    draw();
  }

  private void onKey(KeyEvent event) {
    Shortcut.of(Shortcut.OfChart.values(), event)
        .filter(this::does)
        .ifPresent(done -> event.consume());
  }

  /** True if there was something to do. */
  private boolean does(Shortcut.OfChart key) {
    double pixel = Double.isNaN(pointed) ? across.end() : across.at(pointed);
    switch (key) {
      case LEFT -> point(across.valueAt(Math.max(across.start(), pixel - GAP)));
      case RIGHT -> point(across.valueAt(Math.min(across.end(), pixel + GAP)));
      case START -> point(across.low());
      case END -> point(across.high());
      case LEAVE -> {
        if (Double.isNaN(pointed)) {
          return false;
        }
        point(Double.NaN);
      }
    }
    return true;
  }

  // ---- drawing

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    canvas.setWidth(getSkinnable().getWidth());
    canvas.setHeight(getSkinnable().getHeight());
    leftRoom = 0;
    rightRoom = 0;
    draw();
  }

  private void draw() {
    Picture picture = getSkinnable().getPicture();
    CurveRange range = CurveRange.of(picture);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    frame.restart();
    ends.values().forEach(TextPool::restart);
    readOut.hideWords();
    showEmpty(range.empty(), picture.whenEmpty());
    if (!range.empty() && canvas.getWidth() > 0) {
      double em = ink.em();
      double top = snappedTopInset() + PlotFrame.above(em);
      double bottom = canvas.getHeight() - snappedBottomInset() - PlotFrame.below(em);
      up = Axis.around(range.low(), range.high(), range.logarithmic(), bottom, top);
      leftRoom = Math.max(leftRoom, frame.writeHeights(up, em));
      List<End> lines = endTexts(picture);
      across =
          Axis.around(
              range.fromX(),
              range.toX(),
              false,
              snappedLeftInset() + leftRoom,
              canvas.getWidth() - snappedRightInset() - rightRoom);
      if (across.start() < across.end() && top < bottom) {
        frame.draw(
            g,
            ink.of("grid"),
            across,
            up,
            picture.xName(),
            picture.yName(),
            snappedLeftInset(),
            canvas.getWidth() - snappedRightInset(),
            em,
            true);
        CurvePainter painter = new CurvePainter(g, across, up);
        picture.curves().forEach(curve -> painter.draw(curve, ink.of(inkName(curve.kind()))));
        drawCross(painter, picture);
        placeEnds(lines, em);
      }
    }
    frame.finish();
    ends.values().forEach(TextPool::finish);
  }

  private void showEmpty(boolean nothing, String words) {
    empty.setVisible(nothing);
    if (nothing) {
      empty.setText(words);
      empty.resizeRelocate(0, 0, canvas.getWidth(), canvas.getHeight());
    }
  }

  // ---- what stands at the ends of the lines

  /** The text at a line's end, and the height that it belongs to. */
  private record End(Text text, double height) {}

  private List<End> endTexts(Picture picture) {
    List<End> found = new ArrayList<>();
    for (Graph curve : picture.curves()) {
      int last = curve.size() - 1;
      while (last >= 0 && !up.has(curve.mean(last))) {
        last--;
      }
      if (last >= 0) {
        Text text = Objects.requireNonNull(ends.get(curve.kind())).next(curve.lastValue());
        rightRoom = Math.max(rightRoom, Math.ceil(TextPool.width(text)) + GAP);
        found.add(new End(text, up.at(curve.mean(last))));
      }
    }
    return found;
  }

  /** Each at the height of its line's end, pushed down where two would stand on each other. */
  private void placeEnds(List<End> lines, double em) {
    double line = 1.25 * em;
    List<End> sorted = lines.stream().sorted(Comparator.comparingDouble(End::height)).toList();
    double[] middles = new double[sorted.size()];
    double free = up.end();
    for (int i = 0; i < middles.length; i++) {
      middles[i] = Math.max(free, sorted.get(i).height());
      free = middles[i] + line;
    }
    double room = up.start();
    for (int i = middles.length - 1; i >= 0; i--) {
      middles[i] = Math.min(room, middles[i]);
      room = middles[i] - line;
      TextPool.place(sorted.get(i).text(), across.end() + GAP, middles[i]);
    }
  }

  // ---- the cross line

  private void drawCross(CurvePainter painter, Picture picture) {
    if (Double.isNaN(pointed)) {
      return;
    }
    List<String> said = new ArrayList<>();
    double nearest = Double.NaN;
    for (Graph curve : picture.curves()) {
      if (curve.size() > 0) {
        int index = curve.nearest(pointed);
        double step = curve.x(index);
        if (Double.isNaN(nearest) || Math.abs(step - pointed) < Math.abs(nearest - pointed)) {
          nearest = step;
        }
        said.add(spoken(curve, index));
        painter.mark(curve, index, ink.of(inkName(curve.kind())));
      }
    }
    double x = painter.cross(nearest, ink.of("cross"));
    said.addFirst(picture.xName() + " " + Axis.text(nearest));
    readOut.show(String.join("\n", said), x, up.end(), across.end(), up.end());
  }

  private static String spoken(Graph curve, int index) {
    String value = curve.name() + " " + Numbers.rounded(curve.mean(index), 4);
    return curve.low(index) < curve.high(index)
        ? value
            + " ("
            + Numbers.rounded(curve.low(index), 3)
            + " … "
            + Numbers.rounded(curve.high(index), 3)
            + ")"
        : value;
  }
}
