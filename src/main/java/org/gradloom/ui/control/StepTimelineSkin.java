package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Bars, labels and the knob of a timeline. */
final class StepTimelineSkin extends SkinBase<StepTimeline> {
  private static final double LEAST_CELL = 4;

  private final List<Region> tracks = new ArrayList<>();
  private final List<Region> fills = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Label> briefLabels = new ArrayList<>();
  private final Path notches = new Path();
  private final Region knob = new Region();
  private final Region mark = new Region();
  private final Tooltip tooltip = new Tooltip();

  StepTimelineSkin(StepTimeline timeline) {
    super(timeline);
    notches.getStyleClass().add("timeline-notches");
    notches.setManaged(false);
    knob.getStyleClass().add("timeline-knob");
    knob.setManaged(false);
    mark.getStyleClass().add("timeline-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    timeline.addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
    timeline.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
    timeline.addEventHandler(MouseEvent.MOUSE_MOVED, this::showHoverText);
    timeline.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
    registerChangeListener(timeline.modelProperty(), change -> rebuild());
    registerChangeListener(timeline.positionProperty(), change -> moved());
    registerChangeListener(timeline.markProperty(), change -> moved());
    rebuild();
  }

  private void rebuild() {
    tracks.clear();
    fills.clear();
    labels.clear();
    briefLabels.clear();
    // It spoke of another walk.
    tooltip.hide();
    for (StepTimelineModel.Segment segment : getSkinnable().getModel().segments()) {
      tracks.add(bar("timeline-track"));
      fills.add(bar("timeline-fill"));
      labels.add(label(segment.name().whole()));
      briefLabels.add(label(segment.name().brief()));
    }
    getChildren().setAll(tracks);
    getChildren().addAll(fills);
    getChildren().add(notches);
    getChildren().addAll(labels);
    getChildren().addAll(briefLabels);
    getChildren().addAll(knob, mark);
    knob.setVisible(!tracks.isEmpty());
    getSkinnable().requestLayout();
  }

  private static Label label(String name) {
    Label label = new Label(name);
    label.getStyleClass().add("timeline-label");
    label.setMouseTransparent(true);
    return label;
  }

  private static Region bar(String styleClass) {
    Region bar = new Region();
    bar.getStyleClass().add(styleClass);
    bar.setMouseTransparent(true);
    bar.setManaged(false);
    return bar;
  }

  // ---- gestures

  private void seek(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !tracks.isEmpty()) {
      getSkinnable().seek(scale().tick(event.getX() - left()));
      showHoverText(event);
      event.consume();
    }
  }

  private void showHoverText(MouseEvent event) {
    if (tracks.isEmpty() || getSkinnable().getScene() == null) {
      return;
    }
    tooltip.setText(getSkinnable().hoverText(scale().tick(event.getX() - left())));
    Point2D bottom = getSkinnable().localToScreen(0, getSkinnable().getHeight());
    if (bottom == null) {
      return;
    }
    // It follows the pointer along the bars and never covers them.
    double x = event.getScreenX() + 12;
    double y = bottom.getY() + 6;
    if (tooltip.isShowing()) {
      tooltip.setAnchorX(x);
      tooltip.setAnchorY(y);
    } else {
      tooltip.show(getSkinnable(), x, y);
    }
  }

  // ---- layout

  private double knobSize() {
    return Math.ceil(knob.prefWidth(-1));
  }

  private double barHeight() {
    return tracks.isEmpty() ? 0 : Math.ceil(tracks.getFirst().prefHeight(-1));
  }

  private double left() {
    return snappedLeftInset() + knobSize() / 2;
  }

  private StepTimelineScale scale() {
    StepTimeline timeline = getSkinnable();
    double width = timeline.getWidth() - snappedLeftInset() - snappedRightInset() - knobSize();
    List<StepTimelineScale.NameWidth> names = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      names.add(
          new StepTimelineScale.NameWidth(
              Math.ceil(labels.get(i).prefWidth(-1)), Math.ceil(briefLabels.get(i).prefWidth(-1))));
    }
    return new StepTimelineScale(timeline.getModel(), Math.max(1, width), names);
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    double label = labels.isEmpty() ? 0 : labels.getFirst().prefHeight(-1);
    return t + Math.max(knobSize(), barHeight()) + label + b;
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return computePrefHeight(width, t, r, b, l);
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return l + 320 + r;
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return l + 120 + r;
  }

  @Override
  protected double computeMaxWidth(double height, double t, double r, double b, double l) {
    return Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    notches.getElements().clear();
    if (tracks.isEmpty()) {
      return;
    }
    StepTimelineScale scale = scale();
    double left = left();
    double knobSize = knobSize();
    double barHeight = barHeight();
    double top = barTop(y);
    for (int i = 0; i < tracks.size(); i++) {
      double from = Math.round(left + scale.start(i));
      double to = Math.round(left + scale.start(i) + scale.width(i));
      tracks.get(i).resizeRelocate(from, top, to - from, barHeight);
      addNotches(scale, i, left, top, barHeight);
    }
    placeLabels(scale, left, y + Math.max(knobSize, barHeight));
    showPosition(scale, y);
  }

  private double barTop(double y) {
    return y + Math.round((Math.max(knobSize(), barHeight()) - barHeight()) / 2);
  }

  /** What moves with the position lies within; nothing around needs to be laid out for it. */
  private void moved() {
    if (!getSkinnable().isNeedsLayout() && !tracks.isEmpty()) {
      showPosition(scale(), getSkinnable().snappedTopInset());
    }
  }

  private void showPosition(StepTimelineScale scale, double y) {
    StepTimelineModel model = getSkinnable().getModel();
    long position = model.clamp(getSkinnable().getPosition());
    boolean finished = position == model.size() - 1;
    double knobSize = knobSize();
    double barHeight = barHeight();
    double knobX = left() + scale.x(position);
    for (int i = 0; i < fills.size(); i++) {
      double from = tracks.get(i).getLayoutX();
      double whole = tracks.get(i).getWidth();
      double filled = finished ? whole : Math.clamp(knobX - from, 0, whole);
      fills.get(i).resizeRelocate(from, barTop(y), filled, barHeight);
      fills.get(i).setVisible(filled > 0);
    }
    showMark(scale, y);
    knob.resizeRelocate(
        Math.rint(knobX - knobSize / 2),
        y + Math.rint((Math.max(knobSize, barHeight) - knobSize) / 2),
        knobSize,
        knobSize);
  }

  private void showMark(StepTimelineScale scale, double y) {
    long tick = getSkinnable().markProperty().get();
    mark.setVisible(tick >= 0 && !tracks.isEmpty());
    if (mark.isVisible()) {
      double width = Math.ceil(mark.prefWidth(-1));
      double height = Math.ceil(mark.prefHeight(-1));
      double x = left() + scale.x(getSkinnable().getModel().clamp(tick));
      mark.resizeRelocate(Math.rint(x - width / 2), y - height, width, height);
    }
  }

  private void addNotches(
      StepTimelineScale scale, int segment, double left, double top, double high) {
    double cell = scale.cell(segment);
    if (cell < LEAST_CELL) {
      return;
    }
    for (long tick = 1; tick < getSkinnable().getModel().segments().get(segment).ticks(); tick++) {
      double x = Math.round(left + scale.start(segment) + tick * cell) + 0.5;
      notches.getElements().addAll(new MoveTo(x, top), new LineTo(x, top + high));
    }
  }

  private void placeLabels(StepTimelineScale scale, double left, double y) {
    for (int i = 0; i < labels.size(); i++) {
      place(
          labels.get(i),
          scale.naming(i) == StepTimelineScale.Naming.WHOLE,
          left + scale.start(i),
          y);
      place(
          briefLabels.get(i),
          scale.naming(i) == StepTimelineScale.Naming.BRIEF,
          left + scale.start(i),
          y);
    }
  }

  private static void place(Label label, boolean wanted, double x, double y) {
    label.setVisible(wanted);
    label.resizeRelocate(Math.rint(x), y, Math.ceil(label.prefWidth(-1)), label.prefHeight(-1));
  }
}
